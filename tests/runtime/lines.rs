//! Command lines as people write them: each is told its form, and its answer is read by it.

use std::collections::BTreeSet;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;
use haproxy_runtime::command::{Raw, RawJson, form_of, forms};
use haproxy_runtime::protocol::Payload;
use serde_json::Value;

use crate::setup::{Setup, certificate};

/// What comes of a line.
enum Outcome {
    /// An answer with fields.
    Fields,
    /// An answer that is text.
    Text,
    /// HAProxy refuses it, or answers it: what it names is not there, or depends on the build.
    Perhaps,
    /// It is not sent: it is the master's, or ends what others need.
    Unsent,
}
use Outcome::{Fields, Perhaps, Text, Unsent};

/// A line, the type of its command, the first version that takes it, and what comes of it.
const LINES: &[(&str, &str, (u8, u8), Outcome)] = &[
    ("show stat", "ShowStat", (2, 6), Fields),
    ("show stat app 4 -1", "ShowStat", (2, 6), Fields),
    ("show stat -1 7 -1 up", "ShowStat", (2, 6), Fields),
    ("show stat no-maint", "ShowStat", (2, 6), Fields),
    ("show stat domain resolvers", "ShowStat", (2, 6), Fields),
    (
        "show stat domain proxy app 2 -1",
        "ShowStat",
        (2, 6),
        Fields,
    ),
    ("show stat typed", "ShowStatTyped", (2, 6), Fields),
    ("show stat json", "ShowStatTyped", (2, 6), Fields),
    ("show stat typed desc", "ShowStatTyped", (2, 6), Fields),
    ("show stat app 4 -1 typed", "ShowStatTyped", (2, 6), Fields),
    (
        "show stat app 4 -1 json up",
        "ShowStatTyped",
        (2, 6),
        Fields,
    ),
    (
        "show stat domain proxy app 4 1 typed desc",
        "ShowStatTyped",
        (2, 6),
        Fields,
    ),
    (
        "show stat domain resolvers typed",
        "ShowStatTyped",
        (2, 6),
        Fields,
    ),
    (
        "show stat domain resolvers json",
        "ShowStatTyped",
        (2, 6),
        Fields,
    ),
    ("show info", "ShowInfo", (2, 6), Fields),
    ("show info typed", "ShowInfoTyped", (2, 6), Fields),
    (
        "show info typed desc float",
        "ShowInfoTyped",
        (2, 6),
        Fields,
    ),
    ("show info desc", "ShowInfoTyped", (2, 6), Fields),
    ("show info float", "ShowInfoTyped", (2, 6), Fields),
    ("show info json", "ShowInfo", (2, 6), Fields),
    ("show schema json", "ShowSchema", (2, 6), Text),
    ("show version", "ShowVersion", (2, 6), Perhaps),
    ("show backend", "ShowBackend", (2, 6), Fields),
    ("show servers state", "ShowServersState", (2, 6), Fields),
    ("show servers state app", "ShowServersState", (2, 6), Fields),
    ("show servers state #5", "ShowServersState", (2, 6), Perhaps),
    ("show servers conn", "ShowServersConn", (2, 6), Fields),
    ("show servers conn app", "ShowServersConn", (2, 6), Fields),
    ("show map", "ShowMaps", (2, 6), Fields),
    ("show map hosts.map", "ShowMap", (2, 6), Fields),
    ("show map @0 hosts.map", "ShowMap", (2, 6), Fields),
    ("get map hosts.map a.example.com", "GetMap", (2, 6), Fields),
    ("show acl", "ShowAcls", (2, 6), Fields),
    ("show acl blocked.acl", "ShowAcl", (2, 6), Fields),
    ("show acl #1", "ShowAcl", (2, 6), Perhaps),
    ("get acl blocked.acl 192.0.2.1", "GetAcl", (2, 6), Fields),
    ("add map hosts.map k v", "AddMapEntry", (2, 6), Fields),
    (
        "add map hosts.map k\\ k v\\;v",
        "AddMapEntry",
        (2, 6),
        Fields,
    ),
    ("set map hosts.map k w", "SetMapEntry", (2, 6), Fields),
    ("set map hosts.map #0x1 w", "SetMapEntry", (2, 6), Perhaps),
    ("del map hosts.map k", "DelMapEntry", (2, 6), Fields),
    ("prepare map hosts.map", "PrepareMap", (2, 6), Fields),
    ("add map @1 hosts.map k v", "AddMapEntry", (2, 6), Fields),
    ("commit map @1 hosts.map", "CommitMap", (2, 6), Fields),
    ("clear map hosts.map", "ClearMap", (2, 6), Fields),
    (
        "add acl blocked.acl 198.51.100.1",
        "AddAclEntry",
        (2, 6),
        Fields,
    ),
    (
        "del acl blocked.acl 198.51.100.1",
        "DelAclEntry",
        (2, 6),
        Fields,
    ),
    ("prepare acl blocked.acl", "PrepareAcl", (2, 6), Fields),
    ("commit acl @1 blocked.acl", "CommitAcl", (2, 6), Fields),
    ("clear acl @1 blocked.acl", "ClearAcl", (2, 6), Perhaps),
    ("show table", "ShowTables", (2, 6), Fields),
    (
        "set table visitors key 192.0.2.1 data.gpc0 5",
        "SetTable",
        (2, 6),
        Fields,
    ),
    ("show table visitors", "ShowTable", (2, 6), Fields),
    (
        "show table visitors key 192.0.2.1",
        "ShowTable",
        (2, 6),
        Fields,
    ),
    ("show table visitors ptr 0x1", "ShowTable", (3, 0), Perhaps),
    (
        "show table visitors data.gpc0 gt 1 data.gpc0 lt 9",
        "ShowTable",
        (2, 6),
        Fields,
    ),
    (
        "clear table visitors key 192.0.2.1",
        "ClearTable",
        (2, 6),
        Fields,
    ),
    ("clear table visitors", "ClearTable", (2, 6), Fields),
    ("show sess", "ShowSess", (2, 6), Fields),
    ("show sess susp", "ShowSess", (3, 0), Fields),
    ("show sess older 5", "ShowSess", (3, 0), Fields),
    (
        "show sess server app/s1 show-uri",
        "ShowSess",
        (3, 0),
        Fields,
    ),
    ("show sess backend app", "ShowSess", (3, 2), Fields),
    ("show sess frontend public", "ShowSess", (3, 2), Fields),
    ("show sess all", "ShowAllSess", (2, 6), Fields),
    ("show sess all older 5", "ShowAllSess", (3, 2), Perhaps),
    ("show sess 0x1", "ShowOneSess", (2, 6), Perhaps),
    ("shutdown session 0x1", "ShutdownSession", (2, 6), Perhaps),
    (
        "shutdown sessions server app/s1",
        "ShutdownServerSessions",
        (2, 6),
        Fields,
    ),
    ("show errors", "ShowErrors", (2, 6), Fields),
    ("show errors -1", "ShowErrors", (2, 6), Fields),
    ("show errors public request", "ShowErrors", (2, 6), Fields),
    ("show events", "ShowSinks", (2, 6), Fields),
    ("show events events", "ShowEvents", (2, 6), Fields),
    ("show env", "ShowEnv", (2, 6), Fields),
    ("show env PATH", "ShowEnv", (2, 6), Fields),
    ("show fd", "ShowFd", (2, 6), Fields),
    ("show fd l", "ShowFd", (2, 8), Fields),
    ("show fd 0", "ShowFd", (2, 6), Fields),
    ("show pools", "ShowPools", (2, 6), Fields),
    ("show pools byname", "ShowPools", (2, 8), Fields),
    (
        "show pools byusage detailed match buf 3",
        "ShowPools",
        (3, 2),
        Fields,
    ),
    ("show peers", "ShowPeers", (2, 6), Fields),
    ("show peers mesh", "ShowPeers", (2, 6), Fields),
    ("show peers dict mesh", "ShowPeers", (2, 6), Fields),
    ("show profiling", "ShowProfiling", (2, 6), Fields),
    (
        "show profiling tasks byaddr 20",
        "ShowProfiling",
        (2, 6),
        Fields,
    ),
    ("set profiling tasks auto", "SetProfiling", (2, 6), Fields),
    ("show resolvers", "ShowResolvers", (2, 6), Fields),
    ("show resolvers dns", "ShowResolvers", (2, 6), Fields),
    ("show activity", "ShowActivity", (2, 6), Fields),
    ("show activity -1", "ShowActivity", (2, 8), Fields),
    ("show activity 0", "ShowActivity", (2, 8), Fields),
    ("show threads", "ShowThreads", (2, 6), Fields),
    ("show tasks", "ShowTasks", (2, 6), Fields),
    ("show dev", "ShowDev", (3, 0), Fields),
    ("show libs", "ShowLibs", (2, 6), Fields),
    ("show startup-logs", "ShowStartupLogs", (2, 6), Fields),
    ("show cache", "ShowCache", (2, 6), Fields),
    ("show quic", "ShowQuic", (3, 0), Fields),
    ("show quic full all", "ShowQuic", (3, 0), Fields),
    ("show cli level", "ShowCliLevel", (2, 6), Text),
    ("show cli sockets", "ShowCliSockets", (2, 6), Fields),
    ("show anon", "ShowAnon", (2, 8), Fields),
    ("show trace", "ShowTraces", (2, 6), Fields),
    ("show trace h1", "ShowTrace", (2, 6), Fields),
    ("trace h1", "Trace", (2, 6), Text),
    ("trace 0", "Trace", (2, 6), Text),
    ("show ssl cert", "ShowSslCerts", (2, 6), Fields),
    ("show ssl cert site.pem", "ShowSslCert", (2, 6), Fields),
    ("show ssl ca-file", "ShowSslCaFiles", (2, 6), Fields),
    (
        "show ssl ca-file authority.pem",
        "ShowSslCaFile",
        (2, 6),
        Fields,
    ),
    (
        "show ssl ca-file authority.pem:1",
        "ShowSslCaFile",
        (2, 6),
        Fields,
    ),
    ("show ssl crl-file", "ShowSslCrlFiles", (2, 6), Fields),
    (
        "show ssl crl-file none.pem",
        "ShowSslCrlFile",
        (2, 6),
        Perhaps,
    ),
    ("show ssl crt-list", "ShowSslCrtLists", (2, 6), Fields),
    (
        "show ssl crt-list list.txt",
        "ShowSslCrtList",
        (2, 6),
        Fields,
    ),
    (
        "show ssl crt-list -n list.txt",
        "ShowSslCrtList",
        (2, 6),
        Fields,
    ),
    (
        "show ssl ocsp-response",
        "ShowSslOcspResponses",
        (2, 6),
        Fields,
    ),
    (
        "show ssl ocsp-response 30",
        "ShowSslOcspResponse",
        (2, 6),
        Perhaps,
    ),
    (
        "show ssl ocsp-response base64 30",
        "ShowSslOcspResponseAs",
        (2, 8),
        Perhaps,
    ),
    (
        "show ssl ocsp-updates",
        "ShowSslOcspUpdates",
        (2, 8),
        Fields,
    ),
    ("show ssl providers", "ShowSslProviders", (2, 6), Fields),
    ("show ssl sni", "ShowSslSni", (3, 2), Fields),
    (
        "show ssl sni -f public -A -t 30d",
        "ShowSslSni",
        (3, 2),
        Fields,
    ),
    ("show ssl jwt", "ShowSslJwt", (3, 4), Fields),
    ("show ssl ech", "ShowSslEch", (3, 4), Fields),
    ("show ssl ech public/x", "ShowSslEch", (3, 4), Fields),
    ("show tls-keys", "ShowTlsKeys", (2, 6), Fields),
    ("show tls-keys *", "ShowTlsKeysOf", (2, 6), Fields),
    ("set ssl tls-key #0 AAAA", "SetSslTlsKey", (2, 6), Perhaps),
    ("new ssl cert new.pem", "NewSslCert", (2, 6), Fields),
    ("set ssl cert new.pem", "SetSslCert", (2, 6), Fields),
    ("abort ssl cert new.pem", "AbortSslCert", (2, 6), Fields),
    ("commit ssl cert new.pem", "CommitSslCert", (2, 6), Perhaps),
    ("dump ssl cert site.pem", "DumpSslCert", (3, 2), Text),
    (
        "add ssl crt-list list.txt new.pem",
        "AddSslCrtList",
        (2, 6),
        Perhaps,
    ),
    (
        "add ssl crt-list list.txt",
        "AddSslCrtListLine",
        (2, 6),
        Perhaps,
    ),
    (
        "del ssl crt-list list.txt new.pem",
        "DelSslCrtList",
        (2, 6),
        Perhaps,
    ),
    ("del ssl cert new.pem", "DelSslCert", (2, 6), Fields),
    ("new ssl ca-file new", "NewSslCaFile", (2, 6), Fields),
    ("set ssl ca-file new", "SetSslCaFile", (2, 6), Fields),
    ("add ssl ca-file new", "AddSslCaFile", (2, 8), Fields),
    ("abort ssl ca-file new", "AbortSslCaFile", (2, 6), Fields),
    ("commit ssl ca-file new", "CommitSslCaFile", (2, 6), Perhaps),
    ("del ssl ca-file new", "DelSslCaFile", (2, 6), Fields),
    ("new ssl crl-file new", "NewSslCrlFile", (2, 6), Fields),
    ("set ssl crl-file new", "SetSslCrlFile", (2, 6), Perhaps),
    ("abort ssl crl-file new", "AbortSslCrlFile", (2, 6), Perhaps),
    (
        "commit ssl crl-file new",
        "CommitSslCrlFile",
        (2, 6),
        Perhaps,
    ),
    ("del ssl crl-file new", "DelSslCrlFile", (2, 6), Fields),
    (
        "set ssl ocsp-response",
        "SetSslOcspResponse",
        (2, 6),
        Perhaps,
    ),
    (
        "update ssl ocsp-response none.pem",
        "UpdateSslOcspResponse",
        (2, 8),
        Perhaps,
    ),
    ("add ssl jwt site.pem", "AddSslJwt", (3, 4), Fields),
    ("del ssl jwt site.pem", "DelSslJwt", (3, 4), Fields),
    ("add ssl ech public/x", "AddSslEch", (3, 4), Fields),
    ("set ssl ech public/x", "SetSslEch", (3, 4), Fields),
    ("del ssl ech public/x", "DelSslEch", (3, 4), Fields),
    ("acme status", "AcmeStatus", (3, 2), Fields),
    ("acme renew none.pem", "AcmeRenew", (3, 2), Perhaps),
    (
        "acme challenge_ready none.pem domain a",
        "AcmeChallengeReady",
        (3, 2),
        Perhaps,
    ),
    ("get weight app/s1", "GetWeight", (2, 6), Fields),
    ("set weight app/s1 50%", "SetWeight", (2, 6), Fields),
    (
        "set server app/s1 weight 3",
        "SetServerWeight",
        (2, 6),
        Fields,
    ),
    (
        "set server app/s1 addr 127.0.0.1",
        "SetServerAddress",
        (2, 6),
        Fields,
    ),
    (
        "set server app/s1 addr 127.0.0.1 port 9",
        "SetServerAddress",
        (2, 6),
        Fields,
    ),
    (
        "set server app/s1 state drain",
        "SetServerState",
        (2, 6),
        Fields,
    ),
    (
        "set server app/s2 health up",
        "SetServerHealth",
        (2, 6),
        Fields,
    ),
    (
        "set server app/s2 agent up",
        "SetServerAgent",
        (2, 6),
        Perhaps,
    ),
    (
        "set server app/s2 agent-addr 127.0.0.1 port 9",
        "SetServerAgentAddress",
        (2, 6),
        Perhaps,
    ),
    (
        "set server app/s2 agent-port 9",
        "SetServerAgentPort",
        (2, 6),
        Perhaps,
    ),
    (
        "set server app/s2 agent-send hello",
        "SetServerAgentSend",
        (2, 6),
        Perhaps,
    ),
    (
        "set server app/s2 check-addr 127.0.0.1 port 9",
        "SetServerCheckAddress",
        (2, 6),
        Fields,
    ),
    (
        "set server app/s2 check-port 9",
        "SetServerCheckPort",
        (2, 6),
        Fields,
    ),
    (
        "set server app/named fqdn localhost",
        "SetServerFqdn",
        (2, 6),
        Fields,
    ),
    ("set server app/s1 ssl off", "SetServerSsl", (2, 6), Perhaps),
    (
        "set maxconn server app/s1 9",
        "SetServerMaxconn",
        (2, 6),
        Fields,
    ),
    (
        "set maxconn frontend public 90",
        "SetFrontendMaxconn",
        (2, 6),
        Fields,
    ),
    ("set maxconn global 90", "SetGlobalMaxconn", (2, 6), Fields),
    (
        "set rate-limit connections global 9000",
        "SetRateLimit",
        (2, 6),
        Fields,
    ),
    (
        "add server app/new 127.0.0.1:9 weight 3",
        "AddServer",
        (2, 6),
        Fields,
    ),
    ("add server help", "AddServerHelp", (3, 2), Fields),
    ("disable agent app/new", "DisableAgent", (2, 6), Fields),
    ("enable agent app/s1", "EnableAgent", (2, 6), Perhaps),
    ("disable health app/s2", "DisableHealth", (2, 6), Fields),
    ("enable health app/s2", "EnableHealth", (2, 6), Fields),
    ("enable server app/new", "EnableServer", (2, 6), Fields),
    ("disable server app/new", "DisableServer", (2, 6), Fields),
    ("wait 10ms srv-removable app/new", "Wait", (3, 0), Text),
    ("wait 1ms", "Wait", (3, 0), Text),
    ("del server app/new", "DelServer", (2, 6), Fields),
    (
        "add backend new from base mode http",
        "AddBackend",
        (3, 4),
        Fields,
    ),
    ("publish backend new", "PublishBackend", (3, 4), Fields),
    ("unpublish backend new", "UnpublishBackend", (3, 4), Fields),
    ("del backend new", "DelBackend", (3, 4), Fields),
    (
        "set dynamic-cookie-key backend app secret",
        "SetDynamicCookieKey",
        (2, 6),
        Fields,
    ),
    (
        "enable dynamic-cookie backend app",
        "EnableDynamicCookie",
        (2, 6),
        Fields,
    ),
    (
        "disable dynamic-cookie backend app",
        "DisableDynamicCookie",
        (2, 6),
        Fields,
    ),
    ("disable frontend public", "DisableFrontend", (2, 6), Fields),
    ("enable frontend public", "EnableFrontend", (2, 6), Fields),
    (
        "shutdown frontend public",
        "ShutdownFrontend",
        (2, 6),
        Unsent,
    ),
    ("set var proc.x expr int(5)", "SetVar", (2, 6), Fields),
    ("get var proc.x", "GetVar", (2, 6), Fields),
    ("clear counters", "ClearCounters", (2, 6), Fields),
    ("clear counters all", "ClearAllCounters", (2, 6), Fields),
    ("dump stats-file", "DumpStatsFile", (3, 0), Text),
    ("debug counters", "DebugCounters", (3, 2), Fields),
    ("debug counters all", "DebugCounters", (3, 2), Fields),
    (
        "httpclient GET http://127.0.0.1:1/",
        "HttpClient",
        (2, 6),
        Text,
    ),
    (
        "httpclient --htx GET http://127.0.0.1:1/",
        "HttpClient",
        (3, 2),
        Perhaps,
    ),
    ("help", "Help", (2, 6), Fields),
    ("help show stat", "Help", (2, 6), Fields),
    ("echo a b", "Echo", (3, 2), Text),
    ("operator", "Operator", (2, 6), Fields),
    ("user", "User", (2, 6), Fields),
    ("experimental-mode", "IsExperimentalMode", (2, 6), Perhaps),
    ("experimental-mode on", "ExperimentalMode", (2, 6), Fields),
    ("expert-mode", "IsExpertMode", (2, 6), Perhaps),
    ("expert-mode on", "ExpertMode", (2, 6), Fields),
    ("prompt", "Prompt", (2, 6), Unsent),
    ("prompt timed", "Prompt", (2, 8), Unsent),
    ("quit", "Quit", (2, 6), Fields),
    (
        "set severity-output number",
        "SetSeverityOutput",
        (2, 6),
        Fields,
    ),
    ("set timeout cli 20", "SetTimeout", (2, 6), Fields),
    ("set anon on 7", "SetAnonOn", (2, 8), Fields),
    ("set anon off", "SetAnonOff", (2, 8), Fields),
    ("set anon global-key 7", "SetAnonGlobalKey", (2, 8), Perhaps),
    ("_getsocks", "GetSocks", (2, 6), Unsent),
    ("show proc", "ShowProc", (2, 6), Unsent),
    ("show proc debug", "ShowProc", (2, 8), Unsent),
    ("reload", "Reload", (2, 6), Unsent),
    ("hard-reload", "HardReload", (3, 0), Unsent),
    ("mcli-debug-mode on", "McliDebugMode", (2, 6), Unsent),
    ("_loadstatus", "LoadStatus", (2, 8), Unsent),
    ("_send_status x", "SendStatus", (3, 2), Unsent),
];

/// What stands below a line, where something must.
fn payload(line: &str) -> Option<Payload> {
    let text = match line {
        "set ssl cert new.pem" => certificate("other"),
        "set ssl ca-file new" | "add ssl ca-file new" => certificate("authority"),
        "set ssl crl-file new" => certificate("revoked"),
        "add ssl crt-list list.txt" => "new.pem [alpn h2]".to_owned(),
        "set ssl ocsp-response" => "AAAA".to_owned(),
        "add ssl ech public/x" | "set ssl ech public/x" => certificate("site"),
        _ => return None,
    };
    Some(Payload::new(text))
}

#[test]
fn every_form_is_told_by_its_line() {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (line, command, ..) in LINES {
        let form = form_of(line).unwrap_or_else(|| panic!("no form for '{line}'"));
        assert_eq!(form.command, *command, "{line}");
        told.insert(command);
    }
    // With what stands below it: the words are those of another command.
    told.insert("AddMapEntries");
    let missing: Vec<_> = forms()
        .map(|form| form.command)
        .filter(|command| !told.contains(command))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn several_commands_are_none() {
    for line in [
        "show info;show stat",
        "show info ; show stat",
        "show nothing",
    ] {
        assert!(form_of(line).is_none(), "{line}");
    }
    assert!(form_of("add map m a\\;b c").is_some());
}

#[test]
fn every_line_is_answered_with_its_fields() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let version: Version = haproxy.version().parse().unwrap();
        let mut client = setup.client();
        let mut wrong = Vec::new();
        for (line, _, (major, minor), outcome) in LINES {
            let is_there = version.is_at_least(Version::new(*major, *minor));
            if !is_there || matches!(outcome, Unsent) {
                continue;
            }
            let mut command = Raw::new(*line);
            if let Some(payload) = payload(line) {
                command = command.payload(payload);
            }
            let answer = client.call(&RawJson(command));
            let is_right = match (outcome, &answer) {
                (Fields, Ok(answer)) => !answer.is_string(),
                (Text, Ok(answer)) => answer.is_string(),
                (Perhaps, Ok(_)) => true,
                (Perhaps, Err(error)) => error.refusal().is_some(),
                _ => false,
            };
            if !is_right {
                wrong.push(format!("{version} {line}: {answer:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn arguments_that_are_not_known_leave_the_answer_as_it_is() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        for line in [
            "show table visitors data.gpc0 gt 1 and more",
            "show stat x y z",
        ] {
            match client.call(&RawJson(Raw::new(line))) {
                Ok(Value::String(_) | Value::Array(_) | Value::Object(_)) => {}
                Ok(other) => panic!("{line}: {other}"),
                Err(error) => assert!(error.refusal().is_some(), "{line}: {error}"),
            }
        }
        let two = client.call(&RawJson(Raw::new("show version;show version")));
        let two = two.unwrap();
        assert!(two.as_str().unwrap().matches('.').count() > 3, "{two}");
    }
}
