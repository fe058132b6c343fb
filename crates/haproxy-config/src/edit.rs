//! Edits that leave every other byte of a document alone.

mod error;
mod layout;
mod raw_statement;
mod rewrite;
mod section_mut;
mod sections;
mod selector;
mod set;
mod typed;

pub use error::EditError;
pub(crate) use layout::ending_of;
pub use raw_statement::RawStatement;
pub(crate) use rewrite::{ends_with_backslash, with_words};
pub use section_mut::SectionMut;
pub(crate) use sections::removable_end;
pub use selector::{SectionSelector, SelectorError};
pub use set::SetOutcome;
pub use typed::{TypedList, TypedSection};
