//! Edits with the values of the model.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use haproxy_config::testing::transformed;
use haproxy_config::{Document, EditError, SetOutcome};
use haproxy_model::bind::Bind;
use haproxy_model::keyword::{Keyword, Keywords as _};
use haproxy_model::rule::{AclDefinition, TcpRequestRule, UseBackend};
use haproxy_model::section::proxy::{SwitchOption, TimeoutKeyword};
use haproxy_model::section::{Nameserver, Resolvers, ResolversKeyword};
use haproxy_model::server::Server;
use haproxy_model::statement::Statement;

type Result = std::result::Result<(), EditError>;

const BACKEND: &str = "\
backend app
\ttimeout server  50000   # slow reports
\tbalance source

\t# The first pair.
\tserver  a 10.0.0.1:80 check inter 5000  # rack 1
\tserver  b 10.0.0.2:80 check\\ backup

backend other
\tserver a 10.0.0.9:80
";

const FRONTEND: &str = "\
frontend www
    bind :80
    acl api path_beg /api   # ours
    # Everything of the API.
    use_backend api if api
    default_backend app
    log global
";

fn server(name: &str, address: &str) -> Server {
    Server::new(name.parse().unwrap(), address.parse().unwrap())
}

fn rule(backend: &str, condition: &str) -> UseBackend {
    UseBackend {
        backend: backend.parse().unwrap(),
        condition: Some(condition.parse().unwrap()),
    }
}

fn acl(name: &str, criterion: &str) -> AclDefinition {
    AclDefinition {
        name: name.parse().unwrap(),
        criterion: criterion.parse().unwrap(),
    }
}

#[test]
fn servers_are_a_list() {
    let change = |document: &mut Document| -> Result {
        let mut backend = document.backend_mut("app")?;
        let mut first = backend.servers().values().remove(0);
        first.address = "10.0.0.7:80".parse().unwrap();
        assert_eq!(backend.servers().set(first)?, SetOutcome::Changed(5));
        let same = backend.servers().values().remove(0);
        assert_eq!(backend.servers().set(same)?, SetOutcome::Unchanged);
        backend.servers().insert(server("c", "10.0.0.3:80"))?;
        backend
            .servers()
            .insert_at(1, server("between", "10.0.0.4:80"))?;
        backend.servers().remove("b")?;
        assert_eq!(backend.servers().len(), 3);
        Ok(())
    };
    insta::assert_snapshot!("servers", transformed(BACKEND, change));
}

#[test]
fn a_setting_changes_its_own_word() {
    let change = |document: &mut Document| -> Result {
        let mut backend = document.backend_mut("app")?;
        let same = TimeoutKeyword::TimeoutServer("50s".parse().unwrap());
        assert_eq!(backend.set(same)?, SetOutcome::Unchanged);
        backend.set(TimeoutKeyword::TimeoutServer("1m".parse().unwrap()))?;
        backend.set(TimeoutKeyword::TimeoutConnect("4s".parse().unwrap()))?;
        let option = Statement::no(SwitchOption::Abortonclose.into());
        backend.set_statement(&option)?;
        Ok(())
    };
    insta::assert_snapshot!("settings", transformed(BACKEND, change));
}

#[test]
fn what_is_new_goes_where_haproxy_goes_by_it() {
    let change = |document: &mut Document| -> Result {
        let mut frontend = document.frontend_mut("www")?;
        frontend
            .acls()
            .insert(acl("api", "hdr(host) -i api.example.com"))?;
        frontend
            .use_backends()
            .insert_at(0, rule("images", "if { path_end .png }"))?;
        frontend.insert(TcpRequestRule::InspectDelay("5s".parse().unwrap()))?;
        frontend.binds().insert(Bind::new(":81".parse().unwrap()))?;
        Ok(())
    };
    insta::assert_snapshot!("new", transformed(FRONTEND, change));
}

#[test]
fn rules_are_changed_moved_and_removed_by_index() {
    let change = |document: &mut Document| -> Result {
        let mut frontend = document.frontend_mut("www")?;
        frontend
            .use_backends()
            .insert(rule("images", "if { path_end .png }"))?;
        frontend.use_backends().move_to(1, 0)?;
        frontend
            .use_backends()
            .replace(0, rule("pictures", "if { path_end .png }"))?;
        frontend.acls().remove_at(0)?;
        let is_log = |keyword: &Keyword| keyword.name == "log";
        let removed =
            frontend.remove_where(|statement| statement.directive.keyword().is_some_and(is_log))?;
        assert_eq!(removed, 1);
        Ok(())
    };
    insta::assert_snapshot!("indexes", transformed(FRONTEND, change));
}

#[test]
fn an_edit_that_cannot_be_done_changes_nothing() {
    let changes: [fn(&mut Document) -> Result; 4] = [
        |document| {
            let mut backend = document.backend_mut("app")?;
            backend.servers().insert(server("a", "10.0.0.3:80"))
        },
        |document| document.backend_mut("app")?.servers().remove("c"),
        |document| document.backend_mut("app")?.servers().remove_at(2),
        |document| document.backend_mut("shop").map(drop),
    ];
    let stories = changes.map(|change| transformed(BACKEND, change));
    insta::assert_snapshot!("refused", stories.concat());
}

#[test]
fn conditional_blocks_stay_as_they_are() {
    let text = "\
backend app
    server a 10.0.0.1:80
.if feature(QUIC)
    server b 10.0.0.2:80
.endif
    timeout server 5s
";
    let change = |document: &mut Document| -> Result {
        let mut backend = document.backend_mut("app")?;
        assert_eq!(backend.servers().len(), 1);
        assert_eq!(backend.model().servers().count(), 1);
        backend.servers().insert(server("c", "10.0.0.3:80"))?;
        backend.servers().set(server("b", "10.0.0.4:80")).map(drop)
    };
    insta::assert_snapshot!("blocks", transformed(text, change));
}

#[test]
fn every_kind_of_section_has_lists() {
    let text =
        "resolvers dns\n  nameserver one 10.0.0.53:53 # ours\n  accepted_payload_size 8192\n";
    let change = |document: &mut Document| -> Result {
        let mut resolvers = document.typed_mut::<Resolvers>(Some("dns"))?;
        let mut list = resolvers.list::<ResolversKeyword, Nameserver>();
        let mut second = list.values().remove(0);
        second.name = "two".parse().unwrap();
        list.insert(second)
    };
    insta::assert_snapshot!("resolvers", transformed(text, change));
}
