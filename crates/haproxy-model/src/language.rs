//! What every statement is made of: words in, words out.
//!
//! The model neither quotes nor unquotes: it reads unquoted words and prints unquoted words.

mod argument;
#[doc(hidden)]
pub mod derived;
mod error;
mod evaluations;
mod inside;
mod names;
mod printer;
mod words;

pub use argument::Argument;
pub use error::{ArgumentError, Problem};
pub use haproxy_model_derive::Directive;
pub use printer::Printer;
pub use words::Words;
