use haproxy_model::config::AnySection;
use haproxy_model::section::global::SchedulerTuning;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::rules::ActionRule;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::COUNTER_NUMBER,
    name: "counter-number",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A rule uses a sticky counter that does not exist.",
    explanation: "\
There are three sticky counters, `sc0` to `sc2`; `tune.stick-counters` in `global` makes more of them \
from HAProxy 2.8 on. It has to stand above the rules that use them.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    stick-table type ip size 100k expire 5m store conn_cur
    tcp-request connection track-sc3 src
",
        "\
global
    tune.stick-counters 4

frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    stick-table type ip size 100k expire 5m store conn_cur
    tcp-request connection track-sc3 src
",
    )],
};

/// How many there are where nothing is said.
const USUAL: i64 = 3;
/// Since when there may be another number of them.
const TUNED_SINCE: Version = Version::new(2, 8);

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let is_tuned = context.options.target.version >= TUNED_SINCE;
    let mut most = Some(USUAL);
    for view in context.sections() {
        if let AnySection::Global(global) = view.section {
            for statement in &global.statements {
                if let Some(SchedulerTuning::TuneStickCounters(number)) = statement.group()
                    && is_tuned
                {
                    most = number.value().map(|number| number.get());
                }
            }
        }
        let (Some(most), Some(proxy)) = (most, context.proxy(view)) else {
            continue;
        };
        for (place, statement) in proxy.statements() {
            let Some(rule) = ActionRule::of(&statement.directive) else {
                continue;
            };
            let Some(number) = rule.counter_number().filter(|number| *number >= most) else {
                continue;
            };
            let message = format!("there is no sticky counter {number}, only {most} from 0 on");
            let mut finding = RULE.at(context.whole(place), message);
            if is_tuned {
                let enough = number.saturating_add(1);
                finding = finding.with_help(format!("'tune.stick-counters {enough}' in global"));
            }
            found.push(finding);
        }
    }
}
