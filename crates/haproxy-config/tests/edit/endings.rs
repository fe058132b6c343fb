//! Ends of lines.

use super::*;

#[test]
fn a_missing_last_line_feed_is_added_only_when_a_line_follows() {
    let text = "backend app\n    balance source";
    assert_story!(text, |document| backend(document, "app").push(&statement("mode tcp")), @r#"
    2
    @@ -1,2 +1,3 @@
     backend app
    -    balance source
    \ No newline at end of file
    +    balance source
    +    mode tcp
    "#);
    assert_story!(text, |document| backend(document, "app").set_word(1, 1, "first"), @r#"
    ()
    @@ -1,2 +1,2 @@
     backend app
    -    balance source
    \ No newline at end of file
    +    balance first
    \ No newline at end of file
    "#);
    assert_story!(text, |document| document
        .add_section(SectionKind::Backend, Some("b")).map(|_| ()), @r#"
    ()
    @@ -1,2 +1,4 @@
     backend app
    -    balance source
    \ No newline at end of file
    +    balance source
    +
    +backend b
    "#);
}

#[test]
fn windows_line_endings_are_taken_over() {
    let text = "backend app\r\n  balance source\r\n";
    assert_story!(text, |document| backend(document, "app").push(&statement("mode tcp")), @r#"
    2
    @@ -2 +2,2 @@
       balance source␍
    +  mode tcp␍
    "#);
    assert_story!(text, |document| backend(document, "app").set_comment(1, Some("why")), @r#"
    ()
    @@ -1,2 +1,2 @@
     backend app␍
    -  balance source␍
    +  balance source # why␍
    "#);
    assert_story!(text, |document| document
        .add_section(SectionKind::Backend, Some("b")).map(|_| ()), @r#"
    ()
    @@ -2 +2,3 @@
       balance source␍
    +␍
    +backend b␍
    "#);
}
