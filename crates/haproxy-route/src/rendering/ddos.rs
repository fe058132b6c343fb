//! What wards off clients that ask for too much, and requests that are none.

use std::fmt::Write as _;
use std::path::PathBuf;

use haproxy_model::version::Version;

use super::RenderingOptions;
use super::network::Network;
use super::peers::Table;
use super::sections::SectionDraft;
use crate::file::File;
use crate::statement::StatementError;
use crate::value::RateLimitPolicy;

/// The counter for what clients do at all services.
const COUNTER: &str = "0";

/// The name of the test for clients that have no limits.
const ALLOWED: &str = "ddos_allowed";

/// Limits to what one client may do at all services together. A limit without its policy limits
/// nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DdosLimits {
    /// The most connections in a minute.
    pub connections_per_minute: Option<u32>,
    /// The most connections at a time.
    pub concurrent_connections: Option<u32>,
    /// The most requests in a minute that are answered with an error of the client.
    pub errors_per_minute: Option<u32>,
    /// The most requests in a minute.
    pub requests_per_minute: Option<u32>,
    /// What happens to connections beyond a limit; `deny` is `reject` here.
    pub tcp_policy: Option<RateLimitPolicy>,
    /// What happens to requests beyond a limit.
    pub http_policy: Option<RateLimitPolicy>,
    /// The status of the answer where the policy is `deny`; 403 where none is given, or one for which HAProxy
    /// has no answer by itself.
    pub deny_status: Option<u16>,
    /// Clients that have no limits and see all paths.
    pub allowed: Vec<Network>,
    /// The beginnings of paths that nobody else sees at any service.
    pub denied_paths: Vec<String>,
    /// How long a client may take for the headers of a request, in seconds.
    pub http_request_timeout: Option<u32>,
    /// How long is waited for another request, in seconds.
    pub http_keep_alive_timeout: Option<u32>,
    /// How long a client may be silent, in seconds.
    pub client_timeout: Option<u32>,
}

impl RenderingOptions {
    /// The first counter that the frontends leave to services.
    pub(super) fn free_counter(&self) -> u8 {
        u8::from(self.ddos_table().is_some())
    }

    /// The table for what clients do at all services, where anything looks at it.
    pub(super) fn ddos_table(&self) -> Option<Table> {
        let limits = self.ddos_limits.as_ref()?;
        let counts_connections = limits.tcp_policy.is_some()
            && (limits.connections_per_minute.is_some() || limits.concurrent_connections.is_some());
        let counts_requests = limits.http_policy.is_some()
            && (limits.errors_per_minute.is_some() || limits.requests_per_minute.is_some());
        (counts_connections || counts_requests).then(Table::of_everything)
    }

    fn ddos_path(&self, name: &str) -> PathBuf {
        self.configuration_directory.join(name)
    }

    fn allowed_path(&self) -> PathBuf {
        self.ddos_path("ddos_allowed.lst")
    }

    fn denied_path(&self) -> PathBuf {
        self.ddos_path("ddos_denied_paths.lst")
    }
}

impl DdosLimits {
    /// The paths that a request can have.
    fn denied_paths(&self) -> impl Iterator<Item = &str> {
        let is_possible = |path: &&str| {
            let is_seen = |character: char| !character.is_control() && character != ' ';
            path.starts_with('/') && path.chars().all(is_seen)
        };
        let paths = self.denied_paths.iter().map(String::as_str);
        paths.filter(is_possible)
    }
}

/// The files that the rules look at.
pub(super) fn files(options: &RenderingOptions) -> Vec<File> {
    let Some(limits) = &options.ddos_limits else {
        return Vec::new();
    };
    let mut allowed = String::new();
    for network in &limits.allowed {
        let _ = writeln!(allowed, "{network}");
    }
    let mut denied = String::new();
    for path in limits.denied_paths() {
        denied.push_str(path);
        denied.push('\n');
    }
    let files = [
        (options.allowed_path(), allowed),
        (options.denied_path(), denied),
    ];
    let files = files.into_iter().filter(|(_, text)| !text.is_empty());
    files
        .map(|(path, text)| File {
            path,
            mode: 0o644,
            content: text.into_bytes(),
        })
        .collect()
}

/// Adds the rules of an HTTP frontend.
pub(super) fn http(
    section: &mut SectionDraft,
    options: &RenderingOptions,
) -> Result<(), StatementError> {
    let mut rules = Rules::new(section, options);
    rules.connections()?;
    rules.requests()?;
    if options.ddos_protection {
        // Each of the three is enough: together they would never hold.
        rules.line(&["acl", "invalid_method", "method", "TRACE", "TRACK", "DEBUG"])?;
        rules.line(&["acl", "empty_method", "method", "-m", "len", "0"])?;
        rules.line(&["acl", "has_host", "req.hdr(host)", "-m", "found"])?;
        rules.line(&[
            "http-request",
            "silent-drop",
            "if",
            "invalid_method",
            "||",
            "empty_method",
            "||",
            "!has_host",
        ])?;
    }
    rules.denied_paths()?;
    if let Some(limits) = &options.ddos_limits {
        rules.timeout("http-request", limits.http_request_timeout)?;
        rules.timeout("http-keep-alive", limits.http_keep_alive_timeout)?;
        rules.timeout("client", limits.client_timeout)?;
    }
    Ok(())
}

/// Adds the rules of a TCP frontend.
pub(super) fn tcp(
    section: &mut SectionDraft,
    options: &RenderingOptions,
) -> Result<(), StatementError> {
    let mut rules = Rules::new(section, options);
    rules.connections()?;
    let timeout = options
        .ddos_limits
        .as_ref()
        .and_then(|limits| limits.client_timeout);
    rules.timeout("client", timeout)
}

/// Rules in the making.
struct Rules<'a> {
    section: &'a mut SectionDraft,
    options: &'a RenderingOptions,
    table: Option<Table>,
    /// What follows each condition.
    exemption: Vec<&'static str>,
}

impl<'a> Rules<'a> {
    fn new(section: &'a mut SectionDraft, options: &'a RenderingOptions) -> Self {
        Self {
            section,
            options,
            table: options.ddos_table(),
            exemption: Vec::new(),
        }
    }

    fn line(&mut self, words: &[&str]) -> Result<(), StatementError> {
        self.section.line(words, None)
    }

    /// Counts clients, and limits their connections.
    fn connections(&mut self) -> Result<(), StatementError> {
        let Some(limits) = &self.options.ddos_limits else {
            return Ok(());
        };
        if !limits.allowed.is_empty() {
            let path = self.options.allowed_path().display().to_string();
            self.line(&["acl", ALLOWED, "src", "-f", &path])?;
            self.exemption = vec!["!ddos_allowed"];
        }
        let Some(table) = self.table.as_ref().map(Table::reference) else {
            return Ok(());
        };
        let track = format!("track-sc{COUNTER}");
        self.line(&["tcp-request", "connection", &track, "src", "table", &table])?;
        let policy = match limits.tcp_policy {
            Some(RateLimitPolicy::SilentDrop) => "silent-drop",
            Some(_) => "reject",
            None => return Ok(()),
        };
        let rule = ["tcp-request", "connection", policy];
        self.limit(&rule, "sc_conn_rate", limits.connections_per_minute)?;
        self.limit(&rule, "sc_conn_cur", limits.concurrent_connections)
    }

    /// Limits requests.
    fn requests(&mut self) -> Result<(), StatementError> {
        let Some(limits) = &self.options.ddos_limits else {
            return Ok(());
        };
        let Some(policy) = limits.http_policy else {
            return Ok(());
        };
        let version = self.options.version;
        let known = limits
            .deny_status
            .filter(|status| has_answer(*status, version));
        let status = known.map(|status| status.to_string());
        let mut rule = vec!["http-request", policy.as_str()];
        if let (RateLimitPolicy::Deny, Some(status)) = (policy, &status) {
            rule.extend(["deny_status", status]);
        }
        self.limit(&rule, "sc_http_err_rate", limits.errors_per_minute)?;
        self.limit(&rule, "sc_http_req_rate", limits.requests_per_minute)
    }

    fn limit(
        &mut self,
        rule: &[&str],
        rate: &str,
        most: Option<u32>,
    ) -> Result<(), StatementError> {
        let (Some(most), Some(table)) = (most, &self.table) else {
            return Ok(());
        };
        let rate = format!("{rate}({COUNTER},{})", table.reference());
        let most = most.to_string();
        let condition = ["if", "{", &rate, "gt", &most, "}"];
        let words = [rule, &condition, &self.exemption].concat();
        self.line(&words)
    }

    fn denied_paths(&mut self) -> Result<(), StatementError> {
        let limits = self.options.ddos_limits.as_ref();
        if limits.is_none_or(|limits| limits.denied_paths().next().is_none()) {
            return Ok(());
        }
        let path = self.options.denied_path().display().to_string();
        self.line(&["acl", "ddos_denied_path", "path_beg", "-i", "-f", &path])?;
        let rule = ["http-request", "deny", "if", "ddos_denied_path"];
        let words = [&rule[..], &self.exemption].concat();
        self.line(&words)
    }

    fn timeout(&mut self, name: &str, seconds: Option<u32>) -> Result<(), StatementError> {
        // HAProxy counts milliseconds in 31 bits.
        let milliseconds = |seconds: u32| seconds.saturating_mul(1000).min(i32::MAX as u32);
        match seconds.map(milliseconds) {
            Some(milliseconds) => self.line(&["timeout", name, &milliseconds.to_string()]),
            None => Ok(()),
        }
    }
}

/// Whether HAProxy of this version has an answer of this status by itself.
fn has_answer(status: u16, version: Version) -> bool {
    match status {
        200 | 400 | 401 | 403 | 404 | 405 | 407 | 408 | 410 | 413 | 425 | 429 | 500..=504 => true,
        421 | 422 => version >= Version::new(2, 6),
        414 | 431 => version >= Version::new(3, 2),
        _ => false,
    }
}
