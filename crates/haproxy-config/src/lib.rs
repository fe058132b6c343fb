//! HAProxy configuration text, lossless: parse, understand, edit and print `haproxy.cfg`.
//!
//! A [`Document`] is the text with its structure. Any bytes become one, and one that was not changed
//! prints back the same bytes. Edits write the lines that they are about and touch no other byte:
//!
//! ```
//! use haproxy_config::{Document, RawStatement, SectionKind};
//!
//! let text = "frontend www   # public\n\tbind :80\n\n# the shop\nbackend shop\n\tserver  s1 10.0.0.1:80\n";
//! let mut document = Document::parse(text);
//! let mut shop = document.section_mut(SectionKind::Backend, Some("shop"))?;
//! shop.push(&RawStatement::new(["server", "s2", "10.0.0.2:80", "check"])?)?;
//! shop.remove_statement(&[b"server", b"s2"])?;
//! assert_eq!(document.to_string(), text);
//! # Ok::<(), haproxy_config::EditError>(())
//! ```
//!
//! From text to meaning there are three steps, each a method of [`Document`]:
//!
//! * [`Document::diagnostics`] tells what HAProxy refuses while it cuts lines into words;
//! * [`Document::evaluate`] decides conditional blocks and expands variables, in an [`Environment`];
//! * [`Document::to_model`] gives the typed model of `haproxy_model`, for a [`Target`];
//!   [`Document::from_model`] prints one afresh.
//!
//! [`Document::check`] goes through all of them and tells what HAProxy would say.
//!
//! # Limits
//!
//! * A document is one file; [`ConfigFiles`] holds several in load order.
//! * Edits of text do not look at what a statement means: a server whose name exists already is added
//!   as any other line.
//! * Where a variable is not set and its closing quote follows at once, HAProxy joins the next word to
//!   it; [`Document::evaluate`] does so too, the words of a [`Line`] do not.

mod align;
mod anonymize;
mod check;
mod condition;
mod diagnostic;
mod diff;
mod document;
mod edit;
mod effective;
mod environment;
mod evaluate;
mod files;
mod format;
mod graph;
mod language;
mod migrate;
mod model;
mod named_files;
mod names;
mod parallel;
mod reconcile;
mod rename;
mod report;
#[cfg(feature = "testing")]
pub mod testing;

pub use anonymize::{AnonymizeOptions, Anonymizer};
pub use check::{Answer, CheckOptions, Example, Family, Rule, rules};
pub use condition::{ConditionError, evaluate_condition};
pub use diagnostic::{Code, CodeError, Diagnostic, Related, Severity, Span};
pub use diff::{Change, Place, diff};
pub use document::{Directive, Document, Ending, Line, LineKind, Section, Tail, Word};
pub use edit::{
    EditError, RawStatement, SectionMut, SectionSelector, SelectorError, SetOutcome, TypedList,
    TypedSection,
};
pub use effective::{Effective, EffectiveError, Setting, Source};
pub use environment::Environment;
pub use evaluate::{EvaluatedStatement, Evaluation};
pub use files::{
    ConfigFile, ConfigFiles, FileError, FileSource, FileSystem, Folder, load_order, replace_file,
};
pub use format::{FormatOptions, Indent};
pub use graph::{Edge, Node, NodeKind, ReferenceGraph, Target as ReferenceTarget};
pub use haproxy_model::section_kind::SectionKind;
pub use language::{MAX_WORDS, Part, Parts, QuoteError, Variable, quote, quote_argument};
pub use migrate::{MigrateOptions, Migration, Note, NoteKind};
pub use model::{Target, from_model_text, to_model_text, to_text};
pub use named_files::{FileContent, NamedFile, listed_certificates, mentions, named_files};
pub use names::NamedLine;
pub use reconcile::{ReconcileError, ReconcileOptions, Summary, TimeSuffix, TimeSuffixError};
pub use rename::{RenameError, Renamed};
pub use report::{Columns, Report, ReportFormat};
