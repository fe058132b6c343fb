//! What every statement is made of: words in, words out.
//!
//! The model neither quotes nor unquotes: it reads unquoted words and prints unquoted words.

mod argument;
mod error;
mod words;

pub use argument::Argument;
pub use error::{ArgumentError, Problem};
pub use words::{Printer, Words};
