use haproxy_model::bind::{BindParameter, StatsSocketParameter};
use haproxy_model::section::global::StatsSocket;

use crate::check::context::Context;
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SOCKET_LEVEL,
    name: "socket-level",
    family: Family::Completeness,
    severity: Severity::Info,
    summary: "A socket of the runtime API does not say what may be done there.",
    explanation: "\
Without `level` its clients are operators: they see statistics and may empty counters, but cannot change \
servers, maps or certificates. Say `level admin` where programs change the process, `level user` where they \
only watch it.",
    examples: &[Example::accepted(
        "global\n    stats socket /run/haproxy.sock mode 660\n",
        "global\n    stats socket /run/haproxy.sock mode 660 level admin\n",
    )],
};

pub(super) fn check(context: &Context<'_>, view: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    for (place, socket) in view.stats_sockets() {
        if !has_level(socket) {
            let message =
                "its clients are operators, who cannot change servers, maps or certificates";
            found.push(
                RULE.at(context.find(place, "socket"), message)
                    .with_help("write level admin, operator or user"),
            );
        }
    }
}

fn has_level(socket: &StatsSocket) -> bool {
    socket.parameters.iter().any(|parameter| {
        matches!(
            parameter,
            BindParameter::Stats(StatsSocketParameter::Level(_))
        )
    })
}
