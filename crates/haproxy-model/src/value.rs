//! The values that stand in statements: times, sizes, addresses, conditions, expressions.
//!
//! Each remembers how it was written, so that printing a value that nobody changed gives the same
//! words, and compares by what it means: `5000` equals `5s`. A value whose word refers to an
//! environment variable is kept as it stands.

macro_rules! word_argument {
    ($type:ty, $syntax:expr, $expected:expr) => {
        impl $crate::language::Argument for $type {
            const SYNTAX: &'static $crate::keyword::Syntax = $syntax;

            fn parse(
                words: &mut $crate::language::Words<'_>,
            ) -> Result<Self, $crate::language::ArgumentError> {
                $crate::value::word::parse(words, $expected)
            }

            fn print(&self, printer: &mut $crate::language::Printer) {
                printer.format(format_args!("{self}"));
            }
        }
    };
}

mod acl_expression;
mod address;
mod choice;
mod condition;
mod cpu_set;
mod expression;
mod file_mode;
mod grammar;
mod integer;
mod ip_address;
mod joined;
mod list;
mod log_format;
mod mask;
mod name;
mod percentage;
mod port;
mod regex;
mod scalar;
mod several;
mod size;
mod status;
mod switch;
mod text;
mod time;
mod word;

pub use acl_expression::{AclExpression, AclFlag};
pub use address::{Address, AddressList, AddressPort, AddressPurpose, Family, Host, Transport};
pub use choice::Choice;
pub use condition::{Condition, ConditionKeyword, Term, Test};
pub use cpu_set::{CpuRange, CpuSet};
pub use expression::{Call, CallSpan, Expression, unquoted_argument};
pub use file_mode::{FileMode, Permissions};
pub use integer::{
    Integer, Leading, LeadingCount, LeadingInteger, LeadingPositive, Ranged, Unsigned,
};
pub use ip_address::IpAddress;
pub use list::List;
pub use log_format::{LogFormat, LogFormatContent, LogFormatPart};
pub use mask::{Mask, Netmask, Network};
pub use name::Name;
pub use percentage::{Percent, Percentage};
pub use port::{Port, PortNumber};
pub use regex::Regex;
pub use scalar::{Scalar, ScalarValue, Written};
pub use several::Several;
pub use size::{Bytes, Size, SizeUnit};
pub use status::{StatusChange, StatusCode, StatusRange, StatusSet};
pub use switch::{Switch, Toggle};
pub use text::Text;
pub use time::{
    Duration, DurationMicroseconds, DurationSeconds, Microseconds, Milliseconds, Seconds, Time,
    TimeUnit,
};

#[cfg(test)]
mod tests;
