use super::*;

fn acl(text: &str) -> AclExpression {
    let acl: AclExpression = text.parse().unwrap();
    assert_eq!(acl.to_string(), text);
    acl
}

#[test]
fn flags_stand_before_patterns() {
    let acl = acl("path,lower -i -m beg -f /a.lst -u 5 -n -M -- -x -i");
    assert_eq!(acl.criterion().to_string(), "path,lower");
    assert_eq!(
        acl.flags().collect::<Vec<_>>(),
        [
            AclFlag::IgnoreCase,
            AclFlag::Match("beg"),
            AclFlag::File("/a.lst"),
            AclFlag::UniqueId("5"),
            AclFlag::NoDns,
            AclFlag::Map,
            AclFlag::End
        ]
    );
    assert_eq!(acl.patterns().collect::<Vec<_>>(), ["-x", "-i"]);
}

#[test]
fn a_pattern_ends_the_flags() {
    let acl = acl("dst_port gt 5 -i");
    assert_eq!(acl.flags().count(), 0);
    assert_eq!(acl.patterns().count(), 3);
    assert_eq!(super::tests::acl("always_true").patterns().count(), 0);
}

#[test]
fn a_converter_behind_a_blank_is_a_pattern() {
    let acl = acl("src lower");
    assert_eq!(acl.criterion().converters(), []);
    assert_eq!(acl.patterns().collect::<Vec<_>>(), ["lower"]);
}

#[test]
fn the_keyword_or_a_flag_says_how_to_match() {
    assert_eq!(acl("path_beg /a").matching(), Some(MatchMethod::Beginning));
    assert_eq!(acl("path_beg -m end /a").matching(), Some(MatchMethod::End));
    assert_eq!(acl("src 10.0.0.0/8").matching(), None);
}

#[test]
fn what_haproxy_refuses_is_refused() {
    for text in [
        "",
        "path -m",
        "path -m foo /a",
        "path -u abc /a",
        "path -f",
        "path -im beg /a",
        "dst_port -5",
        "path -",
        "hdr( host ) b",
        "!path /a",
    ] {
        assert!(text.parse::<AclExpression>().is_err(), "{text}");
    }
}

#[test]
fn an_error_is_at_its_word() {
    let words = ["path", "-i", "-x"].map(Into::into);
    let error = AclExpression::parse(&mut Words::new(&words)).unwrap_err();
    assert_eq!(error.word, 2);
}

#[test]
fn patterns_cannot_become_flags() {
    let criterion = "path".parse().unwrap();
    let acl = AclExpression::new(&criterion, [AclFlag::IgnoreCase], ["-f", "a b"]).unwrap();
    assert_eq!(
        acl.words().collect::<Vec<_>>(),
        ["path", "-i", "--", "-f", "a b"]
    );
    assert_eq!(acl.patterns().collect::<Vec<_>>(), ["-f", "a b"]);
    assert!(AclExpression::new(&criterion, [], ["a", ""]).is_err());
}
