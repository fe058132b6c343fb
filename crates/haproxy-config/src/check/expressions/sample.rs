//! What HAProxy says of a sample expression by itself, wherever it stands.

use haproxy_model::registry::{self, Contexts, Converter, Fetch, MatchMethod, SampleType};
use haproxy_model::text::has_reference;
use haproxy_model::value::CallSpan;
use haproxy_model::version::Version;

use super::finding::Finding;
use super::piece::Piece;
use super::{argument, converter_input, unknown_converter, unknown_fetch};
use crate::check::nearest::did_you_mean;

/// What an expression gives.
#[derive(Clone, Copy)]
pub(super) struct Sample {
    pub(super) fetch: &'static Fetch,
    /// Where it can be fetched.
    pub(super) contexts: Contexts,
    /// What comes out in the end.
    pub(super) output: SampleType,
    /// How an ACL keyword compares, where it is one.
    pub(super) matching: Option<MatchMethod>,
}

/// Looks at an expression; `None` where what it gives is not known.
///
/// `in_acl` says that the keywords of ACLs count as well.
pub(super) fn look(piece: Piece<'_>, in_acl: bool, found: &mut Vec<Finding>) -> Option<Sample> {
    if piece.words.iter().any(|word| has_reference(word)) {
        return None;
    }
    let calls = CallSpan::all(piece.words);
    let (first, converters) = calls.split_first()?;
    let mut sample = fetch(piece, first, in_acl, found);
    let mut output = sample.map_or(SampleType::Any, |sample| sample.output);
    for call in converters {
        let Some(converter) = converter(piece, call, found) else {
            output = SampleType::Any;
            sample = None;
            continue;
        };
        if !output.casts_to(converter.input, piece.version) {
            let message = format!(
                "converter '{}' takes {}, and what stands before it gives {}",
                call.name,
                named(converter.input),
                named(output),
            );
            found.push(piece.at(
                &converter_input::RULE,
                call.word,
                call.range.clone(),
                message,
            ));
        }
        argument::check(piece, call, &converter.into(), found);
        if converter.output != SampleType::Same {
            output = converter.output;
        }
    }
    sample.map(|sample| Sample { output, ..sample })
}

fn fetch(
    piece: Piece<'_>,
    call: &CallSpan<'_>,
    in_acl: bool,
    found: &mut Vec<Finding>,
) -> Option<Sample> {
    let acl = registry::acl(call.name).filter(|acl| in_acl && acl.is_in(piece.version));
    let name = acl.map_or(call.name, |acl| acl.fetch);
    let Some(fetch) = registry::fetch_in(name, piece.version) else {
        if !may_be_lua(piece, call.name) {
            found.push(unknown(piece, call, in_acl));
        }
        return None;
    };
    argument::check(piece, call, &fetch.into(), found);
    Some(Sample {
        fetch,
        contexts: registry::contexts_in(fetch.name, piece.version),
        output: fetch.result,
        matching: acl.map(|acl| acl.matching),
    })
}

fn unknown(piece: Piece<'_>, call: &CallSpan<'_>, in_acl: bool) -> Finding {
    let (name, version) = (call.name, piece.version);
    let at = |message| piece.at(&unknown_fetch::RULE, call.word, call.range.clone(), message);
    if let Some(fetch) = registry::fetch(name) {
        return at(outside(
            "sample fetch",
            name,
            fetch.since,
            fetch.removed,
            version,
        ));
    }
    if registry::acl(name).is_some() {
        let mut finding = at(format!(
            "'{name}' is a keyword of ACLs, and no sample fetch"
        ));
        let fetch = registry::acl(name).map(|acl| format!("the fetch is '{}'", acl.fetch));
        finding.help = fetch;
        return finding;
    }
    if registry::converter(name).is_some() {
        return at(format!(
            "'{name}' is a converter: a sample fetch has to stand before it"
        ));
    }
    let mut finding = at(format!("there is no sample fetch '{name}'"));
    let fetches = registry::fetches().iter();
    let fetches = fetches
        .filter(|fetch| fetch.is_in(version))
        .map(|fetch| fetch.name);
    let acls = registry::acls().iter().filter(|_| in_acl);
    let acls = acls.filter(|acl| acl.is_in(version)).map(|acl| acl.name);
    finding.help = did_you_mean(name, fetches.chain(acls));
    finding
}

fn converter(
    piece: Piece<'_>,
    call: &CallSpan<'_>,
    found: &mut Vec<Finding>,
) -> Option<&'static Converter> {
    let (name, version) = (call.name, piece.version);
    let converter = registry::converter_in(name, version);
    if converter.is_some() || may_be_lua(piece, name) {
        return converter;
    }
    let at = |message| {
        piece.at(
            &unknown_converter::RULE,
            call.word,
            call.range.clone(),
            message,
        )
    };
    if let Some(other) = registry::converter(name) {
        found.push(at(outside(
            "converter",
            name,
            other.since,
            other.removed,
            version,
        )));
        return None;
    }
    if registry::fetch(name).is_some() {
        found.push(at(format!(
            "'{name}' is a sample fetch: it can only stand at the start"
        )));
        return None;
    }
    let mut finding = at(format!("there is no converter '{name}'"));
    let converters = registry::converters().iter();
    let converters = converters
        .filter(|converter| converter.is_in(version))
        .map(|converter| converter.name);
    finding.help = did_you_mean(name, converters);
    found.push(finding);
    None
}

fn outside(
    kind: &str,
    name: &str,
    since: Option<Version>,
    removed: Option<Version>,
    version: Version,
) -> String {
    match (since, removed) {
        (Some(since), _) if version < since => {
            format!("{kind} '{name}' exists since HAProxy {since}, the target is {version}")
        }
        (_, Some(removed)) => {
            format!("{kind} '{name}' was removed in HAProxy {removed}, the target is {version}")
        }
        _ => format!("there is no {kind} '{name}' in HAProxy {version}"),
    }
}

/// Whether a program in Lua may define the name.
fn may_be_lua(piece: Piece<'_>, name: &str) -> bool {
    piece.has_lua && name.starts_with("lua.")
}

/// The type in a sentence.
pub(super) fn named(sample_type: SampleType) -> &'static str {
    match sample_type {
        SampleType::Boolean => "true or false",
        SampleType::SignedInteger => "a number",
        SampleType::Address => "an address",
        SampleType::Ipv4 => "an IPv4 address",
        SampleType::Ipv6 => "an IPv6 address",
        SampleType::Text => "text",
        SampleType::Binary => "bytes",
        SampleType::Method => "a method of HTTP",
        _ => "anything",
    }
}
