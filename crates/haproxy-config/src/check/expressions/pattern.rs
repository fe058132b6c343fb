//! What an ACL compares with: whether HAProxy can read it.

use std::net::{Ipv4Addr, Ipv6Addr};

use haproxy_model::registry::MatchMethod;
use haproxy_model::text::has_reference;

use super::argument::is_mask;
use super::constraint::is_hexadecimal;
use super::regex_syntax;

/// How the patterns of an ACL are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patterns {
    pub(super) method: MatchMethod,
    /// Numbers are versions such as 3.1.
    pub(super) dotted: bool,
    /// Names are not resolved.
    pub(super) no_dns: bool,
}

/// What is wrong with a pattern.
pub(super) enum PatternFault {
    /// It cannot be read so.
    Unreadable(String),
    /// It is a regular expression with this fault.
    Regex(String),
}

impl Patterns {
    /// The faults of the patterns, each with its index.
    pub(super) fn faults<'a>(
        self,
        patterns: impl Iterator<Item = &'a str>,
    ) -> Vec<(usize, PatternFault)> {
        let mut faults = Vec::new();
        let mut after_operator = false;
        for (index, pattern) in patterns.enumerate() {
            if has_reference(pattern) {
                continue;
            }
            if self.is_numeric() && matches!(pattern, "eq" | "gt" | "ge" | "lt" | "le") {
                after_operator = true;
                continue;
            }
            // Among numbers these may stand anywhere.
            if self.is_numeric() && pattern == "--" {
                continue;
            }
            if let Some(fault) = self.fault(pattern, after_operator) {
                faults.push((index, fault));
            }
        }
        faults
    }

    fn is_numeric(self) -> bool {
        matches!(self.method, MatchMethod::Integer | MatchMethod::Length)
    }

    fn fault(self, pattern: &str, after_operator: bool) -> Option<PatternFault> {
        let expected = match self.method {
            MatchMethod::Integer | MatchMethod::Length => {
                let may_be_dotted = self.dotted || after_operator;
                (!is_number(pattern, may_be_dotted)).then_some("a number or a range such as 1:5")
            }
            MatchMethod::Ip => {
                (!may_be_address(pattern, self.no_dns)).then_some("an address or a network")
            }
            MatchMethod::Binary => {
                let is_fine = pattern.is_empty() || is_hexadecimal(pattern);
                (!is_fine).then_some("an even number of hexadecimal digits")
            }
            MatchMethod::Regex => {
                let fault = regex_syntax::fault(pattern)?;
                return Some(PatternFault::Regex(fault.to_string()));
            }
            _ => None,
        };
        let message = format!("expected {}, found '{pattern}'", expected?);
        Some(PatternFault::Unreadable(message))
    }
}

/// Whether the text is a number or a range of numbers, whose ends may be left out.
fn is_number(text: &str, may_be_dotted: bool) -> bool {
    let is_one = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let mut parts = digits.split('.');
        let is_part = |part: &str| {
            !part.is_empty() && part.len() <= 19 && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let first = parts.next().is_some_and(is_part);
        first && (may_be_dotted || parts.next().is_none())
    };
    if is_one(text) {
        return true;
    }
    // HAProxy takes a hyphen for a colon.
    let divide = text.get(1..).and_then(|rest| rest.find([':', '-']));
    let (start, end) = match (text.strip_prefix(':'), divide) {
        (Some(end), _) => ("", end),
        (None, Some(at)) => (
            text.get(..=at).unwrap_or_default(),
            text.get(at + 2..).unwrap_or_default(),
        ),
        (None, None) => return false,
    };
    let in_order = || match (start.parse::<i64>(), end.parse::<i64>()) {
        (Ok(start), Ok(end)) => start <= end,
        _ => true,
    };
    match (start, end) {
        ("", "") => false,
        ("", end) => is_one(end),
        (start, "") => is_one(start),
        (start, end) => is_one(start) && is_one(end) && in_order(),
    }
}

/// Whether the text is an address, a network, or a name that a resolver might know.
fn may_be_address(text: &str, no_dns: bool) -> bool {
    let (address, mask) = match text.split_once('/') {
        Some((address, mask)) => (address, Some(mask)),
        None => (text, None),
    };
    if address.contains(':') {
        return address.parse::<Ipv6Addr>().is_ok()
            && mask.is_none_or(|mask| mask.parse::<u8>().is_ok_and(|length| length <= 128));
    }
    if !mask.is_none_or(is_mask_of_ipv4) {
        return false;
    }
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let is_numeric = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if address.is_empty() || !address.bytes().all(is_name) {
        return false;
    }
    if address.bytes().all(is_numeric) {
        let parts: Vec<&str> = address.split('.').collect();
        return parts.len() <= 4 && (parts.len() < 4 || address.parse::<Ipv4Addr>().is_ok())
            || parts.iter().all(|part| part.starts_with('0'));
    }
    !no_dns
}

fn is_mask_of_ipv4(mask: &str) -> bool {
    is_mask::<Ipv4Addr>(mask, 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_haproxy_reads_them() {
        for text in ["1", "-1", "1:2", "1:", ":2", "1-2", "1-", "-5:-1", ":-5"] {
            assert!(is_number(text, false), "{text}");
        }
        for text in [
            "", "a", "1.5", "2:1", ":", "::", "1::2", "1k", "+1", "1-a", "a:5", "-", "5-3",
        ] {
            assert!(!is_number(text, false), "{text}");
        }
        assert!(is_number("3.1:3.3", true));
    }

    #[test]
    fn names_may_be_addresses() {
        for text in [
            "10.0.0.0/8",
            "10/8",
            "::1/64",
            "localhost",
            "10.0.0.0/255.0.0.0",
            "1.2.3",
        ] {
            assert!(may_be_address(text, false), "{text}");
        }
        for text in [
            "10.0.0.0/33",
            "1.2.3.400",
            "::1/129",
            "1.2.3.4.5",
            "10.0.0.0/",
            "*",
            "!10.0.0.1",
            "1.2.3.4:80",
            "a,b",
            "a/x",
        ] {
            assert!(!may_be_address(text, false), "{text}");
        }
        assert!(!may_be_address("localhost", true));
    }
}
