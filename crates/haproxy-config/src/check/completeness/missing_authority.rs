use haproxy_model::bind::{
    Bind, BindCertificateParameter, BindParameter, BindTlsParameter, BindVerify,
};
use haproxy_model::config::AnySection;
use haproxy_model::section::RingKeyword;
use haproxy_model::section::proxy::EndpointKeyword;

use crate::check::context::{Context, Place};
use crate::check::servers::{ServerState, ServerView, Verify};
use crate::check::view::{Proxy, SectionView};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_AUTHORITY,
    name: "missing-authority",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "Certificates are to be verified, and no authority is named.",
    explanation: "\
The certificate of a server with `ssl` is verified unless the line says `verify none`, and for that \
`ca-file` names who may have signed it: `ca-file @system-ca` are those that the machine trusts. The same \
is true of clients where a `bind` line says `verify required` or `verify optional`; and \
`generate-certificates` needs the `ca-sign-file` that signs.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify required ca-file @system-ca
",
    )],
};

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let AnySection::Ring(ring) = section.section {
        for (place, statement) in section.with_places(&ring.statements) {
            if let RingKeyword::Server(server) = &statement.directive {
                let mut state = ServerState::default();
                state.take(&server.parameters);
                look_at_server(context, place, &state, found);
            }
        }
    }
    if let Some(proxy) = context.proxy(section).filter(Proxy::is_frontend) {
        check_binds(context, &proxy, found);
    }
}

/// Looks at the servers of a backend.
pub(super) fn check_servers(
    context: &Context<'_>,
    _: &Proxy<'_>,
    servers: &[ServerView<'_>],
    found: &mut Vec<Diagnostic>,
) {
    for server in servers {
        look_at_server(context, server.place, &server.state, found);
    }
}

fn look_at_server(
    context: &Context<'_>,
    place: Place,
    state: &ServerState<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let verify = match state.verify {
        Verify::Usual => context.globals.server_verify,
        own => own,
    };
    let is_tls = state.tls || state.check_tls;
    if is_tls && verify == Verify::Required && !state.authority && !state.is_uncertain {
        let message = "no authority is named that this server's certificate is verified by";
        found.push(RULE.at(context.keyword(place), message).with_help(
            "write 'ca-file @system-ca' or another 'ca-file', or 'verify none' to trust anybody",
        ));
    }
}

fn check_binds(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    for (place, statement) in proxy.statements() {
        let Some(EndpointKeyword::Bind(bind)) = statement.group() else {
            continue;
        };
        if let Some((word, message)) = missing_in_bind(bind) {
            found.push(RULE.at(context.find(place, word), message));
        }
    }
}

/// What a listener lacks, and the word that it lacks it for.
fn missing_in_bind(bind: &Bind) -> Option<(&'static str, &'static str)> {
    let (mut is_tls, mut verifies, mut has_authority) = (false, false, false);
    let (mut generates, mut signs, mut has_list, mut has_certificate) =
        (false, false, false, false);
    for parameter in &bind.parameters {
        match parameter {
            BindParameter::Tls(parameter) => match parameter {
                BindTlsParameter::Ssl => is_tls = true,
                BindTlsParameter::CaFile(_) => has_authority = true,
                BindTlsParameter::Verify(verify) => {
                    let verify = verify.value();
                    verifies = verify.is_some_and(|verify| *verify != BindVerify::None);
                }
                _ => {}
            },
            BindParameter::Certificate(parameter) => match parameter {
                BindCertificateParameter::GenerateCertificates => generates = true,
                BindCertificateParameter::CaSignFile(_) => signs = true,
                // Its lines may name authorities of their own.
                BindCertificateParameter::CertificateList(_) => has_list = true,
                BindCertificateParameter::Certificate(_)
                | BindCertificateParameter::DefaultCertificate(_) => has_certificate = true,
                _ => {}
            },
            BindParameter::Unknown(_) => return None,
            _ => {}
        }
    }
    if !is_tls {
        return None;
    }
    if verifies && !has_authority && !has_list && has_certificate {
        let message = "no authority is named with 'ca-file' that clients are verified by";
        return Some(("verify", message));
    }
    (generates && !signs).then_some((
        "generate-certificates",
        "no authority is named with 'ca-sign-file' that signs the certificates",
    ))
}
