use std::collections::HashMap;

use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;

use crate::check::context::{Context, Place};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE_SECTION,
    name: "duplicate-section",
    family: Family::Names,
    severity: Severity::Error,
    summary: "Two sections of a kind have one name.",
    explanation: "\
Each `peers`, `resolvers`, `cache`, `ring`, `http-errors`, `mailers`, `fcgi-app`, `log-profile`, \
`log-forward` and `program` section has a name of its own. Of two user lists HAProxy ignores the \
second one, with a warning.",
    examples: &[
        Example::refused(
            "resolvers one\n    nameserver a 192.0.2.53:53\n\nresolvers one\n    nameserver b 192.0.2.54:53\n",
            "resolvers one\n    nameserver a 192.0.2.53:53\n\nresolvers two\n    nameserver b 192.0.2.54:53\n",
        ),
        Example::warned(
            "userlist one\n    user a insecure-password x\n\nuserlist one\n    user b insecure-password y\n",
            "userlist one\n    user a insecure-password x\n\nuserlist two\n    user b insecure-password y\n",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut named: HashMap<(SectionKind, &str), Place> = HashMap::new();
    for view in context.sections() {
        let (Some(kind), Some(name)) = (view.section.kind(), view.section.name()) else {
            continue;
        };
        let Some(severity) = severity(kind).filter(|_| !has_reference(name)) else {
            continue;
        };
        let first = *named.entry((kind, name)).or_insert(view.header);
        if first != view.header {
            let (file, span) = context.whole(first);
            let message = format!("a {kind} section '{name}' is there already");
            let mut diagnostic = RULE
                .at(context.find(view.header, name), message)
                .with_related(file, span, "the name is given here first");
            diagnostic.severity = severity;
            found.push(diagnostic);
        }
    }
}

/// What HAProxy makes of two sections of this kind and one name.
const fn severity(kind: SectionKind) -> Option<Severity> {
    match kind {
        SectionKind::Peers
        | SectionKind::Resolvers
        | SectionKind::Cache
        | SectionKind::Ring
        | SectionKind::HttpErrors
        | SectionKind::Mailers
        | SectionKind::FcgiApp
        | SectionKind::LogProfile
        | SectionKind::LogForward
        | SectionKind::Program => Some(Severity::Error),
        SectionKind::Userlist => Some(Severity::Warning),
        _ => None,
    }
}
