use std::borrow::Cow;
use std::collections::HashMap;

use super::index::NamedServer;
use crate::check::context::{Context, Place};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE_SERVER,
    name: "duplicate-server",
    family: Family::Names,
    severity: Severity::Error,
    summary: "Two servers of a section have one name.",
    explanation: "\
Statistics, the runtime API and rules know a server by its name. `server-template web 3` makes the \
servers `web1` to `web3`, which count as well.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
    server s1 192.0.2.2:80
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
    server s2 192.0.2.2:80
",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut named: HashMap<Cow<'_, str>, Place> = HashMap::new();
    for view in context.sections() {
        let servers = NamedServer::all_of(context, view.index);
        if servers.len() < 2 {
            continue;
        }
        named.clear();
        for server in &servers {
            let mut twice = None;
            for name in server.all_names() {
                let first = *named.entry(name.clone()).or_insert(server.place);
                if first != server.place && twice.is_none() {
                    twice = Some((name, first));
                }
            }
            if let Some((name, first)) = twice {
                let (file, span) = context.whole(first);
                let message = format!("a server '{name}' is in this section already");
                found.push(
                    RULE.at(context.find(server.place, server.written), message)
                        .with_related(file, span, "the name is given here first"),
                );
            }
        }
    }
}
