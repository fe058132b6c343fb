use super::{parse, refused, understood};
use crate::rule::check::{HttpExpectation, HttpPattern};
use crate::rule::{HttpCheckRule, TcpCheckRule};

#[test]
fn by_http() {
    understood::<HttpCheckRule>(&[
        "http-check comment 'first step'",
        "http-check connect",
        "http-check connect default port 80 addr 127.0.0.1 send-proxy via-socks4 ssl sni x \
         alpn h2,http/1.1 linger proto h1 comment foo",
        "http-check connect comment x port int(80)",
        "http-check disable-on-404",
        "http-check expect status 200,201,300-310",
        "http-check expect ! rstatus ^5",
        "http-check expect !rstatus ^5",
        "http-check expect !! ! !string 'a b'",
        "http-check expect comment bar string ! min-recv -1",
        "http-check expect ok-status L7OKC error-status L7STS tout-status L6TOUT on-success %[src] \
         on-error b status-code int(5) string foo",
        "http-check expect hdr name -m beg foo value -m reg ^bar comment x",
        "http-check expect fhdr name-lf foo value-lf %[src]",
        "http-check send meth GET uri / ver HTTP/1.1 hdr Host x hdr A %[src] body foo comment y",
        "http-check send uri-lf /%[src] body-lf %[src]",
        "http-check send-state",
        "http-check set-var(check.a,ifset) int(5)",
        "http-check set-var-fmt(check.a) %H",
        "http-check unset-var(check.a)",
    ]);
}

#[test]
fn by_tcp() {
    understood::<TcpCheckRule>(&[
        "tcp-check comment 'first step'",
        "tcp-check connect port 80 ssl",
        "tcp-check expect string +PONG comment x",
        "tcp-check expect ! rbinary ^00",
        "tcp-check expect binary 50aB",
        "tcp-check expect binary-lf %[str(50)]",
        "tcp-check send 'PING\r\n' comment ping",
        "tcp-check send-binary 50494e47",
        "tcp-check send-binary-lf 50%[str(50)]",
        "tcp-check send-lf %[src]",
        "tcp-check set-var(check.a) int(5)",
        "tcp-check unset-var(check.a)",
    ]);
}

#[test]
fn exclamation_marks_add_up() {
    for (line, negated) in [
        ("http-check expect string a", false),
        ("http-check expect ! string a", true),
        ("http-check expect !string a", true),
        ("http-check expect ! !string a", false),
        ("http-check expect !! ! string a", true),
    ] {
        let Ok(HttpCheckRule::Expect(parameters)) = parse(line) else {
            panic!("{line}");
        };
        let [HttpExpectation::Pattern(expected)] = &*parameters else {
            panic!("{line}");
        };
        assert_eq!(expected.negation.is_negated(), negated, "{line}");
        assert_eq!(expected.pattern, HttpPattern::String("a".into()));
    }
}

#[test]
fn wrong_words_are_named() {
    refused::<HttpCheckRule>(&[
        (
            "http-check expect !status x",
            "status <status>: expected status codes such as 200,300-399, found 'x'",
        ),
        (
            "http-check expect ok-status L7STS string a",
            "ok-status: unknown keyword 'L7STS', expected 'L7OK', 'L7OKC', 'L6OK' or 'L4OK'",
        ),
        (
            "http-check expect hdr foo",
            "hdr <name>: unknown keyword 'foo', expected 'name' or 'name-lf'",
        ),
        (
            "http-check connect port 70000",
            "port: expected a port from 0 to 65535, found '70000'",
        ),
    ]);
    refused::<TcpCheckRule>(&[(
        "tcp-check send-binary 5",
        "tcp-check send-binary <data>: expected two hexadecimal digits for each byte, found '5'",
    )]);
}
