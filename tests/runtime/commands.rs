//! Every command, sent to each version that has it.

mod certificates;
mod looks;
mod patterns;
mod process;
mod servers;
mod tables;

use std::collections::BTreeSet;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;
use haproxy_runtime::command::*;
use haproxy_runtime::protocol::RefusalKind;
use haproxy_runtime::{Client, Error, ServerPath};

use crate::setup::Setup;

/// A client that keeps account of what it has sent.
struct Walk {
    client: Client,
    version: Version,
    sent: BTreeSet<&'static str>,
}

impl Walk {
    fn send<C: Command>(&mut self, command: &C) -> Option<Result<C::Answer, Error>> {
        let specification = command.specification();
        self.sent.insert(specification.name);
        let result = self.client.call(command);
        if specification.is_in(self.version) {
            return Some(result);
        }
        let error = result.err().unwrap();
        assert!(
            error.is_unknown_command(),
            "{}: {error}",
            specification.name
        );
        None
    }

    /// It is done or answered.
    fn done<C: Command>(&mut self, command: C) -> Option<C::Answer> {
        let name = command.specification().name;
        let version = self.version;
        self.send(&command)
            .map(|result| result.unwrap_or_else(|error| panic!("{version} {name}: {error}")))
    }

    /// It is a command of this HAProxy, which refuses it for this reason.
    fn refused<C: Command>(&mut self, command: C, kind: RefusalKind) {
        let name = command.specification().name;
        if let Some(result) = self.send(&command) {
            let error = result.err().unwrap_or_else(|| panic!("{name} is done"));
            let refusal = error.refusal().unwrap_or_else(|| panic!("{name}: {error}"));
            assert_eq!(refusal.kind, kind, "{} {name}: {error}", self.version);
        }
    }
}

fn path(name: &str) -> ServerPath {
    ServerPath::new("app", name)
}

fn hosts() -> PatternSet {
    PatternSet::file("hosts.map")
}

fn blocked() -> PatternSet {
    PatternSet::file("blocked.acl")
}

#[test]
fn every_command_is_answered() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut walk = Walk {
            client: setup.client(),
            version: haproxy.version().parse().unwrap(),
            sent: BTreeSet::new(),
        };
        looks::looks(&mut walk);
        servers::servers(&mut walk);
        patterns::patterns(&mut walk);
        tables::tables(&mut walk);
        certificates::certificates(&mut walk);
        certificates::ocsp_and_tickets(&mut walk);
        process::backends_and_frontends(&mut walk);
        process::process_wide(&mut walk);
        process::the_connection_itself(&mut walk);
        process::developers(&mut walk);
        let unsent: Vec<_> = forms()
            .map(|form| form.specification)
            .filter(|own| own.worker && !walk.sent.contains(own.name))
            .map(|own| own.name)
            .collect();
        assert!(unsent.is_empty(), "{unsent:?}");
    }
}
