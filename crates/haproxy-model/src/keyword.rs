//! What is known of a keyword, as a static table that anything can list.

mod again;
mod bounds;
mod choices;
mod keywords;
mod phase;
mod setter;
mod syntax;
mod usage;

pub use again::Again;
pub use bounds::Bounds;
pub use keywords::{Group, Holds, Keywords};
pub use phase::Phase;
pub use setter::Setter;
pub use syntax::Syntax;

pub(crate) use choices::choices_in;
pub(crate) use usage::usage_in;

use crate::registry::Stage;
use crate::version::Version;

/// A keyword and all that its one definition says of it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each true or not"
)]
pub struct Keyword {
    /// Its words, joined by one blank: `timeout client`.
    pub name: &'static str,
    /// Other spellings that HAProxy accepts for it.
    pub aliases: &'static [&'static str],
    /// What follows it.
    pub syntax: &'static Syntax,
    /// A description in a sentence or a few; the first stands alone.
    pub documentation: &'static str,
    /// The sections it may stand in, as HAProxy names them; empty where it is part of a statement
    /// (an action, a parameter) and so stands wherever that statement does.
    pub sections: &'static [&'static str],
    /// The first version that has it; `None` where 2.4 had it already.
    pub since: Option<Version>,
    /// The first version before that of which newer releases have it as well.
    pub backported: Option<Version>,
    /// The first version that refuses it.
    pub removed: Option<Version>,
    /// The first version that calls it deprecated.
    pub deprecated: Option<Version>,
    /// What to write instead of it.
    pub instead: Option<&'static str>,
    /// `instead` can take its place as it stands: it takes the same arguments and means the same.
    pub renamed: bool,
    /// Its place in JSON, as [`crate::json`] describes it; `None` where no property says it.
    pub json: Option<&'static str>,
    /// When HAProxy evaluates the expressions in it; `None` where the keyword around it says so.
    pub stage: Option<Stage>,
    /// Needs `expose-experimental-directives`.
    pub experimental: bool,
    /// Accepted behind `no`.
    pub no: bool,
    /// Accepted behind `default`.
    pub default: bool,
    /// A server parameter that `default-server` refuses has `false` here.
    pub default_server: bool,
    /// A server parameter that the runtime command `add server` accepts.
    pub runtime: bool,
    /// The first version whose `add server` accepts it; `None` where every one does that has it.
    pub runtime_since: Option<Version>,
    /// The runtime command that sets what it says, if there is one.
    pub set: Option<Setter>,
    /// The keyword that it takes back, as if none of both stood there: `check` of `no-check`.
    pub negates: Option<&'static str>,
    /// Counts only in proxies that speak HTTP.
    pub http: bool,
    /// Every statement with it counts; of others, only the last one does.
    pub repeated: bool,
    /// HAProxy reads no further than its arguments: what follows on the line means nothing.
    pub ignores_rest: bool,
    /// Of `defaults` sections only those with a name have it, since 2.5.
    pub named_defaults: bool,
    /// A proxy of a kind that is not among its sections is refused with it; HAProxy only warns of
    /// other keywords there.
    pub refused_elsewhere: bool,
    /// An action behind which no other rule of its kind is carried out.
    pub ends_rules: bool,
    /// What HAProxy makes of a second statement with it.
    pub again: Again,
    /// The first version that warns of a time below 100 without a unit.
    pub wants_unit: Option<Version>,
    /// Its arguments may be left out only behind `no`.
    pub arguments_unless_no: bool,
    /// The values that its first argument may have, where its type takes more.
    pub bounds: Option<Bounds>,
    /// What must be among its arguments, one word of each group: groups have commas between them, the
    /// words of a group bars, and `*` is any word.
    pub needs: Option<&'static str>,
    /// HAProxy accepts it without its first argument, which means nothing then, or 0.
    pub takes_nothing: bool,
    /// HAProxy at most warns where its first argument is none of those that it knows.
    pub takes_anything: bool,
    /// What HAProxy must have been built with to have it, as its list of features names that.
    pub feature: Option<&'static str>,
    /// Where it is best written among the statements of its section.
    pub phase: Phase,
    /// A name for what its order counts with; `None` where that is its like only.
    pub ordered: Option<&'static str>,
}

impl Keyword {
    /// A keyword in every supported version, without any restriction.
    pub const fn new(name: &'static str, syntax: &'static Syntax) -> Self {
        Self {
            name,
            aliases: &[],
            syntax,
            documentation: "",
            sections: &[],
            since: None,
            backported: None,
            removed: None,
            deprecated: None,
            instead: None,
            renamed: false,
            json: None,
            stage: None,
            experimental: false,
            no: false,
            default: false,
            default_server: true,
            runtime: false,
            runtime_since: None,
            set: None,
            negates: None,
            http: false,
            repeated: false,
            ignores_rest: false,
            named_defaults: false,
            refused_elsewhere: false,
            ends_rules: false,
            again: Again::Counts,
            wants_unit: None,
            arguments_unless_no: false,
            bounds: None,
            needs: None,
            takes_nothing: false,
            takes_anything: false,
            feature: None,
            phase: Phase::Settings,
            ordered: None,
        }
    }

    /// With other spellings.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// With a description.
    #[must_use]
    pub const fn documentation(mut self, documentation: &'static str) -> Self {
        self.documentation = documentation;
        self
    }

    /// Only in these sections.
    #[must_use]
    pub const fn sections(mut self, sections: &'static [&'static str]) -> Self {
        self.sections = sections;
        self
    }

    /// Only from this version on.
    #[must_use]
    pub const fn since(mut self, version: Version) -> Self {
        self.since = Some(version);
        self
    }

    /// Only from this version on, or from a later one where it is only from that one on already.
    #[must_use]
    pub const fn not_before(self, version: Version) -> Self {
        match self.since {
            Some(since) if since.is_at_least(version) => self,
            _ => self.since(version),
        }
    }

    /// Refused from this version on.
    #[must_use]
    pub const fn removed(mut self, version: Version) -> Self {
        self.removed = Some(version);
        self
    }

    /// Deprecated from this version on.
    #[must_use]
    pub const fn deprecated(mut self, version: Version) -> Self {
        self.deprecated = Some(version);
        self
    }

    /// With what to write instead.
    #[must_use]
    pub const fn instead(mut self, instead: &'static str) -> Self {
        self.instead = Some(instead);
        self
    }

    /// What to write instead can take its place as it stands.
    #[must_use]
    pub const fn renamed(mut self) -> Self {
        self.renamed = true;
        self
    }

    /// With its place in JSON.
    #[must_use]
    pub const fn json(mut self, json: &'static str) -> Self {
        self.json = Some(json);
        self
    }

    /// With the stage at which its expressions are evaluated.
    #[must_use]
    pub const fn stage(mut self, stage: Stage) -> Self {
        self.stage = Some(stage);
        self
    }

    /// Only behind `expose-experimental-directives`.
    #[must_use]
    pub const fn experimental(mut self) -> Self {
        self.experimental = true;
        self
    }

    /// Accepted behind `no`, too.
    #[must_use]
    pub const fn accepting_no(mut self) -> Self {
        self.no = true;
        self
    }

    /// Accepted behind `default`, too.
    #[must_use]
    pub const fn accepting_default(mut self) -> Self {
        self.default = true;
        self
    }

    /// Refused by `default-server`.
    #[must_use]
    pub const fn not_in_default_server(mut self) -> Self {
        self.default_server = false;
        self
    }

    /// Accepted by the runtime command `add server`.
    #[must_use]
    pub const fn at_runtime(mut self) -> Self {
        self.runtime = true;
        self
    }

    /// Accepted by the runtime command `add server` from this version on only.
    #[must_use]
    pub const fn at_runtime_since(mut self, version: Version) -> Self {
        self.runtime_since = Some(version);
        self
    }

    /// A runtime command sets what it says.
    #[must_use]
    pub const fn set_by(mut self, setter: Setter) -> Self {
        self.set = Some(setter);
        self
    }

    /// It takes back what another keyword says.
    #[must_use]
    pub const fn negating(mut self, keyword: &'static str) -> Self {
        self.negates = Some(keyword);
        self
    }

    /// Counts only in HTTP.
    #[must_use]
    pub const fn only_in_http(mut self) -> Self {
        self.http = true;
        self
    }

    /// Every statement with it counts.
    #[must_use]
    pub const fn repeated(mut self) -> Self {
        self.repeated = true;
        self
    }

    /// Nothing behind its arguments means anything.
    #[must_use]
    pub const fn ignoring_rest(mut self) -> Self {
        self.ignores_rest = true;
        self
    }

    /// Of `defaults` sections only those with a name have it.
    #[must_use]
    pub const fn in_named_defaults(mut self) -> Self {
        self.named_defaults = true;
        self
    }

    /// Refused in proxies of another kind.
    #[must_use]
    pub const fn refused_elsewhere(mut self) -> Self {
        self.refused_elsewhere = true;
        self
    }

    /// An action behind which no other rule of its kind is carried out.
    #[must_use]
    pub const fn ending_rules(mut self) -> Self {
        self.ends_rules = true;
        self
    }

    /// With what HAProxy makes of a second statement with it.
    #[must_use]
    pub const fn again(mut self, again: Again) -> Self {
        self.again = again;
        self
    }

    /// With the first version that warns of a time below 100 without a unit.
    #[must_use]
    pub const fn wanting_unit(mut self, version: Version) -> Self {
        self.wants_unit = Some(version);
        self
    }

    /// Its arguments may be left out only behind `no`.
    #[must_use]
    pub const fn needing_arguments_unless_no(mut self) -> Self {
        self.arguments_unless_no = true;
        self
    }

    /// With the least and the greatest value of its first argument, as in `1ms..1s`.
    #[must_use]
    pub const fn within(mut self, bounds: &'static str) -> Self {
        self.bounds = Some(Bounds::new(bounds));
        self
    }

    /// With what must be among its arguments.
    #[must_use]
    pub const fn needing(mut self, words: &'static str) -> Self {
        self.needs = Some(words);
        self
    }

    /// Accepted without its first argument.
    #[must_use]
    pub const fn taking_nothing(mut self) -> Self {
        self.takes_nothing = true;
        self
    }

    /// Accepted whatever its first argument is.
    #[must_use]
    pub const fn taking_anything(mut self) -> Self {
        self.takes_anything = true;
        self
    }

    /// With the first earlier version of which newer releases have it as well.
    #[must_use]
    pub const fn backported(mut self, version: Version) -> Self {
        self.backported = Some(version);
        self
    }

    /// Whether this version has it not yet, in any release.
    pub fn is_before(&self, version: Version) -> bool {
        let is_before = |own: Option<Version>| own.is_none_or(|own| version < own);
        self.since.is_some_and(|since| version < since) && is_before(self.backported)
    }

    /// Only where HAProxy was built with this.
    #[must_use]
    pub const fn feature(mut self, feature: &'static str) -> Self {
        self.feature = Some(feature);
        self
    }

    /// Best written in this phase.
    #[must_use]
    pub const fn phase(mut self, phase: Phase) -> Self {
        self.phase = phase;
        self
    }

    /// With a name for what its order counts with.
    #[must_use]
    pub const fn ordered(mut self, ordered: &'static str) -> Self {
        self.ordered = Some(ordered);
        self
    }

    /// The keyword with its arguments as one line: `timeout client <time>`.
    ///
    /// Values stand in angle brackets, what may be left out in square brackets, alternatives in
    /// braces; `...` says that something may stand there again.
    pub fn usage(&self) -> String {
        usage::usage(self)
    }

    /// Whether the runtime command `add server` of this version accepts it.
    pub fn is_at_runtime(&self, version: Version) -> bool {
        let has = |since: Option<Version>| since.is_none_or(|since| version.is_at_least(since));
        self.runtime && has(self.since) && has(self.runtime_since)
    }

    /// Whether its version, a missing permission or a missing argument may keep it from being used.
    pub const fn is_restricted(&self) -> bool {
        self.since.is_some()
            || self.removed.is_some()
            || self.deprecated.is_some()
            || self.experimental
            || self.feature.is_some()
            || self.needs.is_some()
    }
}
