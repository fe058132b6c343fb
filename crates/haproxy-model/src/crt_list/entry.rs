use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{CrtListParameter, SniFilter};
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::value::Text;

/// A certificate of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct CrtListEntry {
    /// The file, or the name it has in a `crt-store`.
    pub certificate: Text,
    /// What is said of it, in order.
    pub parameters: Vec<CrtListParameter>,
    /// The host names that it is for; those it has itself where there are none.
    pub filters: Vec<SniFilter>,
}

/// What is wrong with a line of a list of certificates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CrtListError {
    /// The line does not start with a file.
    #[error("expected a certificate before the '['")]
    MissingCertificate,
    /// A bracket is missing, or there is more than one pair.
    #[error("expected one '[' and one ']' behind it")]
    Brackets,
    /// A parameter in the brackets is wrong.
    #[error(transparent)]
    Parameter(#[from] ArgumentError),
}

impl FromStr for CrtListEntry {
    type Err = CrtListError;

    fn from_str(line: &str) -> Result<Self, CrtListError> {
        let (before, parameters, behind) = divide(line)?;
        let mut names = blank_separated(before);
        let certificate = names.next().ok_or(CrtListError::MissingCertificate)?;
        let words: Vec<_> = blank_separated(parameters).map(Cow::Borrowed).collect();
        let mut words = Words::new(&words);
        let mut parameters = Vec::new();
        while !words.is_at_end() {
            parameters.push(CrtListParameter::parse(&mut words)?);
        }
        let filters = names.chain(blank_separated(behind));
        Ok(Self {
            certificate: certificate.into(),
            parameters,
            filters: filters.map(SniFilter::read).collect(),
        })
    }
}

impl fmt::Display for CrtListEntry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.certificate.fmt(formatter)?;
        if !self.parameters.is_empty() {
            let mut printer = Printer::new();
            for parameter in &self.parameters {
                parameter.print(&mut printer);
            }
            let words: Vec<_> = printer.words().collect();
            write!(formatter, " [{}]", words.join(" "))?;
        }
        let mut filters = self.filters.iter();
        filters.try_for_each(|filter| write!(formatter, " {filter}"))
    }
}

/// What stands before, in and behind the brackets.
fn divide(line: &str) -> Result<(&str, &str, &str), CrtListError> {
    let Some((before, rest)) = line.split_once('[') else {
        if line.contains(']') {
            return Err(CrtListError::Brackets);
        }
        return Ok((line, "", ""));
    };
    let (inside, behind) = rest.split_once(']').ok_or(CrtListError::Brackets)?;
    if before.contains(']') || inside.contains('[') || behind.contains(['[', ']']) {
        return Err(CrtListError::Brackets);
    }
    Ok((before, inside, behind))
}

fn blank_separated(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split([' ', '\t', '\r', '\n']);
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crt_list::CrtListLine;

    #[test]
    fn lines_read_and_print() {
        for text in [
            "",
            "# comment",
            "cert2.pem [alpn h2,http/1.1]",
            "default.pem.rsa *",
            "certW.pem *.domain.tld !secure.domain.tld",
            "certS.pem [curves X25519:P-256 ciphers ECDHE-ECDSA-AES256-GCM-SHA384] a.tld",
            "foo.crt [key bar.pem ocsp foo.ocsp ocsp-update on] foo.bar.com",
            "a.pem [verify optional ca-file ca.pem ssl-min-ver TLSv1.2 no-alpn]",
        ] {
            let line: CrtListLine = text.parse().unwrap();
            assert_eq!(line.to_string(), text);
            let parameters = line.entry().map(|entry| &*entry.parameters);
            for parameter in parameters.unwrap_or_default() {
                assert!(!matches!(parameter, CrtListParameter::Unknown(_)), "{text}");
            }
        }
    }

    #[test]
    fn blanks_do_not_count() {
        let line: CrtListLine = "  a.pem\t[ alpn h2 ]a.tld  b.tld ".parse().unwrap();
        assert_eq!(line.to_string(), "a.pem [alpn h2] a.tld b.tld");
    }

    #[test]
    fn wrong_lines_say_why() {
        for (text, message) in [
            ("[alpn h2]", "expected a certificate before the '['"),
            ("a.pem [alpn h2", "expected one '[' and one ']' behind it"),
            ("a.pem [a] [b]", "expected one '[' and one ']' behind it"),
            (
                "a.pem [verify maybe]",
                "verify: unknown keyword 'maybe', expected 'none', 'optional' or 'required'",
            ),
        ] {
            let error = text.parse::<CrtListLine>().unwrap_err();
            assert_eq!(error.to_string(), message);
        }
    }
}
