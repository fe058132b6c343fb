use std::collections::BTreeSet;

use super::Verdict;

/// What it says where something outside the configuration is missing or other than it needs.
const SURROUNDINGS: [&str; 37] = [
    "no such file or directory",
    "permission denied",
    "is a directory",
    "not a directory",
    "operation not permitted",
    "address already in use",
    "cannot assign requested address",
    "could not resolve address",
    "unable to stat",
    "unable to load",
    "cannot be read or parsed",
    "check your permissions",
    "stat() failed",
    "cannot open",
    "error opening file",
    "failed to open",
    "failed to load",
    "unable to open",
    "couldn't open",
    "couldn't stat",
    "cannot find user id",
    "unknown user",
    "unknown group name",
    "cannot find group id",
    "unable to create",
    "cannot raise fd limit",
    "fd limit",
    "error in lua file",
    "lua tcp services cannot be used on http proxies",
    "can't connect socket for nameserver",
    "lua runtime error",
    "not enough memory",
    "cannot create listening socket",
    "cannot bind",
    "file name too long",
    "quic protocol is unsupported on the backend side",
    "log : invalid address:",
];

/// What follows from other messages.
const SUMMARIES: [&str; 6] = [
    "failed to initialize server(s) addr",
    "error encountered while processing 'spoe'",
    "error(s) found in configuration file",
    "fatal errors found in configuration",
    "too many fatal errors",
    "some warnings were found",
];

/// What HAProxy said, sorted.
impl Verdict {
    /// Whether it refuses what stands in the configuration; `None` where it complains of its
    /// surroundings as well, from which other complaints may follow, or does not say what of.
    /// (`quiet` hides what is said behind it, and the last words too.)
    pub fn refuses_text(&self) -> Option<bool> {
        let hides_nothing = self
            .messages
            .lines()
            .any(|message| is_of(&SUMMARIES, message));
        if !self.accepts && !hides_nothing {
            return None;
        }
        self.refuses_text_by_messages()
    }

    /// The same by its messages alone, of which the last ones may be missing.
    pub fn refuses_text_by_messages(&self) -> Option<bool> {
        if self.accepts {
            return Some(false);
        }
        let is_refused = self.alerts().any(is_about_text);
        let is_sure = self
            .alerts()
            .all(|message| is_about_text(message) == is_refused);
        is_sure.then_some(is_refused)
    }

    /// What it says against the configuration itself.
    pub fn refusals(&self) -> impl Iterator<Item = &str> {
        self.alerts().filter(|message| is_about_text(message))
    }

    /// The lines that it refuses for what stands in them.
    pub fn refused_lines(&self) -> Vec<usize> {
        lines(self.refusals())
    }

    /// The lines that it refuses for its surroundings, and so may not have read to the end.
    pub fn unread_lines(&self) -> Vec<usize> {
        lines(self.alerts().filter(|message| !is_about_text(message)))
    }

    /// The lines that it warns of.
    pub fn warned_lines(&self) -> Vec<usize> {
        let messages = self.messages.lines();
        lines(messages.filter(|message| message.starts_with("[WARNING]")))
    }

    fn alerts(&self) -> impl Iterator<Item = &str> {
        let messages = self.messages.lines();
        messages.filter(|message| message.starts_with("[ALERT]") && !is_of(&SUMMARIES, message))
    }
}

fn is_about_text(message: &str) -> bool {
    !is_of(&SURROUNDINGS, message)
}

fn is_of(texts: &[&str], message: &str) -> bool {
    let message = message.to_ascii_lowercase();
    texts.iter().any(|text| message.contains(text))
}

/// The lines that messages speak of, each once.
fn lines<'a>(messages: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let lines = messages.filter_map(|message| {
        let (_, place) = message.split_once('[')?.1.split_once('[')?;
        super::line_number(place)
    });
    lines.collect::<BTreeSet<_>>().into_iter().collect()
}
