//! What rules of several kinds have in common.

use haproxy_model::keyword::{Group, Keyword, Keywords};
use haproxy_model::rule::action::{CounterAction, TrackAction};
use haproxy_model::rule::{TcpRequestRule, TcpResponseRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::RuleKeyword;
use haproxy_model::value::{Condition, Integer};

/// The rules that are carried out one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RuleKind {
    HttpRequest,
    HttpResponse,
    HttpAfterResponse,
    TcpConnection,
    TcpSession,
    TcpContent,
    TcpResponse,
}

/// A rule with an action.
pub(super) struct ActionRule<'a> {
    pub(super) kind: RuleKind,
    /// The keyword of its action; `None` of one that is not known.
    pub(super) action: Option<&'static Keyword>,
    pub(super) condition: Option<&'a Condition>,
    /// The sticky counter that it follows.
    pub(super) track: Option<&'a TrackAction>,
    /// The sticky counter that it changes.
    pub(super) counter: Option<&'a CounterAction>,
}

impl<'a> ActionRule<'a> {
    /// The statement as a rule with an action, if it is one.
    pub(super) fn of(directive: &'a ProxyKeyword) -> Option<Self> {
        match directive {
            ProxyKeyword::Rule(rule) => match rule {
                RuleKeyword::HttpRequest(rule) => {
                    let own =
                        Self::new(RuleKind::HttpRequest, &rule.action, rule.condition.as_ref());
                    Some(own.tracking(&rule.action))
                }
                RuleKeyword::HttpResponse(rule) => {
                    let own = Self::new(
                        RuleKind::HttpResponse,
                        &rule.action,
                        rule.condition.as_ref(),
                    );
                    Some(own.tracking(&rule.action))
                }
                RuleKeyword::HttpAfterResponse(rule) => {
                    let kind = RuleKind::HttpAfterResponse;
                    Some(Self::new(kind, &rule.action, rule.condition.as_ref()))
                }
                _ => None,
            },
            ProxyKeyword::TcpRequest(rule) => match &**rule {
                TcpRequestRule::Connection(rule) => {
                    let own = Self::new(
                        RuleKind::TcpConnection,
                        &rule.action,
                        rule.condition.as_ref(),
                    );
                    Some(own.tracking(&rule.action))
                }
                TcpRequestRule::Session(rule) => {
                    let own =
                        Self::new(RuleKind::TcpSession, &rule.action, rule.condition.as_ref());
                    Some(own.tracking(&rule.action))
                }
                TcpRequestRule::Content(rule) => {
                    let own =
                        Self::new(RuleKind::TcpContent, &rule.action, rule.condition.as_ref());
                    Some(own.tracking(&rule.action))
                }
                _ => None,
            },
            ProxyKeyword::TcpResponse(rule) => match &**rule {
                TcpResponseRule::Content(rule) => {
                    let kind = RuleKind::TcpResponse;
                    Some(Self::new(kind, &rule.action, rule.condition.as_ref()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn new<A>(kind: RuleKind, action: &'a A, condition: Option<&'a Condition>) -> Self
    where
        A: Keywords + Group<CounterAction>,
    {
        Self {
            kind,
            action: action.keyword(),
            condition,
            track: None,
            counter: action.group(),
        }
    }

    fn tracking<A: Group<TrackAction>>(mut self, action: &'a A) -> Self {
        self.track = action.group();
        self
    }

    /// Whether no other rule of its kind is carried out behind it.
    pub(super) fn ends_rules(&self) -> bool {
        self.condition.is_none() && self.action.is_some_and(|action| action.ends_rules)
    }

    /// The number of the sticky counter that it follows or changes.
    pub(super) fn counter_number(&self) -> Option<i64> {
        let own = match (self.track, self.counter) {
            (Some(TrackAction::TrackSc { tracked, .. }), _) => tracked.as_ref(),
            (None, Some(counter)) => tracked_by(counter),
            _ => None,
        };
        own.and_then(Integer::value).copied()
    }
}

const fn tracked_by(counter: &CounterAction) -> Option<&Integer> {
    match counter {
        CounterAction::ScAddGpc { tracked, .. }
        | CounterAction::ScIncGpc { tracked, .. }
        | CounterAction::ScSetGpt { tracked, .. } => Some(tracked),
        CounterAction::ScIncGpc0(tracked)
        | CounterAction::ScIncGpc1(tracked)
        | CounterAction::ScSetGpt0 { tracked, .. } => tracked.as_ref(),
        _ => None,
    }
}
