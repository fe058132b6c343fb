//! Between the document and the typed model.

mod text;

pub use text::{from_model_text, to_model_text};
