use haproxy_model::config::AnySection;
use haproxy_model::section::global::ThreadsKeyword;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::LATE_THREADS,
    name: "late-threads",
    family: Family::Words,
    severity: Severity::Error,
    summary: "Threads are set up behind the first section that depends on them.",
    explanation: "\
From HAProxy 2.8 on, `nbthread`, `thread-groups` and `thread-group` have to stand in a `global` \
section above all sections of other kinds.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80

global
    nbthread 2
",
        "\
global
    nbthread 2

backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
",
    )],
};

const SINCE: Version = Version::new(2, 8);

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.options.target.version < SINCE {
        return;
    }
    let mut is_late = false;
    for view in context.sections() {
        let AnySection::Global(global) = view.section else {
            is_late = true;
            continue;
        };
        if !is_late {
            continue;
        }
        for (place, statement) in view.with_places(&global.statements) {
            if let Some(
                ThreadsKeyword::Nbthread(_)
                | ThreadsKeyword::ThreadGroups(_)
                | ThreadsKeyword::ThreadGroup(_),
            ) = statement.group()
            {
                let message = "threads have to be set up above all other sections";
                found.push(RULE.at(context.keyword(place), message));
            }
        }
    }
}
