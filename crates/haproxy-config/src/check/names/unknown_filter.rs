use crate::check::context::{Context, NamedPlace};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_FILTER,
    name: "unknown-filter",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A bandwidth limit is set that the proxy does not have.",
    explanation: "\
`set-bandwidth-limit NAME` switches on a `filter bwlim-in NAME` or `filter bwlim-out NAME` of its own \
proxy. HAProxy refuses the rule in a proxy without any such filter; where there is another one the rule \
does nothing.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-response set-bandwidth-limit slow
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter bwlim-out slow default-limit 1m default-period 1s
    http-response set-bandwidth-limit slow
",
    )],
};

/// Looks at a reference to a filter of the same section.
pub(super) fn check(
    context: &Context<'_>,
    filters: &[NamedPlace<'_>],
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let own = &name.mention.name;
    let mut others = context.names().filter(|other| {
        other.section == name.section
            && other.mention.kind == name.mention.kind
            && other.mention.role != name.mention.role
    });
    if filters.iter().any(|filter| filter.mention.name == *own)
        || others.any(|other| other.mention.name == *own)
    {
        return;
    }
    let message = format!("this proxy has no bandwidth limit '{own}'");
    let mut diagnostic = RULE.at(context.name(name), message);
    if !filters.is_empty() {
        diagnostic.severity = Severity::Warning;
    }
    found.push(diagnostic);
}
