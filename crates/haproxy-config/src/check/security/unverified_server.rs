use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::server::{ServerParameter, ServerTlsParameter, ServerVerify};
use haproxy_model::statement::Statement;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNVERIFIED_SERVER,
    name: "unverified-server",
    family: Family::Security,
    severity: Severity::Info,
    summary: "Who answers for a server is not verified.",
    explanation: "\
With `verify none` the connection to the server is encrypted, but anybody on the way can answer in its \
place. Write `verify required` with the `ca-file` of who signed the servers' certificates, and \
`verifyhost` or `sni` for their name.",
    examples: &[Example::accepted(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify none
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify required ca-file @system-ca
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    for (place, statement) in proxy.statements() {
        look(context, place, statement, found);
    }
}

fn look(
    context: &Context<'_>,
    place: Place,
    statement: &Statement<ProxyKeyword>,
    found: &mut Vec<Diagnostic>,
) {
    let parameters = statement
        .group()
        .and_then(EndpointKeyword::server_parameters);
    let Some(parameters) = parameters else { return };
    let is_unverified = parameters.iter().any(|parameter| {
        let ServerParameter::Tls(ServerTlsParameter::Verify(verify)) = parameter else {
            return false;
        };
        verify.value() == Some(&ServerVerify::None)
    });
    if is_unverified {
        let message = "anybody on the way can answer in place of this server";
        found.push(
            RULE.at(context.find(place, "verify"), message)
                .with_help("write verify required and the ca-file of its certificate"),
        );
    }
}
