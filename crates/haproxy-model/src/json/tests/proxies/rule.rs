use serde_json::json;

use super::*;

#[test]
fn rules_of_connections_have_names_of_their_own() {
    lines_say(
        SectionKind::Frontend,
        &[
            (
                "tcp-request connection expect-proxy layer4 if TRUE",
                json!({ "tcp_request_rule_list": [{
                    "type": "connection", "action": "expect-proxy",
                    "cond": "if", "cond_test": "TRUE",
                }] }),
            ),
            (
                "tcp-request content track-sc1 src,lower table t",
                json!({ "tcp_request_rule_list": [{
                    "type": "content", "action": "track-sc", "track_stick_counter": 1,
                    "track_key": "src,lower", "track_table": "t",
                }] }),
            ),
            (
                "http-request track-sc0 src",
                json!({ "http_request_rule_list": [{
                    "type": "track-sc", "track_sc_stick_counter": 0, "track_sc_key": "src",
                }] }),
            ),
            (
                "tcp-request session sc-set-gpt0(1) 5",
                json!({ "tcp_request_rule_list": [{
                    "type": "session", "action": "sc-set-gpt0", "sc_inc_id": "1", "sc_int": 5,
                }] }),
            ),
            (
                "tcp-request session sc-set-gpt0(1) src_port",
                json!({ "tcp_request_rule_list": [{
                    "type": "session", "action": "sc-set-gpt0", "sc_inc_id": "1",
                    "gpt_value": "src_port",
                }] }),
            ),
            (
                "http-request sc-set-gpt0(1) src_port",
                json!({ "http_request_rule_list": [{
                    "type": "sc-set-gpt0", "sc_id": 1, "sc_expr": "src_port",
                }] }),
            ),
            (
                "tcp-request content set-var(sess.a,ifnotset) src",
                json!({ "tcp_request_rule_list": [{
                    "type": "content", "action": "set-var", "var_name": "a", "var_scope": "sess",
                    "var_conditions": ["ifnotset"], "expr": "src",
                }] }),
            ),
            (
                "tcp-request content do-resolve(txn.ip,dns,ipv4) hdr(host)",
                json!({ "tcp_request_rule_list": [{
                    "type": "content", "action": "do-resolve", "resolve_var": "txn.ip",
                    "resolve_resolvers": "dns", "resolve_protocol": "ipv4", "expr": "hdr(host)",
                }] }),
            ),
            (
                "tcp-request content switch-mode http proto h2",
                json!({ "tcp_request_rule_list": [{
                    "type": "content", "action": "switch-mode", "switch_mode_proto": "h2",
                }] }),
            ),
            (
                "tcp-request content lua.check a b if TRUE",
                json!({ "tcp_request_rule_list": [{
                    "type": "content", "action": "lua", "lua_action": "check", "lua_params": "a b",
                    "cond": "if", "cond_test": "TRUE",
                }] }),
            ),
        ],
    );
}

#[test]
fn rules_with_words_of_several_arguments() {
    lines_say(
        SectionKind::Frontend,
        &[
            (
                "http-request track-sc src",
                json!({ "http_request_rule_list": [{ "type": "track-sc", "track_sc_key": "src" }] }),
            ),
            (
                "http-request do-resolve(txn.ip,dns) hdr(host)",
                json!({ "http_request_rule_list": [{
                    "type": "do-resolve", "var_name": "txn.ip", "resolvers": "dns",
                    "expr": "hdr(host)",
                }] }),
            ),
            (
                "http-request redirect prefix /a code 301 drop-query set-cookie A=1 if TRUE",
                json!({ "http_request_rule_list": [{
                    "type": "redirect", "redir_type": "prefix", "redir_value": "/a",
                    "redir_code": 301, "redir_option": "drop-query set-cookie A=1",
                    "cond": "if", "cond_test": "TRUE",
                }] }),
            ),
            (
                "http-request lua.check",
                json!({ "http_request_rule_list": [{ "type": "lua", "lua_action": "check" }] }),
            ),
            (
                "http-request set-fc-mark 0x10",
                json!({ "http_request_rule_list": [{ "type": "set-fc-mark", "expr": "0x10" }] }),
            ),
            (
                "quic-initial reject if TRUE",
                json!({ "quic_initial_rule_list": [{
                    "type": "reject", "cond": "if", "cond_test": "TRUE",
                }] }),
            ),
        ],
    );
}

#[test]
fn filters() {
    lines_say(
        SectionKind::Frontend,
        &[
            (
                "filter trace name A random-parsing max-fwd 5 hexdump",
                json!({ "filter_list": [{
                    "type": "trace", "trace_name": "A", "trace_rnd_parsing": true,
                    "trace_max_fwd": 5, "trace_hexdump": true,
                }] }),
            ),
            (
                "filter compression",
                json!({ "filter_list": [{ "type": "compression" }] }),
            ),
            (
                "filter bwlim-out a limit 5120 key src table t min-size 2",
                json!({ "filter_list": [{
                    "type": "bwlim-out", "bandwidth_limit_name": "a", "limit": 5120, "key": "src",
                    "table": "t", "min_size": 2,
                }] }),
            ),
            (
                "filter-sequence request a,b",
                json!({ "filter_sequence_list": [{
                    "direction": "request", "filters": ["a", "b"],
                }] }),
            ),
        ],
    );
}

#[test]
fn tables() {
    lines_say(
        SectionKind::Backend,
        &[
            (
                "stick-table type string len 64 size 1048576 expire 30000 nopurge store gpc0,http_req_rate(10s)",
                json!({ "stick_table": {
                    "type": "string", "keylen": 64, "size": 1_048_576, "expire": 30_000,
                    "nopurge": true, "store": "gpc0,http_req_rate(10s)",
                } }),
            ),
            (
                "stick on req.cook(id),lower table t if { src 10.0.0.1 }",
                json!({ "stick_rule_list": [{
                    "type": "on", "pattern": "req.cook(id),lower", "table": "t",
                    "cond": "if", "cond_test": "{ src 10.0.0.1 }",
                }] }),
            ),
            (
                "persist rdp-cookie",
                json!({ "persist_rule": { "type": "rdp-cookie" } }),
            ),
            (
                "persist rdp-cookie(msts)",
                json!({ "persist_rule": { "type": "rdp-cookie", "rdp_cookie_name": "msts" } }),
            ),
            (
                "force-persist if TRUE",
                json!({ "force_persist_list": [{ "cond": "if", "cond_test": "TRUE" }] }),
            ),
        ],
    );
    let json = section(
        SectionKind::Backend,
        "backend x\nstick-table type ip size 10 store gpc0 store conn_cur",
    )
    .to_json();
    assert_eq!(json["stick_table"]["store"], "gpc0,conn_cur");
}
