use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::HttpOption;
use haproxy_model::statement::Statement;
use haproxy_model::version::Version;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::LENIENT_PARSING,
    name: "lenient-parsing",
    family: Family::Security,
    severity: Severity::Warning,
    summary: "Messages that break the rules of HTTP are let through.",
    explanation: "\
What one side takes for one message and the other for two is how requests are smuggled past rules. The \
option is for finding out what a broken client or server sends, not for every day: `show errors` on the \
runtime API tells what was refused without it.",
    examples: &[
        Example::accepted(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    option accept-unsafe-violations-in-http-request
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
",
        ),
        Example::accepted(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    option accept-invalid-http-request
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
",
        )
        .with_version(Version::new(3, 0)),
    ],
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
    if statement.prefix.is_some()
        || !matches!(
            statement.group(),
            Some(
                HttpOption::AcceptInvalidHttpRequest
                    | HttpOption::AcceptInvalidHttpResponse
                    | HttpOption::AcceptUnsafeViolationsInHttpRequest
                    | HttpOption::AcceptUnsafeViolationsInHttpResponse
            )
        )
    {
        return;
    }
    let message = "messages that break the rules of HTTP are let through";
    found.push(
        RULE.at(context.whole(place), message)
            .with_help("remove the option, and mend who sends them"),
    );
}
