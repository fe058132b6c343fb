//! Relations as configurations that real HAProxy runs, with real clients and servers.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod agent;
mod authentication;
mod balancing;
mod checks;
mod client;
mod grpc;
mod guards;
mod ingress;
mod limits;
mod peering;
mod routing;
mod scene;
mod server;
mod tcp;
mod tls;

use std::thread::sleep;
use std::time::{Duration, Instant};

/// Waits until something holds.
fn wait(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{what}: not so far"
        );
        sleep(Duration::from_millis(20));
    }
}
