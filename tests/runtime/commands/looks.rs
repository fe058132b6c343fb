//! Commands that only look.

use haproxy_runtime::command::*;
use haproxy_runtime::protocol::RefusalKind;

use super::Walk;

pub(super) fn looks(walk: &mut Walk) {
    let info = walk.done(ShowInfo::new()).unwrap();
    assert!(
        info.version()
            .unwrap()
            .starts_with(&walk.version.to_string())
    );
    let typed = walk.done(ShowInfoTyped::new().descriptions(true)).unwrap();
    assert_eq!(typed.pid(), info.pid());
    assert!(
        walk.done(ShowSchema::new())
            .unwrap()
            .as_str()
            .starts_with('{')
    );
    let version = walk.done(ShowVersion::new()).unwrap();
    assert_eq!(version.branch(), Some(walk.version));

    let statistics = walk.done(ShowStat::new()).unwrap();
    assert_eq!(
        statistics.find("app", "s1").unwrap().status(),
        Some("no check")
    );
    assert_eq!(
        statistics.find("app", "BACKEND").unwrap().algorithm(),
        Some("roundrobin")
    );
    let resolvers = walk
        .done(ShowStat::new().domain(StatDomain::Resolvers))
        .unwrap();
    assert!(resolvers.iter().any(|row| row.get("id") == Some("one")));
    let typed = walk
        .done(ShowStatTyped::new(StatFormat::Typed).descriptions(true))
        .unwrap();
    let json = walk.done(ShowStatTyped::new(StatFormat::Json)).unwrap();
    let is_sessions =
        |metric: &&Metric| metric.name == "scur" && metric.object == ObjectKind::Server;
    assert_eq!(typed.0.iter().filter(is_sessions).count(), 3);
    assert_eq!(json.0.iter().filter(is_sessions).count(), 3);
    assert!(typed.0[0].description.is_some(), "{:?}", typed.0[0]);
    let selection = StatSelection {
        proxy: "app".into(),
        kinds: StatKinds::SERVERS,
        server: -1,
    };
    assert_eq!(
        walk.done(ShowStat::new().selection(selection))
            .unwrap()
            .0
            .len(),
        3
    );

    assert_eq!(
        walk.done(ShowBackend::new()).unwrap().0.first().unwrap(),
        "app"
    );
    let activity = walk.done(ShowActivity::new()).unwrap();
    assert!(activity.0["loops"].total > 0.0);
    assert_eq!(walk.done(ShowCache::new()).unwrap().0[0].name, "store");
    assert_eq!(walk.done(ShowErrors::new()).unwrap().total, 0);
    let sinks = walk.done(ShowSinks::new()).unwrap().0;
    assert!(
        sinks
            .iter()
            .any(|sink| sink.name == "events" && sink.kind == "buffer"),
        "{sinks:?}"
    );
    assert!(
        walk.done(ShowEvents::new("events".into()))
            .unwrap()
            .0
            .is_empty()
    );
    let libraries = walk.done(ShowLibs::new()).unwrap().0;
    assert!(
        libraries
            .iter()
            .any(|library| library.path.contains("libssl"))
    );
    let peers = walk.done(ShowPeers::new()).unwrap().0;
    assert_eq!(peers[0].name, "mesh");
    let local = peers[0].peers.iter().find(|peer| peer.is_local).unwrap();
    assert_eq!(local.name, "judge");
    let pools = walk.done(ShowPools::new()).unwrap();
    assert_eq!(pools.buffer_size(), Some(16384), "{pools:?}");
    let resolvers = walk.done(ShowResolvers::new()).unwrap().0;
    let own = resolvers
        .iter()
        .find(|section| section.name == "dns")
        .unwrap();
    assert!(own.nameservers["one"].contains_key("sent"));
    let streams = walk.done(ShowSess::new()).unwrap().0;
    let id = streams
        .iter()
        .find(|stream| stream.frontend.as_deref() == Some("GLOBAL"))
        .unwrap();
    assert_eq!(id.protocol.as_deref(), Some("unix_stream"));
    let all = walk.done(ShowAllSess::new(AllStreams::All)).unwrap().0;
    assert!(
        all.iter().any(|stream| stream.details.contains_key("task")),
        "{all:?}"
    );
    walk.refused(ShowOneSess::new("0x1".into()), RefusalKind::NotFound);
    walk.refused(ShutdownSession::new("0x1".into()), RefusalKind::NotFound);
    walk.done(ShowStartupLogs::new()).unwrap();
    let threads = walk.done(ShowThreads::new()).unwrap().0;
    assert_eq!(threads.iter().filter(|thread| thread.is_current).count(), 1);
    walk.done(ShowTasks::new()).unwrap();
    if let Some(dev) = walk.done(ShowDev::new()) {
        assert!(!dev.0.is_empty());
    }
    if let Some(connections) = walk.done(ShowQuic::new()) {
        assert!(connections.0.is_empty(), "{connections:?}");
    }
    let variables = walk.done(ShowEnv::new()).unwrap();
    assert!(variables.0.contains_key("PWD"));
    let one = walk.done(ShowEnv::new().name("PATH".to_owned())).unwrap();
    assert_eq!(one.0["PATH"], "/usr/bin:/bin");
    if let Some(statistics) = walk.done(DumpStatsFile::new()) {
        assert!(statistics.as_str().starts_with('#'));
    }
}
