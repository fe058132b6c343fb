//! Edits that leave every other byte of a document alone.

mod error;
mod layout;
mod raw_statement;
mod rewrite;
mod section_mut;
mod sections;
mod set;

pub use error::EditError;
pub use raw_statement::RawStatement;
pub use section_mut::SectionMut;
pub use set::SetOutcome;
