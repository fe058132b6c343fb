use haproxy_model::config::AnySection;
use haproxy_model::section::PeersKeyword;
use haproxy_model::section::global::ProcessKeyword;
use haproxy_model::text::has_reference;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NO_LOCAL_PEER,
    name: "no-local-peer",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A peers section does not have this process, so it is left out.",
    explanation: "\
Each process finds itself in a `peers` section by its name: `localpeer` in `global`, the command line's \
`-L`, or the name of the machine. A section without that name is left out with a warning, and its \
tables are not shared; `disabled` says so without a warning. Where nothing says the name, none is \
looked for.",
    examples: &[Example::warned(
        "\
global
    localpeer lb3

peers shared
    peer lb1 127.0.0.1:10000
    peer lb2 192.0.2.2:10000
",
        "\
peers shared
    disabled
    peer lb1 127.0.0.1:10000
    peer lb2 192.0.2.2:10000
",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let variables = &context.options.target.environment.variables;
    let mut local = variables
        .get(&b"HAPROXY_LOCALPEER"[..])
        .map(|name| String::from_utf8_lossy(name).into_owned());
    for view in context.sections() {
        if let AnySection::Global(global) = view.section {
            for statement in &global.statements {
                if let Some(ProcessKeyword::Localpeer(name)) = statement.group() {
                    local = Some(name.as_str().to_owned());
                }
            }
        }
    }
    let Some(local) = local.filter(|local| !has_reference(local)) else {
        return;
    };
    for view in context.sections() {
        let AnySection::Peers(peers) = view.section else {
            continue;
        };
        let mut is_disabled = false;
        let mut has_local = false;
        for statement in &peers.statements {
            match &statement.directive {
                PeersKeyword::Peer(peer) | PeersKeyword::Server(peer) => {
                    let name = peer.name.as_str();
                    has_local |= name == local || has_reference(name);
                }
                PeersKeyword::Disabled => is_disabled = true,
                PeersKeyword::Enabled => is_disabled = false,
                _ => {}
            }
        }
        if !has_local && !is_disabled {
            let message = format!("these peers do not include '{local}', which is this process");
            found.push(RULE.at(context.whole(view.header), message));
        }
    }
}
