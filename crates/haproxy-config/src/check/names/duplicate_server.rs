use std::borrow::Cow;
use std::collections::HashMap;

use super::index::NamedServer;
use crate::check::context::{Context, Place};
use crate::check::view::SectionView;
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

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    let servers = NamedServer::all_of(context, section.index);
    if !may_have_twins(&servers) {
        return;
    }
    let mut named: HashMap<Cow<'_, str>, Place> = HashMap::new();
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

/// Whether two servers may have one name: hardly ever, so that this is the quick way.
fn may_have_twins(servers: &[NamedServer<'_>]) -> bool {
    let mut all = Vec::with_capacity(servers.len());
    for server in servers {
        match server.only_name() {
            Some(name) => all.push(name),
            None => return true,
        }
    }
    all.sort_unstable();
    all.windows(2)
        .any(|pair| matches!(pair, [one, other] if one == other))
}
