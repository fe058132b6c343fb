use std::fmt;
use std::str::FromStr;

use haproxy_model::section_kind::{SectionKind, SectionKindError};

use super::EditError;
use crate::document::Document;

/// A section by its kind and name, as a person writes it: `backend app`, `global`.
///
/// ```
/// use haproxy_config::{Document, SectionSelector};
///
/// let document = Document::parse("global\nbackend app\n");
/// let selector: SectionSelector = "backend app".parse()?;
/// assert_eq!(document.find_section(&selector), Ok(1));
/// # Ok::<(), haproxy_config::SelectorError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionSelector {
    /// The kind of section.
    pub kind: SectionKind,
    /// Its name; `None` selects sections that have none.
    pub name: Option<String>,
}

/// A text that selects no section.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SelectorError {
    /// The text is empty.
    #[error("a section is selected by KIND or 'KIND NAME', such as 'backend app'")]
    Empty,
    /// The first word is not a kind of section.
    #[error(transparent)]
    UnknownKind(#[from] SectionKindError),
    /// More than a kind and a name.
    #[error("'{extra}' is too much: a section is selected by KIND or 'KIND NAME'")]
    TooManyWords {
        /// The first word too many.
        extra: String,
    },
}

impl FromStr for SectionSelector {
    type Err = SelectorError;

    fn from_str(text: &str) -> Result<Self, SelectorError> {
        let mut words = text.split_ascii_whitespace();
        let kind = words.next().ok_or(SelectorError::Empty)?.parse()?;
        let name = words.next().map(str::to_owned);
        match words.next() {
            None => Ok(Self { kind, name }),
            Some(extra) => Err(SelectorError::TooManyWords {
                extra: extra.to_owned(),
            }),
        }
    }
}

impl fmt::Display for SectionSelector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(formatter, "{} {name}", self.kind),
            None => write!(formatter, "{}", self.kind),
        }
    }
}

impl Document {
    /// The index of the one section that is selected.
    ///
    /// # Errors
    /// [`EditError::NoSuchSection`], and [`EditError::AmbiguousSection`] where several are.
    pub fn find_section(&self, selector: &SectionSelector) -> Result<usize, EditError> {
        let found: Vec<(usize, usize)> = self
            .sections()
            .filter(|section| section.is(selector.kind, selector.name.as_deref()))
            .map(|section| {
                let line = section.header().map_or(0, |line| line.number());
                (section.index(), line)
            })
            .collect();
        match found.as_slice() {
            [] => Err(EditError::NoSuchSection {
                kind: selector.kind,
                name: selector.name.clone(),
            }),
            [(index, _)] => Ok(*index),
            _ => Err(EditError::AmbiguousSection {
                selector: selector.clone(),
                lines: found.iter().map(|(_, line)| *line).collect(),
            }),
        }
    }
}
