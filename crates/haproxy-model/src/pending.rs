//! Names of values that are defined elsewhere.

use crate::value::Text;

pub(crate) type Expression = Text;
pub(crate) type LogFormat = Text;
