//! What stands beside what.

use serde_json::{Map, Value};

use super::is_at;

/// Whether a property stands beside what is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::json) enum Verdict {
    Needed,
    Open,
    Refused,
}

/// What is chosen.
#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    /// The property has one of these values.
    Is(&'static str, &'static [&'static str]),
    /// The property has none of these values.
    Not(&'static str, &'static [&'static str]),
    With(&'static str),
    Without(&'static str),
}

impl When {
    fn holds(self, chosen: &Map<String, Value>) -> bool {
        let is_one = |name: &str, values: &[&str]| {
            let value = chosen.get(name).and_then(Value::as_str);
            value.is_some_and(|value| values.contains(&value))
        };
        match self {
            Self::Always => true,
            Self::Is(name, values) => is_one(name, values),
            Self::Not(name, values) => !is_one(name, values),
            Self::With(name) => chosen.contains_key(name),
            Self::Without(name) => !chosen.contains_key(name),
        }
    }
}

/// Actions that set a counter to a value.
const VALUED: &[&str] = &["sc-add-gpc", "sc-set-gpt", "sc-set-gpt0"];

/// Actions on a variable.
const VARIABLES: &[&str] = &["set-var", "set-var-fmt", "unset-var"];

/// What HAProxy needs, leaves open or refuses, where the definition says otherwise, with the
/// reason. The first that holds counts.
const RULES: &[(&str, When, Verdict, &str)] = {
    use Verdict::{Needed, Open, Refused};
    use When::{Always, Is, Not, With, Without};
    &[
        (
            "errorfile/code",
            Always,
            Needed,
            "an errorfile has a status code",
        ),
        ("errorfile/file", Always, Needed, "an errorfile has a file"),
        (
            "errorfiles/name",
            Always,
            Needed,
            "files are those of a section",
        ),
        (
            "bind/address",
            Always,
            Needed,
            "a listener has an address or a port",
        ),
        (
            "dgram_bind/address",
            Always,
            Needed,
            "a listener has an address or a port",
        ),
        (
            "log_target/address",
            Always,
            Needed,
            "a target has an address",
        ),
        (
            "log_target/facility",
            Always,
            Needed,
            "a target has a facility",
        ),
        (
            "fcgi_log_stderr/address",
            Always,
            Needed,
            "a target has an address",
        ),
        (
            "fcgi_log_stderr/facility",
            Always,
            Needed,
            "a target has a facility",
        ),
        (
            "httpproxy/address",
            Always,
            Needed,
            "a proxy has an address",
        ),
        (
            "fcgi_set_param/name",
            Always,
            Needed,
            "a parameter has a name",
        ),
        (
            "fcgi_set_param/format",
            Always,
            Needed,
            "a parameter has a value",
        ),
        (
            "fcgi_pass_header/name",
            Always,
            Needed,
            "a header has a name",
        ),
        (
            "default_path/path",
            Is("type", &["origin"]),
            Needed,
            "`origin` has a path",
        ),
        ("default_path/path", Always, Refused, "the others have none"),
        (
            "cpu_set[]/set",
            Is("directive", &["reset"]),
            Refused,
            "`reset` has no set",
        ),
        (
            "cpu_set[]/set",
            Always,
            Needed,
            "all but `reset` have a set",
        ),
        (
            "cpu_affinity/argument",
            Not("affinity", &["per-group"]),
            Refused,
            "it is of groups",
        ),
        (
            "log_send_hostname/param",
            Is("enabled", &["disabled"]),
            Refused,
            "`no` takes no argument",
        ),
        (
            "port-range-end",
            Without("port"),
            Refused,
            "a range begins somewhere",
        ),
        (
            "bind_params/verify",
            Always,
            Open,
            "a file of authorities is not what is depended on",
        ),
        (
            "bind_params/ca_verify_file",
            Always,
            Open,
            "a file of authorities is not what is depended on",
        ),
        ("server_params/socks4", Always, Open, "it needs no other"),
        // Settings of proxies.
        (
            "pgsql_check_params/username",
            Always,
            Needed,
            "the check has a name",
        ),
        (
            "pgsql_check_params",
            Is("type", &["pgsql-check"]),
            Needed,
            "the check has a name",
        ),
        (
            "pgsql_check_params",
            Is("adv_check", &["pgsql-check"]),
            Needed,
            "the check has a name",
        ),
        (
            "config_stick_table/type",
            Always,
            Needed,
            "a table is of a type",
        ),
        (
            "config_stick_table/size",
            Always,
            Needed,
            "a table has room",
        ),
        ("table/type", Always, Needed, "a table is of a type"),
        ("table/size", Always, Needed, "a table has room"),
        (
            "keylen",
            Not("type", &["string", "binary"]),
            Refused,
            "lengths are for what has one",
        ),
        (
            "config_stick_table/srvkey",
            Always,
            Open,
            "it needs no other",
        ),
        (
            "hash_type/method",
            Always,
            Needed,
            "the first word is the method",
        ),
        (
            "hash_type/modifier",
            Without("function"),
            Refused,
            "a modifier is behind a function",
        ),
        (
            "httpchk_params/uri",
            With("host"),
            Needed,
            "words stand in this order",
        ),
        (
            "httpchk_params/method",
            With("host"),
            Needed,
            "words stand in this order",
        ),
        (
            "httpchk_params/method",
            With("version"),
            Needed,
            "words stand in this order",
        ),
        (
            "httpchk_params/version",
            With("host"),
            Needed,
            "words stand in this order",
        ),
        (
            "httpchk_params/uri",
            With("version"),
            Needed,
            "words stand in this order",
        ),
        (
            "httpchk_params/uri",
            With("method"),
            Needed,
            "words stand in this order",
        ),
        (
            "use_small_buffers/check",
            Is("enabled", &["disabled"]),
            Refused,
            "`no` takes no argument",
        ),
        (
            "use_small_buffers/queue",
            Is("enabled", &["disabled"]),
            Refused,
            "`no` takes no argument",
        ),
        (
            "use_small_buffers/l7_retries",
            Is("enabled", &["disabled"]),
            Refused,
            "`no` takes no argument",
        ),
        (
            "redispatch/interval",
            Is("enabled", &["disabled"]),
            Refused,
            "what is off has no interval",
        ),
        (
            "server_switching_rule/cond",
            Always,
            Needed,
            "a server is used where a condition holds",
        ),
        (
            "source/address_second",
            Is("usesrc", &["address"]),
            Needed,
            "the address that is used",
        ),
        (
            "source/address_second",
            Always,
            Refused,
            "the address is another one",
        ),
        (
            "source/port_second",
            Not("usesrc", &["address"]),
            Refused,
            "the address is another one",
        ),
        (
            "source/hdr",
            Is("usesrc", &["hdr_ip"]),
            Needed,
            "the address is in a header",
        ),
        (
            "stats_admin_cond",
            Is("stats_admin", &[]),
            Needed,
            "rights have a condition",
        ),
        (
            "url_param_check_post",
            With("url_param_max_wait"),
            Needed,
            "what is waited for is a body",
        ),
        (
            "url_param_max_wait",
            Without("url_param_check_post"),
            Refused,
            "what is waited for is a body",
        ),
        (
            "cookie/domain[]/value",
            Always,
            Needed,
            "a domain has a name",
        ),
        (
            "cookie/attr[]/value",
            Always,
            Needed,
            "an attribute has a name",
        ),
        (
            "balance/hash_expression",
            Is("algorithm", &["hash"]),
            Needed,
            "it is what is hashed",
        ),
        (
            "smtpchk_params/hello",
            With("domain"),
            Needed,
            "words stand in this order",
        ),
        // Rules and checks.
        (
            "http_check/port",
            With("port_string"),
            Refused,
            "a port is one of both",
        ),
        (
            "http_check/port_string",
            With("port"),
            Refused,
            "a port is one of both",
        ),
        (
            "tcp_check/port",
            With("port_string"),
            Refused,
            "a port is one of both",
        ),
        (
            "tcp_check/port_string",
            With("port"),
            Refused,
            "a port is one of both",
        ),
        (
            "tcp_response_rule/var_name",
            Is("action", VARIABLES),
            Needed,
            "a variable has a name",
        ),
        (
            "tcp_response_rule/var_scope",
            Is("action", VARIABLES),
            Needed,
            "a variable has a scope",
        ),
        (
            "tcp_response_rule/expr",
            Is("action", &["set-var"]),
            Needed,
            "it is what is set",
        ),
        (
            "tcp_response_rule/expr",
            Is("action", VALUED),
            Refused,
            "sc_expr says it",
        ),
        (
            "tcp_request_rule/sc_int",
            With("gpt_value"),
            Refused,
            "a value is one of both",
        ),
        (
            "tcp_request_rule/gpt_value",
            With("sc_int"),
            Refused,
            "a value is one of both",
        ),
        (
            "tcp_request_rule/sc_int",
            With("expr"),
            Refused,
            "a value is one of both",
        ),
        (
            "tcp_request_rule/expr",
            With("sc_int"),
            Refused,
            "a value is one of both",
        ),
        (
            "tcp_request_rule/expr",
            Is("action", &["sc-add-gpc", "sc-set-gpt"]),
            Open,
            "a value may be an expression",
        ),
        (
            "tcp_request_rule/sc_idx",
            Is("action", &["sc-add-gpc", "sc-inc-gpc"]),
            Needed,
            "several counters have indexes",
        ),
        ("sc_int", With("sc_expr"), Refused, "a value is one of both"),
        ("sc_expr", With("sc_int"), Refused, "a value is one of both"),
        (
            "sc_int",
            Is("type", VALUED),
            Needed,
            "a value is one of both",
        ),
        (
            "sc_int",
            Is("action", VALUED),
            Needed,
            "a value is one of both",
        ),
        ("sc_int", Always, Refused, "only these have a value"),
        (
            "sc_expr",
            Is("type", VALUED),
            Open,
            "a value is one of both",
        ),
        (
            "sc_expr",
            Is("action", VALUED),
            Open,
            "a value is one of both",
        ),
        ("sc_expr", Always, Refused, "only these have a value"),
        (
            "capture_sample",
            Is("type", &["capture"]),
            Needed,
            "it is what is captured",
        ),
        (
            "capture_id",
            With("capture_len"),
            Refused,
            "the room has a number or a length",
        ),
        (
            "capture_len",
            With("capture_id"),
            Refused,
            "the room has a number or a length",
        ),
        (
            "check_comment",
            Is("type", &["comment"]),
            Needed,
            "a comment has a text",
        ),
        (
            "check_comment",
            Is("action", &["comment"]),
            Needed,
            "a comment has a text",
        ),
        (
            "tos_value",
            Is("action", &["set-tos"]),
            Needed,
            "it is what is set",
        ),
        (
            "mark_value",
            Is("action", &["set-mark"]),
            Needed,
            "it is what is set",
        ),
        (
            "bandwidth_limit_name",
            Is("type", &["set-bandwidth-limit"]),
            Needed,
            "it is the limit that is set",
        ),
        (
            "bandwidth_limit_name",
            Is("action", &["set-bandwidth-limit"]),
            Needed,
            "it is the limit that is set",
        ),
        (
            "path_match",
            Is("type", &["set-path", "set-pathq"]),
            Refused,
            "there is nothing to match",
        ),
        (
            "return_content",
            Is("return_content_format", &["errorfile"]),
            Needed,
            "a file has a name",
        ),
        (
            "rst_ttl",
            Is("action", &["silent-drop"]),
            Open,
            "it is this action's",
        ),
        (
            "rst_ttl",
            Is("type", &["silent-drop"]),
            Open,
            "it is this action's",
        ),
        ("rst_ttl", Always, Refused, "it is that action's"),
    ]
};

/// Values that HAProxy refuses beside others: the property, its values, beside what, the reason.
const VALUES: &[(&str, &[&str], When, &str)] = &[
    (
        "tcp_request_rule/action",
        &["attach-srv"],
        When::Not("type", &["session"]),
        "a session is attached to a server",
    ),
    (
        "tcp_request_rule/action",
        &["expect-netscaler-cip", "expect-proxy"],
        When::Not("type", &["connection"]),
        "these open a connection",
    ),
    (
        "tcp_request_rule/action",
        &["lua"],
        When::Not("type", &["content"]),
        "scripts see contents",
    ),
    (
        "tcp_request_rule/action",
        &[
            "capture",
            "do-resolve",
            "send-spoe-group",
            "set-bandwidth-limit",
            "set-bc-mark",
            "set-bc-tos",
            "set-log-level",
            "set-nice",
            "set-priority-class",
            "set-priority-offset",
            "set-retries",
            "switch-mode",
            "use-service",
        ],
        When::Not("type", &["content"]),
        "these are about contents",
    ),
    (
        "tcp_request_rule/action",
        &["set-mark", "set-tos"],
        When::Is("type", &["session"]),
        "the specification has no value for them",
    ),
];

/// Whether the property stands beside what is chosen, where the definition is not all of it.
pub(in crate::json) fn verdict(path: &str, chosen: &Map<String, Value>) -> Option<Verdict> {
    let mut rules = RULES.iter();
    let found = rules.find(|(known, when, ..)| is_at(path, known) && when.holds(chosen))?;
    Some(found.2)
}

/// Whether others are to be chosen before it.
pub(in crate::json) fn waits(path: &str) -> bool {
    VALUES.iter().any(|(known, ..)| is_at(path, known))
        || RULES
            .iter()
            .any(|(known, when, ..)| !matches!(when, When::Always) && is_at(path, known))
}

/// Whether the value cannot stand beside what is chosen.
pub(super) fn is_refused(path: &str, value: &Value, chosen: &Map<String, Value>) -> bool {
    VALUES.iter().any(|(known, values, when, _)| {
        is_at(path, known)
            && value.as_str().is_some_and(|value| values.contains(&value))
            && when.holds(chosen)
    })
}
