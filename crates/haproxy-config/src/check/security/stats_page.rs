use haproxy_model::section::proxy::{RuleKeyword, StatsKeyword};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::statement::Prefix;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::OPEN_STATS_PAGE,
    name: "open-stats-page",
    family: Family::Security,
    severity: Severity::Info,
    summary: "Everybody may see the page of statistics.",
    explanation: "\
The page names all proxies and servers with their addresses and states; with `stats admin` who sees it \
can take servers away. Ask for a password with `stats auth`, or refuse others with \
`stats http-request` or `http-request`.",
    examples: &[Example::accepted(
        "\
listen stats
    bind 127.0.0.1:8404
    mode http
    timeout client 30s
    stats enable
    stats uri /stats
",
        "\
listen stats
    bind 127.0.0.1:8404
    mode http
    timeout client 30s
    stats enable
    stats uri /stats
    stats auth admin:secret
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind == SectionKind::Defaults {
        return;
    }
    let mut page: Option<Place> = None;
    for (place, statement) in proxy.statements() {
        if let Some(RuleKeyword::HttpRequest(_)) = statement.group() {
            return;
        }
        match statement.group() {
            Some(StatsKeyword::StatsAuth(_) | StatsKeyword::StatsHttpRequest(_)) => return,
            Some(StatsKeyword::StatsEnable | StatsKeyword::StatsUri(_))
                if statement.prefix != Some(Prefix::No) =>
            {
                page.get_or_insert(place);
            }
            _ => {}
        }
    }
    let Some(place) = page else { return };
    let is_guarded = context.chain(proxy).skip(1).any(|defaults| {
        defaults
            .statements()
            .any(|(_, statement)| matches!(statement.group(), Some(StatsKeyword::StatsAuth(_))))
    });
    if !is_guarded {
        let message = "everybody who reaches this proxy may see its statistics";
        found.push(
            RULE.at(context.whole(place), message)
                .with_help("add 'stats auth USER:PASSWORD', or refuse others by a rule"),
        );
    }
}
