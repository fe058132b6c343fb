//! The criterion of an ACL, its flags and patterns.

use haproxy_model::registry::{MatchMethod, SampleType};
use haproxy_model::text::has_reference;
use haproxy_model::value::{AclExpression, AclFlag};

use super::finding::Finding;
use super::pattern::{PatternFault, Patterns};
use super::piece::Piece;
use super::sample::{self, Sample};
use super::{match_method, missing_pattern, regex, unreadable_pattern};

/// Looks at the words of an ACL; what its criterion gives, where that is known.
pub(super) fn look(piece: Piece<'_>, found: &mut Vec<Finding>) -> Option<Sample> {
    let criterion = Piece {
        words: piece.words.get(..1)?,
        ..piece
    };
    let known = sample::look(criterion, true, found);
    if has_reference(piece.word(0)) {
        return None;
    }
    let acl = AclExpression::from_words(piece.words.iter().copied()).ok()?;
    let flags: Vec<AclFlag<'_>> = acl.flags().collect();
    let by_type = known.and_then(|sample| match sample.matching {
        Some(method) => Some(method),
        None => by_type(sample.output),
    });
    let named = flags.iter().rev().find_map(|flag| match flag {
        AclFlag::Match(name) => Some(*name),
        _ => None,
    });
    let method = match named {
        Some(name) => MatchMethod::named(name),
        None => by_type,
    };
    if let Some(sample) = known {
        check_method(piece, &sample, named, by_type, found);
    }
    if piece.words.len() == 1 && method.is_some_and(|method| method != MatchMethod::Boolean) {
        let message = "the ACL has nothing to compare with, and never matches";
        let mut finding = piece.at_word(&missing_pattern::RULE, 0, message);
        finding.help =
            Some("give it patterns, or '-m found' to ask whether there is a value".into());
        found.push(finding);
    }
    check_order(piece, &flags, found);
    let is_dotted = known.is_some_and(|sample| {
        named.is_none() && sample.matching.is_some() && sample.fetch.name == "req.ssl_ver"
    });
    let patterns = Patterns {
        method: method?,
        dotted: is_dotted,
        no_dns: flags.contains(&AclFlag::NoDns),
    };
    let first = 1 + flags.iter().map(|flag| flag.words().count()).sum::<usize>();
    for (index, fault) in patterns.faults(acl.patterns()) {
        let (rule, message) = match fault {
            PatternFault::Unreadable(message) => (&unreadable_pattern::RULE, message),
            PatternFault::Regex(message) => (&regex::RULE, message),
        };
        found.push(piece.at_word(rule, first + index, message));
    }
    known
}

/// How samples of a type are compared where nothing says it.
fn by_type(output: SampleType) -> Option<MatchMethod> {
    match output {
        SampleType::Boolean => Some(MatchMethod::Boolean),
        SampleType::SignedInteger => Some(MatchMethod::Integer),
        SampleType::Address | SampleType::Ipv4 | SampleType::Ipv6 => Some(MatchMethod::Ip),
        SampleType::Text | SampleType::Method => Some(MatchMethod::Exact),
        _ => None,
    }
}

fn check_method(
    piece: Piece<'_>,
    sample: &Sample,
    named: Option<&str>,
    by_type: Option<MatchMethod>,
    found: &mut Vec<Finding>,
) {
    let output = sample::named(sample.output);
    let Some(name) = named else {
        if by_type.is_none() {
            let message = format!("the sample is {output}: '-m' has to say how it is compared");
            let mut finding = piece.at_word(&match_method::RULE, 0, message);
            finding.help = Some("write '-m' and a way to compare, such as '-m str'".into());
            found.push(finding);
        }
        return;
    };
    let Some(taken) = MatchMethod::named(name).map(takes) else {
        return;
    };
    if !sample.output.casts_to(taken, piece.version) {
        let word = piece.words.iter().position(|word| *word == name);
        let message = format!(
            "'-m {name}' compares {}, and the sample is {output}",
            sample::named(taken)
        );
        found.push(piece.at_word(&match_method::RULE, word.unwrap_or(0), message));
    }
}

/// What a method compares.
fn takes(method: MatchMethod) -> SampleType {
    match method {
        MatchMethod::Found => SampleType::Any,
        MatchMethod::Boolean | MatchMethod::Integer => SampleType::SignedInteger,
        MatchMethod::Ip => SampleType::Address,
        MatchMethod::Binary => SampleType::Binary,
        _ => SampleType::Text,
    }
}

/// Patterns of a file are read the way that the flags before it say.
fn check_order(piece: Piece<'_>, flags: &[AclFlag<'_>], found: &mut Vec<Finding>) {
    let mut at = 1;
    let mut is_loaded = false;
    for flag in flags {
        match flag {
            AclFlag::File(_) => is_loaded = true,
            AclFlag::Match(_) if is_loaded => {
                let message = "'-m' has to stand before the files of patterns";
                found.push(piece.at_word(&match_method::RULE, at, message));
            }
            _ => {}
        }
        at += flag.words().count();
    }
}
