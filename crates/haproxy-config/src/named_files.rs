//! The files that a model names, and the names in it.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use haproxy_model::config::{AnySection, Config};
use haproxy_model::crt_list::CrtListLine;
use haproxy_model::evaluation::FileKind;
use haproxy_model::language::{Printer, Words};
use haproxy_model::reference::Mention;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::from_bytes;

use crate::check::files::folders::Folders;
use crate::check::files::named_file::{Content, NamedFile as Found};
use crate::diff::Place;

/// A file that a configuration names, and HAProxy reads when it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedFile {
    /// What it holds.
    pub content: FileContent,
    /// Its path as HAProxy has it: behind the folder that the configuration says for its kind.
    pub path: PathBuf,
    /// The statement that names it.
    pub place: Place,
}

/// What a named file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileContent {
    /// Patterns of an ACL.
    Patterns,
    /// A map.
    Map,
    /// Something else.
    File(FileKind),
}

/// The files that the statements of a model name, in order; those that several name, several times.
///
/// What a line of a crt-list names is not among them, nor what HAProxy may start without.
///
/// ```
/// use haproxy_config::{Document, FileContent, Target, named_files};
/// use haproxy_model::version::Version;
///
/// let text = "frontend www\n use_backend %[req.hdr(host),map(hosts.map)]\n";
/// let model = Document::parse(text).to_model(&Target::new(Version::new(3, 2))).0;
/// let files = named_files(&model);
/// assert_eq!(files[0].content, FileContent::Map);
/// assert_eq!(files[0].path.to_str(), Some("hosts.map"));
/// ```
pub fn named_files(config: &Config) -> Vec<NamedFile> {
    let folders = Folders::of(config);
    let mut files = Vec::new();
    reread(config, |place, section, words, read| {
        let store = match section {
            AnySection::CrtStore(store) => Some(store),
            _ => None,
        };
        for evaluation in read.evaluations() {
            for Found { kind, path, .. } in Found::of(evaluation, words) {
                files.push(NamedFile {
                    content: match kind {
                        Content::File(kind) => FileContent::File(kind),
                        Content::Patterns => FileContent::Patterns,
                        Content::Map { .. } => FileContent::Map,
                    },
                    path: folders.name(store, kind, &path),
                    place,
                });
            }
        }
    });
    files
}

/// The certificates that the lines of a crt-list name, by their paths as HAProxy has them; those of
/// `crt-store`s are not among them.
pub fn listed_certificates(config: &Config, list: &[u8]) -> Vec<PathBuf> {
    let folders = Folders::of(config);
    let text = from_bytes(list);
    let entries = text.lines().filter_map(|line| {
        let line: CrtListLine = line.parse().ok()?;
        let name = line.entry()?.certificate.as_str().to_owned();
        let path = Path::new(&name);
        let content = Content::File(FileKind::Certificate);
        (!name.starts_with('@')).then(|| folders.name(None, content, path))
    });
    entries.collect()
}

/// The names in the statements of a model, in order, each with the statement that it stands in.
pub fn mentions(config: &Config) -> Vec<(Place, Mention)> {
    let mut mentions = Vec::new();
    reread(config, |place, _, _, read| {
        mentions.extend(read.names().iter().cloned().map(|name| (place, name)));
    });
    mentions
}

/// Reads every statement once more, noting what it evaluates and names.
fn reread(config: &Config, mut look: impl FnMut(Place, &AnySection, &[&str], &Words<'_>)) {
    for (index, section) in config.sections.iter().enumerate() {
        let Some(mut scratch) = section.kind().and_then(|kind| empty(section, kind)) else {
            continue;
        };
        for statement in 0..section.len() {
            let mut printer = Printer::new();
            section.print_statement(statement, &mut printer);
            let text: Vec<Cow<'_, str>> = printer.words().map(Cow::Borrowed).collect();
            let plain: Vec<&str> = printer.words().collect();
            let mut words = Words::new(&text).noting_evaluations().noting_names();
            // What is not understood names nothing.
            if scratch.parse_statement(&mut words).is_ok() {
                look(Place::statement(index, statement), section, &plain, &words);
            }
        }
    }
}

/// The section without its statements.
fn empty(section: &AnySection, kind: SectionKind) -> Option<AnySection> {
    let mut printer = Printer::new();
    section.print_header(&mut printer);
    let words: Vec<Cow<'_, str>> = printer.words().map(Cow::Borrowed).collect();
    AnySection::parse_header(kind, &mut Words::new(&words)).ok()
}
