//! No word, comment, order or section is lost or changed.

use haproxy_config::{Document, LineKind, Target, to_model_text};
use haproxy_model::config::{AnySection, Config};
use haproxy_model::version::Version;

use super::forms;

fn target() -> Target {
    Target::new(Version::NEWEST)
}

/// The words of every statement, as HAProxy reads them.
fn words(document: &Document) -> Vec<Vec<String>> {
    let statements = document
        .lines()
        .filter(|line| matches!(line.kind(), LineKind::Statement | LineKind::Section(_)));
    let words = statements.map(|line| {
        let words = line.words().map(|word| to_model_text(&word).into_owned());
        words.collect()
    });
    words.collect()
}

/// Every way that leaves the meaning as it is leaves the words and their order, and where the text
/// itself stays no byte changes.
fn stays(source: &str) {
    let own = words(&Document::parse(source));
    for (form, bytes) in forms(source.as_bytes(), &target()) {
        match form {
            "printed" | "reconciled" | "reconciled with JSON" => {
                assert_eq!(String::from_utf8_lossy(&bytes), source, "{form}");
            }
            "edited" => {}
            _ => assert_eq!(words(&Document::parse(bytes)), own, "{form} of\n{source}"),
        }
    }
}

/// Every statement has a keyword that the model knows.
fn is_typed(source: &str) {
    let (config, diagnostics) = Document::parse(source).to_model(&target());
    let errors: Vec<_> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    for section in &config.sections {
        assert!(section.kind().is_some(), "{source}");
        for index in 0..section.len() {
            assert!(section.statement_keyword(index).is_some(), "{source}");
        }
    }
}

/// Arguments of statements that exist in some version only, or are written in an unusual way.
const ARGUMENTS: &str = "\
global
    lua-load /etc/haproxy/f.lua arg1 arg2
    lua-load-per-thread /etc/haproxy/a.lua
    lua-load-per-thread /etc/haproxy/b.lua
    tune.bufsize 32k
crt-store web
    load crt a.pem key a.key ocsp-update on jwt on
resolvers dns
    nameserver n 10.0.0.53:53
userlist staff
    group g users a,b
    user a insecure-password x
    user b insecure-password \"y z\"
fcgi-app php
    docroot /srv
    index index.php
log-profile steps
    on any format \"%ci %[src,ipmask(24)] \\\"quoted\\\"\" sd -
log-forward syslog
    dgram-bind [::1]:1514,127.0.0.1:1514
    log global
frontend www
    bind :443 ssl crt a.pem crt b.pem alpn h2,http/1.1 no-sslv3
    bind [::1]:8443 name six
    http-request set-uri %[url,regsub(^/a,/b)] if { path /a }
    http-request deny status 429 hdr X-Why \"a b\" if { src 10.0.0.9 }
    http-request return status 200 content-type text/plain string ok hdr X-A b
    force-be-switch if { src 10.0.0.1 }
    default_backend app
backend app
    source 10.0.0.1:1000-2000
    cookie SRV insert indirect nocache
    stick-table type ip size 1m expire 30s store gpc0,http_req_rate(10s)
    http-check connect port 80 addr 10.0.0.1
    force-persist if { src 10.0.0.1 }
    force-persist if { src 10.0.0.2 }
    ignore-persist if { path /a }
    ignore-persist if { path /b }
    server a 10.0.0.1:80 check no-check-ssl inter 2s
";

#[test]
fn no_argument_is_dropped_or_moved() {
    stays(ARGUMENTS);
    is_typed(ARGUMENTS);
}

#[test]
fn a_keyword_that_counts_once_may_stand_twice() {
    stays("global\n    maxconn 10\n    maxconn 20\ndefaults\n    mode tcp\n    mode http\n");
}

#[test]
fn comments_and_layout_stay() {
    let source = "\
#####
## a box
#####
global # settings
#x
\tmaxconn 10\t#tight

\t# behind a tab
# in column 0
frontend www\r
  bind   :80\r

#
backend app
        server  a   10.0.0.1:80   #  a
    # at the end of the file
";
    let target = target();
    for (form, bytes) in forms(source.as_bytes(), &target) {
        if matches!(form, "printed" | "reconciled" | "reconciled with JSON") {
            assert_eq!(String::from_utf8_lossy(&bytes), source, "{form}");
        }
    }
    let edited = super::edited(&Document::parse(source));
    let edited = String::from_utf8(edited).unwrap();
    let kept: Vec<&str> = edited
        .lines()
        .filter(|line| !line.contains("edited"))
        .collect();
    assert_eq!(kept, source.lines().collect::<Vec<_>>());
}

#[test]
fn defaults_stay_implicit_and_global_sections_apart() {
    stays(
        "global\n    maxconn 10\nglobal\nglobal\n    nbthread 2\ndefaults\n    mode http\nbackend a\n\
         defaults\n    mode tcp\nbackend b\n",
    );
}

#[test]
fn quotes_are_understood_and_kept() {
    let source = "backend app\n    \"mode\" http\n    acl a path --  a b\n    \
                  http-check send-state\n    tcp-check send GET\\ /\\ HTTP/1.0\\r\\n\n    \
                  log-tag 'x y'\n    server s \"${HOST-10.0.0.1}:80\"\n";
    stays(source);
    is_typed(source);
    let (config, _) = Document::parse(source).to_model(&target());
    let backend = config.backend("app").unwrap();
    assert_eq!(backend.log_tag().unwrap(), "x y");
    assert!(backend.mode().is_some());
    let json = config.to_json();
    assert_eq!(json["sections"][0]["log_tag"], "x y");
}

#[test]
fn sections_and_lines_stay_in_their_order() {
    stays(
        "backend z\n    server z 10.0.0.1:80 unheard-of\n    server a 10.0.0.2:80\n    \
         timeout server 5s\n    unheard of\n    balance source\nfrontend b\n    \
         default_backend z\n    bind :80 name second unheard-of\n    bind :81 name first\n    \
         acl x path /\nlisten l\n    bind :82\n    server s 10.0.0.1:80\nfcgi-app late\n    \
         docroot /srv\nfrontend a\n    bind :83\nglobal\n    maxconn 5\n",
    );
}

#[test]
fn every_section_has_its_own_lines() {
    let source = "\
global
    user haproxy
program api
    user root
    command /bin/api
namespace_list
    namespace ns
listen stats
    bind :80
    stats enable
";
    stays(source);
    let (config, _) = Document::parse(source).to_model(&target());
    let user = |section: &AnySection| section.to_json().to_string().contains("root");
    assert!(!user(&config.sections[0]));
    assert!(user(&config.sections[1]));
    assert!(config.listen("stats").unwrap().stats_enable());
    let json = config.to_json();
    assert_eq!(json["sections"][3]["section"], "listen");
    assert_eq!(Config::from_json(&json).unwrap(), config);
}

#[test]
fn what_is_unknown_is_kept_and_told() {
    let source =
        "unheard section\nbackend app\n    balanec source\n    server a 10.0.0.1:80 chekc\n";
    let found = Document::parse(source).to_model(&target()).1;
    assert_eq!(found.len(), 3, "{found:#?}");
    let source = "END\nglobal\n    config-snippet\n    ###_config-snippet_### BEGIN\n    END\n";
    let document = Document::parse(source);
    assert_eq!(document.to_string(), source);
    assert!(!document.to_model(&target()).1.is_empty());
    stays("global\n    config-snippet x\n    END\n");
}

#[test]
fn messages_of_the_configuration_stay() {
    let source = "global\n    maxconn 10\n.notice \"read\"\n.warning \"careful\"\nbackend app\n.diag \"x\"\n";
    for (form, bytes) in forms(source.as_bytes(), &target()) {
        if matches!(form, "printed" | "reconciled" | "reconciled with JSON") {
            assert_eq!(String::from_utf8_lossy(&bytes), source, "{form}");
        }
    }
}
