use foldhash::HashSet;
use haproxy_model::reference::NameKind;
use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, NamedPlace};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSED_SECTION,
    name: "unused-section",
    family: Family::Names,
    severity: Severity::Info,
    summary: "Nothing names a section that is there to be named.",
    explanation: "\
A backend that no rule chooses gets no requests, and a cache, a user list or resolvers that nothing \
names do nothing. Where a rule makes the name of the backend when a request comes, any backend may be \
meant, and none is found.",
    examples: &[Example::accepted(
        "\
backend app
    timeout connect 5s
    timeout server 30s
",
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    default_backend app

backend app
    timeout connect 5s
    timeout server 30s
",
    )],
};

/// What is named somewhere.
#[derive(Default)]
pub(super) struct Used<'a> {
    names: HashSet<(NameKind, &'a str)>,
    /// The kinds of which a name is made at run time, or depends on the environment.
    dynamic: HashSet<NameKind>,
}

impl<'a> Used<'a> {
    /// Takes a reference.
    pub(super) fn meet(&mut self, name: &NamedPlace<'a>) {
        let mention = name.mention;
        if mention.dynamic {
            self.dynamic.insert(mention.kind);
        } else {
            self.names.insert((mention.kind, &mention.name));
        }
    }

    fn has(&self, kind: NameKind, name: &str) -> bool {
        self.dynamic.contains(&kind) || self.names.contains(&(kind, name))
    }
}

pub(super) fn check(context: &Context<'_>, used: &Used<'_>, found: &mut Vec<Diagnostic>) {
    for view in context.sections() {
        let (Some(kind), Some(name)) = (view.section.kind(), view.section.name()) else {
            continue;
        };
        let names = kinds(kind);
        if names.is_empty() || names.iter().any(|kind| used.has(*kind, name)) {
            continue;
        }
        let message = format!("nothing names this {kind} section");
        found.push(RULE.at(context.whole(view.header), message));
    }
}

/// What a section of this kind may be named as, where it is of no use unless it is named.
const fn kinds(kind: SectionKind) -> &'static [NameKind] {
    match kind {
        SectionKind::Backend => &[NameKind::Backend, NameKind::Table],
        SectionKind::Cache => &[NameKind::Cache],
        SectionKind::FcgiApp => &[NameKind::FcgiApp],
        SectionKind::HttpErrors => &[NameKind::HttpErrors],
        SectionKind::LogProfile => &[NameKind::LogProfile],
        SectionKind::Mailers => &[NameKind::Mailers],
        SectionKind::Userlist => &[NameKind::Userlist],
        _ => &[],
    }
}
