use haproxy_model::registry::{self, ArgumentType, Context, Fetch, SampleType};
use haproxy_model::version::Version;

use super::Case;

/// The fetch or converter with its required arguments, each of a usual value.
pub(super) fn usual_call(name: &str, required: &[ArgumentType]) -> String {
    let values: Vec<String> = required
        .iter()
        .enumerate()
        .map(|(position, argument)| usual(name, position, *argument))
        .collect();
    call(name, &values)
}

fn call(name: &str, values: &[String]) -> String {
    if values.is_empty() {
        name.to_owned()
    } else {
        format!("{name}({})", values.join(","))
    }
}

/// A value that the argument may have.
fn usual(name: &str, position: usize, argument: ArgumentType) -> String {
    let text = match argument {
        ArgumentType::Integer if name.starts_with("aes_") => "128",
        ArgumentType::Integer if name == "uuid" => "4",
        ArgumentType::Integer if name == "sha2" => "256",
        ArgumentType::Integer => "1",
        ArgumentType::Table | ArgumentType::Backend => "b",
        ArgumentType::Frontend => "f",
        ArgumentType::Server => "b/s",
        ArgumentType::Userlist => "users",
        ArgumentType::Ipv4Address => "192.0.2.1",
        ArgumentType::Ipv6Address => "2001:db8::1",
        ArgumentType::Ipv4Mask => "24",
        ArgumentType::Ipv6Mask => "64",
        ArgumentType::ProtobufField => "1.2",
        _ => return text(name, position).to_owned(),
    };
    text.to_owned()
}

fn text(name: &str, position: usize) -> &'static str {
    match (name, position) {
        ("bin", _) => "aabb",
        ("bool", _) => "true",
        ("distcc_body" | "distcc_param", _) => "ABCD",
        ("var" | "set-var" | "unset-var" | "strcmp" | "secure_memcmp", 0)
        | ("concat" | "add_item" | "hmac", 1)
        | ("aes_gcm_dec" | "aes_gcm_enc", _) => "txn.y",
        ("accept_date" | "request_date" | "fc_rtt" | "fc_rttvar" | "bc_rtt" | "bc_rttvar", _)
        | ("date" | "http_date", 1) => "ms",
        ("query", _) => "with_qm",
        ("fc_pp_tlv", _) => "AUTHORITY",
        ("json", _) => "utf8",
        ("json_query" | "jwt_header_query" | "jwt_payload_query", 1) => "int",
        ("jwt_verify", 0) => "HS256",
        ("digest" | "hmac", 0) => "sha256",
        ("url_enc", _) => "query",
        ("regsub", 2) => "g",
        ("set-var", _) => "ifexists",
        ("be2dec" | "be2hex", 0) => ":",
        ("fix_tag_value", _) => "8",
        ("mqtt_field_value", 0) => "connect",
        ("mqtt_field_value", 1) => "protocol_name",
        ("protobuf" | "ungrpc", 1) => "int32",
        (name, 2) if name.starts_with("ssl_") => "rfc2253",
        ("add" | "and" | "bytes" | "div" | "mod" | "mul" | "or" | "sub" | "xor", _)
        | ("payload_lv" | "req.payload_lv" | "res.payload_lv", 2) => "1",
        (name, _) if name.starts_with("internal.") => "first",
        (name, 0) if name.starts_with("map") => "/dev/null",
        (name, 1) if name.starts_with("map") && name.ends_with("_ip") => "192.0.2.1",
        _ => "a",
    }
}

/// Names whose arguments refer to what the cases do not have, or depend on how HAProxy was built.
pub(super) const LEFT_OUT: [&str; 4] = ["acl", "debug", "ssl_fc_early_exporter_secret", "when"];

/// Every sample fetch and converter of this version with too few, all and too many arguments.
pub fn calls(version: Version) -> Vec<Case> {
    let mut cases = Vec::new();
    for fetch in registry::fetches() {
        let Some(fetch) = registry::fetch_in(fetch.name, version) else {
            continue;
        };
        for call in with_counts(fetch.name, fetch.required, fetch.optional) {
            cases.push(in_a_fitting_place(fetch, &call));
        }
    }
    for converter in registry::converters() {
        let Some(converter) = registry::converter_in(converter.name, version) else {
            continue;
        };
        let Some((_, source)) = SOURCES.iter().find(|(kind, _)| *kind == converter.input) else {
            continue;
        };
        for call in with_counts(converter.name, converter.required, converter.optional) {
            let line = format!("http-request set-var(txn.x) {source},{call}");
            cases.push(Case::new("frontend", line));
        }
    }
    cases
}

fn with_counts(name: &str, required: &[ArgumentType], optional: &[ArgumentType]) -> Vec<String> {
    if LEFT_OUT.contains(&name) {
        return Vec::new();
    }
    let all: Vec<ArgumentType> = required.iter().chain(optional).copied().collect();
    let fewest = required.len().saturating_sub(1);
    (fewest..=all.len() + 1)
        // Where the section's own is meant, it depends on the section.
        .filter(|count| *count > 0 || required.is_empty() || is_free(required))
        .map(|count| {
            let arguments = all.iter().copied().chain([ArgumentType::String]);
            let arguments = arguments.take(count).enumerate();
            let values: Vec<String> = arguments
                .map(|(position, argument)| usual(name, position, argument))
                .collect();
            call(name, &values)
        })
        .collect()
}

fn is_free(required: &[ArgumentType]) -> bool {
    matches!(
        required,
        [
            ArgumentType::String | ArgumentType::Integer | ArgumentType::Regex,
            ..
        ]
    )
}

/// A place where the fetch can be used.
fn in_a_fitting_place(fetch: &Fetch, call: &str) -> Case {
    let has = |context| fetch.contexts.contains(context);
    if has(Context::HttpRequestInFrontend) {
        Case::new("frontend", format!("http-request set-var(txn.x) {call}"))
    } else if has(Context::HttpRequestInBackend) {
        Case::new("backend", format!("http-request set-var(txn.x) {call}"))
    } else if has(Context::HttpResponseInBackend) {
        Case::new("backend", format!("http-response set-var(txn.x) {call}"))
    } else {
        Case::new("frontend", format!("log-format %[{call}]"))
    }
}

/// An expression of each type.
const SOURCES: [(SampleType, &str); 9] = [
    (SampleType::Boolean, "ssl_fc"),
    (SampleType::SignedInteger, "int(1)"),
    (SampleType::Address, "src"),
    (SampleType::Ipv4, "ipv4(192.0.2.1)"),
    (SampleType::Ipv6, "ipv6(2001:db8::1)"),
    (SampleType::Text, "str(a)"),
    (SampleType::Binary, "bin(aa)"),
    (SampleType::Method, "method"),
    (SampleType::Any, "var(txn.y)"),
];

/// Every converter of this version behind every type, and every way to compare with every type.
pub fn casts(version: Version) -> Vec<Case> {
    let mut cases = Vec::new();
    for (_, source) in SOURCES {
        for converter in registry::converters() {
            let Some(converter) = registry::converter_in(converter.name, version) else {
                continue;
            };
            if !LEFT_OUT.contains(&converter.name) {
                let call = usual_call(converter.name, converter.required);
                let line = format!("http-request set-var(txn.x) {source},{call}");
                cases.push(Case::new("frontend", line));
            }
        }
        for pattern in [
            "1",
            "a",
            "1:3",
            "192.0.2.0/24",
            "aabb",
            "-i a",
            "-n 192.0.2.1",
            "",
        ] {
            cases.push(Case::new("frontend", format!("acl a {source} {pattern}")));
            for method in registry::MatchMethod::ALL {
                let method = method.as_str();
                let line = format!("acl a {source} -m {method} {pattern}");
                // Without a resolver every name is refused.
                if !(method == "ip" && pattern.ends_with(['a', 'b'])) {
                    cases.push(Case::new("frontend", line));
                }
            }
        }
    }
    let is_resolved = |case: &Case| {
        let by_type = ["src", "ipv4(192.0.2.1)", "ipv6(2001:db8::1)"];
        let names = ["a", "-i a", "aabb"];
        by_type.iter().any(|source| {
            names
                .iter()
                .any(|name| case.lines == format!("acl a {source} {name}"))
        })
    };
    cases.retain(|case| !is_resolved(case));
    cases
}

/// Expressions, patterns and formats with faults and without, that people might write.
pub fn handpicked() -> Vec<Case> {
    let mut cases = Vec::new();
    for (prefix, lines) in HANDPICKED {
        for line in lines.lines() {
            cases.push(Case::new("frontend", format!("{prefix} {line}")));
        }
    }
    for line in TCP_FORMATS.lines() {
        cases.push(Case {
            mode: "tcp",
            ..Case::new("frontend", format!("log-format {line}"))
        });
    }
    for line in GLOBAL.lines() {
        cases.push(Case::new("global", line));
    }
    cases
}

const HANDPICKED: [(&str, &str); 5] = [
    (
        "http-request set-var(txn.x)",
        include_str!("expressions.txt"),
    ),
    ("acl a", include_str!("acls.txt")),
    ("http-request set-header x", include_str!("formats.txt")),
    ("http-request deny if", include_str!("conditions.txt")),
    ("http-request", include_str!("replacements.txt")),
];

const TCP_FORMATS: &str = "%HM\n%ci\n%ST\n%tsc\n%r\n%Ta\n%[src]\n%[path]\n%OG\n%trg";

const GLOBAL: &str = "set-var txn.x int(1)\nset-var proc.x int(1)\nset-var x int(1)
set-var proc.a-b int(1)\nset-var proc.x src";
