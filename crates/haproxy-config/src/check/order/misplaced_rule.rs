use haproxy_model::rule::{TcpRequestRule, TcpResponseRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{GeneralKeyword, RuleKeyword};
use haproxy_model::version::Version;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISPLACED_RULE,
    name: "misplaced-rule",
    family: Family::Order,
    severity: Severity::Warning,
    summary: "A rule stands behind one that HAProxy carries out later.",
    explanation: "\
HAProxy goes through the rules of a proxy by phase, whatever order the file has: `quic-initial`, \
`tcp-request connection`, `tcp-request session`, `tcp-request content`, `monitor fail`, \
`http-request`, `redirect`, then `use_backend` and `use-server`. A file in another order suggests \
what does not happen: here, that the redirect is decided before the request is refused. Move the rule \
up; nothing changes but what a reader sees.",
    examples: &[Example::warned(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    redirect location /login if { path / }
    http-request deny if { path_beg /admin }
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request deny if { path_beg /admin }
    redirect location /login if { path / }
",
    )],
};

/// When rules of a kind are carried out, and what they are called.
type Phase = (u8, &'static str);

/// Since when HAProxy looks at the order of rules for responses.
const RESPONSES_SINCE: Version = Version::new(3, 1);

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let mut request = Last::default();
    let mut response = Last::default();
    for (place, statement) in proxy.statements() {
        let (last, phase) = match &statement.directive {
            directive if request_phase(directive).is_some() => {
                (&mut request, request_phase(directive))
            }
            directive if context.options.target.version >= RESPONSES_SINCE => {
                (&mut response, response_phase(directive))
            }
            _ => continue,
        };
        let Some(phase) = phase else { continue };
        if let Some((name, before)) = last.add(place, phase) {
            let message = format!(
                "this '{}' rule is carried out before the '{name}' rules above it",
                phase.1
            );
            let (file, span) = context.whole(before);
            let finding = RULE
                .at(context.whole(place), message)
                .with_help("move it up, to where HAProxy carries it out")
                .with_related(file, span, "this one comes later");
            found.push(finding);
        }
    }
}

/// The rule of the latest phase so far.
#[derive(Default)]
struct Last {
    rule: Option<(Phase, Place)>,
}

impl Last {
    /// The rule above this one that is carried out after it.
    fn add(&mut self, place: Place, phase: Phase) -> Option<(&'static str, Place)> {
        match self.rule {
            Some(((last, name), before)) if last > phase.0 => Some((name, before)),
            _ => {
                self.rule = Some((phase, place));
                None
            }
        }
    }
}

fn request_phase(directive: &ProxyKeyword) -> Option<Phase> {
    Some(match directive {
        ProxyKeyword::TcpRequest(rule) => match &**rule {
            TcpRequestRule::Connection(_) => (1, "tcp-request connection"),
            TcpRequestRule::Session(_) => (2, "tcp-request session"),
            TcpRequestRule::Content(_) => (3, "tcp-request content"),
            _ => return None,
        },
        ProxyKeyword::General(GeneralKeyword::MonitorFail(_)) => (4, "monitor fail"),
        ProxyKeyword::Rule(rule) => match rule {
            RuleKeyword::QuicInitial(_) => (0, "quic-initial"),
            RuleKeyword::HttpRequest(_) => (5, "http-request"),
            RuleKeyword::Redirect(_) => (6, "redirect"),
            RuleKeyword::UseBackend(_) => (7, "use_backend"),
            RuleKeyword::UseServer(_) => (7, "use-server"),
            _ => return None,
        },
        _ => return None,
    })
}

fn response_phase(directive: &ProxyKeyword) -> Option<Phase> {
    match directive {
        ProxyKeyword::TcpResponse(rule) => match &**rule {
            TcpResponseRule::Content(_) => Some((0, "tcp-response content")),
            _ => None,
        },
        ProxyKeyword::Rule(RuleKeyword::HttpResponse(_)) => Some((1, "http-response")),
        _ => None,
    }
}
