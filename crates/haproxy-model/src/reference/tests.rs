use std::borrow::Cow;

use super::Role;
use crate::language::{Argument, Words};
use crate::section::proxy::ProxyKeyword;
use crate::statement::Statement;

/// The names of a statement, as `kind name`, definitions behind `=`, dynamic ones behind `?`.
fn names(line: &str) -> Vec<String> {
    let words: Vec<Cow<'_, str>> = line.split(' ').map(Cow::Borrowed).collect();
    let mut words = Words::new(&words).noting_names();
    Statement::<ProxyKeyword>::parse(&mut words).unwrap();
    let show = |mention: &super::Mention| {
        let word = words.word(mention.word).unwrap();
        assert_eq!(
            word.get(mention.range.clone()),
            Some(&*mention.name),
            "{line}"
        );
        let sign = match mention.role {
            Role::Defines => "=",
            Role::Refers if mention.dynamic => "?",
            Role::Refers => "",
        };
        format!("{sign}{} {}", mention.kind, mention.name)
    };
    words.names().iter().map(show).collect()
}

#[test]
fn every_kind_of_reference_is_noted() {
    for (line, expected) in [
        ("default_backend app", &["backend app"][..]),
        (
            "use_backend app if a !b",
            &["backend app", "acl a", "acl b"],
        ),
        ("use_backend %[path] if a", &["?backend %[path]", "acl a"]),
        (
            "use-server s1 if { nbsrv(app) gt 1 }",
            &["server s1", "backend app"],
        ),
        ("acl up nbsrv(app) ge 1", &["=acl up", "backend app"]),
        (
            "acl up srv_is_up(app/s1)",
            &["=acl up", "backend app", "server s1"],
        ),
        ("acl in http_auth(users)", &["=acl in", "userlist users"]),
        ("acl many fe_conn(www) gt 5", &["=acl many", "frontend www"]),
        ("acl both acl(a,!b)", &["=acl both", "acl a", "acl b"]),
        ("acl hot src,in_table(t)", &["=acl hot", "table t"]),
        (
            "acl hot sc_http_req_rate(0,t) gt 5",
            &["=acl hot", "table t"],
        ),
        ("stick on src table p/t if a", &["peers p", "acl a"]),
        ("stick match src,ipmask(24) table t", &["table t"]),
        (
            "stick-table type ip size 1m peers p write-to p/t",
            &["peers p", "peers p"],
        ),
        (
            "http-request track-sc0 src table t if a",
            &["table t", "acl a"],
        ),
        (
            "http-request set-header X %[nbsrv(app)]-%[be_conn(\"b\")]",
            &["backend app", "backend b"],
        ),
        (
            "http-request deny if ! a or !{ src_conn_cur(t) gt 9 } || TRUE",
            &["acl a", "table t", "acl TRUE"],
        ),
        ("http-request cache-use c", &["cache c"]),
        ("http-response cache-store c", &["cache c"]),
        ("http-request return errorfiles e", &["http-errors e"]),
        ("http-request do-resolve(txn.a,r) src", &["resolvers r"]),
        ("http-request set-bandwidth-limit lim", &["filter lim"]),
        (
            "filter bwlim-in lim default-limit 1m default-period 1s",
            &["=filter lim"],
        ),
        (
            "filter bwlim-in lim limit 1m key src table t",
            &["=filter lim", "table t"],
        ),
        ("filter cache c", &["cache c"]),
        ("filter fcgi-app f", &["fcgi-app f"]),
        ("use-fcgi-app f", &["fcgi-app f"]),
        ("errorfiles e 404", &["http-errors e"]),
        ("email-alert mailers m", &["mailers m"]),
        ("log ring@r profile p local0", &["ring r", "log-profile p"]),
        ("log backend@logs local0", &["backend logs"]),
        ("stats admin if a", &["acl a"]),
        ("stats http-request auth unless a", &["acl a"]),
        ("monitor fail if a", &["acl a"]),
        ("bind :443 ssl crt @store/site.pem", &["crt-store store"]),
        ("bind rhttp@app/s1", &["backend app", "server s1"]),
        (
            "server s1 :80 track app/s2 resolvers r",
            &["=server s1", "backend app", "server s2", "resolvers r"],
        ),
        (
            "server-template web 3 :80 resolvers r",
            &["=server web", "resolvers r"],
        ),
        ("log-format %[src,table_conn_cur(t)]", &["table t"]),
        ("tcp-request content track-sc1 src table t", &["table t"]),
        ("tcp-request connection reject if a", &["acl a"]),
        (
            "tcp-request session attach-srv app/s1",
            &["backend app", "server s1"],
        ),
    ] {
        assert_eq!(names(line), expected, "{line}");
    }
}

#[test]
fn nothing_is_noted_unless_asked_for() {
    let words = [Cow::Borrowed("default_backend"), Cow::Borrowed("app")];
    let mut words = Words::new(&words);
    Statement::<ProxyKeyword>::parse(&mut words).unwrap();
    assert!(words.names().is_empty());
}
