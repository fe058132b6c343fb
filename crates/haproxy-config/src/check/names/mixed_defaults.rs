use std::collections::{HashMap, HashSet};

use haproxy_model::config::AnySection;
use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, Place};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MIXED_DEFAULTS,
    name: "mixed-defaults",
    family: Family::Names,
    severity: Severity::Warning,
    summary: "Defaults are used by name, and by proxies that name none.",
    explanation: "\
A proxy without `from` starts from the last `defaults` section above it, whatever its name. Where others \
name that section a reader cannot tell which proxies it is for: say `from` everywhere, or put a \
section without a name last.",
    examples: &[Example::warned(
        "\
defaults web
    timeout client 30s

frontend one
    bind 127.0.0.1:8080

frontend two from web
    bind 127.0.0.1:8081
",
        "\
defaults web
    timeout client 30s

frontend one from web
    bind 127.0.0.1:8080

frontend two from web
    bind 127.0.0.1:8081
",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    // The first proxy that uses each section without naming it.
    let mut implicit: HashMap<usize, Place> = HashMap::new();
    let mut explicit: HashSet<usize> = HashSet::new();
    for proxy in context.proxies() {
        let Some(defaults) = proxy.defaults else {
            continue;
        };
        if names_defaults(proxy.section.section) {
            if proxy.kind != SectionKind::Defaults {
                explicit.insert(defaults);
            }
        } else {
            implicit.entry(defaults).or_insert(proxy.section.header);
        }
    }
    let mut mixed: Vec<_> = implicit
        .into_iter()
        .filter(|(defaults, _)| explicit.contains(defaults))
        .collect();
    mixed.sort_unstable();
    for (defaults, place) in mixed {
        let Some(view) = context.section(defaults) else {
            continue;
        };
        let name = view.section.name().unwrap_or_default();
        let (file, span) = context.whole(view.header);
        let message = format!("other proxies say 'from {name}', this one uses it without a word");
        found.push(
            RULE.at(context.whole(place), message)
                .with_help(format!("add 'from {name}'"))
                .with_related(file, span, "the defaults that both use"),
        );
    }
}

fn names_defaults(section: &AnySection) -> bool {
    match section {
        AnySection::Defaults(own) => own.from.is_some(),
        AnySection::Frontend(own) => own.from.is_some(),
        AnySection::Backend(own) => own.from.is_some(),
        AnySection::Listen(own) => own.from.is_some(),
        _ => false,
    }
}
