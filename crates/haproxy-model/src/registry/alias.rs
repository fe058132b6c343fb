use super::{is_within, version};
use crate::version::Version;

/// A short name of log formats: `ci` for `%ci`.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Alias {
    /// Its name, without the `%`.
    pub name: &'static str,
    /// Whether versions before 3.0 have it in proxies of HTTP only.
    pub http: bool,
    /// The first version that has it; `None` where the oldest supported one does.
    pub since: Option<Version>,
}

impl Alias {
    const fn new(name: &'static str) -> Self {
        Self {
            name,
            http: false,
            since: None,
        }
    }

    const fn http(name: &'static str) -> Self {
        Self {
            http: true,
            ..Self::new(name)
        }
    }

    /// Whether this version has it.
    pub fn is_in(&self, version: Version) -> bool {
        is_within(version, self.since, None)
    }
}

/// By name. HAProxy does not list them by itself.
#[rustfmt::skip]
pub(super) static ALIASES: &[Alias] = &[
    Alias::new("B"), Alias::http("CC"), Alias::http("CS"), Alias::new("H"), Alias::http("HM"),
    Alias::http("HP"), Alias::http("HPO"), Alias::http("HQ"), Alias::http("HU"), Alias::http("HV"),
    Alias::new("ID"), Alias { since: version(3, 1), ..Alias::new("OG") }, Alias::new("ST"),
    Alias::new("T"), Alias::http("TR"), Alias::http("Ta"), Alias::new("Tc"), Alias::new("Td"),
    Alias::new("Th"), Alias::http("Ti"), Alias::new("Tl"), Alias::http("Tq"), Alias::http("Tr"),
    Alias::new("Ts"), Alias::new("Tt"), Alias::new("Tu"), Alias::new("Tw"), Alias::new("U"),
    Alias::new("ac"), Alias::new("b"), Alias::new("bc"), Alias::new("bi"), Alias::new("bp"),
    Alias::new("bq"), Alias::new("ci"), Alias::new("cp"), Alias::new("f"), Alias::new("fc"),
    Alias::new("fi"), Alias::new("fp"), Alias::new("ft"), Alias::new("hr"), Alias::new("hrl"),
    Alias::new("hs"), Alias::new("hsl"), Alias::new("lc"), Alias::new("ms"), Alias::new("o"),
    Alias::new("pid"), Alias::http("r"), Alias::new("rc"), Alias::new("rt"), Alias::new("s"),
    Alias::new("sc"), Alias::new("si"), Alias::new("sp"), Alias::new("sq"), Alias::new("sslc"),
    Alias::new("sslv"), Alias::new("t"), Alias::http("tr"), Alias::http("trg"), Alias::http("trl"),
    Alias::new("ts"), Alias::new("tsc"),
];
