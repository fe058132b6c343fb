//! Values of fields: texts that would do something else where they stood unquoted, odd numbers, and some
//! that are fine.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts that would do something else where they stood unquoted.
pub(super) fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        3 => select(&[
            "web", "s1", "default", "haproxy", "prometheus", "a b", "x\nbackend evil", "x # y", "{ path /x }", "if",
            "-i", "-f", "-f/etc/passwd", "\"", "'", "\\", "a\u{7f}b", "\u{10FF00}{HOME}", "${HOME}", "$HOME", "%[env(HOME)]",
            "%", "%%", "%[", "%[path", "/x if TRUE", "/x if TRUE || own", "/x unless { path -f /x }", "%[path,lower]",
            "%[path,field(1,/)] if { src 10.0.0.0/8 }", "%[path,field(a)]", "%[src,ipmask(99)]", "/x if { path_reg ( }",
            "ü", "*.example.com", "a.example", "", "!", "||", "}", "[::1]", "a,b", "a(b", "a)b", "..", "/../x", ";", "|",
            "/a", "/a/b", "x\u{0}y", "\r\n", "'\"", "haproxy_route_tcp_80", "haproxy_peers", "spoe_auth_80",
            "policy_m_app", "app_80_80", "ddos_protection_ip", "TRUE", "LOCALHOST", "*.b.example", "--", "PING\r\n",
        ][..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z/{}%,() !|-]{0,12}",
        1 => "[ -~]{200,3000}",
    ]
}

/// Names of which some are names.
pub(super) fn name() -> impl Strategy<Value = String> + Clone {
    prop_oneof![4 => "[a-z]{1,8}", 1 => text()]
}

pub(super) fn path() -> impl Strategy<Value = String> {
    prop_oneof![4 => "/[a-z]{0,3}(/[a-z]{1,3}/?)?", 1 => text()]
}

pub(super) fn domain() -> impl Strategy<Value = String> {
    prop_oneof![6 => r"(\*\.)?[a-z]{1,3}\.example", 1 => text()]
}

pub(super) fn json(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    text.prop_map(|text| serde_json::Value::from(text).to_string())
}

pub(super) fn number() -> impl Strategy<Value = String> {
    let odd = [
        "0",
        "-1",
        "65536",
        "2147483647",
        "2147483648",
        "4294967296",
        "99999999999999999999999",
        "true",
        "2.0",
        "\"7\"",
        "null",
    ];
    prop_oneof![
        12 => (1_u16..14_000).prop_map(|number| number.to_string()),
        1 => select(&["80", "443", "8404", "10000"][..]).prop_map(str::to_owned),
        1 => select(odd.to_vec()).prop_map(str::to_owned),
    ]
}

pub(super) fn address() -> impl Strategy<Value = String> {
    let odd = [
        "\"fe80::1%eth0\"",
        "\"host\"",
        "\"10.0.0.0/8\"",
        "5",
        "\"0.0.0.0\"",
        "\"::\"",
    ];
    prop_oneof![
        9 => any::<u32>().prop_map(|bits| format!("\"{}\"", std::net::Ipv4Addr::from(bits))),
        9 => any::<u128>().prop_map(|bits| format!("\"{}\"", std::net::Ipv6Addr::from(bits))),
        1 => select(odd.to_vec()).prop_map(str::to_owned),
    ]
}

pub(super) fn list(
    item: impl Strategy<Value = String>,
    most: usize,
) -> impl Strategy<Value = String> {
    vec(item, 0..most).prop_map(|items| format!("[{}]", items.join(",")))
}

/// An object of some of these fields.
pub(super) fn object(fields: Vec<(&'static str, BoxedStrategy<String>)>) -> BoxedStrategy<String> {
    let fields = fields.into_iter().map(|(name, value)| {
        prop::option::weighted(0.8, value)
            .prop_map(move |value| value.map(|value| format!("\"{name}\": {value}")))
    });
    fields
        .collect::<Vec<_>>()
        .prop_map(|fields| {
            let fields: Vec<_> = fields.into_iter().flatten().collect();
            format!("{{{}}}", fields.join(","))
        })
        .boxed()
}

pub(super) fn words(words: &[&'static str]) -> BoxedStrategy<String> {
    select(words.to_vec())
        .prop_map(|word| format!("\"{word}\""))
        .boxed()
}

pub(super) fn bool() -> BoxedStrategy<String> {
    select(&["true", "false"][..])
        .prop_map(str::to_owned)
        .boxed()
}

pub(super) fn numbers(names: &'static [&'static str]) -> BoxedStrategy<String> {
    object(names.iter().map(|name| (*name, number().boxed())).collect())
}
