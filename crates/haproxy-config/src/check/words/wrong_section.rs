use haproxy_model::keyword::{Keyword, Keywords};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::statement::Statement;
use haproxy_model::version::Version;

use super::action_side;
use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::WRONG_SECTION,
    name: "wrong-section",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A keyword stands in a kind of proxy that does not have it.",
    explanation: "\
A frontend has no servers and a backend no clients: HAProxy ignores what is for the other side, with a \
warning, and refuses some of it. Rules and ACLs may stand in `defaults`, but only in a section \
with a name, and `bind`, `server` and what routes requests in none at all.",
    examples: &[
        Example::refused(
            "\
defaults
    mode http
    timeout client 30s
    http-request set-header X-Proto https
",
            "\
defaults web
    mode http
    timeout client 30s
    http-request set-header X-Proto https
",
        ),
        Example::warned(
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    balance leastconn
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
",
        ),
    ],
};

/// The first version whose `defaults` may hold rules.
const NAMED_DEFAULTS: Version = Version::new(2, 5);
/// The version that takes a switch of the other side for an unknown option.
const REFUSES_OPTIONS: Version = Version::new(3, 2);

/// The one keyword that defaults ignore with a warning.
const IGNORED_IN_DEFAULTS: &str = "compression offload";
/// The first version whose frontends have `option abortonclose`.
const FRONTENDS_ABORT: Version = Version::new(3, 4);

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    for (place, statement) in proxy.statements() {
        if let Some(message) = action_side::judge(proxy, &statement.directive) {
            found.push(RULE.at(context.whole(place), message));
        }
        let Some(keyword) = statement.directive.keyword() else {
            continue;
        };
        if let Some((severity, message)) = judge(context, proxy, statement, keyword) {
            let mut diagnostic = RULE.at(context.keyword(place), message);
            diagnostic.severity = severity;
            found.push(diagnostic);
        }
    }
}

fn judge(
    context: &Context<'_>,
    proxy: &Proxy<'_>,
    statement: &Statement<ProxyKeyword>,
    keyword: &Keyword,
) -> Option<(Severity, String)> {
    let version = context.options.target.version;
    let (name, kind) = (keyword.name, proxy.kind);
    let is_early =
        name == "option abortonclose" && kind == SectionKind::Frontend && version < FRONTENDS_ABORT;
    let is_listed = keyword.sections.contains(&kind.keyword()) && !is_early;
    if kind == SectionKind::Defaults {
        let needs_name =
            keyword.named_defaults && (proxy.name.is_none() || version < NAMED_DEFAULTS);
        return if name == IGNORED_IN_DEFAULTS {
            let message = format!("'{name}' does nothing in a defaults section");
            Some((Severity::Warning, message))
        } else if !is_listed {
            let message = format!("'{name}' may not stand in a defaults section");
            Some((Severity::Error, message))
        } else if needs_name {
            let message = format!("'{name}' may not stand in a defaults section without a name");
            Some((Severity::Error, message))
        } else {
            None
        };
    }
    if is_listed {
        return None;
    }
    let is_option = matches!(
        statement.directive,
        ProxyKeyword::SwitchOption(_) | ProxyKeyword::HttpOption(_)
    );
    let is_refused = keyword.refused_elsewhere || is_option && version == REFUSES_OPTIONS;
    Some(if is_refused {
        let message = format!("'{name}' may not stand in a {kind} section");
        (Severity::Error, message)
    } else {
        let message = format!("'{name}' does nothing in a {kind} section");
        (Severity::Warning, message)
    })
}
