use haproxy_model::bind::{BindParameter, StatsLevel, StatsSocketParameter, UnixSocketParameter};
use haproxy_model::section::global::StatsSocket;

use crate::check::context::Context;
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SOCKET_MODE,
    name: "socket-mode",
    family: Family::Security,
    severity: Severity::Warning,
    summary: "Everybody on the machine may use a socket of the runtime API.",
    explanation: "\
Who can write to the socket can change servers, certificates and maps, and read what is in tables. \
Give it to a group with `group` and `mode 660`, or let it only read with `level user`.",
    examples: &[Example::accepted(
        "global\n    stats socket /run/haproxy.sock mode 666 level admin\n",
        "global\n    stats socket /run/haproxy.sock mode 660 level admin\n",
    )],
};

pub(super) fn check(context: &Context<'_>, view: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    for (place, socket) in view.stats_sockets() {
        if is_writable_by_all(socket) {
            let message = "everybody on the machine may write to this socket";
            found.push(
                RULE.at(context.find(place, "mode"), message)
                    .with_help("write mode 660 and the group of those who may, or level user"),
            );
        }
    }
}

fn is_writable_by_all(socket: &StatsSocket) -> bool {
    let mut is_open = false;
    for parameter in &socket.parameters {
        match parameter {
            BindParameter::Unix(UnixSocketParameter::Mode(mode)) => {
                is_open = mode.value().is_some_and(|mode| mode.0 & 0o002 != 0);
            }
            BindParameter::Stats(StatsSocketParameter::Level(level))
                if level.value() == Some(&StatsLevel::User) =>
            {
                return false;
            }
            _ => {}
        }
    }
    is_open
}
