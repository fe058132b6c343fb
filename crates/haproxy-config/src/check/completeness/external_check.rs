use haproxy_model::config::AnySection;
use haproxy_model::section::global::{ProcessKeyword, SecurityKeyword};
use haproxy_model::section::proxy::SwitchOption;
use haproxy_model::statement::Prefix;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::EXTERNAL_CHECK,
    name: "external-check-needs",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "Servers are checked by a program, and what that needs is missing.",
    explanation: "\
`option external-check` runs the program that `external-check command` names. HAProxy refuses it without \
`external-check` in `global`, and warns without `insecure-fork-wanted` there, because it may not start \
other programs then.",
    examples: &[
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    option external-check
    external-check command /bin/true
    server s1 192.0.2.1:80 check
",
            "\
global
    external-check
    insecure-fork-wanted

backend app
    timeout connect 5s
    timeout server 30s
    option external-check
    external-check command /bin/true
    server s1 192.0.2.1:80 check
",
        ),
        Example::warned(
            "\
global
    external-check

backend app
    timeout connect 5s
    timeout server 30s
    option external-check
    external-check command /bin/true
    server s1 192.0.2.1:80 check
",
            "\
global
    external-check
    insecure-fork-wanted

backend app
    timeout connect 5s
    timeout server 30s
    option external-check
    external-check command /bin/true
    server s1 192.0.2.1:80 check
",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let (mut is_allowed, mut may_fork) = (false, false);
    for view in context.sections() {
        let AnySection::Global(global) = view.section else {
            continue;
        };
        for statement in &global.statements {
            if let Some(ProcessKeyword::ExternalCheck(_)) = statement.group() {
                is_allowed = true;
            }
            if let Some(SecurityKeyword::InsecureForkWanted) = statement.group() {
                may_fork = statement.prefix != Some(Prefix::No);
            }
        }
    }
    for proxy in context.proxies() {
        if !proxy.settings.external_check || !proxy.is_backend() || proxy.is_disabled {
            continue;
        }
        let mut statements = proxy.statements().rev();
        let own = statements.find(|(_, statement)| {
            matches!(statement.group(), Some(SwitchOption::ExternalCheckOption))
        });
        let place = own.map_or(proxy.section.header, |(place, _)| place);
        let at = context.whole(place);
        if !is_allowed {
            found.push(
                RULE.at(at, "checks by a program are not allowed")
                    .with_help("write 'external-check' in global"),
            );
        }
        if !proxy.settings.external_check_command {
            found.push(
                RULE.at(at, "no program is named that checks")
                    .with_help("name it with 'external-check command'"),
            );
        }
        if !may_fork {
            let mut finding = RULE
                .at(at, "HAProxy may not start the program")
                .with_help("write 'insecure-fork-wanted' in global");
            finding.severity = Severity::Warning;
            found.push(finding);
        }
    }
}
