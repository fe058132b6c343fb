//! Every command, sent to each version that has it.

use std::collections::BTreeSet;
use std::time::Duration;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;
use haproxy_runtime::command::*;
use haproxy_runtime::protocol::{Level, Payload, RefusalKind};
use haproxy_runtime::{Client, Error, ServerPath};

use crate::setup::{Setup, certificate};

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
        looks(&mut walk);
        servers(&mut walk);
        patterns(&mut walk);
        tables(&mut walk);
        certificates(&mut walk);
        ocsp_and_tickets(&mut walk);
        backends_and_frontends(&mut walk);
        process_wide(&mut walk);
        the_connection_itself(&mut walk);
        developers(&mut walk);
        let unsent: Vec<_> = forms()
            .map(|form| form.specification)
            .filter(|own| own.worker && !walk.sent.contains(own.name))
            .map(|own| own.name)
            .collect();
        assert!(unsent.is_empty(), "{unsent:?}");
    }
}

fn looks(walk: &mut Walk) {
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

fn servers(walk: &mut Walk) {
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

fn patterns(walk: &mut Walk) {
    let maps = walk.done(ShowMaps::new()).unwrap().0;
    let own = maps
        .iter()
        .find(|map| map.file.as_deref() == Some("hosts.map"))
        .unwrap();
    assert_eq!((own.current_version, own.entries), (Some(0), Some(2)));
    let entries = walk.done(ShowMap::new(own.set())).unwrap().0;
    assert_eq!(entries[1].value, "answer here");
    let found = walk
        .done(GetMap::new(hosts(), "a.example.com".into()))
        .unwrap()
        .0;
    assert_eq!(
        (found[0].is_match, found[0].value.as_deref()),
        (true, Some("app"))
    );
    walk.done(AddMapEntry::new(hosts(), "k".into(), "v".into()));
    walk.done(AddMapEntries::new(hosts(), Payload::new("k2 v2\nk3 v3\n")));
    walk.done(SetMapEntry::new(hosts(), "k".into(), "w".into()));
    let reference = PatternKey::Reference(entries[0].reference.clone());
    walk.done(SetMapEntry::new(hosts(), reference.clone(), "other".into()));
    walk.done(DelMapEntry::new(hosts(), reference));
    walk.refused(
        DelMapEntry::new(hosts(), "none".into()),
        RefusalKind::NotFound,
    );
    let version = walk.done(PrepareMap::new(hosts())).unwrap().0;
    walk.done(AddMapEntry::new(
        hosts().at(version),
        "x".into(),
        "y".into(),
    ));
    assert_eq!(
        walk.done(ShowMap::new(hosts().at(version)))
            .unwrap()
            .0
            .len(),
        1
    );
    walk.done(CommitMap::new(hosts().at(version)));
    assert_eq!(walk.done(ShowMap::new(hosts())).unwrap().0[0].key, "x");
    walk.done(ClearMap::new(hosts()));
    assert!(walk.done(ShowMap::new(hosts())).unwrap().0.is_empty());
    walk.refused(
        ShowMap::new(PatternSet::file("none")),
        RefusalKind::NotFound,
    );

    let acls = walk.done(ShowAcls::new()).unwrap().0;
    assert!(
        acls.iter()
            .any(|acl| acl.file.as_deref() == Some("blocked.acl"))
    );
    assert_eq!(
        walk.done(ShowAcl::new(blocked())).unwrap().0[1].pattern,
        "192.0.2.0/24"
    );
    let found = walk
        .done(GetAcl::new(blocked(), "192.0.2.9".into()))
        .unwrap()
        .0;
    assert_eq!(
        (found[0].is_match, found[0].entry.as_deref()),
        (true, Some("192.0.2.0/24"))
    );
    walk.done(AddAclEntry::new(blocked(), "198.51.100.1".into()));
    walk.refused(
        AddAclEntry::new(blocked(), "no address".into()),
        RefusalKind::Other,
    );
    walk.done(DelAclEntry::new(blocked(), "198.51.100.1".into()));
    let version = walk.done(PrepareAcl::new(blocked())).unwrap().0;
    walk.done(CommitAcl::new(blocked().at(version)));
    walk.done(ClearAcl::new(blocked()));
    assert!(walk.done(ShowAcl::new(blocked())).unwrap().0.is_empty());
}

fn tables(walk: &mut Walk) {
    let tables = walk.done(ShowTables::new()).unwrap().0;
    assert_eq!(
        tables
            .iter()
            .find(|table| table.name == "names")
            .unwrap()
            .size,
        1024
    );
    let key = |key: &str| EntrySelection::Key(key.to_owned());
    let data = vec![EntryData::new("gpc0", 5), EntryData::new("server_id", 2)];
    walk.done(SetTable::new("visitors".into(), key("192.0.2.1")).data(data));
    walk.done(SetTable::new("names".into(), key("a \"b\" ; c")));
    let names = walk.done(ShowTable::new("names".into())).unwrap().entries;
    assert_eq!(names.len(), 1);
    assert!(names[0].data.contains_key("gpc0"), "{names:?}");
    let filter = |comparison| {
        EntrySelection::Data(vec![DataFilter {
            data: "gpc0".into(),
            comparison,
            value: 4,
        }])
    };
    let show = |selection| ShowTable::new("visitors".into()).selection(selection);
    let more = walk
        .done(show(filter(Comparison::Greater)))
        .unwrap()
        .entries;
    assert_eq!(more[0].number("gpc0"), Some(5));
    assert!(
        walk.done(show(filter(Comparison::Less)))
            .unwrap()
            .entries
            .is_empty()
    );
    if walk.version.is_at_least(Version::new(3, 0)) {
        let pointer = EntrySelection::Pointer(more[0].pointer.clone());
        assert_eq!(walk.done(show(pointer)).unwrap().entries.len(), 1);
    }
    walk.done(ClearTable::new("visitors".into()).selection(key("192.0.2.1")));
    assert!(
        walk.done(ShowTable::new("visitors".into()))
            .unwrap()
            .entries
            .is_empty()
    );
    walk.done(ClearTable::new("names".into()));
    walk.refused(ShowTable::new("none".into()), RefusalKind::NotFound);
}

fn certificates(walk: &mut Walk) {
    let file = || FileName::from("other.pem");
    let pem = |name: &str| Payload::new(certificate(name));
    walk.done(NewSslCert::new(file()));
    walk.done(SetSslCert::new(file(), pem("other")));
    let list = walk.done(ShowSslCerts::new()).unwrap();
    assert_eq!(list.transactions[0].name, "other.pem", "{list:?}");
    walk.done(AbortSslCert::new(file()));
    walk.done(SetSslCert::new(file(), pem("other")));
    walk.done(CommitSslCert::new(file()));
    let details = walk.done(ShowSslCert::new(file())).unwrap();
    assert_eq!(
        details.alternative_names,
        ["DNS:other.example.com", "DNS:www.other.example.com"]
    );
    if let Some(dump) = walk.done(DumpSslCert::new(file())) {
        assert!(dump.as_str().contains("BEGIN PRIVATE KEY"));
    }
    let crt_list = || FileName::from("list.txt");
    assert_eq!(walk.done(ShowSslCrtLists::new()).unwrap().0, ["list.txt"]);
    walk.done(AddSslCrtList::new(crt_list(), file()));
    let entries = walk
        .done(ShowSslCrtList::new(Numbered, crt_list()))
        .unwrap()
        .0;
    assert_eq!(
        (entries[0].line, entries[0].settings.as_str()),
        (Some(1), "alpn h2")
    );
    walk.done(DelSslCrtList::new(crt_list(), file()));
    let line = Payload::new("other.pem [alpn http/1.1] *.example.net !a.example.net");
    walk.done(AddSslCrtListLine::new(crt_list(), line));
    if let Some(names) = walk.done(ShowSslSni::new()) {
        let wildcard = names
            .0
            .iter()
            .find(|sni| sni.name == "*.example.net")
            .unwrap();
        assert_eq!(wildcard.file, "other.pem");
        assert_eq!(wildcard.negative_filters, ["!a.example.net"]);
    }
    walk.done(DelSslCrtList::new(crt_list(), file()));
    walk.done(DelSslCert::new(file()));
    walk.refused(ShowSslCert::new(file()), RefusalKind::NotFound);

    let file = || FileName::from("new-ca.pem");
    walk.done(NewSslCaFile::new(file()));
    walk.done(SetSslCaFile::new(file(), pem("authority")));
    walk.done(AbortSslCaFile::new(file()));
    walk.done(SetSslCaFile::new(file(), pem("authority")));
    walk.done(AddSslCaFile::new(file(), pem("other")));
    walk.done(CommitSslCaFile::new(file()));
    let count = if walk.version.is_at_least(Version::new(2, 8)) {
        2
    } else {
        1
    };
    let list = walk.done(ShowSslCaFiles::new()).unwrap().files;
    let own = list
        .iter()
        .find(|entry| entry.name == "new-ca.pem")
        .unwrap();
    assert_eq!(own.certificates, Some(count));
    let certificates = walk.done(ShowSslCaFile::new(file())).unwrap().certificates;
    assert_eq!(certificates[0].subject.as_deref(), Some("/CN=Authority"));
    walk.done(DelSslCaFile::new(file()));

    let file = || FileName::from("new-crl.pem");
    walk.done(NewSslCrlFile::new(file()));
    walk.done(SetSslCrlFile::new(file(), pem("revoked")));
    walk.done(AbortSslCrlFile::new(file()));
    walk.done(SetSslCrlFile::new(file(), pem("revoked")));
    walk.done(CommitSslCrlFile::new(file()));
    let lists = walk.done(ShowSslCrlFile::new(file())).unwrap().lists;
    assert!(
        lists[0].issuer.as_deref().unwrap().contains("Authority"),
        "{lists:?}"
    );
    assert!(
        walk.done(ShowSslCrlFiles::new())
            .unwrap()
            .files
            .iter()
            .any(|e| e.name == "new-crl.pem")
    );
    walk.done(DelSslCrlFile::new(file()));

    assert_eq!(walk.done(ShowSslProviders::new()).unwrap().0, ["default"]);
    walk.done(ShowSslJwt::new());
    walk.done(AddSslJwt::new("site.pem".into()));
    walk.done(DelSslJwt::new("site.pem".into()));
    walk.done(ShowSslEch::new());
    walk.done(AddSslEch::new("public/x".into(), pem("site")));
    walk.done(SetSslEch::new("public/x".into(), pem("site")));
    walk.done(DelSslEch::new("public/x".into()));
    if let Some(status) = walk.done(AcmeStatus::new()) {
        assert!(status.0.is_empty());
    }
    walk.refused(AcmeRenew::new("none.pem".into()), RefusalKind::NotFound);
    walk.refused(
        AcmeChallengeReady::new("none.pem".into(), "a".into()),
        RefusalKind::NotFound,
    );
}

fn ocsp_and_tickets(walk: &mut Walk) {
    assert!(walk.done(ShowSslOcspResponses::new()).unwrap().0.is_empty());
    walk.refused(ShowSslOcspResponse::new("30".into()), RefusalKind::NotFound);
    if walk.version.is_at_least(Version::new(2, 8)) {
        let command = ShowSslOcspResponseAs::new(OcspFormat::Base64, "30".into());
        walk.refused(command, RefusalKind::NotFound);
    }
    if let Some(updates) = walk.done(ShowSslOcspUpdates::new()) {
        assert!(updates.0.is_empty());
    }
    walk.refused(
        SetSslOcspResponse::new(Payload::new("AAAA")),
        RefusalKind::Other,
    );
    if let Some(result) = walk.send(&UpdateSslOcspResponse::new("none.pem".into())) {
        assert!(result.is_err());
    }
    assert!(walk.done(ShowTlsKeys::new()).unwrap().0.is_empty());
    walk.done(ShowTlsKeysOf::new("*".into()));
    walk.refused(
        SetSslTlsKey::new("#0".into(), "AAAA".into()),
        RefusalKind::NotFound,
    );
}

fn backends_and_frontends(walk: &mut Walk) {
    walk.done(SetDynamicCookieKey::new("app".into(), "secret".into()));
    walk.done(EnableDynamicCookie::new("app".into()));
    walk.done(DisableDynamicCookie::new("app".into()));
    walk.done(AddBackend::new("new".into(), "base".into()));
    walk.done(PublishBackend::new("new".into()));
    walk.done(UnpublishBackend::new("new".into()));
    walk.done(DelBackend::new("new".into()));
    walk.done(SetFrontendMaxconn::new("public".into(), 100));
    walk.refused(
        SetFrontendMaxconn::new("none".into(), 100),
        RefusalKind::NotFound,
    );
    walk.done(DisableFrontend::new("public".into()));
    walk.done(EnableFrontend::new("public".into()));
    walk.done(ShutdownFrontend::new("public".into()));
}

fn process_wide(walk: &mut Walk) {
    walk.done(SetGlobalMaxconn::new(100));
    walk.done(SetGlobalMaxconn::new(0));
    for limit in [
        RateLimit::Connections,
        RateLimit::Sessions,
        RateLimit::SslSessions,
        RateLimit::HttpCompression,
    ] {
        walk.send(&SetRateLimit::new(limit, RateLimitScope::Global, 1000))
            .unwrap()
            .unwrap();
        walk.done(SetRateLimit::new(limit, RateLimitScope::Global, 0));
    }
    walk.done(ClearCounters::new());
    walk.done(ClearAllCounters::new(AllWord::All));
    walk.done(SetVar::new(
        "proc.x".into(),
        VariableForm::Expression,
        "int(5)".into(),
    ));
    let variable = walk.done(GetVar::new("proc.x".into())).unwrap();
    assert_eq!(
        (variable.kind.as_str(), variable.value.as_str()),
        ("sint", "5")
    );
    walk.refused(GetVar::new("proc.none".into()), RefusalKind::NotFound);
}

fn the_connection_itself(walk: &mut Walk) {
    assert_eq!(walk.done(ShowCliLevel::new()).unwrap().0, Level::Admin);
    let sockets = walk.done(ShowCliSockets::new()).unwrap().0;
    assert!(
        sockets.iter().any(|socket| socket.level == Level::Operator),
        "{sockets:?}"
    );
    walk.done(Operator::new());
    walk.done(User::new());
    walk.done(ExperimentalMode::new(OnOff::On));
    assert!(!walk.done(IsExperimentalMode::new()).unwrap().0);
    walk.done(ExpertMode::new(OnOff::On));
    assert!(!walk.done(IsExpertMode::new()).unwrap().0);
    let help = walk.done(Help::new()).unwrap();
    assert!(help.has("show map"), "{help:?}");
    if let Some(echo) = walk.done(Echo::new(vec!["a".into(), "b;c".into()])) {
        assert_eq!(echo.0, "a b;c");
    }
    walk.done(Prompt::new());
    walk.done(Quit::new());
    walk.done(SetSeverityOutput::new(SeverityOutput::Number));
    walk.done(SetTimeout::new(TimeoutOf::Cli, 20));
    walk.done(SetAnonOn::new().key(7));
    walk.done(SetAnonOff::new());
    walk.done(SetAnonGlobalKey::new(0));
    if let Some(anonymization) = walk.done(ShowAnon::new()) {
        assert!(!anonymization.is_enabled);
    }
}

fn developers(walk: &mut Walk) {
    let descriptors = walk.done(ShowFd::new()).unwrap().0;
    assert!(
        descriptors
            .iter()
            .any(|descriptor| descriptor.details.contains_key("iocb")),
        "{descriptors:?}"
    );
    walk.done(ShowProfiling::new());
    walk.done(SetProfiling::new(Profiled::Tasks, ProfilingMode::Auto));
    if let Some(counters) = walk.done(DebugCounters::new().arguments(vec!["all".to_owned()])) {
        assert!(
            counters.0.iter().any(|counter| counter.kind == "CNT"),
            "{counters:?}"
        );
    }
    // Nobody listens there.
    walk.send(&HttpClient::new("GET".into(), "http://127.0.0.1:1/".into()))
        .unwrap()
        .unwrap();
    let sources = walk.done(ShowTraces::new()).unwrap().0;
    assert!(
        sources
            .iter()
            .any(|source| source.name == "h1" && source.state == ".")
    );
    assert!(!walk.done(ShowTrace::new("h1".into())).unwrap().0.is_empty());
    walk.done(Trace::new().arguments(vec!["h1".to_owned(), "sink".into(), "events".into()]));
    walk.done(Wait::new(Duration::from_millis(10)));
    walk.done(GetSocks::new());
}
