use haproxy_model::version::Version;

use super::*;
use crate::model::Target;

fn found(text: &str) -> Vec<String> {
    let options = CheckOptions::new(Target::new(Version::new(3, 2)));
    let found = Document::parse(text).check(&options);
    found.iter().map(Diagnostic::to_string).collect()
}

#[test]
fn rules_are_in_order_and_complete() {
    assert!(rules().is_sorted_by_key(|rule| rule.code));
    for rule in rules() {
        assert!(!rule.examples.is_empty(), "{}", rule.code);
        assert_eq!(Rule::find(rule.name), Some(rule));
        assert_eq!(Rule::find(&rule.code.to_string()), Some(rule));
    }
}

#[test]
fn examples_show_the_rule() {
    for rule in rules() {
        for example in rule.examples {
            let options = CheckOptions::new(Target::new(example.version));
            let check = |text: &str| -> Vec<Diagnostic> {
                let mut found = Document::parse(text).check(&options);
                found.retain(|diagnostic| diagnostic.code == rule.code);
                found
            };
            let bad = check(example.bad);
            assert!(!bad.is_empty(), "{}: {}", rule.code, example.bad);
            let is_error = |found: &Diagnostic| found.severity == crate::Severity::Error;
            assert_eq!(
                bad.iter().any(is_error),
                example.answer == Answer::Refuses,
                "{}: {}",
                rule.code,
                example.bad
            );
            assert_eq!(check(example.good), [], "{}: {}", rule.code, example.good);
        }
    }
}

#[test]
fn findings_are_in_the_order_of_the_lines() {
    let text = "\
listen www
    bind :80
    balance leastcon
backend app
    server s1 192.0.2.1:80
";
    assert_eq!(
        found(text),
        [
            "1:1: warning[HK0601]: listen 'www' has no 'timeout client': dead connections are kept \
             for ever",
            "3:13: error[HK0104]: 'leastcon' is not an argument of this keyword",
            "4:1: info[HK0222]: nothing names this backend section",
            "4:1: warning[HK0601]: backend 'app' has no 'timeout connect' and 'timeout server': dead \
             connections are kept for ever",
        ]
    );
}

#[test]
fn timeouts_come_from_defaults() {
    let text = "\
defaults base
    timeout client 30s
    timeout connect 5s
defaults web from base
    mode http
    timeout server 0
    timeout tunnel 1h
listen one from web
    bind :80
    server s1 192.0.2.1:80
listen two from base
    bind :81
    timeout tunnel 1h
    server s1 192.0.2.1:80
";
    let found = found(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("8:1: warning[HK0601]"));
}

#[test]
fn comments_allow_findings() {
    let allowed = "\
# haproxy-kit: allow=HK0601 a tunnel, on purpose

listen www # haproxy-kit: allow=missing-timeouts
    bind :80
";
    assert_eq!(found(allowed), [""; 0]);
    let unneeded = "\
listen www
    bind :80 # haproxy-kit: allow=HK0601,HK9999
    timeout client 30s
";
    assert_eq!(
        found(unneeded),
        [
            "2:35: warning[HK0901]: line 2 has no finding HK0601",
            "2:42: warning[HK0902]: no rule is called 'HK9999'",
        ]
    );
}
