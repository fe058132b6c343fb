//! What a value can be.

use super::*;

#[test]
fn a_value_cannot_become_a_word_a_comment_or_a_line() {
    assert_story!(FILE, |document| backend(document, "app").push(&RawStatement::new([
        "http-request", "set-header", "X-A", "a b # c \"d\" 'e' \\ $F\n    server evil 10.6.6.6:80",
    ])?), @r#"
    5
    @@ -17,2 +17,3 @@
         server s2 10.0.0.2:80 check  # the "second"
    +    http-request set-header X-A "a b # c \"d\" 'e' \\ \$F\n    server evil 10.6.6.6:80"
    "#);
    assert_story!(FILE, |document| backend(document, "app")
        .set_word(3, 2, "10.0.0.1:80 # disabled"), @r#"
    ()
    @@ -15,3 +15,3 @@
         timeout server 50s
    -    server s1 10.0.0.1:80 check
    +    server s1 "10.0.0.1:80 # disabled" check
         server s2 10.0.0.2:80 check  # the "second"
    "#);
}

#[test]
fn what_haproxy_cannot_represent_is_refused() {
    assert_story!(FILE, |document| backend(document, "app")
        .set(&words(&["timeout", "server"]), &words(&["6\u{0}0s"])), @"refused: word 2 cannot be written: a value cannot hold a NUL (at byte 1)");
    assert_story!(FILE, |document| backend(document, "app").set_word(3, 1, "s\u{0}"), @"refused: word 1 cannot be written: a value cannot hold a NUL (at byte 1)");
    assert_story!(FILE, |document| backend(document, "app").rename("a\u{0}"), @"refused: word 1 cannot be written: a value cannot hold a NUL (at byte 1)");
}

#[test]
fn a_statement_cannot_start_a_section_or_a_block() {
    assert_story!(FILE, |document| backend(document, "app")
        .push(&RawStatement::new(["backend", "other"])?), @"refused: 'backend' cannot be the keyword of a statement here");
    assert_story!(FILE, |document| backend(document, "app")
        .push(&RawStatement::new([".if", "0"])?), @"refused: '.if' cannot be the keyword of a statement here");
    assert_story!(FILE, |document| backend(document, "app").set_word(1, 0, "frontend"), @"refused: 'frontend' cannot be the keyword of a statement here");
    assert_story!(FILE, |document| backend(document, "app").set_word(1, 0, ""), @"refused: a statement needs at least a keyword");
    assert_story!(FILE, |document| backend(document, "app")
        .push(&RawStatement::parse("server a 1.1.1.1\nserver b 1.1.1.2")?), @r#"
    refused: 'server a 1.1.1.1
    server b 1.1.1.2' is not one statement: it holds a line feed
    "#);
}
