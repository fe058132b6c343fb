use super::{refused, restricted, understood};
use crate::keyword::{Keyword, Keywords};
use crate::rule::{
    HttpAfterResponseAction, HttpAfterResponseRule, HttpRequestAction, HttpRequestRule,
    HttpResponseAction, HttpResponseRule,
};
use crate::version::Version;

#[test]
fn requests() {
    understood::<HttpRequestRule>(&[
        "add-acl(/etc/deny.lst) %[src]",
        "add-header X-A 'a b %[src]' if TRUE or { src 10.0.0.0/8 }",
        "add-headers-bin var(txn.h) prefix X-",
        "allow if TRUE",
        "auth realm 'My site' unless ok",
        "auth",
        "block if bad",
        "cache-use mine if TRUE",
        "capture req.hdr(host),lower len 10 if TRUE",
        "capture src lower id 0",
        "del-acl(/etc/deny.lst) %[src] unless TRUE",
        "del-header X- -m beg if TRUE",
        "del-headers-bin var(txn.h) -m end",
        "del-map(/etc/a.map) %[src]",
        "deny deny_status 429 if TRUE",
        "deny status 403 content-type text/plain string 'no way' hdr A b hdr C %[src] if TRUE",
        "disable-l7-retry",
        "do-log profile mine if TRUE",
        "do-resolve(txn.ip,dns,ipv4) hdr(Host),host_only if TRUE",
        "do-resolve(txn.ip,dns) hdr(Host)",
        "early-hint Link </a.css>;rel=preload",
        "lua.my-action a 'b c' if TRUE",
        "normalize-uri path-strip-dotdot full if TRUE",
        "normalize-uri percent-to-uppercase strict",
        "pause 10ms",
        "pause var(txn.delay) if TRUE",
        "redirect scheme https code 301 if !{ ssl_fc }",
        "redirect code 302 location %[path,map(/etc/a.map)] ignore-empty keep-query",
        "reject",
        "replace-header Cookie foo=([^;]*) bar=\\1 if TRUE",
        "replace-path (.*) /foo\\1",
        "replace-value Accept a b",
        "return",
        "return status 200 lf-string %[src] content-type text/plain if TRUE",
        "return errorfiles mine status 503",
        "sc-add-gpc(1,0) 5 if TRUE",
        "sc-inc-gpc0(2)",
        "sc-inc-gpc0",
        "sc-set-gpt0(0) src_conn_cnt if TRUE",
        "send-spoe-group engine group",
        "set-bandwidth-limit slow limit 1m period 10s if TRUE",
        "set-bandwidth-limit slow period int(5) limit int(7)",
        "set-dst var(txn.ip)",
        "set-header if unless if TRUE",
        "set-log-level silent if TRUE",
        "set-map(/etc/a,b.map) %[src] x",
        "set-mark 0x10 if TRUE",
        "set-nice -5x",
        "set-priority-class int(1)",
        "set-retries 3",
        "set-timeout tunnel 5s if TRUE",
        "set-timeout server req.hdr(x),mul(1000)",
        "set-uri %[url]",
        "set-var(txn.a,ifexists,ifgt) src if TRUE",
        "set-var-fmt(txn.a) %[src]:%[src_port]",
        "silent-drop rst-ttl 5 if TRUE",
        "strict-mode ON",
        "tarpit status 429 if TRUE",
        "track-sc7 src,ipmask(24) table st if TRUE",
        "unset-var(txn.a) if TRUE",
        "use-service prometheus-exporter if { path /metrics }",
        "wait-for-body at-least 1k time 1s use-large-buffer",
        "wait-for-handshake if TRUE",
    ]);
}

#[test]
fn responses() {
    understood::<HttpResponseRule>(&[
        "cache-store mine",
        "capture res.hdr(server) id 1",
        "deny status 502 if TRUE",
        "redirect location / if TRUE",
        "set-status 404 reason 'Not here' if TRUE",
        "set-timeout server 5s",
        "track-sc0 src table st",
    ]);
    understood::<HttpAfterResponseRule>(&[
        "capture res.hdr(server) id 1",
        "del-acl(/etc/a) %[src]",
        "do-log",
        "set-header Strict-Transport-Security max-age=1 if { ssl_fc }",
        "set-log-level err",
        "set-status 503",
    ]);
}

#[test]
fn wrong_words_are_named() {
    refused::<HttpRequestRule>(&[
        ("set-heder X y", "<action>: unknown keyword 'set-heder'"),
        (
            "set-header X",
            "set-header <value>: expected a log format, found the end of the line",
        ),
        (
            "set-timeout server 5x",
            "set-timeout <period>: expected a time such as 5s, found '5x'",
        ),
        (
            "set-var(foo.a) src",
            "set-var <variable>: expected a variable such as txn.name, found 'foo.a'",
        ),
        (
            "deny status 700",
            "status <number>: expected a number from 200 to 599, found '700'",
        ),
        (
            "redirect location / code 304",
            "code <301|302|303|307|308>: expected 301, 302, 303, 307 or 308, found '304'",
        ),
        (
            "do-resolve(txn.a,dns,ipv5) str(x)",
            "do-resolve: expected nothing more, found 'ipv5'",
        ),
        (
            "silent-drop rst-ttl 300",
            "rst-ttl <number>: expected a number from 1 to 255, found '300'",
        ),
    ]);
}

fn since(keywords: &[&'static Keyword]) -> Vec<(&'static str, Option<Version>)> {
    let facts = keywords.iter().map(|keyword| (keyword.name, keyword.since));
    facts.collect()
}

#[test]
fn an_action_is_restricted_as_the_rule_set_says() {
    let line = "sc-inc-gpc0(1)";
    assert_eq!(since(&restricted::<HttpRequestRule>(line)), []);
    assert_eq!(
        since(&restricted::<HttpAfterResponseRule>(line)),
        [("sc-inc-gpc0", Some(Version::new(2, 8)))]
    );
    assert_eq!(
        since(&restricted::<HttpResponseRule>("set-timeout client 5s")),
        [
            ("client", Some(Version::new(3, 0))),
            ("set-timeout", Some(Version::new(3, 0)))
        ]
    );
    assert_eq!(
        since(&restricted::<HttpAfterResponseRule>("sc-add-gpc(0,0) 1")),
        [("sc-add-gpc", Some(Version::new(2, 8)))]
    );
}

#[test]
fn no_action_is_defined_twice() {
    for table in [
        HttpRequestAction::KEYWORDS,
        HttpResponseAction::KEYWORDS,
        HttpAfterResponseAction::KEYWORDS,
    ] {
        let mut names: Vec<_> = table.iter().map(|keyword| keyword.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
