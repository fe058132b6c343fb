use super::*;
use crate::testing::{fails, prints_back};

#[test]
fn parameters_are_small() {
    assert!(size_of::<BindParameter>() <= 32);
    assert!(size_of::<Bind>() <= 64);
}

#[test]
fn parameters_read_and_print() {
    prints_back::<BindParameter>(&[
        "accept-netscaler-cip 5",
        "accept-proxy",
        "backlog 1000",
        "cc bbr",
        "defer-accept",
        "expose-fd listeners",
        "gid 5",
        "group haproxy",
        "guid-prefix a",
        "id 5",
        "idle-ping 10s",
        "interface eth0",
        "label a",
        "level admin",
        "maxconn 100",
        "mode 660",
        "mss -40",
        "name web",
        "namespace blue",
        "nbconn 2",
        "nice -5",
        "process 1/all",
        "proto h2",
        "quic-cc-algo bbr(10m)",
        "quic-cc-algo cubic",
        "quic-force-retry",
        "quic-socket listener",
        "severity-output number",
        "shards by-thread",
        "shards by-group",
        "shards 4",
        "tcp-md5sig secret",
        "tcp-ss 1",
        "tcp-ut 30s",
        "tfo",
        "thread 1/all,2/1-4",
        "thread odd",
        "transparent",
        "uid 5",
        "user haproxy",
        "v4v6",
        "v6only",
    ]);
}

#[test]
fn parameters_of_tls_read_and_print() {
    prints_back::<BindParameter>(&[
        "ssl",
        "allow-0rtt",
        "alpn h2,http/1.1",
        "no-alpn",
        "npn http/1.1",
        "ca-file ca.pem",
        "ca-ignore-err 10,X509_V_ERR_CERT_HAS_EXPIRED",
        "ca-sign-file ca.pem",
        "ca-sign-pass secret",
        "ca-verify-file root.pem",
        "ciphers ECDHE+AESGCM:!aNULL",
        "ciphersuites TLS_AES_256_GCM_SHA384",
        "client-sigalgs ECDSA+SHA256",
        "crl-file revoked.pem",
        "crt @web/site",
        "crt-ignore-err all",
        "crt-list list.txt",
        "curves X25519:P-256",
        "default-crt a.pem",
        "ecdhe prime256v1",
        "ech keys",
        "force-sslv3",
        "force-tlsv10",
        "force-tlsv11",
        "force-tlsv12",
        "force-tlsv13",
        "generate-certificates",
        "ktls off",
        "no-ca-names",
        "no-sslv3",
        "no-strict-sni",
        "no-tls-tickets",
        "no-tlsv10",
        "no-tlsv11",
        "no-tlsv12",
        "no-tlsv13",
        "ocsp-update on",
        "prefer-client-ciphers",
        "sigalgs RSA+SHA256",
        "ssl-max-ver TLSv1.3",
        "ssl-min-ver ${VERSION}",
        "strict-sni",
        "tls-ticket-keys keys",
        "tls-tickets",
        "verify optional",
    ]);
}

#[test]
fn listeners_read_and_print() {
    prints_back::<Bind>(&[
        ":80",
        "10.0.0.1:80,10.0.0.2:80 name web",
        "*:443 ssl crt /etc/ssl/a.pem crt /etc/ssl/b alpn h2,http/1.1",
        "quic4@:443 ssl crt a.pem alpn h3",
        "/run/haproxy.sock mode 660 level admin expose-fd listeners",
        ":${PORT} v4v6",
        ":8000-8010",
        "fd@${FD}",
        "rhttp@back/server nbconn 4",
    ]);
    prints_back::<DatagramBind>(&["127.0.0.1:1514 interface lo"]);
}

#[test]
fn wrong_parameters_say_why() {
    fails::<Bind>(&[
        (
            ":http",
            "<addresses>: expected a port from 0 to 65535, a range or an offset behind the last ':', found ':http'",
        ),
        (
            ":80 mode 888",
            "mode <mode>: expected permissions in octal, such as 660, found '888'",
        ),
        (
            ":80 thread some",
            "thread: expected threads such as 'all', 'odd', '1-4' or '2/1-8', found 'some'",
        ),
        (
            ":80 ssl verify",
            "verify: expected 'none', 'optional' or 'required', found the end of the line",
        ),
    ]);
}
