use serde_json::json;

use super::*;

#[test]
fn logs() {
    lines_say(
        SectionKind::Frontend,
        &[
            (
                "log global",
                json!({ "log_target_list": [{ "global": true }] }),
            ),
            ("no log", json!({ "log_target_list": [{ "nolog": true }] })),
            (
                "log 10.0.0.1:514 len 4096 format rfc5424 sample 1,2-3:4 profile p local0 info notice",
                json!({ "log_target_list": [{
                    "address": "10.0.0.1:514", "length": 4096, "format": "rfc5424",
                    "sample_range": "1,2-3", "sample_size": 4, "profile": "p",
                    "facility": "local0", "level": "info", "minlevel": "notice",
                }] }),
            ),
            (
                "log stdout format raw daemon",
                json!({ "log_target_list": [{
                    "address": "stdout", "format": "raw", "facility": "daemon",
                }] }),
            ),
            (
                "log-steps accept,close",
                json!({ "log_steps": ["accept", "close"] }),
            ),
            ("option httplog", json!({ "httplog": true })),
            ("option httplog clf", json!({ "clflog": true })),
            ("option tcplog", json!({ "tcplog": true })),
        ],
    );
}

#[test]
fn options_with_arguments() {
    lines_say(
        SectionKind::Backend,
        &[
            (
                "option forwardfor",
                json!({ "forwardfor": { "enabled": "enabled" } }),
            ),
            (
                "option forwardfor except 127.0.0.0/8 header X-Client if-none",
                json!({ "forwardfor": {
                    "enabled": "enabled", "except": "127.0.0.0/8", "header": "X-Client",
                    "ifnone": true,
                } }),
            ),
            (
                "option redispatch -1",
                json!({ "redispatch": { "enabled": "enabled", "interval": -1 } }),
            ),
            (
                "no option redispatch",
                json!({ "redispatch": { "enabled": "disabled" } }),
            ),
            (
                "option use-small-buffers queue check",
                json!({ "use_small_buffers": {
                    "enabled": "enabled", "queue": true, "check": true,
                } }),
            ),
            (
                "option http-no-delay",
                json!({ "http-no-delay": "enabled" }),
            ),
            (
                "source 10.0.0.1:1000 usesrc 10.0.0.2:80 interface eth0",
                json!({ "source": {
                    "address": "10.0.0.1", "port": 1000, "usesrc": "address",
                    "address_second": "10.0.0.2", "port_second": 80, "interface": "eth0",
                } }),
            ),
            (
                "source 0.0.0.0 usesrc hdr_ip(x-forwarded-for,-1)",
                json!({ "source": {
                    "address": "0.0.0.0", "usesrc": "hdr_ip", "hdr": "x-forwarded-for", "occ": "-1",
                } }),
            ),
            (
                "source 0.0.0.0 usesrc client",
                json!({ "source": { "address": "0.0.0.0", "usesrc": "client" } }),
            ),
            (
                "compression algo gzip deflate",
                json!({ "compression": { "algorithms": ["gzip", "deflate"] } }),
            ),
            (
                "balance url_param id check_post 64",
                json!({ "balance": {
                    "algorithm": "url_param", "url_param": "id", "url_param_check_post": 64,
                } }),
            ),
        ],
    );
}

#[test]
fn statistics_and_errors() {
    lines_say(
        SectionKind::Backend,
        &[
            (
                "stats admin if TRUE",
                json!({ "stats_options": {
                    "stats_admin": true, "stats_admin_cond": "if", "stats_admin_cond_test": "TRUE",
                } }),
            ),
            (
                "stats auth admin:pass:word",
                json!({ "stats_options": {
                    "stats_auths": [{ "user": "admin", "passwd": "pass:word" }],
                } }),
            ),
            (
                "stats http-request auth realm Here unless TRUE",
                json!({ "stats_options": { "stats_http_requests": [{
                    "type": "auth", "realm": "Here", "cond": "unless", "cond_test": "TRUE",
                }] } }),
            ),
            (
                "stats realm Here",
                json!({ "stats_options": { "stats_realm": true, "stats_realm_realm": "Here" } }),
            ),
            (
                "stats refresh 10",
                json!({ "stats_options": { "stats_refresh_delay": 10 } }),
            ),
            (
                "errorfiles site 400 503",
                json!({ "errorfiles_from_http_errors": [{ "name": "site", "codes": [400, 503] }] }),
            ),
            (
                "http-error status 503 content-type text/plain lf-string %ci hdr A b",
                json!({ "http_error_rule_list": [{
                    "type": "status", "status": 503, "return_content_type": "text/plain",
                    "return_content_format": "lf-string", "return_content": "%ci",
                    "return_hdrs": [{ "name": "A", "fmt": "b" }],
                }] }),
            ),
        ],
    );
}

#[test]
fn listeners_and_servers() {
    lines_say(
        SectionKind::Frontend,
        &[
            (
                "bind 10.0.0.1:80-90 name a expose-fd listeners default-crt a.pem default-crt b.pem",
                json!({ "binds": { "a": {
                    "address": "10.0.0.1", "port": 80, "port-range-end": 90, "name": "a",
                    "expose_fd_listeners": true, "default_crt_list": ["a.pem", "b.pem"],
                } } }),
            ),
            (
                "bind :80,:81 name a",
                json!({ "binds": { "a": { "address": ":80,:81", "name": "a" } } }),
            ),
            (
                "bind :443 name a no-tlsv10 strict-sni no-tls-tickets quic-cc-algo cubic(1024k)",
                json!({ "binds": { "a": {
                    "port": 443, "name": "a", "tlsv10": "disabled", "force_strict_sni": "enabled",
                    "tls_tickets": "disabled", "quic-cc-algo": "cubic",
                    "quic_cc_algo_max_window": 1024,
                } } }),
            ),
            (
                "ssl-f-use crt a.pem ca-file ca.pem curves X25519 ocsp-update on",
                json!({ "ssl_front_use_list": [{
                    "certificate": "a.pem", "ca_file": "ca.pem", "curves": "X25519", "ocsp_update": "enabled",
                }] }),
            ),
        ],
    );
    lines_say(
        SectionKind::Backend,
        &[(
            "server s 10.0.0.1:80 check-ssl no-tlsv11 proxy-v2-options ssl,cert-cn set-proxy-v2-tlv-fmt(0x20) x source 10.0.0.2 interface eth0 sni str(a) track b/s",
            json!({ "servers": { "s": {
                    "name": "s", "address": "10.0.0.1", "port": 80, "check-ssl": "enabled",
                    "tlsv11": "disabled", "proxy-v2-options": ["ssl", "cert-cn"],
                    "set-proxy-v2-tlv-fmt": { "id": "0x20", "value": "x" },
                    "source": "10.0.0.2 interface eth0", "sni": "str(a)", "track": "b/s",
                } } }),
        )],
    );
}
