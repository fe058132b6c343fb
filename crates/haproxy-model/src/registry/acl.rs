use super::{MatchMethod, is_within};
use crate::version::Version;

/// A keyword of ACLs that stands for a sample fetch and a way to match: `path_beg` for `path -m beg`.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Acl {
    /// Its name, without arguments.
    pub name: &'static str,
    /// The sample fetch that it stands for.
    pub fetch: &'static str,
    /// How it compares unless `-m` says otherwise.
    pub matching: MatchMethod,
    /// The first version that has it; `None` where the oldest supported one does.
    pub since: Option<Version>,
    /// The first version that does not have it.
    pub removed: Option<Version>,
}

impl Acl {
    pub(super) const fn new(
        name: &'static str,
        fetch: &'static str,
        matching: MatchMethod,
        since: Option<Version>,
        removed: Option<Version>,
    ) -> Self {
        Self {
            name,
            fetch,
            matching,
            since,
            removed,
        }
    }

    /// Whether this version has it.
    pub fn is_in(&self, version: Version) -> bool {
        is_within(version, self.since, self.removed)
    }
}
