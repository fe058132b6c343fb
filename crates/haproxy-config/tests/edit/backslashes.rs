//! Backslashes at the end of words.

use super::*;

#[test]
fn a_backslash_at_a_words_end_does_not_escape_what_is_added() {
    let text = "backend app\n    log-tag a\\\n    log-tag b # c\n";
    assert_story!(text, |document| backend(document, "app").set_comment(1, Some("x")), @r#"
    ()
    @@ -1,3 +1,3 @@
     backend app
    -    log-tag a\
    +    log-tag a\→# x
         log-tag b # c
    "#);
    assert_story!(text, |document| backend(document, "app").replace(1, &statement("log-tag a\\ x")), @r#"
    ()
    @@ -1,3 +1,3 @@
     backend app
    -    log-tag a\
    +    log-tag a\ x
         log-tag b # c
    "#);
    assert_story!(text, |document| backend(document, "app").replace(2, &statement("log-tag d\\")), @r#"
    ()
    @@ -2,2 +2,2 @@
         log-tag a\
    -    log-tag b # c
    +    log-tag d\\ # c
    "#);
    assert_eq!(
        statement(" log-tag a\\  ")
            .words()
            .nth(1)
            .unwrap()
            .value()
            .unwrap(),
        &b"a "[..]
    );
}

#[test]
fn a_backslash_that_comes_to_stand_before_a_comment_does_not_escape_it() {
    let text = "backend app\n    log-tag a\\\tb# c\n";
    assert_story!(text, |document| backend(document, "app").replace(1, &statement("log-tag a\\")), @r#"
    ()
    @@ -1,2 +1,2 @@
     backend app
    -    log-tag a\→b# c
    +    log-tag a\\# c
    "#);
}

#[test]
fn a_kept_backslash_does_not_escape_the_blank_that_comes_to_stand_behind_it() {
    let mut document = Document::parse("backend app\n server \\\t[ \n");
    let statement = RawStatement::parse("server \\").unwrap();
    backend(&mut document, "app")
        .replace(1, &statement)
        .unwrap();
    let line = document.lines().nth(1).unwrap();
    assert_eq!(line.words().len(), 2);
    assert!(line.word(1).unwrap().is(b"\\"));
}
