//! HAProxy configuration text, lossless.

mod anonymize;
mod condition;
mod diagnostic;
mod document;
mod edit;
mod environment;
mod evaluate;
mod files;
mod format;
mod language;
mod model;

pub use anonymize::{AnonymizeOptions, Anonymizer};
pub use condition::{ConditionError, evaluate_condition};
pub use diagnostic::{Code, Diagnostic, Severity, Span};
pub use document::{Directive, Document, Ending, Line, LineKind, Section, Tail, Word};
pub use edit::{EditError, RawStatement, SectionMut, SectionSelector, SelectorError, SetOutcome};
pub use environment::Environment;
pub use evaluate::{EvaluatedStatement, Evaluation};
pub use files::{ConfigFile, ConfigFiles, FileError, load_order, replace_file};
pub use format::{FormatOptions, Indent};
pub use haproxy_model::section_kind::SectionKind;
pub use language::{MAX_WORDS, Part, Parts, QuoteError, Variable, quote, quote_argument};
pub use model::{Target, from_model_text, to_model_text, to_text};
