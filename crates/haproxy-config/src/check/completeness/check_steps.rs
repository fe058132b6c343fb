use haproxy_model::rule::{HttpCheckRule, TcpCheckRule};
use haproxy_model::section::ProxyKeyword;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::CHECK_STEPS,
    name: "check-steps",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "The steps of a health check do not start with a connection.",
    explanation: "\
Where a check has a `connect` step, its first step must be one; only comments and variables may stand \
before it. Without any, HAProxy connects by itself.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    option tcp-check
    tcp-check send PING
    tcp-check connect
    server s1 192.0.2.1:80 check
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    option tcp-check
    tcp-check connect
    tcp-check send PING
    server s1 192.0.2.1:80 check
",
    )],
};

/// A step of a check, for what may stand before a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Connect,
    Exchange,
    Other,
}

/// How the steps of one kind of check go on.
#[derive(Default)]
struct Steps {
    connects: bool,
    exchange: Option<Place>,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let mut tcp = Steps::default();
    let mut http = Steps::default();
    for (place, statement) in proxy.statements() {
        let (steps, step) = match &statement.directive {
            ProxyKeyword::TcpCheck(rule) => (&mut tcp, of_tcp(rule)),
            ProxyKeyword::HttpCheck(rule) => (&mut http, of_http(rule)),
            _ => continue,
        };
        match step {
            Step::Connect => {
                if let (false, Some(before)) = (steps.connects, steps.exchange) {
                    let (file, span) = context.whole(before);
                    let message = "a check that connects has to do so first";
                    found.push(RULE.at(context.whole(place), message).with_related(
                        file,
                        span,
                        "this step stands before it",
                    ));
                }
                steps.connects = true;
            }
            Step::Exchange => {
                steps.exchange.get_or_insert(place);
            }
            Step::Other => {}
        }
    }
}

const fn of_tcp(rule: &TcpCheckRule) -> Step {
    match rule {
        TcpCheckRule::Connect(_) => Step::Connect,
        TcpCheckRule::Expect(_)
        | TcpCheckRule::Send { .. }
        | TcpCheckRule::SendBinary { .. }
        | TcpCheckRule::SendBinaryLf { .. }
        | TcpCheckRule::SendLf { .. } => Step::Exchange,
        _ => Step::Other,
    }
}

const fn of_http(rule: &HttpCheckRule) -> Step {
    match rule {
        HttpCheckRule::Connect(_) => Step::Connect,
        HttpCheckRule::Expect(_) | HttpCheckRule::Send(_) => Step::Exchange,
        _ => Step::Other,
    }
}
