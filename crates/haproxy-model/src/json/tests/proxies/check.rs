use serde_json::json;

use super::*;

#[test]
fn options_of_checks() {
    lines_say(
        SectionKind::Backend,
        &[
            ("option httpchk", json!({ "adv_check": "httpchk" })),
            (
                "option httpchk /up",
                json!({ "adv_check": "httpchk", "httpchk_params": { "uri": "/up" } }),
            ),
            (
                "option httpchk GET /up HTTP/1.1 example.com",
                json!({
                    "adv_check": "httpchk",
                    "httpchk_params": {
                        "method": "GET", "uri": "/up", "version": "HTTP/1.1", "host": "example.com",
                    },
                }),
            ),
            (
                "option mysql-check user u post-41",
                json!({
                    "adv_check": "mysql-check",
                    "mysql_check_params": { "username": "u", "client_version": "post-41" },
                }),
            ),
            (
                "option smtpchk EHLO example.com",
                json!({
                    "adv_check": "smtpchk",
                    "smtpchk_params": { "hello": "EHLO", "domain": "example.com" },
                }),
            ),
            ("option tcp-check", json!({ "adv_check": "tcp-check" })),
        ],
    );
}

#[test]
fn steps_of_checks_by_http() {
    lines_say(
        SectionKind::Backend,
        &[
            (
                "http-check connect port 80 addr 10.0.0.1 ssl sni a.example comment one",
                json!({ "http_check_list": [{
                    "type": "connect", "port": 80, "addr": "10.0.0.1", "ssl": true,
                    "sni": "a.example", "check_comment": "one",
                }] }),
            ),
            (
                "http-check connect port dst_port,add(1)",
                json!({ "http_check_list": [{
                    "type": "connect", "port_string": "dst_port,add(1)",
                }] }),
            ),
            (
                "http-check send meth GET uri /up ver HTTP/1.1 hdr Host a.example hdr A b body x",
                json!({ "http_check_list": [{
                    "type": "send", "method": "GET", "uri": "/up", "version": "HTTP/1.1",
                    "headers": [{ "name": "Host", "fmt": "a.example" }, { "name": "A", "fmt": "b" }],
                    "body": "x",
                }] }),
            ),
            (
                "http-check expect ! rstatus ^5 on-error bad",
                json!({ "http_check_list": [{
                    "type": "expect", "exclamation_mark": true, "match": "rstatus", "pattern": "^5",
                    "on_error": "bad",
                }] }),
            ),
            (
                "http-check expect hdr name -m beg x- value b comment c",
                json!({ "http_check_list": [{
                    "type": "expect", "match": "hdr", "pattern": "name -m beg x- value b",
                    "check_comment": "c",
                }] }),
            ),
            (
                "http-check set-var(check.port) int(80)",
                json!({ "http_check_list": [{
                    "type": "set-var", "var_name": "port", "var_scope": "check",
                    "var_expr": "int(80)",
                }] }),
            ),
            (
                "http-check disable-on-404",
                json!({ "http_check_list": [{ "type": "disable-on-404" }] }),
            ),
        ],
    );
}

#[test]
fn steps_of_other_checks() {
    lines_say(
        SectionKind::Backend,
        &[
            (
                "tcp-check expect string +PONG min-recv 5",
                json!({ "tcp_check_rule_list": [{
                    "action": "expect", "match": "string", "pattern": "+PONG", "min_recv": 5,
                }] }),
            ),
            (
                "tcp-check send-binary 0a0b comment two",
                json!({ "tcp_check_rule_list": [{
                    "action": "send-binary", "hex_string": "0a0b", "check_comment": "two",
                }] }),
            ),
            (
                "tcp-check set-var-fmt(check.a) %[src]",
                json!({ "tcp_check_rule_list": [{
                    "action": "set-var-fmt", "var_name": "a", "var_scope": "check",
                    "var_fmt": "%[src]",
                }] }),
            ),
        ],
    );
    lines_say(
        SectionKind::Healthcheck,
        &[
            (
                "type httpchk GET /up",
                json!({ "type": "httpchk", "httpchk_params": { "method": "GET", "uri": "/up" } }),
            ),
            (
                "tcp-check connect linger",
                json!({ "tcp_check_list": [{ "action": "connect", "linger": true }] }),
            ),
        ],
    );
}
