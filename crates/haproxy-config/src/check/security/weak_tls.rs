use haproxy_model::bind::{BindParameter, BindTlsParameter};
use haproxy_model::config::AnySection;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::global::{
    SslDefaultBindOption, SslDefaultServerOption, SslKeyword, TlsMethod,
};
use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::server::{ServerParameter, ServerTlsParameter};
use haproxy_model::statement::Statement;
use haproxy_model::tls::TlsVersion;
use haproxy_model::value::Choice;

use crate::check::context::{Context, Place};
use crate::check::view::{Proxy, SectionView};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::WEAK_TLS,
    name: "weak-tls",
    family: Family::Security,
    severity: Severity::Warning,
    summary: "SSL 3.0, TLS 1.0 or TLS 1.1 is accepted or asked for.",
    explanation: "\
These versions have known weaknesses, and RFC 8996 retired them in 2021; clients of today speak TLS 1.2 \
and 1.3. HAProxy accepts 1.2 and newer where nothing is said: leave `ssl-min-ver` out, or set it to \
`TLSv1.2` or `TLSv1.3`.",
    examples: &[Example::accepted(
        "global\n    ssl-default-bind-options ssl-min-ver TLSv1.0\n",
        "global\n    ssl-default-bind-options ssl-min-ver TLSv1.2\n",
    )],
};

pub(super) fn check(context: &Context<'_>, view: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let AnySection::Global(global) = view.section {
        for (place, statement) in view.with_places(&global.statements) {
            let weak = match statement.group() {
                Some(SslKeyword::SslDefaultBindOptions(options)) => {
                    options.iter().find_map(|option| match option {
                        SslDefaultBindOption::MinVersion(version) => is_weak(version),
                        SslDefaultBindOption::Method(method) => is_weak_method(*method),
                        _ => None,
                    })
                }
                Some(SslKeyword::SslDefaultServerOptions(options)) => {
                    options.iter().find_map(|option| match option {
                        SslDefaultServerOption::MinVersion(version) => is_weak(version),
                        SslDefaultServerOption::Method(method) => is_weak_method(*method),
                        _ => None,
                    })
                }
                _ => None,
            };
            report(context, place, weak, found);
        }
    }
    for (place, statement) in context.proxy(view).iter().flat_map(Proxy::statements) {
        look(context, place, statement, found);
    }
}

fn look(
    context: &Context<'_>,
    place: Place,
    statement: &Statement<ProxyKeyword>,
    found: &mut Vec<Diagnostic>,
) {
    let weak = match statement.group() {
        Some(EndpointKeyword::Bind(bind)) => bind.parameters.iter().find_map(weak_in_bind),
        Some(endpoint) => {
            let parameters = endpoint.server_parameters();
            parameters.and_then(|parameters| parameters.iter().find_map(weak_in_server))
        }
        None => None,
    };
    report(context, place, weak, found);
}

fn report(
    context: &Context<'_>,
    place: Place,
    weak: Option<&'static str>,
    found: &mut Vec<Diagnostic>,
) {
    if let Some(word) = weak {
        let message = format!("'{word}' allows a version of TLS that is no longer safe");
        found.push(
            RULE.at(context.find(place, word), message)
                .with_help("write ssl-min-ver TLSv1.2, or nothing, which means the same"),
        );
    }
}

fn weak_in_bind(parameter: &BindParameter) -> Option<&'static str> {
    match parameter {
        BindParameter::Tls(BindTlsParameter::MinVersion(version)) => is_weak(version),
        BindParameter::Tls(BindTlsParameter::ForceSsl3) => Some("force-sslv3"),
        BindParameter::Tls(BindTlsParameter::ForceTls10) => Some("force-tlsv10"),
        BindParameter::Tls(BindTlsParameter::ForceTls11) => Some("force-tlsv11"),
        _ => None,
    }
}

fn weak_in_server(parameter: &ServerParameter) -> Option<&'static str> {
    match parameter {
        ServerParameter::Tls(ServerTlsParameter::MinVersion(version)) => is_weak(version),
        ServerParameter::Tls(ServerTlsParameter::ForceSsl3) => Some("force-sslv3"),
        ServerParameter::Tls(ServerTlsParameter::ForceTls10) => Some("force-tlsv10"),
        ServerParameter::Tls(ServerTlsParameter::ForceTls11) => Some("force-tlsv11"),
        _ => None,
    }
}

fn is_weak_method(method: TlsMethod) -> Option<&'static str> {
    match method {
        TlsMethod::ForceSsl30 => Some("force-sslv3"),
        TlsMethod::ForceTls10 => Some("force-tlsv10"),
        TlsMethod::ForceTls11 => Some("force-tlsv11"),
        _ => None,
    }
}

fn is_weak(version: &Choice<TlsVersion>) -> Option<&'static str> {
    match version.value()? {
        TlsVersion::Ssl3 => Some("SSLv3"),
        TlsVersion::Tls10 => Some("TLSv1.0"),
        TlsVersion::Tls11 => Some("TLSv1.1"),
        _ => None,
    }
}
