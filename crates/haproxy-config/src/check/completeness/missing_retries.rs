use haproxy_model::section::proxy::Mode;

use crate::check::context::Context;
use crate::check::servers::ServerView;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_RETRIES,
    name: "missing-retries",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A server opens connections fast, and requests are not tried again.",
    explanation: "\
With `tfo` the first bytes of a request go out before the server has accepted the connection. Where it \
does not, the request has to be sent again, which takes `retry-on conn-failure empty-response \
response-timeout` in the backend.",
    examples: &[Example::warned(
        "\
backend app
    mode http
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 tfo
",
        "\
backend app
    mode http
    timeout connect 5s
    timeout server 30s
    retry-on conn-failure empty-response response-timeout
    server s1 192.0.2.1:80 tfo
",
    )],
};

pub(super) fn check(
    context: &Context<'_>,
    proxy: &Proxy<'_>,
    servers: &[ServerView<'_>],
    found: &mut Vec<Diagnostic>,
) {
    if proxy.settings.retries_early_data || !matches!(proxy.mode, Some(Mode::Tcp | Mode::Http)) {
        return;
    }
    for server in servers {
        if server.state.fast_open {
            let message = "a connection that fails early is not tried again";
            found.push(
                RULE.at(context.find(server.place, "tfo"), message)
                    .with_help(
                        "'retry-on conn-failure empty-response response-timeout' in the backend",
                    ),
            );
        }
    }
}
