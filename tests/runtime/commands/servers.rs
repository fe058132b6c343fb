//! Commands about servers.

use std::time::Duration;

use haproxy_model::version::Version;
use haproxy_runtime::ServerPath;
use haproxy_runtime::command::*;
use haproxy_runtime::protocol::RefusalKind;

use super::{Walk, path};

pub(super) fn servers(walk: &mut Walk) {
    let states = walk.done(ShowServersState::new()).unwrap().0;
    assert_eq!(states.len(), 3);
    assert_eq!((states[1].port, states[1].weight), (2, 7));
    assert_eq!(states[2].fqdn.as_deref(), Some("localhost"));
    let connections = walk
        .done(ShowServersConn::new().backend(BackendName::from("app")))
        .unwrap()
        .0;
    assert_eq!(connections[0].server, path("s1"));
    assert_eq!(connections[0].counters["used_cur"], 0);
    assert!(!connections[0].idle_per_thread.is_empty());

    walk.done(
        AddServer::new(path("new"), "127.0.0.1:9".into()).parameters(vec!["check".to_owned()]),
    );
    if walk.version.is_at_least(Version::new(3, 2)) {
        let help = walk.done(AddServerHelp::new(HelpWord::Help)).unwrap();
        assert!(help.0.iter().any(|parameter| parameter == "check"));
    }
    walk.done(EnableHealth::new(path("new")));
    walk.done(DisableHealth::new(path("new")));
    walk.done(EnableServer::new(path("new")));
    walk.done(DisableServer::new(path("new")));
    if walk.version.is_at_least(Version::new(3, 0)) {
        let condition = WaitCondition::ServerRemovable(path("new"));
        walk.done(Wait::new(Duration::from_secs(5)).condition(condition));
    }
    walk.done(DelServer::new(path("new")));
    walk.refused(DelServer::new(path("none")), RefusalKind::NotFound);
    walk.refused(DelServer::new(path("s1")), RefusalKind::Other);
    walk.refused(EnableAgent::new(path("s1")), RefusalKind::Other);
    walk.done(DisableAgent::new(path("s1")));
    let weight = walk.done(GetWeight::new(path("s2"))).unwrap();
    assert_eq!((weight.weight, weight.initial), (7, 7));
    walk.done(SetWeight::new(path("s2"), Weight::Percent(200)));
    assert_eq!(walk.done(GetWeight::new(path("s2"))).unwrap().weight, 14);
    walk.done(SetServerWeight::new(path("s2"), Weight::Absolute(3)));
    walk.refused(
        SetServerWeight::new(path("s2"), Weight::Absolute(257)),
        RefusalKind::Other,
    );
    walk.done(SetServerMaxconn::new(path("s2"), 10));
    let moved = SetServerAddress::new(path("s2"), "127.0.0.2".into()).port("88".to_owned());
    assert!(walk.done(moved).unwrap().message.contains("127.0.0.2"));
    walk.refused(
        SetServerAddress::new(path("s2"), "no where".into()),
        RefusalKind::Other,
    );
    walk.done(SetServerState::new(path("s2"), ServerState::Drain));
    walk.done(SetServerState::new(path("s2"), ServerState::Ready));
    walk.done(SetServerHealth::new(path("s2"), ServerHealth::Up));
    walk.refused(
        SetServerAgent::new(path("s2"), AgentHealth::Up),
        RefusalKind::Other,
    );
    walk.send(&SetServerAgentAddress::new(path("s2"), "127.0.0.1".into()));
    walk.send(&SetServerAgentPort::new(path("s2"), 99));
    walk.send(&SetServerAgentSend::new(path("s2"), "hello".into()));
    walk.done(SetServerCheckAddress::new(path("s2"), "127.0.0.1".into()).port(89));
    walk.done(SetServerCheckPort::new(path("s2"), 90));
    walk.done(SetServerFqdn::new(path("named"), "localhost".into()));
    walk.send(&SetServerSsl::new(path("s1"), OnOff::Off));
    walk.done(ShutdownServerSessions::new(path("s1")));
    walk.refused(
        SetServerWeight::new(ServerPath::new("none", "s"), 1.into()),
        RefusalKind::NotFound,
    );
}
