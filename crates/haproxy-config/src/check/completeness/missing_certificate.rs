use haproxy_model::bind::{Bind, BindCertificateParameter, BindParameter, BindTlsParameter};
use haproxy_model::config::AnySection;
use haproxy_model::section::LogForwardKeyword;
use haproxy_model::section::global::{SslDefaultBindOption, SslKeyword};
use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::value::Transport;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_CERTIFICATE,
    name: "missing-certificate",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "A TLS listener has no certificate.",
    explanation: "\
A `bind` line with `ssl` needs a certificate: `crt`, `default-crt` or `crt-list`, or `ssl-f-use` in its \
frontend. With `strict-sni` HAProxy only warns, and refuses every connection. `generate-certificates` \
needs a `ca-sign-file` as well.",
    examples: &[
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8443 ssl
    timeout client 30s
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
",
        ),
        Example::warned(
            "\
frontend www
    bind 127.0.0.1:8443 ssl strict-sni
    timeout client 30s
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let is_strict = is_strict(context);
    for view in context.sections() {
        if let AnySection::LogForward(section) = view.section {
            for (place, statement) in view.with_places(&section.statements) {
                if let LogForwardKeyword::Bind(bind) = &statement.directive {
                    look(context, place, bind, is_strict, found);
                }
            }
        }
        let Some(proxy) = context.proxy(view).filter(Proxy::is_frontend) else {
            continue;
        };
        let mut statements = proxy.statements();
        let has_own = statements
            .any(|(_, statement)| matches!(statement.group(), Some(EndpointKeyword::SslFUse(_))));
        if has_own {
            continue;
        }
        for (place, statement) in proxy.statements() {
            if let Some(EndpointKeyword::Bind(bind)) = statement.group() {
                look(context, place, bind, is_strict, found);
            }
        }
    }
}

fn look(
    context: &Context<'_>,
    place: Place,
    bind: &Bind,
    mut is_strict: bool,
    found: &mut Vec<Diagnostic>,
) {
    let mut addresses = bind.addresses.addresses();
    let is_quic = addresses.any(|address| address.transport() == Some(Transport::Quic));
    let (mut is_tls, mut has_certificate) = (false, false);
    for parameter in &bind.parameters {
        match parameter {
            BindParameter::Tls(BindTlsParameter::Ssl) => is_tls = true,
            BindParameter::Certificate(parameter) => match parameter {
                BindCertificateParameter::Certificate(_)
                | BindCertificateParameter::DefaultCertificate(_)
                | BindCertificateParameter::CertificateList(_) => has_certificate = true,
                BindCertificateParameter::StrictSni => is_strict = true,
                BindCertificateParameter::NoStrictSni => is_strict = false,
                _ => {}
            },
            BindParameter::Unknown(_) => return,
            _ => {}
        }
    }
    if is_quic && !is_tls {
        let mut finding = RULE
            .at(context.whole(place), "QUIC always speaks TLS")
            .with_help("say so with 'ssl'");
        finding.severity = Severity::Warning;
        found.push(finding);
    }
    if (is_tls || is_quic) && !has_certificate {
        let word = if is_tls { "ssl" } else { "bind" };
        let message = "this listener has no certificate to show";
        let mut finding = RULE
            .at(context.find(place, word), message)
            .with_help("name one with 'crt'");
        if is_strict {
            finding.severity = Severity::Warning;
        }
        found.push(finding);
    }
}

/// Whether listeners refuse those who ask for no name that they have a certificate for.
fn is_strict(context: &Context<'_>) -> bool {
    let mut is_strict = false;
    for view in context.sections() {
        let AnySection::Global(global) = view.section else {
            continue;
        };
        for statement in &global.statements {
            let Some(SslKeyword::SslDefaultBindOptions(options)) = statement.group() else {
                continue;
            };
            for option in options.iter() {
                match option {
                    SslDefaultBindOption::StrictSni => is_strict = true,
                    SslDefaultBindOption::NoStrictSni => is_strict = false,
                    _ => {}
                }
            }
        }
    }
    is_strict
}
