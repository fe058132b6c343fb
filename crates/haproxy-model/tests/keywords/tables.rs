//! The keyword tables, by where their keywords stand.

use haproxy_model::bind::BindParameter;
use haproxy_model::crt_list::CrtListParameter;
use haproxy_model::keyword::{Keyword, Keywords, Syntax};
use haproxy_model::section::{
    Acme, Cache, CrtStore, FcgiApp, Global, Healthcheck, HttpErrors, Listen, LogForward,
    LogProfile, Mailers, Peers, Program, Resolvers, Ring, Section, Traces, Userlist,
};
use haproxy_model::server::ServerParameter;
use haproxy_model::version::Version;

use crate::dump::starts_with;

/// The keywords of a section, of an argument or of a set of rules.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    /// The section, if it is one.
    pub(crate) section: Option<&'static Keyword>,
    pub(crate) keywords: &'static [Keyword],
}

/// Every place that has a table of its own.
pub(crate) const PLACES: &[Place] = &[
    Place::section::<Global>(),
    Place::section::<Acme>(),
    Place::section::<Cache>(),
    Place::section::<CrtStore>(),
    Place::section::<FcgiApp>(),
    Place::section::<Healthcheck>(),
    Place::section::<HttpErrors>(),
    Place::section::<Listen>(),
    Place::section::<LogForward>(),
    Place::section::<LogProfile>(),
    Place::section::<Mailers>(),
    Place::section::<Peers>(),
    Place::section::<Program>(),
    Place::section::<Resolvers>(),
    Place::section::<Ring>(),
    Place::section::<Traces>(),
    Place::section::<Userlist>(),
    Place::arguments::<BindParameter>("bind"),
    Place::arguments::<CrtListParameter>("crt-list"),
    Place::arguments::<ServerParameter>("server"),
];

/// Statements whose arguments are places as well, and where they stand.
const NESTED: &[(&str, &str)] = &[
    ("filter", "listen"),
    ("http-after-response", "listen"),
    ("http-request", "listen"),
    ("http-response", "listen"),
    ("load", "crt-store"),
    ("quic-initial", "listen"),
    ("tcp-request connection", "listen"),
    ("tcp-request content", "listen"),
    ("tcp-request session", "listen"),
    ("tcp-response content", "listen"),
];

impl Place {
    const fn section<S: Section>() -> Self {
        Self {
            name: S::KEYWORD.name,
            section: Some(S::KEYWORD),
            keywords: <S::Directive as Keywords>::KEYWORDS,
        }
    }

    const fn arguments<T: Keywords>(name: &'static str) -> Self {
        Self {
            name,
            section: None,
            keywords: T::KEYWORDS,
        }
    }
}

/// Whether the keyword is one of this version, at this place.
pub(crate) fn is_in(place: &str, keyword: &'static Keyword, version: Version) -> bool {
    let nested = NESTED.iter().find(|(statement, _)| *statement == place);
    let section = nested.map_or(place, |(_, section)| section);
    let section = PLACES.iter().find(|it| it.name == section);
    let statement = nested.zip(section).and_then(|((statement, _), section)| {
        let mut keywords = section.keywords.iter();
        keywords.find(|it| it.name == *statement)
    });
    let around = section.and_then(|section| section.section).into_iter();
    let mut keywords = around.chain(statement).chain([keyword]);
    keywords.all(|it| was_in(it, version))
}

fn was_in(keyword: &Keyword, version: Version) -> bool {
    keyword.since.is_none_or(|since| since <= version)
        && keyword.removed.is_none_or(|removed| version < removed)
}

/// The keywords of a place; `None` where it has no table.
///
/// `actions` are those of all sets of rules.
pub(crate) fn keywords(place: &str) -> Option<Vec<&'static Keyword>> {
    if let Some(place) = PLACES.iter().find(|it| it.name == place) {
        return Some(place.keywords.iter().collect());
    }
    let is_wanted = |statement| {
        statement == place || (place == "actions" && !matches!(statement, "filter" | "load"))
    };
    let mut found = None;
    for (statement, section) in NESTED.iter().filter(|(statement, _)| is_wanted(*statement)) {
        let section = PLACES.iter().find(|it| it.name == *section)?;
        for keyword in section.keywords.iter().filter(|it| it.name == *statement) {
            collect(keyword.syntax, found.get_or_insert_default());
        }
    }
    found
}

/// Every place, nested ones included, whose table there is.
pub(crate) fn places() -> Vec<&'static str> {
    let nested = NESTED.iter().map(|(statement, _)| *statement);
    let places = PLACES.iter().map(|place| place.name).chain(nested);
    places.filter(|place| keywords(place).is_some()).collect()
}

/// The keywords that stand where this is read, without those of their own arguments.
fn collect(syntax: &'static Syntax, found: &mut Vec<&'static Keyword>) {
    match syntax {
        Syntax::Keywords(keywords) => found.extend(*keywords),
        Syntax::Argument(_, syntax)
        | Syntax::Call(syntax)
        | Syntax::Joined(syntax)
        | Syntax::Optional(syntax)
        | Syntax::Repeat(syntax)
        | Syntax::List(syntax, _) => collect(syntax, found),
        Syntax::Sequence(parts) | Syntax::Either(parts) => {
            for part in *parts {
                collect(part, found);
            }
        }
        _ => {}
    }
}

/// Whether the keyword, by any of its spellings, is what these words start with.
///
/// A keyword that goes on in its last word is what that word starts with.
pub(crate) fn starts(words: &str, keyword: &Keyword) -> bool {
    let goes_on = match keyword.syntax {
        Syntax::Joined(_) => true,
        Syntax::Sequence(parts) => matches!(parts.first(), Some(Syntax::Joined(_))),
        _ => false,
    };
    names(keyword).any(|name| starts_with(words, name) || (goes_on && words.starts_with(name)))
}

/// The keyword's name and its other spellings.
pub(crate) fn names(keyword: &Keyword) -> impl Iterator<Item = &'static str> {
    std::iter::once(keyword.name).chain(keyword.aliases.iter().copied())
}
