use haproxy_model::keyword::Keywords;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{
    Balance, BalancingKeyword, GeneralKeyword, LoggingKeyword, Mode, PersistenceKeyword,
    RuleKeyword,
};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSABLE_MODE,
    name: "unusable-mode",
    family: Family::Modes,
    severity: Severity::Error,
    summary: "A mode is not for proxies of this kind, or not with its settings.",
    explanation: "\
`mode log` and `mode spop` are for backends only. A backend in `mode log` balances messages, by \
`roundrobin`, `random`, `sticky` or `log-hash`; what looks at connections does nothing there: tables, \
`stick` and `use-server` rules, `tcp-request` and `tcp-response`.",
    examples: &[
        Example::refused(
            "\
frontend logs
    mode log
    bind 127.0.0.1:1514
",
            "\
log-forward logs
    bind 127.0.0.1:1514
    timeout client 30s
    log 192.0.2.1:514 local0
",
        ),
        Example::warned(
            "\
backend logs
    mode log
    stick-table type ip size 1k
    server s1 udp@192.0.2.1:514
",
            "\
backend logs
    mode log
    server s1 udp@192.0.2.1:514
",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind == SectionKind::Frontend {
        let mut has_own = false;
        for (place, statement) in proxy.statements() {
            has_own |= matches!(statement.group(), Some(GeneralKeyword::Mode(_)));
            if let Some(GeneralKeyword::Mode(mode)) = statement.group()
                && let Some(mode @ (Mode::Log | Mode::Spop)) = mode.value()
            {
                let name = mode.keyword().map_or("", |mode| mode.name);
                let message = format!("'mode {name}' is for backends only");
                found.push(RULE.at(context.whole(place), message));
            }
        }
        if !has_own && proxy.mode == Some(Mode::Log) {
            let message = "'mode log', which its defaults say, is for backends only";
            found.push(RULE.at(context.whole(proxy.section.header), message));
        }
        return;
    }
    if proxy.mode != Some(Mode::Log) || !proxy.is_backend() || proxy.is_disabled {
        return;
    }
    for (place, statement) in proxy.statements() {
        let is_balance = if let Some(BalancingKeyword::Balance(Some(balance))) = statement.group() {
            balance
                .value()
                .is_some_and(|balance| !balances_messages(balance))
        } else {
            false
        };
        let name = statement.directive.keyword().map_or("", |own| own.name);
        if is_balance {
            let message = "messages are balanced by 'roundrobin', 'random', 'sticky' or 'log-hash'";
            found.push(RULE.at(context.whole(place), message));
        } else if is_ignored(&statement.directive, context.options.target.version) {
            let message = format!("'{name}' does nothing in 'mode log'");
            let mut finding = RULE.at(context.whole(place), message);
            finding.severity = Severity::Warning;
            found.push(finding);
        }
    }
}

const fn balances_messages(balance: &Balance) -> bool {
    matches!(
        balance,
        Balance::RoundRobin | Balance::Random { .. } | Balance::Sticky | Balance::LogHash(_)
    )
}

/// Whether HAProxy ignores the statement in a backend for logs.
fn is_ignored(directive: &ProxyKeyword, version: Version) -> bool {
    match directive {
        ProxyKeyword::TcpRequest(_) | ProxyKeyword::TcpResponse(_) => true,
        ProxyKeyword::Persistence(keyword) => matches!(
            keyword,
            PersistenceKeyword::StickTable(_)
                | PersistenceKeyword::StickOn(_)
                | PersistenceKeyword::StickMatch(_)
                | PersistenceKeyword::StickStoreRequest(_)
                | PersistenceKeyword::StickStoreResponse(_)
                | PersistenceKeyword::DynamicCookieKey(_)
        ),
        ProxyKeyword::Balancing(keyword) => {
            matches!(keyword, BalancingKeyword::HttpSendNameHeader(_))
        }
        ProxyKeyword::Rule(keyword) => matches!(keyword, RuleKeyword::UseServer(_)),
        ProxyKeyword::Logging(LoggingKeyword::LogSteps(_)) => version >= Version::new(3, 1),
        _ => false,
    }
}
