use haproxy_model::keyword::Group;
use haproxy_model::rule::action::{CaptureAction, CaptureSlot};
use haproxy_model::rule::{TcpRequestContentAction, TcpRequestRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{LoggingKeyword, RuleKeyword};
use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_CAPTURE,
    name: "unknown-capture",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A rule captures into a slot that is not declared.",
    explanation: "\
`capture … id N` fills a slot of the frontend: those that `declare capture` and `capture … header` \
make, counted from 0, for requests and answers apart. `capture … len` makes its own slot, and so stands \
in frontends only.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    declare capture request len 32
    http-request capture req.hdr(X-Id) id 1
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    declare capture request len 32
    http-request capture req.hdr(X-Id) id 0
",
    )],
};

/// A rule that captures.
struct Capturing<'a> {
    place: Place,
    slot: &'a CaptureSlot,
    of_answers: bool,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind == SectionKind::Defaults || proxy.is_disabled {
        return;
    }
    let (mut of_requests, mut of_answers) = (0_i64, 0_i64);
    let mut rules = Vec::new();
    for (place, statement) in proxy.statements() {
        match statement.group() {
            Some(
                LoggingKeyword::CaptureRequestHeader(_) | LoggingKeyword::DeclareCaptureRequest(_),
            ) => of_requests += 1,
            Some(
                LoggingKeyword::CaptureResponseHeader(_)
                | LoggingKeyword::DeclareCaptureResponse(_),
            ) => of_answers += 1,
            _ => {}
        }
        let Some((slot, is_answer)) = captured(&statement.directive) else {
            continue;
        };
        if matches!(slot, CaptureSlot::Length(_)) {
            if is_answer {
                of_answers += 1;
            } else {
                of_requests += 1;
            }
        }
        rules.push(Capturing {
            place,
            slot,
            of_answers: is_answer,
        });
    }
    for rule in rules {
        match rule.slot {
            CaptureSlot::Length(_) if !proxy.is_frontend() => {
                let message = "only a frontend has slots to capture into";
                found.push(
                    RULE.at(context.whole(rule.place), message)
                        .with_help("declare it in the frontend, and write 'id' and its number"),
                );
            }
            CaptureSlot::Id(id) if proxy.is_frontend() => {
                let declared = if rule.of_answers {
                    of_answers
                } else {
                    of_requests
                };
                let Some(id) = id.value().filter(|id| **id >= declared) else {
                    continue;
                };
                let side = if rule.of_answers {
                    "answers"
                } else {
                    "requests"
                };
                let message = format!("slot {id} for {side} is not declared");
                found.push(RULE.at(context.find(rule.place, "id"), message));
            }
            CaptureSlot::Id(_) | CaptureSlot::Length(_) => {}
        }
    }
}

/// The slot that a rule captures into, and whether it is one for answers.
fn captured(directive: &ProxyKeyword) -> Option<(&CaptureSlot, bool)> {
    let (action, of_answers): (Option<&CaptureAction>, bool) = match directive {
        ProxyKeyword::Rule(RuleKeyword::HttpRequest(rule)) => (rule.action.group(), false),
        ProxyKeyword::Rule(RuleKeyword::HttpResponse(rule)) => (rule.action.group(), true),
        ProxyKeyword::Rule(RuleKeyword::HttpAfterResponse(rule)) => (rule.action.group(), true),
        ProxyKeyword::TcpRequest(rule) => match &**rule {
            TcpRequestRule::Content(rule) => {
                let action = <TcpRequestContentAction as Group<_>>::group(&rule.action);
                (action, false)
            }
            _ => return None,
        },
        _ => return None,
    };
    match action? {
        CaptureAction::Capture { slot, .. } => Some((slot, of_answers)),
        _ => None,
    }
}
