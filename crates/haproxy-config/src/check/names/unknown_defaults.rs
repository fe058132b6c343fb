use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;

use crate::check::context::{Context, NamedPlace};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_DEFAULTS,
    name: "unknown-defaults",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A proxy starts from defaults that are not above it.",
    explanation: "\
`from NAME` means a `defaults NAME` section above. Where two above have the name, HAProxy does not know \
which is meant.",
    examples: &[Example::refused(
        "\
defaults web
    timeout client 30s

frontend www from wbe
    bind 127.0.0.1:8080
",
        "\
defaults web
    timeout client 30s

frontend www from web
    bind 127.0.0.1:8080
",
    )],
};

/// Looks at what `from` names.
pub(super) fn check(context: &Context<'_>, name: &NamedPlace<'_>, found: &mut Vec<Diagnostic>) {
    let own = &*name.mention.name;
    if name.mention.dynamic {
        return;
    }
    let above = context
        .sections()
        .take_while(|view| view.index < name.section)
        .filter(|view| view.section.kind() == Some(SectionKind::Defaults));
    let named: Vec<_> = above
        .filter(|view| {
            let other = view.section.name();
            other.is_some_and(|other| other == own || has_reference(other))
        })
        .collect();
    match &*named {
        [] => {
            let message = format!("there is no defaults section '{own}' above");
            found.push(RULE.at(context.name(name), message));
        }
        [_] => {}
        [first, .., last] => {
            let message = format!("two defaults sections above are called '{own}'");
            let (file, span) = context.whole(first.header);
            let (other_file, other) = context.whole(last.header);
            found.push(
                RULE.at(context.name(name), message)
                    .with_related(file, span, "this is one")
                    .with_related(other_file, other, "this is another"),
            );
        }
    }
}
