use super::{ArgumentType, SampleType, is_within};
use crate::version::Version;

/// A converter: what turns one sample into another.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converter {
    /// Its name, without arguments.
    pub name: &'static str,
    /// The arguments that have to be there.
    pub required: &'static [ArgumentType],
    /// The arguments that may follow.
    pub optional: &'static [ArgumentType],
    /// What it takes; other types are turned into this one where HAProxy knows how.
    pub input: SampleType,
    /// What it gives.
    pub output: SampleType,
    /// The first version that has it; `None` where the oldest supported one does.
    pub since: Option<Version>,
    /// The first version that does not have it.
    pub removed: Option<Version>,
}

impl Converter {
    pub(super) const fn new(
        name: &'static str,
        required: &'static [ArgumentType],
        optional: &'static [ArgumentType],
        input: SampleType,
        output: SampleType,
        since: Option<Version>,
        removed: Option<Version>,
    ) -> Self {
        Self {
            name,
            required,
            optional,
            input,
            output,
            since,
            removed,
        }
    }

    /// Whether this version has it.
    pub fn is_in(&self, version: Version) -> bool {
        is_within(version, self.since, self.removed)
    }
}
