use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{BalancingKeyword, GeneralKeyword, SwitchOption};

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::BALANCE_CONFLICT,
    name: "balance-conflict",
    family: Family::Modes,
    severity: Severity::Error,
    summary: "Servers are chosen in two ways that exclude each other.",
    explanation: "\
`option transparent` passes connections to where the client wanted to go, and `dispatch` to one address: \
neither leaves anything for `balance` to choose. HAProxy refuses the first together with `balance`, and \
ignores the second.",
    examples: &[
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    option transparent
    balance roundrobin
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    option transparent
",
        ),
        Example::warned(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    dispatch 192.0.2.1:80
    balance source
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    balance source
    server s1 192.0.2.1:80
",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !proxy.is_backend() || proxy.is_disabled {
        return;
    }
    let (mut balance, mut transparent, mut dispatch) = (None, None, None);
    for (place, statement) in proxy.statements() {
        let is_set = statement.prefix.is_none();
        match &statement.directive {
            ProxyKeyword::Balancing(BalancingKeyword::Balance(_)) => balance = Some(place),
            ProxyKeyword::SwitchOption(SwitchOption::TransparentOption)
            | ProxyKeyword::General(GeneralKeyword::Transparent) => {
                transparent = is_set.then_some(place);
            }
            ProxyKeyword::General(GeneralKeyword::Dispatch(_)) => dispatch = Some(place),
            _ => {}
        }
    }
    let Some(balance) = balance else { return };
    let (other, message, severity) = match (transparent, dispatch) {
        (Some(transparent), _) => (
            transparent,
            "connections go where the client wanted to: there is nothing to balance",
            Severity::Error,
        ),
        (None, Some(dispatch)) => (
            dispatch,
            "'dispatch' is ignored beside 'balance'",
            Severity::Warning,
        ),
        (None, None) => return,
    };
    let (file, span) = context.whole(balance);
    let mut finding =
        RULE.at(context.whole(other), message)
            .with_related(file, span, "this line balances");
    finding.severity = severity;
    found.push(finding);
}
