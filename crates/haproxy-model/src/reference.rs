//! Names: where a statement gives something a name, and where it refers to it.
//!
//! What an argument names is said once, in the keyword's definition (`#[arg(refers = "…")]`,
//! `#[arg(defines = "…")]`); the reader notes it on the way where [`Words::noting_names`] asks for
//! that. Conditions, sample expressions and log formats tell the names in them by themselves.
//!
//! [`Words::noting_names`]: crate::language::Words::noting_names

mod calls;
mod condition;
mod format;
mod note;
mod word;

pub(crate) use calls::note_expression;
pub(crate) use condition::note_condition;
pub(crate) use format::note_format;
pub use note::{Mention, NameKind, Role};
pub(crate) use word::note_word;

#[cfg(test)]
mod tests;
