use serde_json::json;

use super::*;

#[test]
fn other_forms_are_read() {
    json_says(
        SectionKind::Frontend,
        &[
            (
                json!({ "binds": { "a": { "name": "a", "port": 80, "no_sslv3": true, "no_strict_sni": true } } }),
                "bind :80 name a no-sslv3 no-strict-sni",
            ),
            (
                json!({ "httplog": false, "tcpka": "disabled", "log_target_list": [] }),
                "",
            ),
            (json!({ "logasap": "disabled" }), "no option logasap"),
            (
                json!({ "log_target_list": [{
                    "nolog": false, "global": false, "address": "stdout", "facility": "daemon",
                }] }),
                "log stdout daemon",
            ),
            (
                json!({ "description": "it's \"the  one\"" }),
                "description it's \"the  one\"",
            ),
        ],
    );
    json_says(
        SectionKind::Backend,
        &[
            (
                json!({ "force_persist": { "cond": "unless", "cond_test": "TRUE" } }),
                "force-persist unless TRUE",
            ),
            (
                json!({ "servers": { "a": {
                    "name": "a", "address": "h", "backup": "disabled", "force_sslv3": "disabled",
                    "no_sslv3": "enabled", "tlsv10": "enabled",
                } } }),
                "server a h no-backup no-sslv3",
            ),
        ],
    );
}

#[test]
fn wrong_properties_say_where() {
    let kind = SectionKind::Backend;
    for (json, message) in [
        (
            json!({ "adv_check": "none" }),
            "/adv_check: unknown value 'none'",
        ),
        (
            json!({ "httpchk_params": { "uri": "/" } }),
            "/httpchk_params/uri: unknown property, or one that cannot stand here",
        ),
        (
            json!({ "adv_check": "httpchk", "httpchk_params": { "url": "/" } }),
            "/httpchk_params/url: unknown property, or one that cannot stand here",
        ),
        (
            json!({ "stats_options": { "stats_auths": [{ "user": "a" }] } }),
            "/stats_options/stats_auths/0/passwd: a required property is missing",
        ),
        (
            json!({ "compression": { "types": "text/html" } }),
            "/compression/types: expected a list",
        ),
        (
            json!({ "compression": { "types": ["a", 1] } }),
            "/compression/types/1: expected a string",
        ),
        (
            json!({ "forwardfor": { "enabled": "yes" } }),
            "/forwardfor/enabled: unknown value",
        ),
        (
            json!({ "servers": { "a": {
                "name": "a", "address": "h", "proxy-v2-options": ["ssl,cert-cn"],
            } } }),
            "/servers/a/proxy-v2-options/0: expected a text without ','",
        ),
        (
            json!({ "tcp_check_rule_list": [{ "action": "wait" }] }),
            "/tcp_check_rule_list/0/action: unknown value",
        ),
        (
            json!({ "source": { "address": "10.0.0.1", "usesrc": "address" } }),
            "/source/address_second: a required property is missing",
        ),
    ] {
        let mut json = json;
        json["name"] = "x".into();
        fails(kind, &json, message);
    }
}
