//! What differs in meaning between two configurations.

use haproxy_config::{Document, Target, diff};
use haproxy_model::config::Config;
use haproxy_model::version::Version;

fn model(text: &str) -> Config {
    Document::parse(text)
        .to_model(&Target::new(Version::new(3, 2)))
        .0
}

fn story(old: &str, new: &str) -> String {
    let changes = diff(&model(old), &model(new));
    let lines = changes.into_iter().map(|change| {
        let (before, after) = (change.before, change.after);
        let side = |side: Option<String>| side.unwrap_or_else(|| "nothing".to_owned());
        let (section, path) = (change.section, change.path);
        format!("{section} | {path} | {} | {}", side(before), side(after))
    });
    lines.collect::<Vec<_>>().join("\n")
}

const OLD: &str = "global
    maxconn 1000
defaults base
    mode http
    timeout client 5000
    timeout server 5s # slow
frontend www from base
    bind :80
    acl api path_beg /api
    http-request deny if !api
    http-request set-header X-Api 'a b' if api
    use_backend app if api
backend app
    option httpchk
    server s1 10.0.0.1:80 inter 1000
    server s2 10.0.0.2:80
";

fn edited(replacements: &[(&str, &str)]) -> String {
    let edit = |text: String, (from, to): &(&str, &str)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    };
    replacements.iter().fold(OLD.to_owned(), edit)
}

#[test]
fn spelling_comments_and_indifferent_order_do_not_count() {
    let new = edited(&[
        ("    timeout client 5000\n", ""),
        ("5s # slow", "5000\n  timeout client 5s # same"),
        ("'a b'", "a\\ b"),
        ("    bind :80\n", ""),
        ("if !api\n", "if !api\n    bind :80\n"),
    ]);
    assert_eq!(story(OLD, &new), "");
}

#[test]
fn each_change_is_told_with_its_place() {
    let new = edited(&[
        ("maxconn 1000", "maxconn 2000\n    nbthread 4"),
        ("inter 1000", "inter 2s"),
        ("    server s2 10.0.0.2:80\n", ""),
        ("www from base", "www"),
        ("    option httpchk\n", ""),
    ]);
    insta::assert_snapshot!(story(OLD, &new), @r"
    global | maxconn | maxconn 1000 | maxconn 2000
    global | nbthread | nothing | nbthread 4
    frontend www |  | frontend www from base | frontend www
    backend app | server s1 | server s1 10.0.0.1:80 inter 1000 | server s1 10.0.0.1:80 inter 2s
    backend app | server s2 | server s2 10.0.0.2:80 | nothing
    backend app | option httpchk | option httpchk | nothing
    ");
}

#[test]
fn order_of_rules_and_servers_counts() {
    let deny = "    http-request deny if !api\n";
    let set = "    http-request set-header X-Api 'a b' if api\n";
    let second = "    server s2 10.0.0.2:80\n";
    let new = edited(&[
        (deny, ""),
        (set, &format!("{set}{deny}")),
        (second, ""),
        ("    server s1", &format!("{second}    server s1")),
    ]);
    insta::assert_snapshot!(story(OLD, &new), @r#"
    frontend www | http-request[0] | nothing | http-request set-header X-Api "a b" if api
    frontend www | http-request[1] | http-request set-header X-Api "a b" if api | nothing
    backend app | server s2 | nothing | server s2 10.0.0.2:80
    backend app | server s2 | server s2 10.0.0.2:80 | nothing
    "#);
}

#[test]
fn sections_come_go_and_are_renamed() {
    let new = edited(&[
        ("global\n    maxconn 1000\n", ""),
        ("backend app\n", "backend application\n"),
        ("use_backend app", "use_backend application"),
    ]) + "backend spare\n    balance source\n";
    insta::assert_snapshot!(story(OLD, &new), @r"
    global |  | global | nothing
    global | maxconn | maxconn 1000 | nothing
    frontend www | use_backend | use_backend app if api | use_backend application if api
    backend application |  | backend app | backend application
    backend spare |  | nothing | backend spare
    backend spare | balance | nothing | balance source
    ");
}

#[test]
fn a_section_that_stands_elsewhere_is_the_same() {
    let (front, backend) = OLD.split_at(OLD.find("backend app\n").unwrap());
    let (head, frontend) = front.split_at(front.find("frontend").unwrap());
    assert_eq!(story(OLD, &format!("{head}{backend}{frontend}")), "");
}

#[test]
fn other_defaults_before_a_proxy_are_told() {
    let (one, other) = ("defaults one\n mode http\n", "defaults other\n mode tcp\n");
    let backend = "backend app\n";
    let (old, new) = (
        format!("{one}{backend}{other}"),
        format!("{one}{other}{backend}"),
    );
    insta::assert_snapshot!(story(&old, &new), @r"
    backend app | from | defaults one | defaults other
    ");
}
