//! What plans say, without a process.

use haproxy_config::{Document, Target};
use haproxy_model::version::Version;

use super::{Capabilities, Configuration, Plan, plan};

fn read(text: &str, version: Version) -> Configuration {
    let (config, found) = Document::parse(text).to_model(&Target::new(version));
    assert!(found.is_empty(), "{found:?}");
    Configuration::new(config)
}

fn planned(version: (u8, u8), old: &str, new: &str) -> Plan {
    let version = Version::new(version.0, version.1);
    let (old, new) = (read(old, version), read(new, version));
    plan(&old, &new, &Capabilities::new(version))
}

/// The plan between two backends with these lines.
#[track_caller]
fn backend(old: &str, new: &str, expected: &str) {
    let text = |lines: &str| {
        let lines = lines
            .split('\n')
            .map(|line| format!("    {}\n", line.trim()));
        format!("backend app\n{}", lines.collect::<String>())
    };
    let plan = planned((3, 2), &text(old), &text(new));
    assert_eq!(plan.to_string(), expected);
}

#[test]
fn servers_come_and_go() {
    backend(
        "server s1 10.0.0.1:80\nserver s2 10.0.0.2:80",
        "server s3 10.0.0.3:80 check inter 2s\nserver s2 10.0.0.2:80",
        "1. add server app/s3 10.0.0.3:80 check inter 2s\n2. remove server app/s1\n",
    );
}

#[test]
fn settings_are_set() {
    backend(
        "server s1 10.0.0.1:80 weight 2 disabled check\nserver s2 10.0.0.2:80",
        "server s1 10.0.0.9:81 maxconn 5\nserver s2 10.0.0.2:80",
        "1. set server app/s1: maxconn 5, was no maxconn\n\
         2. set server app/s1: weight 1, was 2\n\
         3. set server app/s1: check off, was on\n\
         4. set server app/s1: address 10.0.0.9 port 81, was 10.0.0.1 port 80\n\
         5. set server app/s1: state ready, was maint\n",
    );
    backend(
        "server s1 10.0.0.1:80 check port 81 inter 2000",
        "server s1 10.0.0.1:80 inter 2s check port 82",
        "1. set server app/s1: check-port 82, was 81\n",
    );
}

#[test]
fn what_no_command_sets_is_replaced_while_others_serve() {
    backend(
        "server s1 10.0.0.1:80\nserver s2 10.0.0.2:80",
        "server s1 10.0.0.1:80 check\nserver s2 10.0.0.2:80",
        "1. replace server app/s1: 10.0.0.1:80 check, was 10.0.0.1:80\n",
    );
    backend(
        "server s1 10.0.0.1:80",
        "server s1 10.0.0.1:80 check",
        "reload:\n- backend app, server s1: 'server s1 10.0.0.1:80 check' was 'server s1 \
         10.0.0.1:80': 'check' is changed by replacing the server, and no other would serve \
         meanwhile\n",
    );
}

#[test]
fn servers_have_what_their_defaults_say() {
    backend(
        "default-server check inter 2s weight 3\nserver s1 10.0.0.1:80",
        "default-server check inter 2s weight 4\nserver s1 10.0.0.1:80\n\
         server s2 10.0.0.2:80 no-check weight 4",
        "1. add server app/s2 10.0.0.2:80 inter 2s weight 4\n\
         2. set server app/s1: weight 4, was 3\n",
    );
    let defaults = "defaults\n  default-server maxconn 7\n";
    let old = format!("{defaults}backend app\n server s1 10.0.0.1:80\n");
    let new = format!("{defaults}backend app\n server s1 10.0.0.1:80 maxconn 8\n");
    assert_eq!(
        planned((2, 6), &old, &new).to_string(),
        "1. set server app/s1: maxconn 8, was 7\n"
    );
    // What a server says already, its defaults may say as well.
    backend(
        "server s1 10.0.0.1:80 check",
        "default-server check\nserver s1 10.0.0.1:80",
        "nothing to do\n",
    );
}

#[test]
fn some_algorithms_stay_as_they_were() {
    for (algorithm, is_dynamic) in [
        ("balance source", false),
        ("balance source\nhash-type consistent", true),
        ("balance static-rr", false),
        ("balance leastconn", true),
    ] {
        let old = format!("{algorithm}\nserver s1 10.0.0.1:80");
        let old = old.replace('\n', "\n  ");
        let old = format!("backend app\n  {old}\n");
        let new = format!("{old}  server s2 10.0.0.2:80\n");
        let plan = planned((3, 0), &old, &new);
        assert_eq!(plan.needs_reload(), !is_dynamic, "{algorithm}: {plan}");
    }
}

#[test]
fn versions_differ() {
    let old = "backend app\n server s1 10.0.0.1:80 cookie a\n";
    let new = "backend app\n server s1 10.0.0.1:80 cookie a\n server s2 10.0.0.2:80 cookie b\n";
    assert!(!planned((3, 0), old, new).needs_reload());
    assert_eq!(
        planned((2, 6), old, new).to_string(),
        "reload:\n- backend app, server s2: 'server s2 10.0.0.2:80 cookie b' is new: 'add server' \
         does not take 'cookie' in HAProxy 2.6\n"
    );
}

#[test]
fn names_keep_servers() {
    backend(
        "use-server s1 if TRUE\nserver s1 10.0.0.1:80\nserver s2 10.0.0.2:80",
        "use-server s1 if TRUE\nserver s1 10.0.0.1:80 check\nserver s2 10.0.0.2:80",
        "reload:\n- backend app, server s1: 'server s1 10.0.0.1:80 check' was 'server s1 \
         10.0.0.1:80': 'use-server s1 if TRUE' in 'backend app' names it, so it cannot be removed\n",
    );
}

#[test]
fn order_counts_where_it_is_gone_by() {
    backend(
        "server s1 10.0.0.1:80\nserver s2 10.0.0.2:80",
        "server s2 10.0.0.2:80\nserver s1 10.0.0.1:80",
        "nothing to do\n",
    );
    let text = "server a 10.0.0.1:80\nserver b1 10.0.0.2:80 backup\n";
    backend(
        &format!("{text}server b2 10.0.0.3:80 backup"),
        &format!("{text}server b2 10.0.0.3:80 backup\nserver b3 10.0.0.4:80 backup"),
        "1. add server app/b3 10.0.0.4:80 backup\n",
    );
    let new = "server a 10.0.0.1:80\nserver b0 10.0.0.4:80 backup\nserver b1 10.0.0.2:80 backup";
    let old = text.trim_end();
    backend(
        old,
        new,
        "reload:\n- backend app, server b0: 'server b0 10.0.0.4:80 backup' is new: the order of \
         servers counts here, and servers that are added come last\n",
    );
}

#[test]
fn the_first_server_stays_the_first() {
    let text = "balance first\nserver s1 10.0.0.1:80\nserver s2 10.0.0.2:80";
    backend(
        text,
        &format!("{text}\nserver s3 10.0.0.3:80"),
        "1. add server app/s3 10.0.0.3:80\n",
    );
    backend(
        text,
        "balance first\nserver s2 10.0.0.2:80\nserver s1 10.0.0.1:80",
        "reload:\n- backend app, server s2: the order of servers counts here, and servers that are added \
         come last\n",
    );
}

#[test]
fn servers_follow_those_that_are_there() {
    let text = "server s1 10.0.0.1:80 check\nserver s2 10.0.0.2:80 track s1";
    backend(
        text,
        &format!("{text}\nserver s3 10.0.0.3:80 track s1"),
        "1. add server app/s3 10.0.0.3:80 track s1\n",
    );
    backend(
        text,
        "server s3 10.0.0.3:80",
        "1. add server app/s3 10.0.0.3:80\n2. remove server app/s2\n3. remove server app/s1\n",
    );
    backend(
        text,
        &format!("{text}\nserver s3 10.0.0.3:80 check\nserver s4 10.0.0.4:80 track s3"),
        "reload:\n- backend app, server s4: 'server s4 10.0.0.4:80 track s3' is new: it follows \
         's3', which is not there from the start\n",
    );
}

#[test]
fn templates_are_left_to_a_reload() {
    backend(
        "default-server weight 2\nserver-template t 1-3 10.0.0.1:80\nserver s1 10.0.0.1:80",
        "default-server weight 3\nserver-template t 1-3 10.0.0.1:80\nserver s1 10.0.0.1:80",
        "reload:\n- backend app: the servers of a template start from its 'default-server'\n",
    );
}

#[test]
fn limits_are_set() {
    let old = "global\n maxconn 500\ndefaults\n maxconn 50\nfrontend a\n bind :80\nfrontend b\n bind :81\n maxconn 0\n";
    let new = old
        .replace("500", "400")
        .replace("maxconn 50\n", "maxconn 60\n");
    assert_eq!(
        planned((2, 6), old, &new).to_string(),
        "1. set global: maxconn 400, was 500\n\
         2. set frontend a: maxconn 60, was 50\n\
         3. set frontend b: maxconn 400, was 500\n"
    );
    assert_eq!(
        planned((2, 6), &new, old).to_string(),
        "reload:\n- global, maxconn: 'maxconn 500' was 'maxconn 400': the process started with \
         400, and cannot go beyond it\n"
    );
    assert_eq!(
        planned((2, 6), "global\n", "global\n maxsessrate 9\n").to_string(),
        "1. set global: maxsessrate 9, was 0\n"
    );
}

#[test]
fn all_else_is_a_reason() {
    backend(
        "timeout server 5s\nserver s1 10.0.0.1:80",
        "timeout server 6s\nserver s1 10.0.0.1:80 weight 5",
        "reload:\n- backend app, timeout server: 'timeout server 6s' was 'timeout server 5s': no \
         runtime command sets it\n",
    );
    let old = "backend a\n server s 10.0.0.1:80\n";
    let new = "backend a\n server s 10.0.0.1:80\nbackend b\n server s 10.0.0.1:80\n";
    let plan = planned((3, 2), old, new);
    assert_eq!(
        plan.to_string(),
        "reload:\n- backend b: 'backend b' is new: HAProxy 3.2 has no command 'add backend'\n"
    );
    let json = serde_json::to_value(&plan).unwrap();
    assert_eq!(json["reasons"][0]["why"]["kind"], "no_command");
    assert_eq!(json["reasons"][0]["why"]["version"], "3.2");
}

#[test]
fn servers_that_do_not_serve_are_replaced_first() {
    let old = "backend a\n server s1 10.0.0.1:80 slowstart 1s\n server s2 10.0.0.2:80 disabled slowstart 1s\n";
    let new =
        "backend a\n server s1 10.0.0.1:80 slowstart 2s\n server s2 10.0.0.2:80 slowstart 2s\n";
    let plan = planned((3, 2), old, new);
    let order: Vec<String> = plan.steps.iter().map(ToString::to_string).collect();
    assert!(order[0].starts_with("replace server a/s2: "), "{plan}");
    assert!(order[1].starts_with("replace server a/s1: "), "{plan}");
    // The other one will not serve, neither before nor behind it.
    let down = new.replace("10.0.0.2:80", "10.0.0.2:80 disabled");
    let plan = planned((3, 2), old, &down);
    assert!(plan.needs_reload(), "{plan}");
    // One that goes serves until then.
    let gone = "backend a\n server s1 10.0.0.1:80 slowstart 2s\n";
    let plan = planned((3, 2), &old.replace("disabled ", ""), gone);
    assert!(!plan.needs_reload(), "{plan}");
}

#[test]
fn backends_come_and_go_since_3_4() {
    let defaults = "defaults base\n mode http\n";
    let old = format!("{defaults}backend a from base\n server s 10.0.0.1:80\n");
    let new = format!("{defaults}backend b from base\n server s 10.0.0.2:80 check\n");
    assert_eq!(
        planned((3, 4), &old, &new).to_string(),
        "1. add backend b from base, with 1 servers\n2. remove backend a, with 1 servers\n"
    );
    let named = format!("{new}frontend f from base\n bind :80\n use_backend b\n");
    assert!(planned((3, 4), &named, &old).needs_reload());
}

#[test]
fn files_are_compared() {
    let version = Version::new(3, 2);
    let text = "frontend f\n bind :443 ssl crt site.pem ca-file ca.pem\n http-request deny if { src -f bad.acl }\n use_backend %[req.hdr(host),map(hosts.map)]\n";
    let read = || read(text, version);
    let old = read()
        .file("site.pem", "a PRIVATE KEY-----")
        .file("ca.pem", "a")
        .file("bad.acl", "10.0.0.1\n")
        .file("hosts.map", "a b\n# none\nc d e\n");
    let new = read()
        .file("site.pem", "b PRIVATE KEY-----")
        .file("ca.pem", "b")
        .file("bad.acl", "10.0.0.1\n10.0.0.2\n")
        .file("hosts.map", "a x\n");
    let capabilities = Capabilities::new(version);
    let all = plan(&old, &new, &capabilities);
    assert_eq!(
        all.to_string(),
        "1. replace certificate site.pem\n2. replace CA file ca.pem\n3. replace ACL bad.acl: 2 \
         patterns, were 1\n4. replace map hosts.map: 1 entries, were 2\n"
    );
    let json = serde_json::to_string(&all).unwrap();
    assert!(
        !json.contains("KEY") && !format!("{all:?}").contains("KEY"),
        "{json}"
    );
    let unknown = plan(&old, &read(), &capabilities);
    assert_eq!(unknown.reasons.len(), 4, "{unknown}");
    assert!(plan(&read(), &read(), &capabilities).is_empty());
}

#[test]
fn crt_lists_are_compared_line_by_line() {
    let version = Version::new(3, 2);
    let read = |list: &str, files: &[&str]| {
        let text = "frontend f\n bind :443 ssl crt-list list.txt\n";
        let configuration = read(text, version).file("list.txt", list);
        files.iter().fold(configuration, |own, file| {
            own.file(*file, format!("{file} PRIVATE KEY-----"))
        })
    };
    let capabilities = Capabilities::new(version);
    let old = read("a.pem\nb.pem [alpn h2] b.example\n", &["a.pem", "b.pem"]);
    let new = read("a.pem\nc.pem c.example\n", &["a.pem", "c.pem"]);
    assert_eq!(
        plan(&old, &new, &capabilities).to_string(),
        "1. load certificate c.pem\n2. add to crt-list list.txt: c.pem c.example\n\
         3. remove from crt-list list.txt: b.pem [alpn h2] b.example\n4. unload certificate b.pem\n"
    );
    let first = read("c.pem\na.pem\n", &["a.pem", "c.pem"]);
    assert!(plan(&old, &first, &capabilities).needs_reload());
}
