use crate::keyword::{Keyword, Keywords, usage_in};
use crate::server::ServerParameter;
use crate::version::Version;

/// A keyword in a place where it may stand.
#[derive(Debug, Clone)]
pub struct Entry {
    pub(super) keyword: &'static Keyword,
    /// The keywords that it is part of, outermost first.
    pub(super) parents: Vec<Parent>,
    /// The keywords of the sections.
    pub(super) sections: Vec<&'static Keyword>,
}

/// A keyword with a choice among its arguments.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parent {
    pub(super) keyword: &'static Keyword,
    pub(super) choice: &'static [Keyword],
    /// Other arguments must stand before the choice.
    pub(super) has_gap: bool,
}

impl Entry {
    /// What is known of the keyword, wherever it stands.
    pub const fn keyword(&self) -> &'static Keyword {
        self.keyword
    }

    /// The keywords that this one is part of, outermost first; none of a statement.
    pub fn parents(&self) -> impl DoubleEndedIterator<Item = &'static Keyword> {
        self.parents.iter().map(|parent| parent.keyword)
    }

    /// The keyword behind those that it is part of, with `...` for the arguments that stand
    /// between them: `http-request set-header`, `server ... check`.
    pub fn name(&self) -> String {
        let mut name = String::new();
        for parent in &self.parents {
            name.push_str(parent.keyword.name);
            name.push_str(if parent.has_gap { " ... " } else { " " });
        }
        name + self.keyword.name
    }

    /// The whole line: `server <name> <address> ... inter <time> ...`.
    pub fn usage(&self) -> String {
        let own = self.keyword.usage();
        let usage = self.parents.iter().rev().fold(own, |usage, parent| {
            usage_in(parent.keyword, parent.choice, &usage)
        });
        usage.replace("... ...", "...")
    }

    /// Whether it opens a section.
    pub fn is_section(&self) -> bool {
        self.sections.is_empty()
    }

    /// The names of the sections where it may stand; none of what opens a section.
    pub fn sections(&self) -> impl ExactSizeIterator<Item = &'static str> {
        self.sections.iter().map(|section| section.name)
    }

    /// The names of the sections where it may stand that this version has.
    pub fn sections_of(&self, version: Version) -> impl Iterator<Item = &'static str> {
        let sections = self.sections.iter();
        let in_version = sections.filter(move |section| has(version, section));
        in_version.map(|section| section.name)
    }

    /// The first version that has it here; `None` where 2.4 had it already.
    pub fn since(&self) -> Option<Version> {
        let sections = self.sections.iter().map(|section| section.since);
        let of_path = self.path().filter_map(|keyword| keyword.since);
        of_path.chain(sections.min().flatten()).max()
    }

    /// The first version that refuses it here.
    pub fn removed(&self) -> Option<Version> {
        let mut last = self.sections.first().and_then(|section| section.removed);
        for section in &self.sections {
            last = last.and_then(|last| Some(last.max(section.removed?)));
        }
        let of_path = self.path().filter_map(|keyword| keyword.removed);
        of_path.chain(last).min()
    }

    /// The first version that calls it, or what it is part of, deprecated.
    pub fn deprecated(&self) -> Option<Version> {
        self.path().filter_map(|keyword| keyword.deprecated).min()
    }

    /// Whether it, what it is part of, or each of its sections needs
    /// `expose-experimental-directives`.
    pub fn is_experimental(&self) -> bool {
        let mut sections = self.sections.iter();
        self.path().any(|keyword| keyword.experimental)
            || !self.is_section() && sections.all(|section| section.experimental)
    }

    /// Whether this version has it.
    pub fn is_in(&self, version: Version) -> bool {
        self.path().all(|keyword| has(version, keyword))
            && (self.is_section() || self.sections_of(version).next().is_some())
    }

    /// What restricts its use, in words: `since 3.0`, `removed in 2.6`, `deprecated since 3.1`.
    pub fn restrictions(&self) -> Vec<String> {
        let since = self.since().map(|version| format!("since {version}"));
        let removed = self
            .removed()
            .map(|version| format!("removed in {version}"));
        let deprecated = self.deprecated();
        let deprecated = deprecated.map(|version| format!("deprecated since {version}"));
        let experimental = self
            .is_experimental()
            .then(|| "experimental, needs expose-experimental-directives".to_owned());
        let all = [since, deprecated, removed, experimental];
        all.into_iter().flatten().collect()
    }

    /// Whether it is the first keyword of a line in a section.
    pub fn is_statement(&self) -> bool {
        self.parents.is_empty() && !self.is_section()
    }

    /// Whether it is a parameter of a server.
    pub fn is_server_parameter(&self) -> bool {
        let parent = self.parents.last();
        parent.is_some_and(|parent| std::ptr::eq(parent.choice, ServerParameter::KEYWORDS))
    }

    /// The keyword and those that it is part of.
    pub(super) fn path(&self) -> impl Iterator<Item = &'static Keyword> {
        self.parents().chain([self.keyword])
    }
}

fn has(version: Version, keyword: &Keyword) -> bool {
    keyword.since.is_none_or(|since| version >= since)
        && keyword.removed.is_none_or(|removed| version < removed)
}
