//! Names, addresses, paths and secrets go; structure, keywords and numbers stay.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use haproxy_config::{AnonymizeOptions, Anonymizer, Document, LineKind};

fn anonymize(text: &str) -> String {
    let document = Document::parse(text);
    let mut anonymizer = Anonymizer::new(AnonymizeOptions::default());
    anonymizer.learn(&document);
    anonymizer.anonymize(&document).to_string()
}

const EXAMPLE: &str = include_str!("../../../examples/haproxy.cfg");

#[test]
fn names_and_their_references_stay_together() {
    insta::assert_snapshot!(anonymize("\
frontend shop
    acl is_admin src 10.0.0.0/8
    acl beta hdr(x-beta) -m str yes-please
    use_backend admin if is_admin !beta or { path_beg /admin/users }
    use_backend %[req.hdr(host),lower,map(/etc/haproxy/hosts.map,carts)]
    http-request track-sc0 src table carts if { nbsrv(carts) gt 1 }
    default_backend carts
backend carts from base
    use-server blue if { srv_is_up(carts/blue) }
    server blue blue.internal.corp:8080 check cookie blue
    server green green:8080 track admin/blue
backend admin
    http-request auth unless { http_auth(staff) } { http_auth_group(staff) bosses }
userlist staff
    group bosses users alice,bob
    user alice password $5$abc$def groups bosses
    user bob insecure-password hunter2
defaults base
"), @r#"
    frontend frontend1
        acl acl1 src 192.0.2.1/8
        acl acl2 hdr(x-beta) -m str value1
        use_backend backend2 if acl1 !acl2 or { path_beg /path1/path2 }
        use_backend %[req.hdr(host),lower,map(/path3/path4/file5.map,backend1)]
        http-request track-sc0 src table backend1 if { nbsrv(backend1) gt 1 }
        default_backend backend1
    backend backend1 from defaults1
        use-server server1 if { srv_is_up(backend1/server1) }
        server server1 host1.example:8080 check cookie cookie1
        server server2 host2.example:8080 track backend2/server1
    backend backend2
        http-request auth unless { http_auth(userlist1) } { http_auth_group(userlist1) group1 }
    userlist userlist1
        group group1 users user1,user2
        user user1 password $5$hash1$........................................... groups group1
        user user2 insecure-password secret1
    defaults defaults1
    "#);
}

#[test]
fn what_is_no_name_stays() {
    let text = "\
global
    nbthread 4
    log /dev/log local0
    user haproxy
    stats timeout 30s
    ssl-default-bind-options no-tlsv10
defaults
    mode http
    option httpchk GET / HTTP/1.1
    timeout client 1m
    log-format \"%ci:%cp %[ssl_fc_sni] %{+Q}r\"
    http-request set-var(txn.a) req.hdr(host),lower
    http-request deny if { req.body_size gt 1000 } || { method GET POST }
    http-request return status 200 content-type text/plain
    bind :443 alpn h2,http/1.1
    bind 127.0.0.1:80
    bind :::80 v4v6
    errorfile 503 /dev/null
";
    assert_eq!(anonymize(text), text);
}

#[test]
fn addresses_hosts_paths_and_secrets_are_replaced() {
    insta::assert_snapshot!(anonymize(r#"global
    stats socket /run/secret-project/admin.sock mode 660
    setenv TOKEN abc-def
    user projectx
frontend f
    bind 10.1.2.3:443,[2001:67c::1]:443 ssl crt /etc/ssl/private/site.pem
    bind abns@secret-name
    bind unix@/run/x.sock
    acl a hdr(host) -i www.secret.com .secret.com
    acl b hdr_reg(host) ^api\.secret\.com$
    acl c path_beg /api/v1 /api/v2
    http-request redirect location https://www.secret.com/new?x=1
    http-response set-header X-Served "by %[srv_name] of secret.com"
    http-request add-header Authorization "Basic c2VjcmV0"
    email-alert to ops@secret.com
    stats auth admin:hunter2
    .notice "hello from secret"
    server s1 "${HOST-db.secret.com}:5432"
"#), @r#"
    global
        stats socket /path1/path2/file3.sock mode 660
        setenv TOKEN value1
        user haproxy
    frontend frontend1
        bind 192.0.2.1:443,[2001:db8::1]:443 ssl crt /path4/path5/path6/file7.pem
        bind abns@value2
        bind unix@/path1/file8.sock
        acl acl1 hdr(host) -i host1.example .host2.example
        acl acl2 hdr_reg(host) '^host3\.example$'
        acl acl3 path_beg /path9/path10 /path9/path11
        http-request redirect location https://host1.example/path12?x=1
        http-response set-header X-Served "by %[srv_name] value3"
        http-request add-header Authorization value4
        email-alert to login1@host2.example
        stats auth login2:secret1
        .notice value5
        server server1 "${HOST-host4.example}:5432"
    "#);
}

#[test]
fn comments_are_left_out_unless_they_are_asked_for() {
    let document = Document::parse("# for 10.1.2.3\nbackend a_1 # see a_1\n");
    let keep = |keep| {
        let mut anonymizer = Anonymizer::new(AnonymizeOptions::default().with_comments(keep));
        anonymizer.learn(&document);
        anonymizer.anonymize(&document).to_string()
    };
    assert_eq!(keep(false), "backend backend1\n");
    assert_eq!(
        keep(true),
        "# for 192.0.2.1\nbackend backend1 # see backend1\n"
    );
}

#[test]
fn a_line_that_cannot_be_read_is_left_out() {
    assert_eq!(
        anonymize("global\n    log-tag \"my secret\n"),
        "global\n# a line that HAProxy cannot read stood here\n"
    );
}

#[test]
fn nothing_secret_is_left_of_the_example() {
    let result = anonymize(EXAMPLE);
    for secret in [
        "shop",
        "example.com",
        "alice",
        "bob",
        "staple",
        "pictures",
        "admin_",
        "192.0.2.53",
        "2001:db8::53",
        "operators",
        "api",
        "edge",
        "Back soon",
    ] {
        assert!(!result.contains(secret), "{secret} is left in\n{result}");
    }
}

/// Every line keeps its kind, its first word and the number of its words.
#[test]
fn structure_stays_over_the_corpus() {
    check_structure(EXAMPLE.as_bytes());
    let Some(folder) = std::env::var_os("HAPROXY_KIT_CORPUS") else {
        return;
    };
    let mut folders = vec![Path::new(&folder).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "cfg") {
                check_structure(&std::fs::read(path).unwrap());
            }
        }
    }
}

fn check_structure(source: &[u8]) {
    let document = Document::parse(source);
    let mut anonymizer = Anonymizer::new(AnonymizeOptions::default());
    anonymizer.learn(&document);
    let result = anonymizer.anonymize(&document);
    let shape = |document: &Document| -> Vec<(LineKind, Vec<u8>, usize)> {
        document
            .lines()
            .filter(|line| !line.is_faulty())
            .filter(|line| !matches!(line.kind(), LineKind::Comment | LineKind::Blank))
            .map(|line| {
                let first = line.word(0).unwrap().raw().to_vec();
                (line.kind(), first, line.words().len())
            })
            .collect()
    };
    assert_eq!(shape(&document), shape(&result));
}
