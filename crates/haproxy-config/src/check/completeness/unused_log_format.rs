use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSED_LOG_FORMAT,
    name: "unused-log-format",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A proxy says what its log looks like, but not where it goes.",
    explanation: "\
`option httplog`, `option tcplog`, `option httpslog` and `log-format` say what a line looks like. \
Without a `log` line in the proxy or its defaults nothing is logged. `log global` sends the lines \
where the `log` lines of `global` say.",
    examples: &[Example::warned(
        "\
global
    log 127.0.0.1:514 local0

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    option httplog
",
        "\
global
    log 127.0.0.1:514 local0

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    log global
    option httplog
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let settings = &proxy.settings;
    if !proxy.is_frontend() || proxy.is_disabled || settings.log {
        return;
    }
    let format = settings
        .log_format
        .and_then(|index| context.place_of(index));
    if let Some(place) = format {
        report(context, proxy, place, found);
    }
}

fn report(context: &Context<'_>, proxy: &Proxy<'_>, format: Place, found: &mut Vec<Diagnostic>) {
    let header = proxy.section.header;
    let is_own = proxy.statements().any(|(place, _)| place == format);
    let name = proxy.name.unwrap_or_default();
    let message = format!("{} '{name}' logs nowhere: it has no 'log' line", proxy.kind);
    let place = if is_own { format } else { header };
    let mut finding = RULE
        .at(context.whole(place), message)
        .with_help("add 'log global' here or in the defaults");
    if !is_own {
        let (file, span) = context.whole(format);
        finding = finding.with_related(file, span, "its log would look so");
    }
    found.push(finding);
}
