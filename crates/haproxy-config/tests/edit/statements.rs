//! Statements and their comments.

use super::*;

#[test]
fn a_value_is_changed_in_its_place() {
    assert_story!(FILE, |document| backend(document, "app")
        .set(&words(&["timeout", "server"]), &words(&["60s"])), @r#"
    Changed(2)
    @@ -14,3 +14,3 @@
         balance roundrobin
    -    timeout server 50s
    +    timeout server 60s
         server s1 10.0.0.1:80 check
    "#);
}

#[test]
fn a_value_that_is_there_already_changes_nothing() {
    assert_story!(FILE, |document| backend(document, "app")
        .set(&words(&["timeout", "server"]), &words(&["50s"])), @"Unchanged");
}

#[test]
fn a_statement_that_is_missing_is_added() {
    assert_story!(FILE, |document| backend(document, "app")
        .set(&words(&["timeout", "queue"]), &words(&["5s"])), @r#"
    Added(3)
    @@ -15,2 +15,3 @@
         timeout server 50s
    +    timeout queue 5s
         server s1 10.0.0.1:80 check
    "#);
}

#[test]
fn more_and_fewer_words_keep_comment_and_blanks() {
    assert_story!(FILE, |document| backend(document, "app")
        .set(&words(&["server", "s2"]), &words(&["10.0.0.2:80", "check", "backup", "weight", "5"])), @r#"
    Changed(4)
    @@ -16,3 +16,3 @@
         server s1 10.0.0.1:80 check
    -    server s2 10.0.0.2:80 check  # the "second"
    +    server s2 10.0.0.2:80 check backup weight 5  # the "second"
    "#);
    assert_story!(FILE, |document| document
        .section_mut(SectionKind::Frontend, Some("www"))?
        .set(&words(&["bind", ":443"]), &[]), @r#"
    Changed(2)
    @@ -6,3 +6,3 @@
         bind :80            # plain
    -    bind :443 ssl
    +    bind :443
    "#);
}

#[test]
fn tabs_are_taken_over_from_the_neighbours() {
    assert_story!(FILE, |document| backend(document, "api")
        .add(&statement("server a2 10.0.1.2:80")), @r#"
    2
    @@ -21 +21,2 @@
     →server→a1  10.0.1.1:80
    +→server a2 10.0.1.2:80
    "#);
    assert_story!(FILE, |document| backend(document, "api")
        .set_word(1, 2, "10.9.9.9:80"), @r#"
    ()
    @@ -20,2 +20,2 @@
     backend api
    -→server→a1  10.0.1.1:80
    +→server→a1  10.9.9.9:80
    "#);
}

#[test]
fn several_that_could_be_meant_are_named_by_line() {
    assert_story!(FILE, |document| backend(document, "app").remove_statement(&[b"server"]), @"refused: 'server' stands more than once, at lines 16, 17");
    assert_story!(FILE, |document| backend(document, "app")
        .remove_statement(&words(&["server", "s1"])), @r#"
    ()
    @@ -15,3 +15,2 @@
         timeout server 50s
    -    server s1 10.0.0.1:80 check
         server s2 10.0.0.2:80 check  # the "second"
    "#);
    assert_story!(FILE, |document| backend(document, "app").remove_statement(&[b"cookie"]), @"refused: no statement 'cookie' in the section");
}

#[test]
fn statements_move_with_their_comments() {
    assert_story!(FILE, |document| backend(document, "app").move_statement(4, 3), @r#"
    ()
    @@ -15,4 +15,4 @@
         timeout server 50s
    +    server s2 10.0.0.2:80 check  # the "second"
         server s1 10.0.0.1:80 check
    -    server s2 10.0.0.2:80 check  # the "second"
    "#);
}

#[test]
fn comments_are_set_and_removed() {
    assert_story!(FILE, |document| backend(document, "app").set_comment(1, Some("fair")), @r#"
    ()
    @@ -13,3 +13,3 @@
     backend app
    -    balance roundrobin
    +    balance roundrobin # fair
         timeout server 50s
    "#);
    assert_story!(FILE, |document| backend(document, "app").set_comment(4, None), @r#"
    ()
    @@ -16,3 +16,3 @@
         server s1 10.0.0.1:80 check
    -    server s2 10.0.0.2:80 check  # the "second"
    +    server s2 10.0.0.2:80 check
    "#);
    assert_story!(FILE, |document| backend(document, "app").insert_comment(1, "hello"), @r#"
    ()
    @@ -13,2 +13,3 @@
     backend app
    +    # hello
         balance roundrobin
    "#);
}

#[test]
fn a_comment_cannot_become_a_statement() {
    assert_story!(FILE, |document| backend(document, "app")
        .set_comment(1, Some("x\n    server evil 10.6.6.6:80")), @"refused: a comment cannot hold a line break or a NUL");
    assert_story!(FILE, |document| backend(document, "app")
        .insert_comment(1, "x\rserver evil 10.6.6.6:80"), @"refused: a comment cannot hold a line break or a NUL");
}
