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
            // A listener is called by its address where it has no name.
            (
                json!({ "binds": { "10.0.0.1:80": {
                    "name": "10.0.0.1:80", "address": "10.0.0.1", "port": 80,
                } } }),
                "bind 10.0.0.1:80",
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
            (
                json!({ "adv_check": "smtpchk", "smtpchk_params": { "hello": "EHLO", "domain": "" } }),
                "option smtpchk EHLO",
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
            "/adv_check: unknown value 'none', expected 'httpchk', 'ldap-check', 'mysql-check', \
             'pgsql-check', 'redis-check', 'smtpchk', 'ssl-hello-chk' or 'tcp-check'",
        ),
        (
            json!({ "httpchk_params": { "uri": "/" } }),
            "/httpchk_params/uri: this property cannot stand here, beside the others",
        ),
        (
            json!({ "adv_check": "smtpchk", "smtpchk_params": { "domain": "a.example.com" } }),
            "/smtpchk_params/hello: a required property is missing",
        ),
        (
            json!({ "servers": { "a": { "name": "a", "address": "h", "check": "on" } } }),
            "/servers/a/check: unknown value 'on', expected 'enabled' or 'disabled'",
        ),
        (
            json!({ "acl_list": [{ "acl_nam": "a", "criterion": "src" }] }),
            "/acl_list/0/acl_nam: unknown property",
        ),
        (
            json!({ "tcp_request_rule_list": [{ "type": "session", "action": "accept" }] }),
            "/tcp_request_rule_list/0/type: unknown value 'session', expected 'content' or \
             'inspect-delay'",
        ),
        (
            json!({ "adv_check": "httpchk", "httpchk_params": { "url": "/" } }),
            "/httpchk_params/url: unknown property",
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
            "/forwardfor/enabled: unknown value 'yes', expected 'enabled' or 'disabled'",
        ),
        (
            json!({ "servers": { "a": {
                "name": "a", "address": "h", "proxy-v2-options": ["ssl,cert-cn"],
            } } }),
            "/servers/a/proxy-v2-options/0: unknown value 'ssl,cert-cn', expected 'ssl', 'cert-cn', \
             'ssl-cipher', 'cert-sig', 'cert-key', 'authority', 'crc32c' or 'unique-id'",
        ),
        (
            json!({ "tcp_check_rule_list": [{ "action": "wait" }] }),
            "/tcp_check_rule_list/0/action: unknown value 'wait', expected 'comment', 'connect', \
             'expect', 'send', 'send-binary', 'send-binary-lf', 'send-lf', 'set-var', 'set-var-fmt' \
             or 'unset-var'",
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
