//! Variables of the whole process.

use serde::Serialize;

use super::answer::{between, unexpected};
use super::parameter::words;
use super::{Answer, Done, commands};
use crate::protocol::{DecodeError, Reply};

words! {
    /// What stands behind the name of a variable that is set.
    VariableForm {
        /// An expression.
        Expression = "expr",
        /// A format of logs.
        Format = "fmt",
    }
}

commands! {
    /// Tells the value of a variable of the process.
    GetVar("get var" operator()) -> Variable (
        /// The variable: `proc.…`.
        name: String,
    );

    /// Sets a variable of the process.
    SetVar("set var" operator() experimental()) -> Done (
        /// The variable: `proc.…`.
        name: String,
        /// What the value is.
        form: VariableForm,
        /// The value: an expression as `str(text)`, or a format.
        value: String,
    );
}

/// The value of a variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// The type of its value: `str`, `sint`, …
    pub kind: String,
    /// Its value, as HAProxy writes it.
    pub value: String,
}

impl Answer for Variable {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let text = reply.message();
        let (name, rest) = text
            .split_once(": ")
            .ok_or_else(|| unexpected("a variable", text))?;
        let kind = between(rest, "type=", " ").ok_or_else(|| unexpected("a type", text))?;
        let value = rest.split_once("value=").map_or("", |(_, value)| value);
        let value = value
            .strip_prefix('<')
            .and_then(|value| value.strip_suffix('>'))
            .unwrap_or(value);
        Ok(Self {
            name: name.to_owned(),
            kind: kind.to_owned(),
            value: value.to_owned(),
        })
    }
}
