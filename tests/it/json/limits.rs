//! Where HAProxy takes less than the Data Plane API's specification.

mod rule;

pub(super) use rule::{Verdict, verdict, waits};

use serde_json::{Map, Value, json};

/// Properties that no text of HAProxy's says, or that another one says, with the reason.
const LEFT_OUT: &[(&str, &str)] = &[
    (
        "ignore_persist",
        "ignore_persist_list says the same, and is written",
    ),
    (
        "force_persist",
        "force_persist_list says the same, and is written",
    ),
    ("stats_maxconn", "HAProxy has no such setting"),
    (
        "bind_params/quic_cc_algo_burst_size",
        "HAProxy has no such argument",
    ),
    (
        "bind_params/no_sslv3",
        "sslv3 says the same, and is written",
    ),
    (
        "bind_params/no_tlsv10",
        "tlsv10 says the same, and is written",
    ),
    (
        "bind_params/no_tlsv11",
        "tlsv11 says the same, and is written",
    ),
    (
        "bind_params/no_tlsv12",
        "tlsv12 says the same, and is written",
    ),
    (
        "bind_params/no_tlsv13",
        "tlsv13 says the same, and is written",
    ),
    (
        "bind_params/strict_sni",
        "force_strict_sni says the same, and is written",
    ),
    (
        "bind_params/no_strict_sni",
        "force_strict_sni says the same, and is written",
    ),
    (
        "bind_params/no_tls_tickets",
        "tls_tickets says the same, and is written",
    ),
    (
        "server_params/no_sslv3",
        "sslv3 says the same, and is written",
    ),
    (
        "server_params/no_tlsv10",
        "tlsv10 says the same, and is written",
    ),
    (
        "server_params/no_tlsv11",
        "tlsv11 says the same, and is written",
    ),
    (
        "server_params/no_tlsv12",
        "tlsv12 says the same, and is written",
    ),
    (
        "server_params/no_tlsv13",
        "tlsv13 says the same, and is written",
    ),
];

/// Values that HAProxy has no word for, with the reason.
const REFUSED: &[(&str, &str, &str)] = &[
    ("ssl_verify", "", "HAProxy needs one of the words"),
    (
        "cpu_policy",
        "group-by-4-cluster",
        "HAProxy calls it group-by-4-clusters",
    ),
];

/// The least and the largest number, with the reason.
const RANGES: &[(&str, i64, i64, &str)] = &[
    ("ring_queues", 0, 16, "HAProxy's limit"),
    ("default_dh_param", 1024, 8192, "no key is smaller"),
    (
        "h2_max_frame_size",
        16384,
        16_777_215,
        "the protocol's limits",
    ),
    (
        "h2_header_table_size",
        4096,
        65_536,
        "the protocol's limits",
    ),
    ("spread_checks", 0, 50, "a share in percent"),
    ("maxcompcpuusage", 0, 100, "a share in percent"),
    ("rst_ttl", 1, 255, "one byte"),
    ("pool_high_fd_ratio", 0, 100, "a share in percent"),
    ("pool_low_fd_ratio", 0, 100, "a share in percent"),
    ("comp_maxlevel", 1, 9, "zlib's levels"),
    ("stick_counters", 0, 100, "HAProxy's limit"),
    ("thread_groups", 1, 32, "there are so many at most"),
    ("nbthread", 1, 1024, "there are so many at most"),
    ("thread_hard_limit", 1, 1024, "there is a thread at least"),
    ("weight", 0, 256, "no weight is greater"),
];

/// The properties of objects in a section that HAProxy has in other sections only, with the reason.
const ELSEWHERE: &[(&str, &str, &[&str], &str)] = &[
    (
        "defaults",
        "stats_options",
        &[
            "stats_admin",
            "stats_admin_cond",
            "stats_admin_cond_test",
            "stats_http_requests",
        ],
        "rules on statistics are not inherited",
    ),
    (
        "defaults",
        "compression",
        &["offload"],
        "HAProxy ignores it there",
    ),
    (
        "global",
        "log_target_list",
        &["global"],
        "it is the section that is meant",
    ),
];

/// What is on unless a word says that it is off.
const ON_ANYWAY: &[&str] = &[
    "sslv3",
    "tlsv10",
    "tlsv11",
    "tlsv12",
    "tlsv13",
    "tls_tickets",
];

/// Whether there is no such property.
pub(super) fn is_left_out(path: &str) -> bool {
    LEFT_OUT.iter().any(|(known, _)| is_at(path, known))
}

/// Whether there is no such value beside what is chosen.
pub(super) fn is_refused(path: &str, value: &Value, chosen: &Map<String, Value>) -> bool {
    let mut refused = REFUSED.iter();
    refused.any(|(known, refused, _)| is_at(path, known) && value == refused)
        || rule::is_refused(path, value, chosen)
}

/// The least and the largest number.
pub(super) fn range(path: &str) -> Option<(i64, i64)> {
    let (_, low, high, _) = RANGES.iter().find(|(known, ..)| is_at(path, known))?;
    Some((*low, *high))
}

/// Whether the property says the same as nothing: what is off without a word for it.
pub(super) fn says_nothing(name: &str, value: &Value) -> bool {
    match value {
        Value::Bool(false) => true,
        Value::String(text) => match text.as_str() {
            "disabled" => true,
            "enabled" => ON_ANYWAY.contains(&name),
            _ => false,
        },
        Value::Object(object) => object.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

/// Whether the path ends so.
pub(super) fn is_at(path: &str, known: &str) -> bool {
    let before = path.strip_suffix(known);
    before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// Takes out what cannot stand beside the rest.
pub(super) fn settle(path: &str, chosen: &mut Map<String, Value>) {
    // The last port is not below the first one, and the address is one that may have ports.
    if let (Some(first), Some(_)) = (chosen.get("port"), chosen.get("port-range-end")) {
        let last = first
            .as_i64()
            .unwrap_or_default()
            .saturating_add(5)
            .min(65535);
        chosen.insert("port-range-end".to_owned(), json!(last));
    }
    // A target is another section's, none, or has an address.
    if is_at(path, "log_target") || is_at(path, "fcgi_log_stderr") {
        let instead = ["nolog", "global"]
            .into_iter()
            .find(|name| chosen.get(*name) == Some(&json!(true)));
        if let Some(instead) = instead {
            chosen.retain(|name, _| name == instead);
        }
    }
    // Protocols are words to choose from.
    for name in ["proto", "check_proto"] {
        if let Some(protocol) = chosen.get_mut(name) {
            *protocol = json!("h2");
        }
    }
    // Lengths are for what has one.
    if is_at(path, "table")
        && !matches!(chosen.get("type"), Some(Value::String(ty)) if ty == "string" || ty == "binary")
    {
        chosen.shift_remove("type_len");
    }
    settle_section(path, chosen);
}

/// Takes out what HAProxy has in other sections only.
fn settle_section(section: &str, chosen: &mut Map<String, Value>) {
    if section == "backend" {
        // Connections and sessions begin before there is a backend.
        let rules = chosen.get_mut("tcp_request_rule_list");
        if let Some(rules) = rules.and_then(Value::as_array_mut) {
            rules.retain(|rule| rule["type"] != "connection" && rule["type"] != "session");
        }
    }
    for (own, object, names, _) in ELSEWHERE {
        if own != &section {
            continue;
        }
        let elements = match chosen.get_mut(*object) {
            Some(Value::Array(list)) => list.iter_mut().collect(),
            Some(value) => vec![value],
            None => continue,
        };
        for element in elements.into_iter().filter_map(Value::as_object_mut) {
            element.retain(|name, _| !names.contains(&&**name));
        }
        let is_empty = |value: &Value| value.as_object().is_some_and(Map::is_empty);
        match chosen.get_mut(*object) {
            Some(Value::Array(list)) => list.retain(|value| !is_empty(value)),
            Some(value) if is_empty(value) => {
                chosen.shift_remove(*object);
            }
            _ => {}
        }
    }
}
