use haproxy_model::reference::NameKind;
use haproxy_model::version::Version;

use super::index::Index;
use super::unknown_table;
use crate::check::context::{Context, NamedPlace};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_SECTION,
    name: "unknown-section",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A section is named that does not exist.",
    explanation: "\
Peers, resolvers, user lists, caches, FastCGI applications, error pages and mailers are sections of their \
own, and what uses one names it. HAProxy refuses a name that none has. Of a ring, a log profile and a \
certificate store it does not say so while it checks a configuration: messages are lost, or it does \
not start.",
    examples: &[
        Example::refused(
            "\
resolvers dns
    nameserver one 192.0.2.53:53

backend app
    timeout connect 5s
    timeout server 30s
    server s1 app.example.com:80 resolvers dsn init-addr none
",
            "\
resolvers dns
    nameserver one 192.0.2.53:53

backend app
    timeout connect 5s
    timeout server 30s
    server s1 app.example.com:80 resolvers dns init-addr none
",
        ),
        Example::refused(
            "\
userlist admins
    user admin insecure-password secret

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request auth unless { http_auth(admin) }
",
            "\
userlist admins
    user admin insecure-password secret

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request auth unless { http_auth(admins) }
",
        ),
    ],
};

/// Looks at a reference to a section that is no proxy.
pub(super) fn check(
    context: &Context<'_>,
    index: &Index<'_>,
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let mention = name.mention;
    let kinds = mention.kind.sections();
    let own = &*mention.name;
    let Some(kind) = kinds.first() else {
        return;
    };
    if index.is_uncertain(kinds) || is_own(context, mention.kind, own) {
        return;
    }
    if mention.kind == NameKind::Peers && unknown_table::is_ignored(context, name) {
        return;
    }
    if index.section(kinds, own).is_some() {
        if mention.kind == NameKind::Peers {
            check_table(context, index, name, found);
        }
        return;
    }
    let message = format!("there is no {kind} section '{own}'");
    let mut diagnostic = RULE.at(context.name(name), message);
    if is_accepted(mention.kind) {
        diagnostic.severity = Severity::Warning;
    }
    found.push(context.with_nearest(diagnostic, kinds, own));
}

/// The first version that has a resolvers section of its own.
const OWN_RESOLVERS: Version = Version::new(2, 6);

/// Whether HAProxy has the section where none is written.
fn is_own(context: &Context<'_>, kind: NameKind, name: &str) -> bool {
    kind == NameKind::Resolvers
        && name == "default"
        && context.options.target.version >= OWN_RESOLVERS
}

/// Whether HAProxy accepts the configuration without the section.
const fn is_accepted(kind: NameKind) -> bool {
    !matches!(
        kind,
        NameKind::Peers
            | NameKind::Resolvers
            | NameKind::Userlist
            | NameKind::Cache
            | NameKind::FcgiApp
            | NameKind::HttpErrors
            | NameKind::Mailers
    )
}

/// Looks for the table behind the name of its peers section.
fn check_table(
    context: &Context<'_>,
    index: &Index<'_>,
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let Some(behind) = context.text_behind(name) else {
        return;
    };
    let Some(table) = behind.strip_prefix('/') else {
        return;
    };
    let end = table.find([',', ')', ']', '"', '\'', ' ']);
    let table = end.and_then(|end| table.get(..end)).unwrap_or(table);
    let peers = &name.mention.name;
    if !index.has_peers_table(&format!("{peers}/{table}")) {
        let message = format!("the peers section '{peers}' has no table '{table}'");
        found.push(super::unknown_table::RULE.at(context.name(name), message));
    }
}
