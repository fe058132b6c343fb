//! Where HAProxy takes less than the Data Plane API's specification.

use serde_json::{Map, Value, json};

/// Properties that no text of HAProxy's says, or that another one says, with the reason.
const LEFT_OUT: &[(&str, &str)] = &[
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

/// Properties that HAProxy needs and the definition leaves open, with the reason.
const NEEDED: &[(&str, &str)] = &[
    ("errorfile/code", "an errorfile has a status code"),
    ("errorfile/file", "an errorfile has a file"),
    ("bind/address", "a listener has an address or a port"),
    ("dgram_bind/address", "a listener has an address or a port"),
    ("log_target/address", "a target has an address"),
    ("log_target/facility", "a target has a facility"),
    ("fcgi_log_stderr/address", "a target has an address"),
    ("fcgi_log_stderr/facility", "a target has a facility"),
    ("httpproxy/address", "a proxy has an address"),
    ("fcgi_set_param/name", "a parameter has a name"),
    ("fcgi_set_param/format", "a parameter has a value"),
    ("fcgi_pass_header/name", "a header has a name"),
    ("default_path/path", "`origin` has a path"),
    ("cpu_set[]/set", "all but `reset` have a set"),
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
    ("default_dh_param", 1024, 8192, "no key is smaller"),
    ("thread_groups", 1, 32, "there are so many at most"),
    ("nbthread", 1, 1024, "there are so many at most"),
    ("thread_hard_limit", 1, 1024, "there is a thread at least"),
    ("weight", 0, 256, "no weight is greater"),
];

/// Properties that cannot stand beside a value of another one, which does not depend on them:
/// the other one, the value, and the reason. Without a value, where the other one is missing.
const ALONE: &[(&str, &str, Option<&str>, &str)] =
    &[("port-range-end", "port", None, "a range begins somewhere")];

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

/// Whether it must be there.
pub(super) fn is_needed(path: &str) -> bool {
    NEEDED.iter().any(|(known, _)| is_at(path, known))
}

/// Whether there is no such value.
pub(super) fn is_refused(path: &str, value: &Value) -> bool {
    let mut refused = REFUSED.iter();
    refused.any(|(known, refused, _)| is_at(path, known) && value == refused)
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
    for (name, other, value, _) in ALONE {
        if chosen.get(*other).and_then(Value::as_str) == *value && !chosen.contains_key(*other) {
            chosen.shift_remove(*name);
        }
    }
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
    if is_at(path, "log_send_hostname") && chosen.get("enabled") == Some(&json!("disabled")) {
        chosen.shift_remove("param");
    }
    if is_at(path, "cpu_affinity") && chosen.get("affinity") != Some(&json!("per-group")) {
        chosen.shift_remove("argument");
    }
    if is_at(path, "cpu_set[]") && chosen.get("directive") == Some(&json!("reset")) {
        chosen.shift_remove("set");
    }
    if is_at(path, "default_path") && chosen.get("type") != Some(&json!("origin")) {
        chosen.shift_remove("path");
    }
}
