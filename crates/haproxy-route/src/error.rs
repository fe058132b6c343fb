//! What is wrong with relation data: every fault at once, each with its place.

use std::fmt::{self, Display, Formatter, Write as _};

use crate::Schema;

/// Relation data that its schema refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationError {
    schema: Schema,
    errors: Vec<FieldError>,
}

/// One fault: where it is and what.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {kind}")]
pub struct FieldError {
    /// The field, such as `load_balancing.cookie`.
    pub path: Path,
    /// What is wrong.
    pub kind: ErrorKind,
}

/// The way to a value: names of fields and indices of lists. The data as a whole is `.` in print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Path(Vec<Step>);

/// A step of a [`Path`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The field of this name.
    Field(&'static str),
    /// The item of a list, from 0.
    Index(usize),
}

/// What can be wrong with a value. The names are those that pydantic gives to the same faults.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text of the field is not JSON.
    #[error("not JSON: {reason}")]
    JsonInvalid {
        /// What the reader of JSON says.
        reason: String,
    },
    /// A field that must be there is not.
    #[error("required, but missing")]
    Missing,
    /// Something else stands for an integer.
    #[error("expected an integer, found {found}")]
    IntType {
        /// The type that was found.
        found: &'static str,
    },
    /// A text is not that of an integer.
    #[error("expected an integer, found a text that is none")]
    IntParsing,
    /// An integer is too long to be read.
    #[error("expected an integer, found a number that is too long")]
    IntParsingSize,
    /// A number has a fraction.
    #[error("expected an integer, found a number with a fraction")]
    IntFromFloat,
    /// `NaN` or `Infinity` stands for a number.
    #[error("expected a finite number")]
    FiniteNumber,
    /// A number is too small.
    #[error("must be greater than {bound}")]
    GreaterThan {
        /// What it must exceed.
        bound: i64,
    },
    /// A number is too small.
    #[error("must be {bound} or more")]
    GreaterThanEqual {
        /// The least that it may be.
        bound: i64,
    },
    /// A number is too great.
    #[error("must be {bound} or less")]
    LessThanEqual {
        /// The most that it may be.
        bound: i64,
    },
    /// Something else stands for a boolean.
    #[error("expected true or false, found {found}")]
    BoolType {
        /// The type that was found.
        found: &'static str,
    },
    /// A text or number is not one that stands for a boolean.
    #[error("expected true or false, found {found} that stands for neither")]
    BoolParsing {
        /// The type that was found.
        found: &'static str,
    },
    /// Something else stands for a text.
    #[error("expected a string, found {found}")]
    StringType {
        /// The type that was found.
        found: &'static str,
    },
    /// Something else stands for a list.
    #[error("expected an array, found {found}")]
    ListType {
        /// The type that was found.
        found: &'static str,
    },
    /// Something else stands for an object.
    #[error("expected an object, found {found}")]
    ModelType {
        /// The type that was found.
        found: &'static str,
    },
    /// None of the words of an enumeration.
    #[error("expected {expected}")]
    Enum {
        /// The words to choose from.
        expected: String,
    },
    /// None of the words that may stand here.
    #[error("expected {expected}")]
    LiteralError {
        /// The words to choose from.
        expected: String,
    },
    /// No address.
    #[error("expected an IPv4 or IPv6 address; networks and host names are none")]
    IpAnyAddress,
    /// Something else stands for a URL.
    #[error("expected a URL, found {found}")]
    UrlType {
        /// The type that was found.
        found: &'static str,
    },
    /// A text is no URL.
    #[error("expected a URL: {reason}")]
    UrlParsing {
        /// What the reader of URLs says.
        reason: String,
    },
    /// A URL has another scheme.
    #[error("expected a URL that begins with http:// or https://")]
    UrlScheme,
    /// A rule of the schema is broken.
    #[error("{reason}")]
    ValueError {
        /// The rule.
        reason: String,
    },
}

impl ValidationError {
    pub(crate) const fn new(schema: Schema, errors: Vec<FieldError>) -> Self {
        Self { schema, errors }
    }

    /// The schema that the data was read as.
    pub const fn schema(&self) -> Schema {
        self.schema
    }

    /// Every fault, in the order of the fields. There is one at least.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }
}

impl std::error::Error for ValidationError {}

/// All faults in one line. No value of the data is quoted: it may be a secret.
impl Display for ValidationError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        for (index, error) in self.errors.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(formatter, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl Path {
    /// The steps from the data to the value.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    pub(crate) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }
}

impl<const N: usize> From<[Step; N]> for Path {
    fn from(steps: [Step; N]) -> Self {
        Self(steps.into())
    }
}

impl Display for Path {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_char('.');
        }
        for (index, step) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "." };
            match step {
                Step::Field(name) => write!(formatter, "{separator}{name}")?,
                Step::Index(index) => write!(formatter, "{separator}{index}")?,
            }
        }
        Ok(())
    }
}

impl ErrorKind {
    /// The name of the kind, such as `int_parsing`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::JsonInvalid { .. } => "json_invalid",
            Self::Missing => "missing",
            Self::IntType { .. } => "int_type",
            Self::IntParsing => "int_parsing",
            Self::IntParsingSize => "int_parsing_size",
            Self::IntFromFloat => "int_from_float",
            Self::FiniteNumber => "finite_number",
            Self::GreaterThan { .. } => "greater_than",
            Self::GreaterThanEqual { .. } => "greater_than_equal",
            Self::LessThanEqual { .. } => "less_than_equal",
            Self::BoolType { .. } => "bool_type",
            Self::BoolParsing { .. } => "bool_parsing",
            Self::StringType { .. } => "string_type",
            Self::ListType { .. } => "list_type",
            Self::ModelType { .. } => "model_type",
            Self::Enum { .. } => "enum",
            Self::LiteralError { .. } => "literal_error",
            Self::IpAnyAddress => "ip_any_address",
            Self::UrlType { .. } => "url_type",
            Self::UrlParsing { .. } => "url_parsing",
            Self::UrlScheme => "url_scheme",
            Self::ValueError { .. } => "value_error",
        }
    }

    pub(crate) fn value_error(reason: impl Into<String>) -> Self {
        Self::ValueError {
            reason: reason.into(),
        }
    }
}
