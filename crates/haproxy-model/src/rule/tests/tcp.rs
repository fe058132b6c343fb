use super::{refused, understood};
use crate::rule::{QuicInitialRule, TcpRequestRule, TcpResponseRule};

#[test]
fn requests() {
    understood::<TcpRequestRule>(&[
        "tcp-request inspect-delay 5s",
        "tcp-request connection accept",
        "tcp-request connection expect-netscaler-cip layer4",
        "tcp-request connection expect-proxy layer4 if TRUE",
        "tcp-request connection reject if { src -f /etc/deny.lst }",
        "tcp-request connection set-var(sess.a) src",
        "tcp-request connection silent-drop rst-ttl 0x10",
        "tcp-request connection track-sc0 src table st if TRUE",
        "tcp-request session attach-srv be/s name src if TRUE",
        "tcp-request session set-src hdr(x)",
        "tcp-request content accept if HTTP",
        "tcp-request content capture req.ssl_sni len 100",
        "tcp-request content lua.verify a if TRUE",
        "tcp-request content reject",
        "tcp-request content set-bc-mark 0x10",
        "tcp-request content switch-mode http proto h2 if TRUE",
        "tcp-request content track-sc5 src",
        "tcp-request content use-service lua.deny if TRUE",
    ]);
}

#[test]
fn responses() {
    understood::<TcpResponseRule>(&[
        "tcp-response inspect-delay 100ms",
        "tcp-response content accept",
        "tcp-response content close if TRUE",
        "tcp-response content reject if TRUE",
        "tcp-response content set-fc-tos 46",
    ]);
}

#[test]
fn first_packets() {
    understood::<QuicInitialRule>(&[
        "accept",
        "dgram-drop if { src 10.0.0.0/8 }",
        "do-log",
        "reject",
        "send-retry if TRUE",
    ]);
}

#[test]
fn wrong_words_are_named() {
    refused::<TcpRequestRule>(&[
        (
            "tcp-request accept",
            "tcp-request: unknown keyword 'accept', expected 'connection', 'session', 'content' or \
             'inspect-delay'",
        ),
        (
            "tcp-request inspect-delay 5x",
            "tcp-request inspect-delay <time>: expected a time such as 5s, found '5x'",
        ),
        (
            "tcp-request connection set-nice 1",
            "tcp-request connection <action>: unknown keyword 'set-nice'",
        ),
    ]);
}
