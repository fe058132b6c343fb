use super::*;
use crate::testing::{fails, prints_back};

#[test]
fn parameters_are_small() {
    assert!(size_of::<ServerParameter>() <= 32);
    assert!(size_of::<Server>() <= 64);
}

#[test]
fn parameters_read_and_print() {
    prints_back::<ServerParameter>(&[
        "check",
        "no-check",
        "inter 2s",
        "fastinter 500",
        "downinter 1d",
        "rise 2",
        "fall 3x",
        "port 8080",
        "addr 10.0.0.2",
        "check-alpn h2,http/1.1",
        "check-pool-conn-name x",
        "check-proto h2",
        "check-reuse-pool",
        "no-check-reuse-pool",
        "check-send-proxy",
        "no-check-send-proxy",
        "check-sni a.example",
        "check-sni-auto",
        "no-check-sni-auto",
        "check-ssl",
        "no-check-ssl",
        "check-via-socks4",
        "healthcheck web",
        "track other/s1",
        "agent-check",
        "no-agent-check",
        "agent-addr 10.0.0.3",
        "agent-inter 5s",
        "agent-port 9999",
        "agent-send state␣app",
        "backup",
        "no-backup",
        "disabled",
        "enabled",
        "init-state fully-down",
        "init-state ${STATE}",
        "weight 100",
        "maxconn 50",
        "minconn 5",
        "maxqueue 0",
        "strict-maxconn",
        "slowstart 1m",
        "cookie s1",
        "id 5",
        "guid a:b",
        "hash-key addr-port",
        "redir http://image1.example",
        "shard 2",
        "stick",
        "non-stick",
        "observe layer7",
        "error-limit 10",
        "on-error mark-down",
        "on-marked-down shutdown-sessions",
        "on-marked-up shutdown-backup-sessions",
        "max-reuse -1",
        "pool-conn-name req.hdr(host)",
        "pool-low-conn 2",
        "pool-max-conn -1",
        "pool-purge-delay 5s",
        "idle-ping 10s",
        "init-addr last,libc,none,10.0.0.1",
        "resolvers mydns",
        "resolve-prefer ipv6",
        "resolve-net 10.0.0.0/8,192.168.0.1",
        "resolve-opts allow-dup-ip,ignore-weight",
        "send-proxy",
        "no-send-proxy",
        "send-proxy-v2",
        "no-send-proxy-v2",
        "send-proxy-v2-ssl",
        "no-send-proxy-v2-ssl",
        "send-proxy-v2-ssl-cn",
        "no-send-proxy-v2-ssl-cn",
        "proxy-v2-options ssl,cert-cn,unique-id",
        "set-proxy-v2-tlv-fmt(0x20) %[fc_pp_tlv(0x20)]",
        "set-proxy-v2-tlv-fmt x",
        "source 10.0.0.1:1000-2000",
        "source 0.0.0.0 usesrc client",
        "source 0.0.0.0 usesrc clientip interface eth0",
        "source 10.0.0.1 interface eth0 usesrc 10.0.0.2:80",
        "source 0.0.0.0 usesrc hdr_ip(x-forwarded-for,-1)",
        "source * usesrc hdr_ip(x-client)",
        "namespace blue",
        "socks4 127.0.0.1:1080",
        "cc bbr",
        "tcp-md5sig secret",
        "tcp-ut 30s",
        "tfo",
        "no-tfo",
        "proto h2",
        "ws h1",
        "log-proto octet-count",
        "log-bufsize 10240",
        "quic-cc-algo cubic(1m)",
        "quic-cc-algo newreno",
        "no-verifyhost",
    ]);
}

#[test]
fn parameters_of_tls_read_and_print() {
    prints_back::<ServerParameter>(&[
        "ssl",
        "no-ssl",
        "verify none",
        "verifyhost a.example",
        "ca-file @system-ca",
        "crl-file revoked.pem",
        "crt client.pem",
        "sni req.hdr(host),field(1,:)",
        "sni-auto",
        "no-sni-auto",
        "alpn h2,http/1.1",
        "npn http/1.1",
        "allow-0rtt",
        "ciphers ECDHE+AESGCM:!aNULL",
        "ciphersuites TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256",
        "curves X25519:P-256",
        "sigalgs RSA+SHA256",
        "client-sigalgs ECDSA+SHA256:RSA+SHA256",
        "ssl-min-ver TLSv1.2",
        "ssl-max-ver TLSv1.3",
        "force-sslv3",
        "force-tlsv10",
        "force-tlsv11",
        "force-tlsv12",
        "force-tlsv13",
        "no-sslv3",
        "no-tlsv10",
        "no-tlsv11",
        "no-tlsv12",
        "no-tlsv13",
        "ssl-reuse",
        "no-ssl-reuse",
        "tls-tickets",
        "no-tls-tickets",
        "renegotiate",
        "no-renegotiate",
        "ktls on",
    ]);
}

#[test]
fn servers_read_and_print() {
    prints_back::<Server>(&[
        "s1 10.0.0.1",
        "s1 10.0.0.1:8080 check inter 2s weight 10",
        "s1 :+100 source 10.0.0.1 interface eth0 check",
        "s1 app.example:443 ssl verify required sni str(a.example) ca-file ca.pem check",
        "s1 unix@/run/app.sock send-proxy-v2",
        "${NAME} ${ADDRESS} maxconn ${MAXCONN}",
        "rev rhttp@ ssl verify none",
    ]);
    prints_back::<ServerTemplate>(&[
        "s 3 app.example:80 check",
        "s 1-10 app.example:80 resolvers dns",
        "s 0-9 app.example",
        "s 5x app.example",
        "s ${COUNT} _http._tcp.app.example",
    ]);
    prints_back::<DefaultServer>(&["", "inter 5s fall 2"]);
}

#[test]
fn wrong_parameters_say_why() {
    fails::<Server>(&[
        (
            "s1",
            "<address>: expected an address such as 10.0.0.1:80, found the end of the line",
        ),
        (
            "s1 10.0.0.1 inter fast",
            "inter <time>: expected a time such as 5s, found 'fast'",
        ),
        (
            "s1 10.0.0.1 rise",
            "rise <number>: expected a number, found the end of the line",
        ),
        (
            "s1 10.0.0.1 on-error explode",
            "on-error: unknown keyword 'explode', expected 'fastinter', 'fail-check', 'sudden-death' or 'mark-down'",
        ),
        (
            "s1 10.0.0.1 proxy-v2-options ssl,tls",
            "proxy-v2-options: unknown keyword 'tls', expected 'ssl', 'cert-cn', 'ssl-cipher', 'cert-sig', 'cert-key', 'authority', 'crc32c' or 'unique-id'",
        ),
        (
            "s1 10.0.0.1 set-proxy-v2-tlv-fmt(0x20 x",
            "set-proxy-v2-tlv-fmt: expected a closing parenthesis at its end, found 'set-proxy-v2-tlv-fmt(0x20'",
        ),
    ]);
    fails::<ServerTemplate>(&[(
        "s 3-1 app.example",
        "<range>: expected a number of servers or a range such as 1-10, found '3-1'",
    )]);
}

#[test]
fn unknown_words_stay_in_place() {
    let words = ["s1", "10.0.0.1", "new-word", "5", "check"].map(Into::into);
    let mut words = crate::language::Words::new(&words);
    let server = <Server as crate::language::Argument>::parse(&mut words).unwrap();
    assert_eq!(words.unrecognized(), [2, 3]);
    let checks: Vec<_> = server.group::<CheckParameter>().collect();
    assert_eq!(checks, [&CheckParameter::Check]);
}
