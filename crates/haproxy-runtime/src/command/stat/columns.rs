use indexmap::IndexSet;

use super::StatRow;

/// The columns of statistics, in the order of this HAProxy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns(IndexSet<Box<str>>);

impl Columns {
    /// Reads a header.
    pub(super) fn new(header: &str) -> Self {
        let names = header.strip_suffix(',').unwrap_or(header).split(',');
        let mut columns = IndexSet::new();
        for (index, name) in names.enumerate() {
            if !columns.insert(Box::from(name)) {
                columns.insert(format!("{name}_{index}").into());
            }
        }
        Self(columns)
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(AsRef::as_ref)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.0.get_index_of(name)
    }
}

/// The position of a byte of a line. No line of HAProxy's is as long as 4 GiB.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Where each value of a line ends; `None` where values are quoted.
///
/// There is a comma every few bytes: to write down every position, and to go on behind those of commas only,
/// is faster than to search or to branch.
pub(super) fn ends<'a>(line: &str, room: &'a mut Vec<u32>) -> Option<&'a [u32]> {
    if room.len() <= line.len() {
        room.resize(line.len() + 1, 0);
    }
    let mut count = 0;
    let mut is_quoted = false;
    for (index, byte) in (0..).zip(line.as_bytes()) {
        if let Some(end) = room.get_mut(count) {
            *end = index;
        }
        count += usize::from(*byte == b',');
        is_quoted |= *byte == b'"';
    }
    if is_quoted {
        return None;
    }
    if !line.ends_with(',') {
        *room.get_mut(count)? = position(line.len());
        count += 1;
    }
    room.get(..count)
}

/// Takes quotes off the values of a line: the values side by side, and where each ends.
pub(super) fn unquote(line: &str) -> (Box<str>, Box<[u32]>) {
    let mut text = String::with_capacity(line.len());
    let mut ends = Vec::new();
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                text.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => {
                ends.push(position(text.len()));
                text.push(',');
            }
            _ => text.push(character),
        }
    }
    if !line.ends_with(',') {
        ends.push(position(text.len()));
    }
    (text.into(), ends.into())
}

macro_rules! columns {
    ($($(#[doc = $documentation:literal])+ $name:ident: $kind:ident = $column:literal;)+) => {
        impl StatRow {
            $(
                $(#[doc = $documentation])+
                pub fn $name(&self) -> columns!(@type $kind) {
                    columns!(@read $kind self.get($column))
                }
            )+
        }

        /// The columns that have methods.
        #[cfg(test)]
        const KNOWN: &[&str] = &[$($column),+];
    };
    (@type name) => { &str };
    (@type text) => { Option<&str> };
    (@type number) => { Option<i64> };
    (@read name $value:expr) => { $value.unwrap_or_default() };
    (@read text $value:expr) => { $value };
    (@read number $value:expr) => { $value?.parse().ok() };
}

columns! {
    /// The name of the proxy.
    proxy: name = "pxname";
    /// `FRONTEND`, `BACKEND`, or the name of the server or listener.
    service: name = "svname";
    /// Requests that wait for a server.
    queue: number = "qcur";
    /// The most requests that waited.
    queue_max: number = "qmax";
    /// Sessions.
    sessions: number = "scur";
    /// The most sessions.
    sessions_max: number = "smax";
    /// The most sessions that may be.
    session_limit: number = "slim";
    /// Sessions so far.
    sessions_total: number = "stot";
    /// Bytes from clients.
    bytes_in: number = "bin";
    /// Bytes to clients.
    bytes_out: number = "bout";
    /// Requests that rules denied.
    denied_requests: number = "dreq";
    /// Responses that rules denied.
    denied_responses: number = "dresp";
    /// Requests that were wrong or broken off.
    request_errors: number = "ereq";
    /// Requests that found no way to a server.
    connection_errors: number = "econ";
    /// Responses that were wrong or broken off.
    response_errors: number = "eresp";
    /// Connections to servers that were tried again.
    retries: number = "wretr";
    /// Requests that were given to another server.
    redispatches: number = "wredis";
    /// `OPEN`, `UP`, `DOWN`, `MAINT`, `DRAIN`, …
    status: text = "status";
    /// The weight in effect.
    weight: number = "weight";
    /// Active servers; for a server, whether it is one.
    active: number = "act";
    /// Backup servers; for a server, whether it is one.
    backup: number = "bck";
    /// Checks that failed while the server was up.
    failed_checks: number = "chkfail";
    /// How often it went down.
    times_down: number = "chkdown";
    /// Seconds since it last went up or down.
    seconds_since_change: number = "lastchg";
    /// Seconds that it was down.
    downtime: number = "downtime";
    /// The most requests that may wait.
    queue_limit: number = "qlimit";
    /// The number of the process.
    process: number = "pid";
    /// The number of the proxy.
    proxy_id: number = "iid";
    /// The number of the server or listener.
    id: number = "sid";
    /// Its share, in per cent, while it starts slowly.
    throttle: number = "throttle";
    /// How often it was chosen.
    chosen_total: number = "lbtot";
    /// The server whose checks it follows.
    tracked: text = "tracked";
    /// 0 for a frontend, 1 for a backend, 2 for a server, 3 for a listener.
    kind: number = "type";
    /// Sessions in the last second.
    rate: number = "rate";
    /// The most sessions a second that may be.
    rate_limit: number = "rate_lim";
    /// The most sessions in a second.
    rate_max: number = "rate_max";
    /// How the last check went: `L4OK`, `L7STS`, …
    check_status: text = "check_status";
    /// The status that the last check received.
    check_code: number = "check_code";
    /// Milliseconds that the last check took.
    check_duration: number = "check_duration";
    /// Responses of status 1xx.
    responses_1xx: number = "hrsp_1xx";
    /// Responses of status 2xx.
    responses_2xx: number = "hrsp_2xx";
    /// Responses of status 3xx.
    responses_3xx: number = "hrsp_3xx";
    /// Responses of status 4xx.
    responses_4xx: number = "hrsp_4xx";
    /// Responses of status 5xx.
    responses_5xx: number = "hrsp_5xx";
    /// Responses of another status.
    responses_other: number = "hrsp_other";
    /// What made checks fail.
    failed_check_details: text = "hanafail";
    /// Requests in the last second.
    request_rate: number = "req_rate";
    /// The most requests in a second.
    request_rate_max: number = "req_rate_max";
    /// Requests so far.
    requests_total: number = "req_tot";
    /// Transfers that clients broke off.
    client_aborts: number = "cli_abrt";
    /// Transfers that servers broke off.
    server_aborts: number = "srv_abrt";
    /// Bytes that went into compression.
    compression_in: number = "comp_in";
    /// Bytes that came out of compression.
    compression_out: number = "comp_out";
    /// Bytes that went past compression.
    compression_bypassed: number = "comp_byp";
    /// Responses that were compressed.
    compressed_responses: number = "comp_rsp";
    /// Seconds since its last session.
    seconds_since_session: number = "lastsess";
    /// What the last check received.
    last_check: text = "last_chk";
    /// What the last agent check received.
    last_agent_check: text = "last_agt";
    /// Milliseconds in the queue, on average of the last 1024 requests.
    queue_time: number = "qtime";
    /// Milliseconds to connect, on average of the last 1024 requests.
    connect_time: number = "ctime";
    /// Milliseconds to respond, on average of the last 1024 requests.
    response_time: number = "rtime";
    /// Milliseconds in all, on average of the last 1024 requests.
    total_time: number = "ttime";
    /// How the last agent check went.
    agent_status: text = "agent_status";
    /// The code of the last agent check.
    agent_code: number = "agent_code";
    /// Milliseconds that the last agent check took.
    agent_duration: number = "agent_duration";
    /// How the last check went, in words.
    check_description: text = "check_desc";
    /// How the last agent check went, in words.
    agent_description: text = "agent_desc";
    /// Good checks that bring it up.
    check_rise: number = "check_rise";
    /// Bad checks that bring it down.
    check_fall: number = "check_fall";
    /// How far its checks have brought it, from 0 to rise + fall - 1.
    check_health: number = "check_health";
    /// Good agent checks that bring it up.
    agent_rise: number = "agent_rise";
    /// Bad agent checks that bring it down.
    agent_fall: number = "agent_fall";
    /// How far its agent checks have brought it.
    agent_health: number = "agent_health";
    /// Its address and port.
    address: text = "addr";
    /// A server's cookie, or the name of a backend's.
    cookie: text = "cookie";
    /// `tcp`, `http`, …
    mode: text = "mode";
    /// How a backend chooses servers.
    algorithm: text = "algo";
    /// Connections in the last second.
    connection_rate: number = "conn_rate";
    /// The most connections in a second.
    connection_rate_max: number = "conn_rate_max";
    /// Connections so far.
    connections_total: number = "conn_tot";
    /// Requests that HAProxy answered itself.
    intercepted: number = "intercepted";
    /// Connections that rules denied.
    denied_connections: number = "dcon";
    /// Sessions that rules denied.
    denied_sessions: number = "dses";
    /// Headers that could not be rewritten.
    failed_rewrites: number = "wrew";
    /// Connections to servers that were tried.
    connects: number = "connect";
    /// Connections to servers that were used again.
    reuses: number = "reuse";
    /// Requests that were looked up in a cache.
    cache_lookups: number = "cache_lookups";
    /// Requests that a cache had.
    cache_hits: number = "cache_hits";
    /// Idle connections to the server.
    idle_connections: number = "srv_icur";
    /// The most idle connections to the server.
    idle_connection_limit: number = "src_ilim";
    /// The most milliseconds in the queue.
    queue_time_max: number = "qtime_max";
    /// The most milliseconds to connect.
    connect_time_max: number = "ctime_max";
    /// The most milliseconds to respond.
    response_time_max: number = "rtime_max";
    /// The most milliseconds in all.
    total_time_max: number = "ttime_max";
    /// Errors of HAProxy itself.
    internal_errors: number = "eint";
    /// Idle connections that are not known to be reusable.
    unsafe_idle_connections: number = "idle_conn_cur";
    /// Idle connections that are known to be reusable.
    safe_idle_connections: number = "safe_conn_cur";
    /// Connections to the server in use.
    used_connections: number = "used_conn_cur";
    /// Connections that it probably needs.
    needed_connections: number = "need_conn_est";
    /// The weight that the user gave it.
    user_weight: number = "uweight";
    /// Servers of a backend by status, as a gauge.
    aggregate_server_status: number = "agg_server_status";
    /// The same under its old name.
    aggregate_server_check_status: number = "agg_server_check_status";
    /// Servers of a backend by the state of their checks, as a gauge.
    aggregate_check_status: number = "agg_check_status";
    /// The revision of the server's number.
    revision: number = "srid";
    /// Sessions that are not HTTP.
    sessions_other: number = "sess_other";
    /// HTTP/1 sessions.
    sessions_h1: number = "h1sess";
    /// HTTP/2 sessions.
    sessions_h2: number = "h2sess";
    /// HTTP/3 sessions.
    sessions_h3: number = "h3sess";
    /// Requests that are not HTTP.
    requests_other: number = "req_other";
    /// HTTP/1 requests.
    requests_h1: number = "h1req";
    /// HTTP/2 requests.
    requests_h2: number = "h2req";
    /// HTTP/3 requests.
    requests_h3: number = "h3req";
    /// The protocol of a listener.
    protocol: text = "proto";
    /// Idle connections that belong to one session.
    private_idle_connections: number = "priv_idle_cur";
}

#[cfg(test)]
mod tests {
    use crate::command::{Rows as _, StatRows};

    use super::*;

    #[test]
    fn quotes_are_taken_off() {
        let mut rows = StatRows::default();
        rows.read("# pxname,svname,last_chk,scur,").unwrap();
        let row = rows.read("a,b,\"say \"\"x, y\"\"\",7,").unwrap().unwrap();
        assert_eq!(row.last_check(), Some("say \"x, y\""));
        assert_eq!(row.sessions(), Some(7));
        assert_eq!(row.proxy(), "a");
    }

    #[test]
    fn a_row_with_another_number_of_values_is_an_error() {
        let mut rows = StatRows::default();
        rows.read("# pxname,svname,scur,").unwrap();
        assert!(rows.read("a,b,").is_err());
        assert!(rows.read("a,b,1,2,").is_err());
        assert!(rows.read("a,b,1,").is_ok());
    }

    #[test]
    fn no_column_has_two_methods() {
        let mut known = KNOWN.to_vec();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), KNOWN.len());
    }
}
