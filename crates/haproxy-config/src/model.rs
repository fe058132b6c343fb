//! Between the document and the typed model.

mod files;
pub(crate) mod findings;
mod print;
mod read;
mod read_model;
mod target;
mod text;

pub(crate) use files::{Place, ReadFiles};
pub use print::to_text;
pub(crate) use read::Names;
pub use target::Target;
pub(crate) use text::model_words;
pub use text::{from_model_text, to_model_text};
