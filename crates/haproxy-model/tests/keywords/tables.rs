//! The keyword tables, by where their keywords stand.

use haproxy_model::bind::BindParameter;
use haproxy_model::keyword::{Keyword, Keywords, Syntax};
use haproxy_model::section::{
    AcmeKeyword, CacheKeyword, CrtStoreKeyword, FcgiAppKeyword, GlobalKeyword, HealthcheckKeyword,
    HttpErrorsKeyword, LogForwardKeyword, LogProfileKeyword, MailersKeyword, PeersKeyword,
    ProgramKeyword, ResolversKeyword, RingKeyword, TracesKeyword, UserlistKeyword,
};
use haproxy_model::server::ServerParameter;

/// The keywords of a section, of an argument or of a set of rules.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) keywords: &'static [Keyword],
}

/// Every place that has a table of its own.
pub(crate) const PLACES: &[Place] = &[
    Place::new("global", GlobalKeyword::KEYWORDS),
    Place::new("acme", AcmeKeyword::KEYWORDS),
    Place::new("cache", CacheKeyword::KEYWORDS),
    Place::new("crt-store", CrtStoreKeyword::KEYWORDS),
    Place::new("fcgi-app", FcgiAppKeyword::KEYWORDS),
    Place::new("healthcheck", HealthcheckKeyword::KEYWORDS),
    Place::new("http-errors", HttpErrorsKeyword::KEYWORDS),
    Place::new("log-forward", LogForwardKeyword::KEYWORDS),
    Place::new("log-profile", LogProfileKeyword::KEYWORDS),
    Place::new("mailers", MailersKeyword::KEYWORDS),
    Place::new("peers", PeersKeyword::KEYWORDS),
    Place::new("program", ProgramKeyword::KEYWORDS),
    Place::new("resolvers", ResolversKeyword::KEYWORDS),
    Place::new("ring", RingKeyword::KEYWORDS),
    Place::new("traces", TracesKeyword::KEYWORDS),
    Place::new("userlist", UserlistKeyword::KEYWORDS),
    Place::new("bind", BindParameter::KEYWORDS),
    Place::new("server", ServerParameter::KEYWORDS),
];

/// Statements whose arguments are places as well, and where they stand.
const NESTED: &[(&str, &str)] = &[
    ("filter", "listen"),
    ("http-after-response", "listen"),
    ("http-request", "listen"),
    ("http-response", "listen"),
    ("quic-initial", "listen"),
    ("tcp-request connection", "listen"),
    ("tcp-request content", "listen"),
    ("tcp-request session", "listen"),
    ("tcp-response content", "listen"),
];

impl Place {
    const fn new(name: &'static str, keywords: &'static [Keyword]) -> Self {
        Self { name, keywords }
    }
}

/// The keywords of a place; `None` where it has no table.
pub(crate) fn keywords(place: &str) -> Option<Vec<&'static Keyword>> {
    if let Some(place) = PLACES.iter().find(|it| it.name == place) {
        return Some(place.keywords.iter().collect());
    }
    let (statement, section) = NESTED.iter().find(|(statement, _)| *statement == place)?;
    let section = PLACES.iter().find(|it| it.name == *section)?;
    let mut found = Vec::new();
    for keyword in section.keywords.iter().filter(|it| it.name == *statement) {
        collect(keyword.syntax, &mut found);
    }
    Some(found)
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

/// The keyword's name and its other spellings.
pub(crate) fn names(keyword: &Keyword) -> impl Iterator<Item = &'static str> {
    std::iter::once(keyword.name).chain(keyword.aliases.iter().copied())
}
