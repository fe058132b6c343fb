use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{FilterKeyword, SpoeParameter};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;

use crate::check::context::{Context, NamedPlace};
use crate::check::rules::ActionRule;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::model_words;

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_FILTER,
    name: "unknown-filter",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A rule is for a filter that the proxy does not have.",
    explanation: "\
`set-bandwidth-limit NAME` switches on a `filter bwlim-in NAME` or `filter bwlim-out NAME` of its own \
proxy. HAProxy refuses the rule in a proxy without any such filter; where there is another one the rule \
does nothing. `send-spoe-group ENGINE GROUP` needs a `filter spoe engine ENGINE` in the same way.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-response set-bandwidth-limit slow
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter bwlim-out slow default-limit 1m default-period 1s
    http-response set-bandwidth-limit slow
",
    )],
};

/// Looks at a reference to a filter of the same section.
pub(super) fn check(
    context: &Context<'_>,
    filters: &[NamedPlace<'_>],
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let own = &name.mention.name;
    let mut others = context.names().filter(|other| {
        other.section == name.section
            && other.mention.kind == name.mention.kind
            && other.mention.role != name.mention.role
    });
    if filters.iter().any(|filter| filter.mention.name == *own)
        || others.any(|other| other.mention.name == *own)
    {
        return;
    }
    let message = format!("this proxy has no bandwidth limit '{own}'");
    let mut diagnostic = RULE.at(context.name(name), message);
    if !filters.is_empty() {
        diagnostic.severity = Severity::Warning;
    }
    found.push(diagnostic);
}

/// Looks at rules that have an agent asked, for the engine.
pub(super) fn check_engines(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind == SectionKind::Defaults || proxy.is_disabled {
        return;
    }
    for (place, statement) in proxy.statements() {
        let action = ActionRule::of(&statement.directive).and_then(|rule| rule.action);
        if action.is_none_or(|action| action.name != ASK) {
            continue;
        }
        let Some(line) = context.line(place) else {
            continue;
        };
        let behind = model_words(&line).skip_while(|word| *word != ASK);
        let Some(engine) = behind.skip(1).find(|word| !has_reference(word)) else {
            continue;
        };
        if !has_engine(context, proxy, &engine) {
            let message = format!("this proxy has no filter with the engine '{engine}'");
            found.push(RULE.at(context.find(place, &engine), message));
        }
    }
}

/// The action that has an agent asked.
const ASK: &str = "send-spoe-group";

/// Whether a filter has this engine, or one that is not told here.
fn has_engine(context: &Context<'_>, proxy: &Proxy<'_>, engine: &str) -> bool {
    let mut filters = context.chain(proxy).flat_map(|member| member.statements());
    filters.any(|(_, statement)| {
        let ProxyKeyword::Filter(FilterKeyword::FilterSpoe(parameters)) = &statement.directive
        else {
            return false;
        };
        let named = parameters.iter().find_map(|own| match own {
            SpoeParameter::Engine(name) => Some(name.as_str()),
            _ => None,
        });
        named.is_none_or(|own| own == engine || has_reference(own))
    })
}
