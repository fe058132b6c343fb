use foldhash::{HashMap, HashMapExt};
use haproxy_model::section::proxy::RuleKeyword;
use memchr::memmem;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SHADOWED_BACKEND,
    name: "shadowed-backend",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A 'use_backend' has the condition of another one above it.",
    explanation: "\
The first `use_backend` whose condition is met counts. Where two of a section have the same condition, \
the second never does. HAProxy accepts that without a word.",
    examples: &[Example::accepted(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    use_backend old if { path_beg /api/ }
    use_backend new if { path_beg /api/ }

backend old
    mode http

backend new
    mode http
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    use_backend new if { path_beg /api/ }
    default_backend old

backend old
    mode http

backend new
    mode http
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !proxy.is_frontend() {
        return;
    }
    let random = memmem::Finder::new("rand");
    let mut first: HashMap<Vec<&str>, Place> = HashMap::new();
    for (place, statement) in proxy.statements() {
        let Some(RuleKeyword::UseBackend(rule)) = statement.group() else {
            continue;
        };
        let Some(condition) = &rule.condition else {
            continue;
        };
        // Another draw, another result; and a name that is made anew may not lead anywhere.
        let mut words = condition.words();
        if words.any(|word| random.find(word.as_bytes()).is_some())
            || rule.backend.as_str().contains('%')
        {
            continue;
        }
        let condition: Vec<&str> = condition.words().collect();
        match first.get(&condition) {
            Some(above) => {
                let (file, span) = context.whole(*above);
                let message = "this is never reached: a 'use_backend' above has the same condition";
                found.push(RULE.at(context.whole(place), message).with_related(
                    file,
                    span,
                    "this one counts",
                ));
            }
            None => {
                first.insert(condition, place);
            }
        }
    }
}
