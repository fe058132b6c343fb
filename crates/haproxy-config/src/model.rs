//! Between the document and the typed model.

mod print;
mod read;
mod target;
mod text;

pub use print::to_text;
pub use target::Target;
pub use text::{from_model_text, to_model_text};
