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
proxy.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter bwlim-out slow default-limit 1m default-period 1s
    http-response set-bandwidth-limit slo
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
    let is_above = filters.iter().any(|filter| filter.mention.name == *own);
    let is_below = || {
        let mut names = context.names();
        names.any(|other| {
            other.section == name.section
                && other.mention.kind == name.mention.kind
                && other.mention.role != name.mention.role
                && other.mention.name == *own
        })
    };
    if !is_above && !is_below() {
        let message = format!("this proxy has no bandwidth limit '{own}'");
        found.push(RULE.at(context.name(name), message));
    }
}
