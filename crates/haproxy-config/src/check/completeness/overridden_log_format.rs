use haproxy_model::keyword::Keywords;
use haproxy_model::section::proxy::{DetailOption, LoggingKeyword};
use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::OVERRIDDEN_LOG_FORMAT,
    name: "overridden-log-format",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "Defaults say twice what logs look like.",
    explanation: "\
`option httplog`, `option tcplog`, `option httpslog` and `log-format` all say what a line of the log \
looks like, and the last of them counts. HAProxy warns of the others where they stand in one `defaults` \
section.",
    examples: &[Example::warned(
        "\
defaults
    mode http
    log 192.0.2.1:514 local0
    timeout client 30s
    option httplog
    log-format \"%ci %r\"

frontend www
    bind 127.0.0.1:8080
",
        "\
defaults
    mode http
    log 192.0.2.1:514 local0
    timeout client 30s
    log-format \"%ci %r\"

frontend www
    bind 127.0.0.1:8080
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind != SectionKind::Defaults {
        return;
    }
    let mut before: Option<(Place, &str)> = None;
    for (place, statement) in proxy.statements() {
        let is_option = matches!(
            statement.group(),
            Some(DetailOption::Httplog(_) | DetailOption::Tcplog(_) | DetailOption::Httpslog)
        );
        let is_format = matches!(statement.group(), Some(LoggingKeyword::LogFormat(_)));
        if !(is_option || is_format) || statement.prefix.is_some() {
            continue;
        }
        let name = statement.directive.keyword().map_or("", |own| own.name);
        if let Some((first, other)) = before.replace((place, name)) {
            let (file, span) = context.whole(first);
            let message = format!("'{name}' takes the place of '{other}' above");
            found.push(RULE.at(context.whole(place), message).with_related(
                file,
                span,
                "this line counts no more",
            ));
        }
    }
}
