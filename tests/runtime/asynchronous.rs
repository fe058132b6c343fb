//! The asynchronous client does what the blocking one does.

use std::time::Duration;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_runtime::command::*;
use haproxy_runtime::operation::{CreateServer, RemoveServer, ReplaceMap};
use haproxy_runtime::{Address, Process, ServerPath, Timeouts, tokio::Client};

use crate::setup::{Setup, patient};

#[tokio::test]
async fn commands_batches_streams_and_operations() {
    for haproxy in Haproxy::all() {
        let setup = Setup::master(&haproxy);
        let worker = Client::new(setup.address());
        let master = Client::master(
            Address::unix(setup.running.master_socket()),
            Process::Worker,
        );
        let named = Client::new(Address::Abstract(setup.name.clone())).kept();
        for client in [worker, master, named] {
            let mut client = client.timeouts(patient());
            assert_eq!(
                client.version().await.unwrap(),
                Some(haproxy.version().parse().unwrap())
            );
            let map = || PatternSet::file("hosts.map");
            let entries: Vec<_> = (0..3000)
                .map(|n| (format!("k{n}"), format!("v{n}")))
                .collect();
            client.run(&ReplaceMap::new(map(), entries)).await.unwrap();
            let mut rows = client.rows(&ShowMap::new(map())).await.unwrap();
            let mut count = 0;
            while rows.next().await.unwrap().is_some() {
                count += 1;
            }
            assert_eq!(count, 3000);
            let batch: Vec<_> = (0..500)
                .map(|weight| {
                    SetServerWeight::new(ServerPath::new("app", "s1"), (weight % 200).into())
                })
                .collect();
            assert!(
                client
                    .batch(&batch)
                    .await
                    .unwrap()
                    .iter()
                    .all(Result::is_ok)
            );
            let server = || ServerPath::new("app", "new");
            client
                .run(&CreateServer::new(server(), "127.0.0.1:9"))
                .await
                .unwrap();
            client.run(&RemoveServer::at_once(server())).await.unwrap();
            let error = client
                .call(&ShowTable::new("none".into()))
                .await
                .unwrap_err();
            assert!(error.is_not_found(), "{error}");
        }
    }
}

#[tokio::test]
async fn an_haproxy_that_stands_still_costs_no_more_than_the_time() {
    let haproxy = Haproxy::of("3.2");
    let setup = Setup::new(&haproxy);
    let time = Duration::from_millis(300);
    let mut client = Client::new(setup.address())
        .timeouts(Timeouts::all(time))
        .kept();
    client.call(&ShowInfo::new()).await.unwrap();
    setup.running.signal("STOP");
    let error = client.call(&ShowInfo::new()).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    setup.running.signal("CONT");
    client.call(&ShowInfo::new()).await.unwrap();
}
