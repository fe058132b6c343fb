//! The services of the older relation as what a requirer of `haproxy-route` says.

mod lines;
mod servers;

use haproxy_model::value::Duration;

use super::Services;
use crate::requirer::{RequirerApplicationData, TcpRequirerApplicationData};
use lines::Lines;

/// In a second.
const MICROSECONDS: u64 = 1_000_000;

/// A service in its new form.
#[derive(Debug, Clone, PartialEq)]
pub struct Migrated {
    /// The name of the service, or of the backend beside it that becomes a service of its own.
    pub name: String,
    /// What the requirer says.
    pub data: MigratedData,
    /// What has no equal: each line with what it would take.
    pub without_equal: Vec<String>,
}

/// What a requirer says, by interface.
#[derive(Debug, Clone, PartialEq)]
pub enum MigratedData {
    /// A service in `mode http`.
    Route(RequirerApplicationData),
    /// A service in `mode tcp`.
    Tcp(TcpRequirerApplicationData),
}

/// What the services would say over `haproxy-route` and `haproxy-route-tcp`, in their newest versions,
/// and what cannot be said there. A service that says no mode is of the charm's `default_mode`.
pub fn migrate(services: &Services, default_mode: &str) -> Vec<Migrated> {
    let mut migrated = Vec::new();
    for service in services.services.values() {
        let mut lines = Lines::read(service, default_mode == "tcp");
        let paths = std::mem::take(&mut lines.paths);
        let mut beside = Vec::new();
        for backend in &service.backends {
            let paths: Vec<String> = paths_of(&paths, &lines.switches, &backend.name);
            let mut own = lines.clone();
            own.notes.clear();
            if paths.is_empty() {
                own.notes.push(format!(
                    "no condition on paths sends requests to the backend '{}': set hostname or paths",
                    backend.name
                ));
            }
            if let Some(path) = paths.iter().find(|path| !path.ends_with('/')) {
                own.notes.push(format!(
                    "'path_beg {path}' is true for '{path}x' too: paths are for themselves and what is below"
                ));
            }
            beside.push(own.finish(&backend.name, service, &backend.servers, paths));
        }
        lines.note_unused(&paths, service);
        migrated.push(lines.finish(&service.name, service, &service.servers, Vec::new()));
        migrated.extend(beside);
    }
    migrated
}

/// The paths whose conditions send requests to a backend.
fn paths_of(
    paths: &[(String, Vec<String>)],
    switches: &[(String, String)],
    backend: &str,
) -> Vec<String> {
    let conditions = switches.iter().filter(|(name, _)| name == backend);
    let conditions: Vec<&String> = conditions.map(|(_, condition)| condition).collect();
    let of_backend = paths.iter().filter(|(name, _)| conditions.contains(&name));
    of_backend.flat_map(|(_, paths)| paths.clone()).collect()
}

/// The time in whole seconds, where it is one second or more.
fn seconds(duration: &Duration) -> Option<u64> {
    let microseconds = duration.value()?.microseconds();
    let is_whole = microseconds > 0 && microseconds.is_multiple_of(MICROSECONDS);
    is_whole.then_some(microseconds / MICROSECONDS)
}
