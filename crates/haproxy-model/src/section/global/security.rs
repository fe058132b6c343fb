use crate::bind::UnixSocketParameter;
use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{Choice, LeadingInteger, List, Text, Toggle};

/// Which rights the process keeps.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum SecurityKeyword {
    /// The directory that becomes the process's root; `auto` for an empty one of its own.
    #[keyword("chroot", again = Ignored, json = "chroot")]
    Chroot(Text),
    /// The number of the user to become.
    #[keyword("uid", json = "uid")]
    Uid(LeadingInteger),
    /// The number of the group to become.
    #[keyword("gid", json = "gid")]
    Gid(LeadingInteger),
    /// The name of the user to become.
    #[keyword("user", json = "user")]
    User(Text),
    /// The name of the group to become.
    #[keyword("group", json = "group")]
    Group(Text),
    /// The capabilities that are kept when root is left.
    #[keyword("setcap", ignores_rest, json = "setcap: text", since = "3.0")]
    Setcap(List<Capability>),
    /// Whether a crash leaves a core dump.
    #[keyword("set-dumpable", json = "set_dumpable = true ()", no, default)]
    SetDumpable(Option<Choice<Dumpable>>),
    /// Allows the process to start others at run time.
    #[keyword(
        "insecure-fork-wanted",
        json = "insecure_fork_wanted = true",
        no,
        default
    )]
    InsecureForkWanted,
    /// Allows programs started by the process to change their user.
    #[keyword("insecure-setuid-wanted", json = "insecure_setuid_wanted = true")]
    InsecureSetuidWanted,
    /// Whether TCP clients with a port below 1024 are refused.
    #[keyword(
        "harden.reject-privileged-ports.tcp",
        ignores_rest,
        json = "harden.reject_privileged_ports.tcp: toggle",
        since = "3.0"
    )]
    HardenRejectPrivilegedPortsTcp(Toggle),
    /// Whether QUIC clients with a port below 1024 are refused.
    #[keyword(
        "harden.reject-privileged-ports.quic",
        ignores_rest,
        json = "harden.reject_privileged_ports.quic: toggle",
        since = "3.0"
    )]
    HardenRejectPrivilegedPortsQuic(Toggle),
    /// What the UNIX sockets of `bind` lines have in common.
    #[keyword("unix-bind")]
    UnixBind(Vec<UnixBindParameter>),
}

/// A capability of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum Capability {
    /// Configures the network, such as transparent binding.
    #[keyword("cap_net_admin")]
    NetAdmin,
    /// Binds ports below 1024.
    #[keyword("cap_net_bind_service")]
    NetBindService,
    /// Binds addresses of others.
    #[keyword("cap_net_raw")]
    NetRaw,
    /// Changes the network namespace.
    #[keyword("cap_sys_admin")]
    SysAdmin,
}

/// Whether a crash leaves a core dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum Dumpable {
    /// It does.
    #[keyword("on", since = "3.2")]
    On,
    /// It does not.
    #[keyword("off", since = "3.2")]
    Off,
    /// It does, with a copy of the program and its libraries.
    #[keyword("libs", since = "3.2")]
    Libs,
}

/// What the UNIX sockets of `bind` lines have in common.
#[derive(Debug, Clone, PartialEq, Directive)]
pub enum UnixBindParameter {
    /// What their paths start with.
    #[keyword("prefix")]
    Prefix(Text),
    /// Who owns them, and who may use them.
    #[keyword(group)]
    File(UnixSocketParameter),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                chroot /var/lib/haproxy
                chroot auto
                uid 99
                gid 99
                user haproxy
                group ${GROUP}
                setcap cap_net_bind_service,cap_net_admin
                set-dumpable
                set-dumpable libs
                no set-dumpable
                insecure-fork-wanted
                no insecure-fork-wanted
                insecure-setuid-wanted
                harden.reject-privileged-ports.tcp on
                harden.reject-privileged-ports.quic off
                unix-bind
                unix-bind prefix /run mode 770 user haproxy uid 1 group haproxy gid 2",
        );
        statements_fail::<Global>(&[
            (
                "setcap cap_kill",
                "setcap: unknown keyword 'cap_kill', expected 'cap_net_admin', 'cap_net_bind_service', 'cap_net_raw' or 'cap_sys_admin'",
            ),
            (
                "unix-bind mode 999",
                "mode <mode>: expected permissions in octal, such as 660, found '999'",
            ),
        ]);
    }
}
