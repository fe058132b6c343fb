use crate::check::context::{Context, NamedPlace};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSED_ACL,
    name: "unused-acl",
    family: Family::Names,
    severity: Severity::Info,
    summary: "No condition uses an ACL.",
    explanation: "\
Nothing depends on it. Often its rule was removed and the ACL forgotten, or the rule names another one.",
    examples: &[Example::accepted(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    acl is_static path_beg /static/
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    acl is_static path_beg /static/
    http-request deny if is_static
",
    )],
};

/// The finding of an ACL that nothing uses.
pub(super) fn finding(context: &Context<'_>, name: &NamedPlace<'_>) -> Diagnostic {
    let message = format!("nothing uses the ACL '{}'", name.mention.name);
    RULE.at(context.name(name), message)
}
