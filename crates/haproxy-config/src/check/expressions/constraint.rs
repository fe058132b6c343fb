//! What HAProxy asks of arguments beyond their types.
//!
//! It lists the types by itself, but not this.

use std::borrow::Cow;

use haproxy_model::rule::VariableName;
use haproxy_model::text::has_reference;
use haproxy_model::version::Version;

use super::argument::is_integer;

/// Whether a name is that of a fetch or of a converter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Fetch,
    Converter,
}

/// What is wrong with an argument.
#[derive(Debug)]
pub(super) struct Fault {
    /// Its index.
    pub(super) position: usize,
    /// What is wrong, behind the name of the fetch or converter.
    pub(super) message: String,
}

/// What an argument has to be.
#[derive(Clone, Copy)]
enum Constraint {
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One of these words in either case.
    OneOfAnyCase(&'static [&'static str]),
    /// Nothing, or one of these words.
    NothingOr(&'static [&'static str]),
    /// The name of a variable.
    Variable,
    /// Nothing, or the name of a variable.
    NothingOrVariable,
    /// A whole number or the name of a variable.
    IntegerOrVariable,
    /// A whole number that is at least this, or the name of a variable; any number before 3.0.
    CountOrVariable(i64),
    /// A whole number that is at least this.
    AtLeast(i64),
    /// A whole number in this range.
    Within(i64, i64),
    /// Any whole number but 0.
    NotZero,
    /// So many bytes.
    Length(usize),
    /// Bytes as pairs of hexadecimal digits.
    HexDigits,
    /// Something.
    NotEmpty,
    /// Only these letters.
    Letters(&'static str),
    /// There at all.
    Present,
    /// There where the one before it is.
    Beside,
    /// A whole number, written in an argument for text.
    Integer,
    /// Bytes in base64, or the name of a variable.
    Base64OrVariable,
    /// One of these words, or the name of a variable.
    OneOfOrVariable(&'static [&'static str]),
}

use Constraint as C;

const TIME_UNITS: C = C::OneOf(&["s", "ms", "us"]);
const ROUND_TRIP_UNITS: C = C::OneOf(&["us", "ms"]);
const QUERY_TYPES: C = C::OneOf(&["int"]);

const VARIABLE_CONDITIONS: C = C::OneOf(&[
    "ifexists",
    "ifnotexists",
    "ifempty",
    "ifnotempty",
    "ifset",
    "ifnotset",
    "ifgt",
    "iflt",
]);
const PROTOBUF_TYPES: C = C::OneOf(&[
    "int32", "uint32", "sint32", "int64", "uint64", "sint64", "bool", "enum", "fixed32",
    "sfixed32", "fixed64", "sfixed64", "float", "double", "string", "bytes",
]);
const JWT_ALGORITHMS: C = C::OneOfOrVariable(&[
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256",
    "PS384", "PS512", "EdDSA",
]);

/// The arguments of fetches: the name, the index of the argument, what it is.
const FETCHES: &[(&str, usize, C)] = &[
    ("accept_date", 0, TIME_UNITS),
    ("bc_rtt", 0, ROUND_TRIP_UNITS),
    ("bc_rttvar", 0, ROUND_TRIP_UNITS),
    ("bin", 0, C::HexDigits),
    ("bool", 0, C::OneOfAnyCase(&["true", "false", "0", "1"])),
    ("date", 1, TIME_UNITS),
    ("distcc_body", 0, C::Length(4)),
    ("distcc_param", 0, C::Length(4)),
    ("fc_rtt", 0, ROUND_TRIP_UNITS),
    ("fc_rttvar", 0, ROUND_TRIP_UNITS),
    ("hdr", 1, C::AtLeast(-10)),
    ("hdr_ip", 1, C::AtLeast(-10)),
    ("hdr_val", 1, C::AtLeast(-10)),
    ("internal.htx_blk.data", 0, C::NotEmpty),
    ("internal.htx_blk.hdrname", 0, C::NotEmpty),
    ("internal.htx_blk.hdrval", 0, C::NotEmpty),
    ("internal.htx_blk.size", 0, C::NotEmpty),
    ("internal.htx_blk.start_line", 0, C::NotEmpty),
    ("internal.htx_blk.type", 0, C::NotEmpty),
    ("payload_lv", 0, C::AtLeast(0)),
    ("payload_lv", 1, C::AtLeast(1)),
    ("payload_lv", 2, C::Integer),
    ("query", 0, C::OneOf(&["with_qm"])),
    ("req.hdr", 1, C::AtLeast(-10)),
    ("req.hdr_ip", 1, C::AtLeast(-10)),
    ("req.hdr_val", 1, C::AtLeast(-10)),
    ("req.payload_lv", 0, C::AtLeast(0)),
    ("req.payload_lv", 1, C::AtLeast(1)),
    ("req.payload_lv", 2, C::Integer),
    ("request_date", 0, TIME_UNITS),
    ("res.hdr", 1, C::AtLeast(-10)),
    ("res.hdr_ip", 1, C::AtLeast(-10)),
    ("res.hdr_val", 1, C::AtLeast(-10)),
    ("res.payload_lv", 0, C::AtLeast(0)),
    ("res.payload_lv", 1, C::AtLeast(1)),
    ("res.payload_lv", 2, C::Integer),
    ("shdr", 1, C::AtLeast(-10)),
    ("shdr_ip", 1, C::AtLeast(-10)),
    ("shdr_val", 1, C::AtLeast(-10)),
    ("ssl_c_i_dn", 2, C::NothingOr(&["rfc2253"])),
    ("ssl_c_r_dn", 2, C::NothingOr(&["rfc2253"])),
    ("ssl_c_s_dn", 2, C::NothingOr(&["rfc2253"])),
    ("ssl_f_i_dn", 2, C::NothingOr(&["rfc2253"])),
    ("ssl_f_s_dn", 2, C::NothingOr(&["rfc2253"])),
    ("ssl_s_i_dn", 2, C::NothingOr(&["rfc2253"])),
    ("ssl_s_s_dn", 2, C::NothingOr(&["rfc2253"])),
    ("uuid", 0, C::OneOf(&["4", "7"])),
    ("var", 0, C::Variable),
];

/// The same of converters.
const CONVERTERS: &[(&str, usize, C)] = &[
    ("add", 0, C::IntegerOrVariable),
    ("add_item", 1, C::NothingOrVariable),
    ("aes_gcm_dec", 0, C::OneOf(&["128", "192", "256"])),
    ("aes_gcm_dec", 1, C::Base64OrVariable),
    ("aes_gcm_dec", 2, C::Base64OrVariable),
    ("aes_gcm_dec", 3, C::Base64OrVariable),
    ("aes_gcm_enc", 0, C::OneOf(&["128", "192", "256"])),
    ("aes_gcm_enc", 1, C::Base64OrVariable),
    ("aes_gcm_enc", 2, C::Base64OrVariable),
    ("and", 0, C::IntegerOrVariable),
    ("be2dec", 1, C::Within(1, 8)),
    ("be2dec", 1, C::Present),
    ("be2hex", 1, C::AtLeast(1)),
    ("be2hex", 1, C::Beside),
    ("bytes", 0, C::CountOrVariable(0)),
    ("bytes", 1, C::CountOrVariable(1)),
    ("concat", 1, C::NothingOrVariable),
    ("digest", 0, C::NotEmpty),
    ("div", 0, C::IntegerOrVariable),
    ("field", 0, C::NotZero),
    ("field", 1, C::NotEmpty),
    ("fix_tag_value", 0, C::NotEmpty),
    ("hmac", 1, C::Base64OrVariable),
    ("http_date", 1, TIME_UNITS),
    (
        "json",
        0,
        C::NothingOr(&["ascii", "utf8", "utf8s", "utf8p", "utf8ps"]),
    ),
    ("json_query", 0, C::NotEmpty),
    ("json_query", 1, QUERY_TYPES),
    ("jwt_header_query", 1, QUERY_TYPES),
    ("jwt_payload_query", 1, QUERY_TYPES),
    ("jwt_verify", 0, JWT_ALGORITHMS),
    ("mod", 0, C::IntegerOrVariable),
    ("mul", 0, C::IntegerOrVariable),
    ("or", 0, C::IntegerOrVariable),
    ("param", 1, C::Length(1)),
    ("protobuf", 1, PROTOBUF_TYPES),
    ("regsub", 2, C::Letters("ig")),
    ("secure_memcmp", 0, C::Variable),
    ("set-var", 0, C::Variable),
    ("set-var", 1, VARIABLE_CONDITIONS),
    ("set-var", 2, VARIABLE_CONDITIONS),
    ("set-var", 3, VARIABLE_CONDITIONS),
    ("set-var", 4, VARIABLE_CONDITIONS),
    ("sha2", 0, C::OneOf(&["224", "256", "384", "512"])),
    ("strcmp", 0, C::Variable),
    ("sub", 0, C::IntegerOrVariable),
    ("ungrpc", 1, PROTOBUF_TYPES),
    ("unset-var", 0, C::Variable),
    ("url_enc", 0, C::NothingOr(&["query"])),
    ("word", 0, C::NotZero),
    ("word", 1, C::NotEmpty),
    ("xor", 0, C::IntegerOrVariable),
];

/// What is wrong with the arguments of this fetch or converter, whose types are right.
pub(super) fn fault(
    kind: Kind,
    name: &str,
    values: &[Cow<'_, str>],
    version: Version,
) -> Option<Fault> {
    let table = match kind {
        Kind::Fetch => FETCHES,
        Kind::Converter => CONVERTERS,
    };
    let is_map = kind == Kind::Converter && name.starts_with("map");
    if is_map && values.first().is_none_or(|file| file.is_empty()) {
        let message = "needs the file of a map".to_owned();
        return Some(Fault {
            position: 0,
            message,
        });
    }
    let from = table.partition_point(|(other, ..)| *other < name);
    let own = table.get(from..)?.iter();
    for (_, position, constraint) in own.take_while(|(other, ..)| *other == name) {
        let value = match values.get(*position) {
            Some(value) => value,
            None if constraint.misses(values.len(), *position) => {
                return Some(Fault {
                    position: *position,
                    message: format!("needs argument {} as well", position + 1),
                });
            }
            // The only argument is empty where it is left out, and HAProxy lets it be.
            None if *position == 0 && constraint.asks_for_something() => "",
            None => continue,
        };
        if let Some(message) = constraint.fault(value, version) {
            return Some(Fault {
                position: *position,
                message,
            });
        }
    }
    None
}

impl Constraint {
    /// Whether an argument that is left out is a fault.
    fn asks_for_something(self) -> bool {
        matches!(
            self,
            C::Variable | C::NotEmpty | C::Length(_) | C::HexDigits | C::OneOfAnyCase(_)
        )
    }

    /// Whether the argument at this position is missing among so many.
    fn misses(self, count: usize, position: usize) -> bool {
        match self {
            C::Present => true,
            C::Beside => count == position,
            _ => false,
        }
    }

    /// What is wrong with the value.
    fn fault(self, value: &str, version: Version) -> Option<String> {
        if has_reference(value) {
            return None;
        }
        let expected = |what: &str| Some(format!("expects {what}, found '{value}'"));
        let number = || value.parse::<i64>().ok();
        match self {
            C::OneOf(words) | C::NothingOr(words) if words.contains(&value) => None,
            C::NothingOr(_) | C::NothingOrVariable | C::IntegerOrVariable if value.is_empty() => {
                None
            }
            C::OneOf(words) | C::NothingOr(words) => expected(&alternatives(words)),
            C::OneOfAnyCase(words) => {
                let is_known = words.iter().any(|word| word.eq_ignore_ascii_case(value));
                if is_known {
                    None
                } else {
                    expected(&alternatives(words))
                }
            }
            C::IntegerOrVariable if is_integer(value) => None,
            C::CountOrVariable(_) if value.is_empty() || version < Version::new(3, 0) => None,
            C::CountOrVariable(least) if is_integer(value) => {
                let is_less = number().is_some_and(|number| number < least);
                is_less
                    .then(|| expected(&format!("a number of at least {least}")))
                    .flatten()
            }
            C::IntegerOrVariable | C::CountOrVariable(_) if !is_variable(value, version) => {
                expected("a whole number or a variable such as txn.name")
            }
            C::Variable | C::NothingOrVariable if !is_variable(value, version) => {
                expected("a variable such as txn.name")
            }
            C::Integer if !is_integer(value) => expected("a whole number"),
            C::OneOfOrVariable(words)
                if !words.contains(&value) && !is_variable(value, version) =>
            {
                expected(&format!("{} or a variable", alternatives(words)))
            }
            C::Base64OrVariable if !is_base64(value) && !is_variable(value, version) => {
                expected("bytes in base64 or a variable such as txn.name")
            }
            C::AtLeast(least) if number().is_some_and(|number| number < least) => {
                expected(&format!("a number of at least {least}"))
            }
            C::Within(least, most) if number().is_some_and(|n| n < least || n > most) => {
                expected(&format!("a number from {least} to {most}"))
            }
            C::NotZero if number() == Some(0) => expected("a number other than 0"),
            C::Length(length) if value.len() != length => {
                expected(&format!("exactly {length} characters"))
            }
            C::HexDigits if !is_hexadecimal(value) => {
                expected("an even number of hexadecimal digits")
            }
            C::NotEmpty if value.is_empty() => Some("needs an argument that is not empty".into()),
            C::Letters(letters) if !value.chars().all(|letter| letters.contains(letter)) => {
                expected(&format!("only letters of '{letters}'"))
            }
            _ => None,
        }
    }
}

/// Whether this version takes the text for a variable's name.
pub(super) fn is_variable(text: &str, version: Version) -> bool {
    let name: Result<VariableName, _> = text.parse();
    name.is_ok_and(|name| !name.is_of_parent() || version >= Version::new(3, 1))
}

/// Whether the text is pairs of hexadecimal digits, one at least.
pub(super) fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty()
        && text.len().is_multiple_of(2)
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_base64(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let digits = text.trim_end_matches('=');
    text.len().is_multiple_of(4) && text.len() - digits.len() < 3 && digits.bytes().all(is_digit)
}

fn alternatives(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    words.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(FETCHES.is_sorted_by_key(|(name, position, _)| (*name, *position)));
        assert!(CONVERTERS.is_sorted_by_key(|(name, position, _)| (*name, *position)));
    }

    #[test]
    fn variables_of_parents_came_later() {
        assert!(!is_variable("psess.x", Version::new(3, 0)));
        assert!(is_variable("psess.x", Version::new(3, 2)));
        assert!(!is_variable("foo.x", Version::new(3, 2)));
    }
}
