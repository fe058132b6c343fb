use haproxy_model::reference::NameKind;

use super::index::{Index, NamedServer};
use crate::check::context::{Context, NamedPlace};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_SERVER,
    name: "unknown-server",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A server is named that does not exist.",
    explanation: "\
`use-server`, `track` and sample fetches such as `srv_is_up(app/s1)` name a server of their own \
backend, or of the one in front of the slash. A template `server-template web 3` makes the servers \
`web1` to `web3`, and none that is called `web`.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    use-server s2 if TRUE
    server s1 192.0.2.1:80
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    use-server s1 if TRUE
    server s1 192.0.2.1:80
",
    )],
};

/// Looks at a reference to a server.
pub(super) fn check(
    context: &Context<'_>,
    index: &Index<'_>,
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let mention = name.mention;
    let section = match &mention.proxy {
        // A backend that is not there is a finding of its own.
        Some(proxy) => index.section(NameKind::Backend.sections(), proxy),
        None => Some(name.section),
    };
    let Some(section) = section else {
        return;
    };
    let servers = NamedServer::all_of(context, section);
    let is_known = servers.iter().any(|server| {
        server.is(&mention.name) || haproxy_model::text::has_reference(server.written)
    });
    if is_known {
        return;
    }
    let owner = context
        .section(section)
        .and_then(|view| view.section.name());
    let owner = owner.unwrap_or_default();
    let message = format!("'{owner}' has no server '{}'", mention.name);
    found.push(RULE.at(context.name(name), message));
}
