use haproxy_model::keyword::Group;
use haproxy_model::registry::{self, Context as FetchContext, Contexts};
use haproxy_model::rule::action::{CaptureAction, TrackAction};
use haproxy_model::rule::{TcpRequestContentAction, TcpRequestRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::Mode;
use haproxy_model::value::Expression;
use haproxy_model::version::Version;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_INSPECT_DELAY,
    name: "missing-inspect-delay",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A rule looks at contents that may not have arrived, or need not wait for them.",
    explanation: "\
`tcp-request content track-sc0 …` and `capture` look at what the client has sent so far, which may be \
nothing. `tcp-request inspect-delay` says how long to wait for it. In a frontend for HTTP, what does not \
depend on contents is better tracked by `tcp-request session`, which sees invalid requests as well.",
    examples: &[
        Example::warned(
            "\
frontend tls
    bind 127.0.0.1:8443
    timeout client 30s
    tcp-request content capture req.ssl_sni len 64
",
            "\
frontend tls
    bind 127.0.0.1:8443
    timeout client 30s
    tcp-request inspect-delay 5s
    tcp-request content capture req.ssl_sni len 64
",
        ),
        Example::warned(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    stick-table type ip size 100k expire 5m store conn_cur
    tcp-request content track-sc0 src
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    stick-table type ip size 100k expire 5m store conn_cur
    tcp-request session track-sc0 src
",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !proxy.is_frontend() || proxy.is_disabled {
        return;
    }
    let mut rules: Vec<(Place, &TcpRequestContentAction)> = Vec::new();
    for (place, statement) in proxy.statements() {
        if let ProxyKeyword::TcpRequest(rule) = &statement.directive
            && let TcpRequestRule::Content(rule) = &**rule
        {
            rules.push((place, &rule.action));
        }
    }
    if rules.is_empty() {
        return;
    }
    let waits = context.chain(proxy).any(|member| {
        let mut statements = member.statements();
        statements.any(|(_, statement)| match &statement.directive {
            ProxyKeyword::TcpRequest(rule) => matches!(**rule, TcpRequestRule::InspectDelay(_)),
            _ => false,
        })
    });
    let version = context.options.target.version;
    for (place, action) in rules {
        let (sample, tracks) = if let Some(TrackAction::TrackSc { key, .. }) = action.group() {
            (key, true)
        } else if let Some(CaptureAction::Capture { sample, .. }) = action.group() {
            (sample, false)
        } else {
            continue;
        };
        let needs = needs_contents(sample, version);
        let message = match needs {
            Some(true) if !waits => {
                "no 'tcp-request inspect-delay' waits for the contents that this rule looks at"
            }
            Some(false) if tracks && proxy.mode == Some(Mode::Http) => {
                "this need not wait for contents: 'tcp-request session' sees invalid requests, too"
            }
            _ => continue,
        };
        found.push(RULE.at(context.whole(place), message));
    }
}

/// Whether the sample is taken from what the client has sent; `None` where it is not known.
fn needs_contents(sample: &Expression, version: Version) -> Option<bool> {
    let call = sample.fetch()?;
    let fetch = registry::fetch_in(call.name, version)?;
    let contexts = registry::contexts_in(fetch.name, version);
    let before =
        Contexts::of(FetchContext::TcpRequestConnection).with(FetchContext::TcpRequestSession);
    Some(!contexts.intersects(before))
}
