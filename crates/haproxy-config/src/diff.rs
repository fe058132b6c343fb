//! What differs between two configurations in meaning.

mod groups;
mod implicit;
mod statements;

use haproxy_model::config::{AnySection, Config};
use haproxy_model::language::Printer;

use crate::align::{self, Step};
use crate::model::from_model_text;
use implicit::ImplicitDefaults;

/// One difference between two configurations.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The section as it opens, without what stands behind its name: `backend app`. Its new name,
    /// where it was renamed.
    pub section: String,
    /// What in the section: empty for the section itself; a keyword with the name that it defines
    /// (`server s1`), with its number among its kind where there are several (`http-request[2]`).
    pub path: String,
    /// The statement as it was; `None` where it is added. Of a section, the line that opens it.
    pub before: Option<String>,
    /// The statement as it is; `None` where it is removed.
    pub after: Option<String>,
    /// Where it stood in the old configuration; `None` where it is added.
    pub old: Option<Place>,
    /// Where it stands in the new configuration; `None` where it is removed.
    pub new: Option<Place>,
}

/// Where something stands in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of the section.
    pub section: usize,
    /// The index of the statement in the section; `None` for the line that opens it.
    pub statement: Option<usize>,
}

impl Place {
    const fn header(section: usize) -> Self {
        Self {
            section,
            statement: None,
        }
    }

    pub(crate) const fn statement(section: usize, statement: usize) -> Self {
        Self {
            section,
            statement: Some(statement),
        }
    }
}

/// The differences in meaning between two configurations, in the order of the new one.
///
/// Spelling, comments and layout do not count. Order counts where HAProxy goes by it: among rules of
/// one kind, among servers, and everywhere in sections that are not proxies; not between keywords of
/// a proxy that have nothing to do with each other. Sections that only stand elsewhere do not differ,
/// but a proxy that starts from other defaults, because those stand before it, does: its path is `from`.
///
/// ```
/// use haproxy_config::{Document, Target, diff};
/// use haproxy_model::version::Version;
///
/// let target = Target::new(Version::new(3, 2));
/// let model = |text: &str| Document::parse(text).to_model(&target).0;
/// let old = model("backend app\n  timeout server 5000\n  server s1 10.0.0.1:80\n");
/// let new = model("backend app\n  server s1 10.0.0.2:80 # moved\n  timeout server 5s\n");
/// let changes = diff(&old, &new);
/// assert_eq!(changes.len(), 1);
/// assert_eq!(changes[0].path, "server s1");
/// assert_eq!(changes[0].after.as_deref(), Some("server s1 10.0.0.2:80"));
/// ```
pub fn diff(old: &Config, new: &Config) -> Vec<Change> {
    let mut changes = Vec::new();
    let steps = align::sections(old, new);
    let moved = moved(&steps, old, new);
    let implicit = ImplicitDefaults::new(old, new, &steps, &moved);
    for step in &steps {
        implicit.compare(*step, &moved, &mut changes);
        match *step {
            Step::Keep { .. } => {}
            Step::Change {
                old: one,
                new: other,
            } => {
                compare((old, one), (new, other), &mut changes);
            }
            Step::Remove { old: one } => {
                let is_moved = moved.iter().any(|(from, _)| *from == one);
                if let Some(section) = old.sections.get(one).filter(|_| !is_moved) {
                    whole(section, one, &mut changes, |text, place| Change {
                        before: Some(text),
                        old: Some(place),
                        ..Change::of(section)
                    });
                }
            }
            Step::Insert { new: other } => {
                let Some(section) = new.sections.get(other) else {
                    continue;
                };
                match moved.iter().find(|(_, to)| *to == other) {
                    Some((from, _)) => compare((old, *from), (new, other), &mut changes),
                    None => whole(section, other, &mut changes, |text, place| Change {
                        after: Some(text),
                        new: Some(place),
                        ..Change::of(section)
                    }),
                }
            }
        }
    }
    changes
}

/// The sections of the same kind and name that stand elsewhere.
fn moved(steps: &[Step], old: &Config, new: &Config) -> Vec<(usize, usize)> {
    let mut gone: Vec<usize> = Vec::new();
    let mut added = Vec::new();
    for step in steps {
        match *step {
            Step::Remove { old } => gone.push(old),
            Step::Insert { new } => added.push(new),
            Step::Keep { .. } | Step::Change { .. } => {}
        }
    }
    let moved = added.into_iter().filter_map(|to| {
        let section = new.sections.get(to)?;
        let is_same = |from: &usize| {
            let old = old.sections.get(*from);
            old.is_some_and(|old| old.kind() == section.kind() && title(old) == title(section))
        };
        let at = gone.iter().position(is_same)?;
        Some((gone.remove(at), to))
    });
    moved.collect()
}

impl Change {
    /// No change so far, of the section itself.
    fn of(section: &AnySection) -> Self {
        Self {
            section: title(section),
            path: String::new(),
            before: None,
            after: None,
            old: None,
            new: None,
        }
    }
}

/// Compares a section of the old configuration with one of the new one, each by its index.
fn compare(
    (old, old_index): (&Config, usize),
    (new, new_index): (&Config, usize),
    changes: &mut Vec<Change>,
) {
    let sections = old.sections.get(old_index).zip(new.sections.get(new_index));
    let Some((one, other)) = sections else {
        return;
    };
    let (before, after) = (header(one), header(other));
    if before != after {
        changes.push(Change {
            before: Some(before),
            after: Some(after),
            old: Some(Place::header(old_index)),
            new: Some(Place::header(new_index)),
            ..Change::of(other)
        });
    }
    statements::compare((one, old_index), (other, new_index), changes);
}

fn whole(
    section: &AnySection,
    index: usize,
    changes: &mut Vec<Change>,
    change: impl Fn(String, Place) -> Change,
) {
    changes.push(change(header(section), Place::header(index)));
    for (statement, path) in statements::paths(section).into_iter().enumerate() {
        let place = Place::statement(index, statement);
        changes.push(Change {
            path,
            ..change(statements::text(section, statement), place)
        });
    }
}

fn title(section: &AnySection) -> String {
    match (section.keyword(), section.name()) {
        (Some(keyword), Some(name)) => format!("{} {}", keyword.name, quoted(name)),
        (Some(keyword), None) => keyword.name.to_owned(),
        (None, _) => header(section),
    }
}

fn header(section: &AnySection) -> String {
    let mut printer = Printer::new();
    section.print_header(&mut printer);
    line(printer.words())
}

/// The words as a line of text.
fn line<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    match from_model_text(word) {
        Ok(raw) => String::from_utf8_lossy(&raw).into_owned(),
        Err(_) => word.to_owned(),
    }
}
