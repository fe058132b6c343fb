use haproxy_model::config::AnySection;
use haproxy_model::section::global::LimitsKeyword;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NO_CONNECTION_LIMIT,
    name: "no-connection-limit",
    family: Family::Security,
    severity: Severity::Info,
    summary: "No line says how many connections the process may have.",
    explanation: "\
Without `maxconn` in `global` HAProxy computes the limit from how many files it may open, which differs \
from machine to machine and may be more than its memory holds.",
    examples: &[Example::accepted(
        "global\n    log-tag proxy\n",
        "global\n    log-tag proxy\n    maxconn 10000\n",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut first = None;
    for view in context.sections() {
        let AnySection::Global(global) = view.section else {
            continue;
        };
        first.get_or_insert(view.header);
        let is_limited = global
            .statements
            .iter()
            .any(|statement| matches!(statement.group(), Some(LimitsKeyword::Maxconn(_))));
        if is_limited {
            return;
        }
    }
    if let Some(header) = first {
        let message = "how many connections the process may have depends on the machine";
        found.push(
            RULE.at(context.whole(header), message)
                .with_help("set 'maxconn'"),
        );
    }
}
