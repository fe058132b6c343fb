use serde_json::{Value, json};

use super::{Kind, Reader, Visitor};
use crate::error::ErrorKind;
use crate::json::Json;

/// What a configuration would not take for part of a word, when it stands there unquoted.
const UNCLEAN: [char; 9] = ['\n', '\t', '#', '\\', '\'', '"', '\r', '$', ' '];

/// A text that obeys a rule.
pub(crate) struct TextKind {
    rule: Rule,
}

#[derive(Clone, Copy)]
enum Rule {
    Free,
    Clean,
    Expression,
    Domain,
    CleanDomain,
}

/// Takes any text.
pub(crate) const fn free() -> TextKind {
    TextKind { rule: Rule::Free }
}

/// Takes text without blanks, quotes and the like.
pub(crate) const fn clean() -> TextKind {
    TextKind { rule: Rule::Clean }
}

/// Takes text of one line.
pub(crate) const fn expression() -> TextKind {
    TextKind {
        rule: Rule::Expression,
    }
}

/// Takes the name of a domain, or `*.` and one.
pub(crate) const fn domain() -> TextKind {
    TextKind { rule: Rule::Domain }
}

/// Takes what [`domain`] and [`clean`] both take.
pub(crate) const fn clean_domain() -> TextKind {
    TextKind {
        rule: Rule::CleanDomain,
    }
}

impl Kind for TextKind {
    type Value = String;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<String> {
        let Json::String(text) = json else {
            return reader.fail(ErrorKind::StringType {
                found: json.type_name(),
            });
        };
        match self.rule.complaint(text) {
            Some(reason) => reader.fail(ErrorKind::value_error(reason)),
            None => Some(text.clone()),
        }
    }

    fn write(&self, value: &String) -> Json {
        Json::String(value.clone())
    }

    fn visit(&self, value: &String, visitor: &mut dyn Visitor) {
        visitor.text(value);
    }

    fn json_schema(&self) -> Value {
        match self.rule {
            Rule::Free => json!({ "type": "string" }),
            Rule::Clean => json!({ "type": "string", "pattern": r#"^[^\n\t#\\'"\r$ ]*$"# }),
            Rule::Expression => json!({ "type": "string", "pattern": r"^[^\n]*$" }),
            Rule::Domain | Rule::CleanDomain => {
                json!({ "type": "string", "pattern": r"^(\*\.)?([^\s.*]+\.)+[^\s.*]{2,}$" })
            }
        }
    }
}

impl Rule {
    /// What is wrong with a text.
    fn complaint(self, text: &str) -> Option<&'static str> {
        let is_clean = !text.contains(UNCLEAN);
        let is_fine = match self {
            Self::Free => true,
            Self::Clean => is_clean,
            Self::Expression => !text.contains('\n'),
            Self::Domain => is_domain(text),
            Self::CleanDomain => is_clean && is_domain(text),
        };
        (!is_fine).then_some(match self {
            Self::Free | Self::Clean => {
                "must be free of blanks, tabs, line ends, quotes, '#', '$' and '\\'"
            }
            Self::Expression => "must be one line",
            Self::Domain | Self::CleanDomain => {
                "must be a domain name such as www.example.com or *.example.com"
            }
        })
    }
}

/// Whether a text names a domain, or with `*.` before it the domains below one, as the host names of
/// version 2 must.
pub fn is_domain(text: &str) -> bool {
    let name = text.strip_prefix("*.").unwrap_or(text);
    if name.contains(char::is_whitespace) || name.contains("__") {
        return false;
    }
    // What is ASCII stays as it is: a label may begin with `xn--` and be no Punycode.
    let ascii = if name.is_ascii() {
        name.to_owned()
    } else {
        match idna::domain_to_ascii(name) {
            Ok(ascii) => ascii,
            Err(_) => return false,
        }
    };
    let Some((labels, last)) = ascii.rsplit_once('.') else {
        return false;
    };
    labels.split('.').all(is_label) && is_last_label(last)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_last_label(label: &str) -> bool {
    (2..=63).contains(&label.len())
        && label.starts_with(|first: char| first.is_ascii_alphanumeric())
        && label.ends_with(|last: char| last.is_ascii_alphabetic())
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains() {
        let long = format!("{}.com", "a".repeat(63));
        let too_long = format!("{}.com", "a".repeat(64));
        for name in [
            "example.com",
            "*.example.com",
            "ex.1co",
            "a--b.com",
            "xn--zz.com",
            "WWW.Example.COM",
            "bücher.example",
            "a.b_c",
            "1.2.3.aa",
            &long,
        ] {
            assert!(is_domain(name), "{name}");
        }
        for name in [
            "",
            "foo",
            "*.com",
            "a.*.com",
            "*.*.a.com",
            "10.0.0.1",
            "a.com:80",
            "http://a.com",
            "a_b.com",
            "a.com.",
            "-a.com",
            "a-.com",
            "a..com",
            "a.b__c",
            "a.c",
            "a.c1",
            "a b.com",
            "ü b.com",
            ".com",
            &too_long,
        ] {
            assert!(!is_domain(name), "{name}");
        }
    }
}
