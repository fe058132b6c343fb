use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::section_kind::SectionKind;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::OVERRULED_SERVERS,
    name: "overruled-servers",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "The servers of a proxy are never used.",
    explanation: "\
In a `listen` section with a `default_backend`, its own or that of its defaults, all requests go to that \
backend or to one that a rule names: the servers of the section get none.",
    examples: &[Example::warned(
        "\
listen www
    bind 127.0.0.1:8080
    timeout client 30s
    timeout connect 5s
    timeout server 30s
    default_backend app
    server s1 192.0.2.1:80

backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.2:80
",
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    default_backend app

backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.2:80
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind != SectionKind::Listen || proxy.is_disabled {
        return;
    }
    let Some(default) = proxy.settings.default_backend else {
        return;
    };
    let mut statements = proxy.statements();
    let server = statements.find(|(_, statement)| {
        let endpoint: Option<&EndpointKeyword> = statement.group();
        endpoint.is_some_and(EndpointKeyword::is_server)
    });
    let (Some((server, _)), Some(default)) = (server, context.place_of(default)) else {
        return;
    };
    let (file, span) = context.whole(default);
    let message = "the servers of this section are never used: 'default_backend' comes first";
    found.push(RULE.at(context.whole(server), message).with_related(
        file,
        span,
        "all requests go there",
    ));
}
