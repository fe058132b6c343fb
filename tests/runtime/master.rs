//! Masters: addressing, reloads, and what their command line lacks.

use std::time::Duration;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_runtime::command::*;
use haproxy_runtime::operation::{CreateServer, ReloadMaster, RemoveServer, ReplaceMap};
use haproxy_runtime::protocol::{EncodeError, ProtocolError};
use haproxy_runtime::{Address, Client, Error, Process, ServerPath};

use crate::setup::{Setup, patient};

fn setup(haproxy: &Haproxy) -> Setup {
    Setup::master(haproxy)
}

fn client(setup: &Setup, process: Process) -> Client {
    Client::master(Address::unix(setup.running.master_socket()), process).timeouts(patient())
}

#[test]
fn commands_go_to_the_process_they_are_for() {
    for haproxy in Haproxy::all() {
        let setup = setup(&haproxy);
        let mut master = client(&setup, Process::Master);
        let processes = master.call(&ShowProc::new()).unwrap();
        let worker = processes.workers().next().unwrap().pid;
        assert_ne!(processes.master().unwrap().pid, worker);
        let version = master.call(&ShowVersion::new()).unwrap();
        assert_eq!(version.branch(), Some(haproxy.version().parse().unwrap()));

        for process in [Process::Worker, Process::Pid(worker), "@1".parse().unwrap()] {
            let mut client = client(&setup, process).kept();
            for _ in 0..3 {
                let info = client.call(&ShowInfo::new()).unwrap();
                assert_eq!(info.pid(), Some(u64::from(worker)));
            }
            // A command of the master goes to the master, whoever the client is for.
            assert_eq!(client.call(&ShowProc::new()).unwrap().workers().count(), 1);
        }
        for process in [Process::Pid(1), "@7".parse().unwrap()] {
            let mut client = client(&setup, process);
            let error = client.call(&ShowInfo::new()).unwrap_err();
            assert!(
                matches!(error, Error::Protocol(ProtocolError::NoProcess { .. })),
                "{error}"
            );
        }
        let mut worker = setup.client();
        let error = worker.call(&ShowProc::new()).unwrap_err();
        assert!(
            matches!(error, Error::Encode(EncodeError::MasterOnly { .. })),
            "{error}"
        );
    }
}

#[test]
fn workers_are_worked_through_the_master() {
    for haproxy in Haproxy::all() {
        let setup = setup(&haproxy);
        let mut client = client(&setup, Process::Worker);
        let map = || PatternSet::file("hosts.map");
        let entries: Vec<_> = (0..2000)
            .map(|n| (format!("{n} ; \\"), format!("v {n};")))
            .collect();
        client
            .run(&ReplaceMap::new(map(), entries[..20].to_vec()))
            .unwrap();
        let plain: Vec<_> = (0..2000)
            .map(|n| (format!("{n}"), format!("v {n};")))
            .collect();
        client.run(&ReplaceMap::new(map(), plain)).unwrap();
        assert_eq!(client.call(&ShowMap::new(map())).unwrap().0.len(), 2000);

        let server = || ServerPath::new("app", "new");
        client
            .run(&CreateServer::new(server(), "127.0.0.1:9"))
            .unwrap();
        client.run(&RemoveServer::at_once(server())).unwrap();

        // Refusals are refusals, where the master gives no severities too.
        let error = client
            .call(&SetServerState::new(server(), ServerState::Ready))
            .unwrap_err();
        assert!(error.is_not_found(), "{error}");
        let error = client.call(&ShowTable::new("none".into())).unwrap_err();
        assert!(error.is_not_found(), "{error}");
        let error = client
            .call(&ShowServersState::new().backend(BackendName::from("none")))
            .unwrap_err();
        assert!(error.is_not_found(), "{error}");
        let error = client.call(&Raw::new("no such command")).unwrap_err();
        assert!(error.is_unknown_command(), "{error}");

        client
            .call(&SetVar::new(
                "proc.x".into(),
                VariableForm::Expression,
                "int(5)".into(),
            ))
            .unwrap();
        assert_eq!(
            client.call(&GetVar::new("proc.x".into())).unwrap().value,
            "5"
        );

        let waited = client.call(&Wait::new(Duration::from_millis(50)));
        match haproxy.version() {
            "3.2" => assert_eq!(waited.unwrap().0, "Done."),
            _ => assert!(matches!(
                waited.unwrap_err(),
                Error::Encode(EncodeError::NotThroughMaster { .. })
            )),
        }
        let batch: Vec<_> = (0..100)
            .map(|weight| SetServerWeight::new(ServerPath::new("app", "s1"), weight.into()))
            .collect();
        assert!(client.batch(&batch).unwrap().iter().all(Result::is_ok));
    }
}

#[test]
fn the_master_reloads() {
    for haproxy in Haproxy::all() {
        let setup = setup(&haproxy);
        let mut client = client(&setup, Process::Master);
        let before = client
            .call(&ShowProc::new())
            .unwrap()
            .workers()
            .next()
            .unwrap()
            .pid;
        let outcome = client.run(&ReloadMaster::new()).unwrap();
        assert!(outcome.is_success, "{outcome:?}");
        assert_ne!(outcome.worker, Some(before));
        if haproxy.version() != "2.6" {
            assert!(!outcome.logs.0.is_empty());
        }

        setup
            .running
            .reconfigure(b"frontend broken\n    nonsense\n");
        let serving = outcome.worker;
        let outcome = client.run(&ReloadMaster::new()).unwrap();
        assert!(!outcome.is_success, "{outcome:?}");
        assert_eq!(outcome.worker, serving);
        if haproxy.version() != "2.6" {
            let has_reason = |message: &StartupMessage| {
                message.message.contains("nonsense") || message.message.contains("unknown keyword")
            };
            assert!(outcome.logs.0.iter().any(has_reason), "{outcome:?}");
        }
        let logs = client.call(&ShowStartupLogs::new());
        assert_eq!(logs.is_ok(), haproxy.version() != "2.6");

        setup.running.reconfigure(
            b"frontend plain\n    mode tcp\n    timeout client 1s\n    bind unix@plain\n",
        );
        if haproxy.version() == "2.6" {
            let error = client.run(&ReloadMaster::new().hard()).unwrap_err();
            assert!(error.is_unknown_command(), "{error}");
        } else {
            let outcome = client.run(&ReloadMaster::new().hard()).unwrap();
            assert!(outcome.is_success, "{outcome:?}");
        }
    }
}

#[test]
fn what_the_master_takes_itself() {
    for haproxy in Haproxy::all() {
        let setup = setup(&haproxy);
        let mut client = client(&setup, Process::Master);
        client.call(&McliDebugMode::new().mode(OnOff::On)).unwrap();
        client.call(&ShowCliLevel::new()).unwrap();
        client.call(&ShowCliSockets::new()).unwrap();
        assert!(client.call(&Help::new()).unwrap().has("reload"));
        client.call(&Operator::new()).unwrap();
        client.call(&Quit::new()).unwrap();
        if haproxy.version() == "3.2" {
            assert_eq!(client.call(&Echo::new(vec!["a".into()])).unwrap().0, "a");
            assert!(!client.call(&ShowEnv::new()).unwrap().0.is_empty());
        }
        if haproxy.version() != "2.6" {
            client.call(&LoadStatus::new()).unwrap();
        }
        assert_eq!(
            client
                .call(&ShowProc::new().debug(haproxy.version() != "2.6"))
                .unwrap()
                .workers()
                .count(),
            1
        );
    }
}
