use haproxy_model::keyword::{Group, Keywords};
use haproxy_model::rule::action::{StreamTimeout, TimeoutAction};
use haproxy_model::rule::{HttpRequestAction, HttpResponseAction};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{Mode, RuleKeyword};
use haproxy_model::section_kind::SectionKind;

use crate::check::rules::ActionRule;
use crate::check::view::Proxy;

/// Why a proxy of this kind cannot have this rule, whose action is for the side that it lacks.
pub(super) fn judge(proxy: &Proxy<'_>, directive: &ProxyKeyword) -> Option<String> {
    let (lacks_frontend, lacks_backend) = match proxy.kind {
        SectionKind::Frontend => (false, true),
        SectionKind::Backend => (true, false),
        _ => (false, false),
    };
    if let ProxyKeyword::Rule(RuleKeyword::QuicInitial(_)) = directive {
        let is_http = matches!(proxy.mode, None | Some(Mode::Http));
        if proxy.kind == SectionKind::Defaults || is_http && !lacks_frontend {
            return None;
        }
        return Some("'quic-initial' needs a proxy in 'mode http' that listens".to_owned());
    }
    let action = ActionRule::of(directive)?.action?;
    let timeout = timeout(directive).and_then(|action| match action {
        TimeoutAction::SetTimeout { timeout, .. } => Some(*timeout),
        _ => None,
    });
    let is_refused = match timeout {
        Some(StreamTimeout::Client) => lacks_frontend,
        Some(StreamTimeout::Tarpit) => false,
        Some(_) => lacks_backend,
        None => lacks_backend && action.name == "set-retries",
    };
    is_refused.then(|| {
        let (name, kind) = (action.name, proxy.kind);
        let timeout = timeout.and_then(|timeout| timeout.keyword());
        let timeout = timeout.map_or_else(String::new, |timeout| format!(" {}", timeout.name));
        format!("'{name}{timeout}' may not stand in a {kind} section")
    })
}

fn timeout(directive: &ProxyKeyword) -> Option<&TimeoutAction> {
    match directive {
        ProxyKeyword::Rule(RuleKeyword::HttpRequest(rule)) => {
            <HttpRequestAction as Group<_>>::group(&rule.action)
        }
        ProxyKeyword::Rule(RuleKeyword::HttpResponse(rule)) => {
            <HttpResponseAction as Group<_>>::group(&rule.action)
        }
        _ => None,
    }
}
