//! Names, addresses and paths replaced, structure kept.

mod address;
mod names;
mod pseudonyms;
mod statement;
mod text;

use std::collections::BTreeMap;

use crate::document::{Document, Line, LineKind, Tail};
use names::Names;
use pseudonyms::Pseudonyms;

/// What stands in the place of a line that cannot be read, and so cannot be made anonymous.
const UNREADABLE: &[u8] = b"# a line that HAProxy cannot read stood here";

/// What is kept when a configuration is made anonymous.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnonymizeOptions {
    /// Keeps comments, with what is known to be a name, an address or a path replaced in them. What
    /// else they tell stays.
    pub keep_comments: bool,
}

impl AnonymizeOptions {
    /// Sets whether comments are kept.
    #[must_use]
    pub fn with_comments(mut self, keep: bool) -> Self {
        self.keep_comments = keep;
        self
    }
}

/// Replaces names, addresses, host names, paths, passwords and header values, the same one always by
/// the same, over all documents of a configuration.
///
/// Keywords, numbers and times stay, so that HAProxy reads the result as it reads the original.
/// Replacements are numbered in the order in which their originals are seen.
///
/// ```
/// use haproxy_config::{AnonymizeOptions, Anonymizer, Document};
///
/// let document = Document::parse("frontend shop\n    bind 10.1.2.3:443\n    default_backend carts\nbackend carts\n");
/// let mut anonymizer = Anonymizer::new(AnonymizeOptions::default());
/// anonymizer.learn(&document);
/// assert_eq!(
///     anonymizer.anonymize(&document).to_string(),
///     "frontend frontend1\n    bind 192.0.2.1:443\n    default_backend backend1\nbackend backend1\n",
/// );
/// ```
#[derive(Debug, Clone, Default)]
pub struct Anonymizer {
    options: AnonymizeOptions,
    names: Names,
    pseudonyms: Pseudonyms,
}

impl Anonymizer {
    /// An anonymizer that has seen nothing yet.
    pub fn new(options: AnonymizeOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Learns the names that a document defines. Do so with every document of a configuration before
    /// the first is made anonymous: names may be used before they are defined.
    pub fn learn(&mut self, document: &Document) {
        self.names.learn(document);
    }

    /// The document with its names, addresses, paths and secrets replaced.
    pub fn anonymize(&mut self, document: &Document) -> Document {
        let mut bytes = Vec::new();
        let mut section = None;
        for line in document.lines() {
            if let LineKind::Section(kind) = line.kind() {
                section = Some(kind);
            }
            let Some(text) = self.line(&line, section) else {
                continue;
            };
            bytes.extend(text);
            bytes.extend_from_slice(line.ending().bytes());
        }
        Document::parse(bytes)
    }

    /// What was replaced by what, by what it is: `host`, `path`, `backend`, ….
    pub fn replacements(&self) -> BTreeMap<&str, BTreeMap<String, String>> {
        let names = self.names.replacements();
        let mut all: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
        for (class, original, replacement) in names.chain(self.pseudonyms.replacements()) {
            let original = String::from_utf8_lossy(original).into_owned();
            let replacement = String::from_utf8_lossy(replacement).into_owned();
            all.entry(class).or_default().insert(original, replacement);
        }
        all
    }

    /// The line without its ending; `None` where nothing of it stays.
    fn line(&mut self, line: &Line<'_>, section: Option<crate::SectionKind>) -> Option<Vec<u8>> {
        if line.is_faulty() {
            return Some(UNREADABLE.to_vec());
        }
        let mut bytes = line.indent().to_vec();
        let comment = line.comment().filter(|_| self.options.keep_comments);
        if line.words().len() == 0 {
            if line.kind() == LineKind::Comment {
                bytes.extend(self.text(comment?));
            }
            return Some(bytes);
        }
        let words = if line.kind() == LineKind::Scope {
            line.words().map(|word| word.raw().to_vec()).collect()
        } else {
            self.statement(line, section)
        };
        let mut end = bytes.len();
        for (old, new) in line.words().zip(words) {
            let gap = line.bytes().get(end..old.range().start);
            bytes.extend_from_slice(gap.unwrap_or_default());
            bytes.extend(new);
            end = old.range().end;
        }
        if let (Some(comment), Some((Tail::Comment, tail))) = (comment, line.tail()) {
            let start = line.bytes().len() - tail.len();
            bytes.extend_from_slice(line.bytes().get(end..start).unwrap_or_default());
            bytes.extend(self.text(comment));
        }
        Some(bytes)
    }
}
