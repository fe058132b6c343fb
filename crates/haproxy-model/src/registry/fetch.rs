use super::{ArgumentType, Contexts, SampleType, is_within};
use crate::version::Version;

/// A sample fetch: what reads a value from the traffic, its surroundings or the process.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fetch {
    /// Its name, without arguments.
    pub name: &'static str,
    /// The arguments that have to be there.
    pub required: &'static [ArgumentType],
    /// The arguments that may follow.
    pub optional: &'static [ArgumentType],
    /// What it gives.
    pub result: SampleType,
    /// Where it can be used.
    pub contexts: Contexts,
    /// The first version that has it; `None` where the oldest supported one does.
    pub since: Option<Version>,
    /// The first version that does not have it.
    pub removed: Option<Version>,
}

impl Fetch {
    pub(super) const fn new(
        name: &'static str,
        required: &'static [ArgumentType],
        optional: &'static [ArgumentType],
        result: SampleType,
        contexts: u32,
        since: Option<Version>,
        removed: Option<Version>,
    ) -> Self {
        Self {
            name,
            required,
            optional,
            result,
            contexts: Contexts(contexts),
            since,
            removed,
        }
    }

    /// Whether this version has it.
    pub fn is_in(&self, version: Version) -> bool {
        is_within(version, self.since, self.removed)
    }

    /// Whether it looks at the bytes of a connection, which a proxy that speaks HTTP does not have.
    ///
    /// HAProxy's own listing does not tell: these have the contexts of what looks at requests.
    pub fn is_of_bytes(&self) -> bool {
        let name = self.name;
        let of_side = name
            .strip_prefix("req")
            .or_else(|| name.strip_prefix("res"));
        match of_side.and_then(|rest| rest.strip_prefix(['.', '_'])) {
            Some(rest) => {
                matches!(rest, "len" | "payload" | "payload_lv")
                    || rest.starts_with("rdp_cookie")
                    || rest.starts_with("ssl_")
            }
            None => {
                matches!(
                    name,
                    "payload"
                        | "payload_lv"
                        | "rdp_cookie"
                        | "rdp_cookie_cnt"
                        | "rep_ssl_hello_type"
                ) || name.starts_with("distcc_")
            }
        }
    }
}
