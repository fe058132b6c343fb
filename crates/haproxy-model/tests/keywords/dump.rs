//! HAProxy's own list of its keywords, as `haproxy -dKall` prints it.

use haproxy_model::version::Version;

/// The keywords that one version registers.
pub(crate) struct Dump {
    pub(crate) version: Version,
    /// Each with the place where it stands.
    pub(crate) keywords: Vec<(String, String)>,
}

/// Statements of proxies whose own keywords are listed one by one.
const RULES: &[&str] = &[
    "http-after-response",
    "http-request",
    "http-response",
    "quic-initial",
    "tcp-request connection",
    "tcp-request content",
    "tcp-request session",
    "tcp-response content",
];

impl Dump {
    pub(crate) fn parse(version: Version, text: &str) -> Self {
        let mut keywords = Vec::new();
        let mut list = "";
        let mut section = "";
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("# List of registered ") {
                list = title;
            } else if list == "configuration keywords:" {
                match line.strip_prefix('\t') {
                    Some(line) => keywords.push(place(section, line)),
                    None => section = line,
                }
            } else if list == "filter names:" {
                let name = line.split(' ').next().unwrap_or(line);
                keywords.push(("filter".to_owned(), name.to_owned()));
            }
        }
        keywords.retain(|(_, keyword)| !keyword.is_empty());
        assert!(keywords.len() > 400, "the dump of {version} is too short");
        Self { version, keywords }
    }

    /// Whether the keyword, or the first of its words, is listed at this place.
    pub(crate) fn has(&self, place: &str, keyword: &str) -> bool {
        self.keywords
            .iter()
            .any(|(at, listed)| at == place && starts_with(keyword, listed))
    }
}

/// Whether these words start with those.
pub(crate) fn starts_with(words: &str, start: &str) -> bool {
    let rest = words.strip_prefix(start);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Where a keyword stands, and what it is there.
fn place(section: &str, line: &str) -> (String, String) {
    let owned = |place: &str, keyword: &str| (place.to_owned(), keyword.to_owned());
    for (start, place) in [
        ("bind <addr> ", "bind"),
        ("server <name> <addr> ", "server"),
    ] {
        if let Some(rest) = line.strip_prefix(start) {
            let mut words = rest.split(' ').filter(|word| !word.starts_with('+'));
            return owned(place, words.next_back().unwrap_or_default());
        }
    }
    for rules in RULES {
        if let Some(rest) = line.strip_prefix(rules)
            && let Some(action) = rest.strip_prefix(' ')
        {
            return owned(rules, action.trim_end_matches('*'));
        }
    }
    let end = line
        .find([' ', '+'])
        .filter(|_| !line.starts_with("option "));
    let words = line.split(" [").next().unwrap_or(line);
    owned(
        section,
        end.map_or(words, |end| line.get(..end).unwrap_or(line)),
    )
}
