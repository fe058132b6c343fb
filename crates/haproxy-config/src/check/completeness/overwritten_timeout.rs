use haproxy_model::keyword::Keywords;
use haproxy_model::section::proxy::TimeoutKeyword;
use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::OVERWRITTEN_TIMEOUT,
    name: "overwritten-timeout",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A section sets a timeout that it has set above.",
    explanation: "\
Only the last line counts, and whoever reads or changes the first one is misled. Remove one of them. To \
set what defaults have set is no such case: that is what defaults are for.",
    examples: &[Example::warned(
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    timeout client 60s
",
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 60s
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind == SectionKind::Defaults {
        return;
    }
    let mut last: Vec<(&str, &TimeoutKeyword, Place)> = Vec::new();
    for (place, statement) in proxy.statements() {
        let Some(timeout) = statement.group::<TimeoutKeyword>() else {
            continue;
        };
        let Some(keyword) = timeout.keyword() else {
            continue;
        };
        let is_here =
            keyword.sections.is_empty() || keyword.sections.contains(&proxy.kind.keyword());
        if !is_here {
            continue;
        }
        let name = keyword.name;
        let Some(above) = last.iter_mut().find(|(own, _, _)| *own == name) else {
            last.push((name, timeout, place));
            continue;
        };
        // HAProxy does not tell what the section says from the same value of its defaults.
        if inherited(context, proxy, name) != Some(above.1) {
            let (file, span) = context.whole(above.2);
            found.push(
                RULE.at(
                    context.whole(place),
                    format!("'{name}' is set above already"),
                )
                .with_help("remove one of the two lines")
                .with_related(file, span, "it is set here first"),
            );
        }
        *above = (name, timeout, place);
    }
}

/// What the defaults of the proxy set.
fn inherited<'a>(
    context: &Context<'a>,
    proxy: &Proxy<'a>,
    name: &str,
) -> Option<&'a TimeoutKeyword> {
    context.chain(proxy).skip(1).find_map(|member| {
        let mut timeouts = member.statements().rev().filter_map(|(_, own)| own.group());
        timeouts.find(|own: &&TimeoutKeyword| own.keyword().is_some_and(|own| own.name == name))
    })
}
