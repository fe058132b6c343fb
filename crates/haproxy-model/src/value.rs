//! The values that arguments are made of.

mod text;

pub use text::Text;
