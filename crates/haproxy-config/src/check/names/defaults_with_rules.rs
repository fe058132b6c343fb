use std::collections::HashMap;

use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, Place};
use crate::check::rules::{ActionRule, RuleKind};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DEFAULTS_WITH_RULES,
    name: "defaults-with-rules",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A section starts from defaults whose rules it cannot have.",
    explanation: "\
Defaults with `http-request`, `http-response`, `http-after-response`, `tcp-request` or `tcp-response` \
rules are for frontends only, or for backends only: a `listen` section and other defaults cannot start \
from them, nor can proxies of both kinds. Rules for connections and sessions are not for backends, and \
`tcp-response content` is not for frontends. Split the defaults in two, and say `from` in each section.",
    examples: &[
        Example::refused(
            "\
defaults web
    mode http
    timeout client 30s
    timeout connect 5s
    timeout server 30s
    http-request set-header X-Proto https

frontend www from web
    bind 127.0.0.1:8080
    default_backend app

backend app from web
    server s1 192.0.2.1:80
",
            "\
defaults web
    mode http
    timeout client 30s
    timeout connect 5s
    timeout server 30s

defaults web-rules from web
    http-request set-header X-Proto https

frontend www from web-rules
    bind 127.0.0.1:8080
    default_backend app

backend app from web
    server s1 192.0.2.1:80
",
        ),
        Example::refused(
            "\
defaults web
    mode http
    timeout client 30s
    timeout connect 5s
    timeout server 30s
    http-request set-header X-Proto https

listen www from web
    bind 127.0.0.1:8080
    server s1 192.0.2.1:80
",
            "\
defaults web
    mode http
    timeout client 30s
    timeout connect 5s
    timeout server 30s

listen www from web
    bind 127.0.0.1:8080
    http-request set-header X-Proto https
    server s1 192.0.2.1:80
",
        ),
    ],
};

/// What kinds of rules defaults have, and the first proxy that starts from them.
#[derive(Clone, Copy)]
struct Rules {
    header: Place,
    /// For connections and sessions.
    of_connections: bool,
    /// For the bytes of servers.
    of_answers: bool,
    first: Option<(SectionKind, Place)>,
}

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut with_rules: HashMap<usize, Rules> = HashMap::new();
    for proxy in context.proxies() {
        let rules = proxy
            .defaults
            .and_then(|defaults| with_rules.get_mut(&defaults));
        if let Some(rules) = rules {
            check_proxy(context, &proxy, rules, found);
        }
        if proxy.kind == SectionKind::Defaults {
            with_rules.extend(rules_of(&proxy).map(|rules| (proxy.section.index, rules)));
        }
    }
}

fn rules_of(defaults: &Proxy<'_>) -> Option<Rules> {
    let mut has_rules = false;
    let mut rules = Rules {
        header: defaults.section.header,
        of_connections: false,
        of_answers: false,
        first: None,
    };
    for (_, statement) in defaults.statements() {
        let Some(rule) = ActionRule::of(&statement.directive) else {
            continue;
        };
        has_rules = true;
        match rule.kind {
            RuleKind::TcpConnection | RuleKind::TcpSession => rules.of_connections = true,
            RuleKind::TcpResponse => rules.of_answers = true,
            _ => {}
        }
    }
    has_rules.then_some(rules)
}

fn check_proxy(
    context: &Context<'_>,
    proxy: &Proxy<'_>,
    rules: &mut Rules,
    found: &mut Vec<Diagnostic>,
) {
    let kind = proxy.kind;
    let header = proxy.section.header;
    let (first, before) = *rules.first.get_or_insert((kind, header));
    let message = match kind {
        SectionKind::Defaults | SectionKind::Listen => {
            format!("a {kind} section cannot start from defaults with rules")
        }
        _ if first != kind && matches!(first, SectionKind::Frontend | SectionKind::Backend) => {
            format!("defaults with rules are for frontends or for backends: a {first} has them")
        }
        SectionKind::Backend if rules.of_connections => {
            "a backend cannot have the rules for connections and sessions of its defaults".into()
        }
        SectionKind::Frontend if rules.of_answers => {
            "a frontend cannot have the 'tcp-response content' rules of its defaults".into()
        }
        _ => return,
    };
    let (file, span) = context.whole(rules.header);
    let mut finding = RULE.at(context.whole(header), message).with_related(
        file,
        span,
        "these defaults have rules",
    );
    if first != kind {
        let (file, span) = context.whole(before);
        finding = finding.with_related(file, span, "this one starts from them as well");
    }
    found.push(finding);
}
