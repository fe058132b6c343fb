use haproxy_model::config::AnySection;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::HEADER_ADDRESS,
    name: "header-address",
    family: Family::Words,
    severity: Severity::Error,
    summary: "The opening line of a proxy says more than its name.",
    explanation: "\
Where a proxy listens is said by `bind` lines. Very old versions of HAProxy took the address behind the \
name, as in `listen www :80`; no supported version does.",
    examples: &[Example::refused(
        "\
frontend www :8080
    timeout client 30s
",
        "\
frontend www
    bind :8080
    timeout client 30s
",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for view in context.sections() {
        let (addresses, rest) = match view.section {
            AnySection::Frontend(own) => (own.addresses.is_some(), &own.rest),
            AnySection::Listen(own) => (own.addresses.is_some(), &own.rest),
            AnySection::Backend(own) => (false, &own.rest),
            _ => continue,
        };
        if addresses {
            let message = "an address may not stand behind the name";
            found.push(
                RULE.at(context.word(view.header, 2), message)
                    .with_help("give it a line of its own: 'bind' and the address"),
            );
        }
        if addresses || !rest.0.is_empty() {
            found.extend((0..view.section.len()).map(|statement| {
                let message = "HAProxy refuses the line that opens this section, and what it holds";
                let (file, span) = context.whole(view.header);
                RULE.at(context.keyword(view.place(statement)), message)
                    .with_related(file, span, "this one")
            }));
        }
    }
}
