use haproxy_model::section::proxy::CheckOption;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::HIDDEN_HEADERS,
    name: "hidden-headers",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "Headers of a check are hidden behind its version of HTTP.",
    explanation: "\
`option httpchk GET / HTTP/1.1\\r\\nHost:\\ www` once was the way to send headers with a check. HAProxy \
warns of it, and refuses it from 2.7 on: `http-check send meth GET uri / ver HTTP/1.1 hdr Host www` \
says the same.",
    examples: &[Example::warned(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    option httpchk GET /up HTTP/1.1\\r\\nHost:\\ www.example.com
    server s1 192.0.2.1:80 check
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    option httpchk
    http-check send meth GET uri /up ver HTTP/1.1 hdr Host www.example.com
    server s1 192.0.2.1:80 check
",
    )
    .with_version(Version::new(2, 6))],
};

/// The first version that refuses them, as an argument that is not as it should be.
const REFUSED_SINCE: Version = Version::new(2, 7);

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if context.options.target.version >= REFUSED_SINCE {
        return;
    }
    for (place, statement) in proxy.statements() {
        let Some(CheckOption::Httpchk(option)) = statement.group() else {
            continue;
        };
        let version = option
            .version
            .as_ref()
            .map_or("", |version| version.as_str());
        if !version.contains(['\r', '\n']) {
            continue;
        }
        let message = "headers do not belong into the version of HTTP";
        found.push(
            RULE.at(context.whole(place), message)
                .with_help("send them with 'http-check send … hdr'"),
        );
    }
}
