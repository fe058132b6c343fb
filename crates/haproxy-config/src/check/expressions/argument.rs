//! The arguments of fetches and converters: how many, and of which form.

use std::net::{Ipv4Addr, Ipv6Addr};

use haproxy_model::registry::{ArgumentType, Converter, Fetch};
use haproxy_model::value::{CallSpan, unquoted_argument};

use super::finding::Finding;
use super::piece::Piece;
use super::{argument_count, argument_value, constraint, regex, regex_syntax};

/// What is known of the arguments of a fetch or a converter.
pub(super) struct Signature {
    kind: constraint::Kind,
    name: &'static str,
    required: &'static [ArgumentType],
    optional: &'static [ArgumentType],
}

impl From<&'static Fetch> for Signature {
    fn from(fetch: &'static Fetch) -> Self {
        Self {
            kind: constraint::Kind::Fetch,
            name: fetch.name,
            required: fetch.required,
            optional: fetch.optional,
        }
    }
}

impl From<&'static Converter> for Signature {
    fn from(converter: &'static Converter) -> Self {
        Self {
            kind: constraint::Kind::Converter,
            name: converter.name,
            required: converter.required,
            optional: converter.optional,
        }
    }
}

/// Looks at the arguments of a call.
pub(super) fn check(
    piece: Piece<'_>,
    call: &CallSpan<'_>,
    signature: &Signature,
    found: &mut Vec<Finding>,
) {
    let count = call.arguments.len();
    let types = signature.required.iter().chain(signature.optional);
    let most = signature.required.len() + signature.optional.len();
    if let Some(surplus) = call.arguments.get(most) {
        let message = match most {
            0 => format!("'{}' takes no arguments", call.name),
            1 => format!("'{}' takes one argument", call.name),
            _ => format!("'{}' takes {most} arguments", call.name),
        };
        found.push(piece.at(&argument_count::RULE, call.word, surplus.clone(), message));
        return;
    }
    if count < signature.required.len() && !may_be_empty(count, signature.required) {
        let missing = signature.required.get(count).copied();
        let message = format!(
            "'{}' needs {} more: {}",
            call.name,
            arguments(signature.required.len() - count),
            missing.map_or("an argument", expected),
        );
        found.push(piece.at(
            &argument_count::RULE,
            call.word,
            call.range.clone(),
            message,
        ));
        return;
    }
    let word = piece.word(call.word);
    let mut values = Vec::with_capacity(count);
    for (range, argument) in call.arguments.iter().zip(types) {
        let value = unquoted_argument(word.get(range.clone()).unwrap_or_default());
        if !has_form(*argument, &value) {
            let message = format!(
                "'{}' expects {} here, found '{value}'",
                call.name,
                expected(*argument)
            );
            found.push(piece.at(&argument_value::RULE, call.word, range.clone(), message));
            return;
        }
        if *argument == ArgumentType::Regex
            && let Some(fault) = regex_syntax::fault(&value)
        {
            found.push(piece.at(&regex::RULE, call.word, range.clone(), fault.to_string()));
        }
        values.push(value);
    }
    if let Some(fault) = constraint::fault(signature.kind, signature.name, &values, piece.version) {
        let place = call.arguments.get(fault.position);
        let range = place.unwrap_or(&call.range).clone();
        let message = format!("'{}' {}", call.name, fault.message);
        found.push(piece.at(&argument_value::RULE, call.word, range, message));
    }
}

/// Whether the only argument may be missing: it is then empty, or the section's own.
fn may_be_empty(count: usize, required: &[ArgumentType]) -> bool {
    use ArgumentType as A;
    let [only] = required else { return false };
    count == 0
        && matches!(
            only,
            A::String | A::Table | A::Backend | A::Frontend | A::Server | A::Userlist
        )
}

fn arguments(count: usize) -> String {
    match count {
        1 => "one argument".to_owned(),
        _ => format!("{count} arguments"),
    }
}

fn expected(argument: ArgumentType) -> &'static str {
    match argument {
        ArgumentType::Integer => "a whole number",
        ArgumentType::Table => "the name of a table",
        ArgumentType::Backend => "the name of a backend",
        ArgumentType::Frontend => "the name of a frontend",
        ArgumentType::Server => "the name of a server",
        ArgumentType::Userlist => "the name of a userlist",
        ArgumentType::Regex => "a regular expression",
        ArgumentType::Ipv4Address => "an IPv4 address",
        ArgumentType::Ipv6Address => "an IPv6 address",
        ArgumentType::Ipv4Mask => "a mask of IPv4, 0 to 32 bits",
        ArgumentType::Ipv6Mask => "a mask of IPv6, 0 to 128 bits",
        ArgumentType::ProtobufField => "numbers with dots between them",
        _ => "a text",
    }
}

fn has_form(argument: ArgumentType, value: &str) -> bool {
    match argument {
        ArgumentType::Integer => is_integer(value),
        ArgumentType::Ipv4Address => value.parse::<Ipv4Addr>().is_ok(),
        ArgumentType::Ipv6Address => value.parse::<Ipv6Addr>().is_ok(),
        ArgumentType::Ipv4Mask => is_mask::<Ipv4Addr>(value, 32),
        ArgumentType::Ipv6Mask => is_mask::<Ipv6Addr>(value, 128),
        ArgumentType::ProtobufField => value
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())),
        ArgumentType::Regex => !value.is_empty(),
        _ => true,
    }
}

/// Whether HAProxy reads the text as a whole number; one that is too large is cut.
pub(super) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text is a number of bits, or a mask written as an address.
pub(super) fn is_mask<A: std::str::FromStr>(text: &str, bits: u32) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_length = is_number && text.parse::<u32>().is_ok_and(|length| length <= bits);
    is_length || text.parse::<A>().is_ok()
}
