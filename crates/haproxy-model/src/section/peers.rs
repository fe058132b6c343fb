use crate::bind::{Bind, DefaultBind};
use crate::language::Directive;
use crate::log::Log;
use crate::section::{Rest, Section};
use crate::server::{DefaultServer, ServerParameter};
use crate::statement::Statement;
use crate::stick_table::StickTable;
use crate::value::{Address, Integer, Name, Text};

/// Processes that share tables.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("peers")]
pub struct Peers {
    /// What tables call it.
    pub name: Name,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<PeersKeyword>>,
}

/// A line of a peers section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("peers"), accessors(Peers))]
#[non_exhaustive]
pub enum PeersKeyword {
    /// How the local process listens, without the address.
    #[keyword("default-bind", json = "default_bind", multiple = "default_binds")]
    DefaultBind(DefaultBind),
    /// Where the local process listens for its peers.
    #[keyword("bind", json = "binds[name](address: listener)", multiple = "binds")]
    Bind(Bind),
    /// What the peers after it start from.
    #[keyword(
        "default-server", phase = DefaultServer,
        json = "default_server",
        multiple = "default_servers"
    )]
    DefaultServer(DefaultServer),
    /// A process.
    #[keyword("peer", takes_nothing, json = "peer_entries[name](name, address: address)", phase = Server, multiple = "peers")]
    Peer(Peer),
    /// A process, as with `peer`; the local one without an address, which is on a `bind` line.
    #[keyword(
        "server", takes_nothing, phase = Server,
        json = "servers[name](name, address: address)",
        multiple = "servers"
    )]
    Server(Peer),
    /// A table that belongs to the section.
    #[keyword(
        "table",
        needs = "type, size",
        json = "tables[name](name)",
        multiple = "tables"
    )]
    Table(PeersTable),
    /// How many peers share the keys of tables.
    #[keyword("shards", ignores_rest, json = "shards", since = "2.8")]
    Shards(Integer),
    /// Where what happens to the section is logged.
    #[keyword(
        "log",
        arguments_unless_no,
        json = "log_target_list[](_, address, length, format, {sample_range}:{sample_size: integer}, profile, facility, level, minlevel) | no log_target_list[](nolog=true)",
        multiple = "logs",
        no
    )]
    Log(Option<Log>),
    /// Neither listens nor connects.
    #[keyword("disabled", ignores_rest, json = "disabled = true")]
    Disabled,
    /// Undoes `disabled`.
    #[keyword("enabled", ignores_rest, json = "enabled = true")]
    Enabled,
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A process that shares tables.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Peer {
    /// Its name, which it must know itself by.
    pub name: Name,
    /// Its address, with the port.
    #[arg(address = "peer")]
    pub address: Option<Address>,
    /// The parameters of the connection to it.
    pub parameters: Vec<ServerParameter>,
}

/// A table of a peers section.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct PeersTable {
    /// Its name, behind the section's and a slash wherever it is used.
    pub name: Text,
    /// What it holds.
    pub table: StickTable,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let peers: Peers = section_prints_back(
            "peers mypeers
                bind 192.168.0.1:1024 ssl crt mycerts/pem
                default-bind ssl crt mycerts/pem
                default-server ssl verify none
                server haproxy1
                server haproxy2 192.168.0.2:1024 shard 2
                server haproxy3 ssl verify none
                peer local ${HOST}:${PORT}
                peer other /run/peer.sock
                shards 3
                table t1 type string len 64 size 10m expire 5m store gpc0
                log global
                log 127.0.0.1 local0
                no log
                disabled
                enabled",
        );
        let addresses: Vec<_> = peers.servers().map(|peer| peer.address.is_some()).collect();
        assert_eq!(addresses, [false, true, false]);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Peers>(&[(
            "peer",
            "peer <name>: expected a name, found the end of the line",
        )]);
    }
}
