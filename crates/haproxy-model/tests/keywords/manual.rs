//! The configuration manual of one version.

use std::collections::HashMap;

use haproxy_model::version::Version;

use crate::dump::starts_with;

/// The keywords that the manual of one version describes.
pub(crate) struct Manual {
    pub(crate) version: Version,
    pub(crate) headings: Vec<Heading>,
    /// The lines of the manual without list marks, by their first words.
    lines: HashMap<String, Vec<String>>,
}

/// The line above a description.
pub(crate) struct Heading {
    /// Where the keyword stands.
    pub(crate) place: &'static str,
    /// The line, one blank between its words.
    pub(crate) text: String,
    /// The sections that have the keyword, of `defaults`, `frontend`, `listen` and `backend`, where
    /// the description says so.
    pub(crate) sections: Option<[bool; 4]>,
}

/// The manual's sections that describe keywords, by their titles, and where those stand.
const SECTIONS: &[(&str, &str)] = &[
    ("Process management and security", "global"),
    ("Performance tuning", "global"),
    ("Debugging", "global"),
    ("HTTPClient tuning", "global"),
    ("HTTPClient", "global"),
    ("Userlists", "userlist"),
    ("Peers", "peers"),
    ("Peers declaration", "peers"),
    ("Mailers", "mailers"),
    ("Programs", "program"),
    ("Programs (deprecated)", "program"),
    ("HTTP-errors", "http-errors"),
    ("Rings", "ring"),
    ("Log forwarding", "log-forward"),
    ("Log profiles", "log-profile"),
    ("Certificate Storage", "crt-store"),
    ("Load options", "load"),
    ("Traces", "traces"),
    ("ACME", "acme"),
    ("Healthchecks", "healthcheck"),
    ("Alphabetically sorted keywords reference", "listen"),
    ("Alphabetically sorted actions reference", "actions"),
    ("Bind options", "bind"),
    ("Server and default-server options", "server"),
    ("The resolvers section", "resolvers"),
    ("Cache section", "cache"),
    ("Fcgi-app section", "fcgi-app"),
];

impl Manual {
    pub(crate) fn parse(version: Version, text: &str) -> Self {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let mut headings: Vec<Heading> = Vec::new();
        let mut place = "";
        // The lines of a paragraph that starts at the margin, as long as it may be a heading.
        let mut block: Option<Vec<&str>> = Some(Vec::new());
        // How many headings stand before those of the description being read.
        let mut described = 0;
        for (at, line) in lines.iter().enumerate() {
            let below = lines.get(at.saturating_add(1)).copied().unwrap_or_default();
            if let Some(title) = title(line).filter(|_| is_rule(below)) {
                let known = SECTIONS.iter().find(|(name, _)| *name == title);
                place = known.map_or("", |(_, place)| place);
            }
            if line.is_empty() {
                block = Some(Vec::new());
            } else if !line.starts_with(' ') {
                if let Some(block) = &mut block {
                    block.push(line);
                }
            } else {
                let block = block.take().unwrap_or_default();
                if !block.is_empty() {
                    described = headings.len();
                }
                if !place.is_empty() {
                    headings.extend(block.iter().filter_map(|line| heading(place, line)));
                }
                if line.contains("May be used in sections") {
                    let new = headings.get_mut(described..).unwrap_or_default();
                    let sections = sections(below);
                    for heading in new.iter_mut() {
                        heading.sections = sections;
                    }
                }
            }
        }
        assert!(
            headings.len() > 400,
            "the manual of {version} has only {} keywords",
            headings.len()
        );
        let mut starts: HashMap<String, Vec<String>> = HashMap::new();
        for line in lines {
            let (start, line) = start(line);
            starts.entry(start).or_default().push(line);
        }
        Self {
            version,
            headings,
            lines: starts,
        }
    }

    /// Whether a line starts with the keyword, or with the rule whose action it is.
    pub(crate) fn mentions(&self, place: &str, keyword: &str) -> bool {
        self.has_line(keyword) || self.has_line(&format!("{place} {keyword}"))
    }

    fn has_line(&self, keyword: &str) -> bool {
        let first = keyword.split(' ').next().unwrap_or(keyword);
        let lines = self.lines.get(first).map_or(&[][..], Vec::as_slice);
        let mut lines = lines.iter();
        lines.any(|line| first == keyword || starts_with(line, keyword))
    }
}

impl Heading {
    /// The words that are written as they stand there.
    pub(crate) fn words(&self) -> Vec<&str> {
        let words = self.text.split(' ').skip_while(|word| *word == "no");
        words.take_while(|word| is_literal(word)).collect()
    }
}

fn heading(place: &'static str, line: &str) -> Option<Heading> {
    let starts_well =
        line.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit());
    let is_title = title(line).is_some();
    let text = line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let is_sentence = text.ends_with('.') && !text.ends_with("...");
    let is_section = text.split(' ').next() == Some(place);
    (starts_well && !is_title && !is_sentence && !is_section).then_some(Heading {
        place,
        text,
        sections: None,
    })
}

/// The line below a title.
fn is_rule(line: &str) -> bool {
    line.len() > 2 && line.bytes().all(|byte| byte == b'-')
}

/// `yes` and `no` of `defaults`, `frontend`, `listen` and `backend`.
fn sections(line: &str) -> Option<[bool; 4]> {
    let said: Vec<bool> = line
        .split('|')
        .map(|word| word.trim().starts_with("yes"))
        .collect();
    said.try_into().ok()
}

/// A word such as `timeout` or `tune.bufsize`, not `<time>` or `[on|off]`.
fn is_literal(word: &str) -> bool {
    word.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// The title of a numbered line.
fn title(line: &str) -> Option<&str> {
    let (number, title) = line.split_once(' ')?;
    let digits = number.strip_suffix('.').unwrap_or(number);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits.len() < number.len() && digits.split('.').all(is_number)).then_some(title.trim())
}

/// The first word of a line, and the words of the line, without what lists and arguments put around
/// them.
fn start(line: &str) -> (String, String) {
    let line = line.trim_start().trim_start_matches("- ");
    let line = line
        .replace(['[', ']', '"', '\'', ':', ','], " ")
        .replace(['(', '<'], " <");
    let words = line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let first = words.split(' ').next().unwrap_or_default();
    (first.to_owned(), words)
}
