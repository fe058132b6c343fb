//! Commands about proxies, the process and the connection, and those of developers.

use std::time::Duration;

use haproxy_runtime::command::*;
use haproxy_runtime::protocol::{Level, RefusalKind};

use super::Walk;

pub(super) fn backends_and_frontends(walk: &mut Walk) {
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

pub(super) fn process_wide(walk: &mut Walk) {
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

pub(super) fn the_connection_itself(walk: &mut Walk) {
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

pub(super) fn developers(walk: &mut Walk) {
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
