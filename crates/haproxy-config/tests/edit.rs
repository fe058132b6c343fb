//! Edits change what they were asked to change, and no other byte.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use haproxy_config::{
    Document, EditError, LineKind, RawStatement, SectionKind, SectionMut, SectionSelector,
    SetOutcome, Tail,
};
use proptest::prelude::*;
use similar::TextDiff;

const FILE: &str = "\
global
    maxconn 1000

# The public side.
frontend www
    bind :80            # plain
    bind :443 ssl

    acl api path_beg /api
    use_backend api if api
    default_backend app

backend app
    balance roundrobin
    timeout server 50s
    server s1 10.0.0.1:80 check
    server s2 10.0.0.2:80 check  # the \"second\"

# Only for programs.
backend api
\tserver\ta1  10.0.1.1:80
";

/// The text before an edit, what the edit answers, and the difference that it makes.
fn story<T: std::fmt::Debug>(
    text: &str,
    edit: impl FnOnce(&mut Document) -> Result<T, EditError>,
) -> String {
    let mut document = Document::parse(text);
    let answer = edit(&mut document);
    let after = document.to_string();
    assert_eq!(
        Document::parse(document.to_bytes()).to_bytes(),
        document.to_bytes()
    );
    if answer.is_err() {
        assert_eq!(after, text, "a refused edit changed the document");
    }
    let visible = |text: &str| text.replace('\r', "␍").replace('\t', "→");
    let diff = TextDiff::from_lines(visible(text), visible(&after))
        .unified_diff()
        .context_radius(1)
        .to_string();
    let answer = match answer {
        Ok(answer) => format!("{answer:?}"),
        Err(error) => format!("refused: {error}"),
    };
    format!("{answer}\n{diff}")
}

fn statement(text: &str) -> RawStatement {
    text.parse().unwrap()
}

fn backend<'d>(document: &'d mut Document, name: &str) -> SectionMut<'d> {
    document
        .section_mut(SectionKind::Backend, Some(name))
        .unwrap()
}

fn words(values: &[&'static str]) -> Vec<&'static [u8]> {
    values.iter().map(|value| value.as_bytes()).collect()
}

macro_rules! assert_story {
    ($text:expr, $edit:expr, @$snapshot:literal) => {
        insta::assert_snapshot!(story($text, $edit), @$snapshot)
    };
}

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

const BLOCKS: &str = "\
backend app
    balance source
    .if defined(DEBUG)
    option httplog
    .endif
    # the end

.if defined(B)
backend b
    mode tcp
.else
backend c
    mode http
.endif

backend d
    mode http
";

#[test]
fn statements_are_added_outside_of_conditional_blocks() {
    assert_story!(BLOCKS, |document| backend(document, "app").push(&statement("mode http")), @r#"
    2
    @@ -2,2 +2,3 @@
         balance source
    +    mode http
         .if defined(DEBUG)
    "#);
    assert_story!(BLOCKS, |document| backend(document, "app")
        .add(&statement("option httpchk")), @r#"
    2
    @@ -2,2 +2,3 @@
         balance source
    +    option httpchk
         .if defined(DEBUG)
    "#);
    assert_story!(BLOCKS, |document| backend(document, "c").push(&statement("retries 3")), @r#"
    2
    @@ -13,2 +13,3 @@
         mode http
    +    retries 3
     .endif
    "#);
}

#[test]
fn statements_do_not_cross_a_conditional_line() {
    assert_story!(BLOCKS, |document| backend(document, "app").move_statement(1, 3), @"refused: the conditional line 3 stands in the way: statements cannot cross it");
}

#[test]
fn a_removed_section_leaves_the_conditions_around_it() {
    assert_story!(BLOCKS, |document| document.remove_section(0), @r#"
    ()
    @@ -1,6 +1 @@
    -backend app
    -    balance source
    -    .if defined(DEBUG)
    -    option httplog
    -    .endif
         # the end
    "#);
    assert_story!(BLOCKS, |document| document.remove_section(1), @r#"
    ()
    @@ -8,4 +8,2 @@
     .if defined(B)
    -backend b
    -    mode tcp
     .else
    "#);
    assert_story!(BLOCKS, |document| document.remove_section(2), @r#"
    ()
    @@ -11,4 +11,2 @@
     .else
    -backend c
    -    mode http
     .endif
    "#);
    assert_story!(BLOCKS, |document| document.remove_section(3), @r#"
    ()
    @@ -15,3 +15 @@
     
    -backend d
    -    mode http
    "#);
}

#[test]
fn a_section_that_a_block_holds_in_part_is_not_removed() {
    let text = "backend a\n    mode tcp\n.if defined(X)\n    retries 3\nbackend b\n.endif\n";
    assert_story!(text, |document| document.remove_section(0), @"refused: the conditional line 3 stands in the way: statements cannot cross it");
    assert_story!(text, |document| document.remove_section(7), @"refused: no statement at line index 7 of the section (2 lines)");
}

#[test]
fn sections_are_added_renamed_and_removed() {
    assert_story!(FILE, |document| document
        .insert_section(3, SectionKind::Backend, Some("static"))?
        .push(&statement("server x 10.0.2.1:80")), @r#"
    1
    @@ -18,2 +18,5 @@
     
    +backend static
    +    server x 10.0.2.1:80
    +
     # Only for programs.
    "#);
    assert_story!(FILE, |document| backend(document, "app").rename("shop"), @r#"
    ()
    @@ -12,3 +12,3 @@
     
    -backend app
    +backend shop
         balance roundrobin
    "#);
    assert_story!(FILE, |document| backend(document, "app").rename("a b#c"), @r#"
    ()
    @@ -12,3 +12,3 @@
     
    -backend app
    +backend "a b#c"
         balance roundrobin
    "#);
    assert_story!(FILE, |document| document.remove_section(2), @r#"
    ()
    @@ -12,8 +12,2 @@
     
    -backend app
    -    balance roundrobin
    -    timeout server 50s
    -    server s1 10.0.0.1:80 check
    -    server s2 10.0.0.2:80 check  # the "second"
    -
     # Only for programs.
    "#);
}

#[test]
fn a_section_keeps_a_name_of_its_own() {
    assert_story!(FILE, |document| backend(document, "app").rename("api"), @"refused: section 'backend api' exists already");
    assert_story!(FILE, |document| backend(document, "app").rename(""), @"refused: a section 'backend' needs a name");
    assert_story!(FILE, |document| document.section_mut(SectionKind::Global, None)?.rename("x"), @"refused: a section 'global' takes no name");
    assert_story!("defaults web\n", |document| document.section_mut(SectionKind::Defaults, Some("web"))?.rename("from"), @"refused: 'defaults from' would be a section without a name");
    assert_story!(FILE, |document| document.add_section(SectionKind::Defaults, Some("from")).map(drop), @"refused: 'defaults from' would be a section without a name");
    assert_story!(FILE, |document| document
        .add_section(SectionKind::Backend, Some("app")).map(|_| ()), @"refused: section 'backend app' exists already");
    assert_story!(FILE, |document| document
        .add_section(SectionKind::Backend, None).map(|_| ()), @"refused: a section 'backend' needs a name");
}

#[test]
fn a_section_is_selected_as_a_person_writes_it() {
    let text = "defaults\ndefaults\nbackend app\n";
    let find = |selector: &str| {
        let selector: SectionSelector = selector.parse().map_err(|error| format!("{error}"))?;
        let document = Document::parse(text);
        document
            .find_section(&selector)
            .map_err(|error| error.to_string())
    };
    assert_eq!(find(" backend  app "), Ok(2));
    insta::assert_snapshot!(find("defaults").unwrap_err(), @"more than one section 'defaults', at lines 1, 2");
    insta::assert_snapshot!(find("backend ap").unwrap_err(), @"no section 'backend ap'");
    insta::assert_snapshot!(find("backnd app").unwrap_err(), @"'backnd' is not a kind of section (known: global, traces, namespace_list, userlist, program, ring, log-profile, log-forward, mailers, resolvers, peers, http-errors, cache, fcgi-app, crt-store, acme, healthcheck, defaults, frontend, backend, listen)");
    insta::assert_snapshot!(find("backend app two").unwrap_err(), @"'two' is too much: a section is selected by KIND or 'KIND NAME'");
    insta::assert_snapshot!(find("").unwrap_err(), @"a section is selected by KIND or 'KIND NAME', such as 'backend app'");
}

#[test]
fn a_section_goes_above_the_condition_of_the_next() {
    assert_story!(BLOCKS, |document| document
        .insert_section(1, SectionKind::Backend, Some("x")).map(|_| ()), @r#"
    ()
    @@ -7,2 +7,4 @@
     
    +backend x
    +
     .if defined(B)
    "#);
}

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

fn value() -> impl Strategy<Value = Vec<u8>> {
    let special = prop::sample::select(b" \t\n\r\"'\\#$[]{}%x0A\x0B\x0C,".to_vec());
    let byte = prop_oneof![special, 1..=u8::MAX];
    prop::collection::vec(byte, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_values_come_back_as_these_words(values in prop::collection::vec(value(), 0..6)) {
        let all = std::iter::once(b"server".to_vec()).chain(values).collect::<Vec<_>>();
        let mut document = Document::parse(FILE);
        let at = backend(&mut document, "app").push(&RawStatement::new(&all).unwrap()).unwrap();
        let bytes = document.to_bytes();

        let read = Document::parse(bytes.clone());
        let section = read.section(SectionKind::Backend, Some("app")).unwrap();
        let line = section.line(at).unwrap();
        prop_assert_eq!(line.kind(), LineKind::Statement);
        prop_assert!(!line.is_faulty() && line.tail().is_none());
        let words: Vec<Vec<u8>> = line.words().map(|word| word.value().unwrap().into_owned()).collect();
        prop_assert_eq!(words, all);

        let others: Vec<&[u8]> = bytes
            .split_inclusive(|byte| *byte == b'\n')
            .enumerate()
            .filter(|(index, _)| index + 1 != line.number())
            .map(|(_, line)| line)
            .collect();
        prop_assert_eq!(others.concat(), FILE.as_bytes());
    }

    #[test]
    fn any_value_set_in_any_file_changes_one_line(
        before in prop::collection::vec(any::<u8>(), 0..80),
        value in value(),
    ) {
        let mut text = before;
        text.extend(b"\nbackend own\n\tserver a \"b c\"  d # e\n");
        let mut document = Document::parse(text.clone());
        let index = document.sections().count() - 1;
        let mut section = document.section_at_mut(index).unwrap();
        let outcome = section.set(&[b"server", b"a"], &[&value, b"d"]).unwrap();
        let start = text.len() - b"\tserver a \"b c\"  d # e\n".len();
        let after = document.to_bytes();
        prop_assert_eq!(&after[..start], &text[..start]);
        prop_assert_eq!(outcome == SetOutcome::Unchanged, value == b"b c");
        let line = Document::parse(&after[start..]);
        let line = line.lines().next().unwrap();
        prop_assert_eq!(line.value(2).unwrap().into_owned(), value);
        prop_assert_eq!(line.comment(), Some(&b"# e"[..]));
        prop_assert_eq!(line.words().len(), 4);
    }
    #[test]
    fn a_statement_replaced_on_any_line_has_just_its_words(
        line in prop::collection::vec(piece(), 0..12),
        text in prop::collection::vec(piece(), 1..12),
        comment in prop::option::of("[ -~]{0,6}"),
    ) {
        let source = format!("backend a\n server {}\nbackend b\n", line.concat());
        let Ok(statement) = RawStatement::parse(format!("server {}", text.concat())) else {
            return Ok(());
        };
        let mut document = Document::parse(source);
        let before = document.lines().nth(1).unwrap();
        prop_assume!(!before.is_faulty() && before.tail().is_none_or(|(tail, _)| tail == Tail::Comment));
        let old_comment = before.comment().map(<[u8]>::to_vec);
        let mut section = backend(&mut document, "a");
        section.replace(1, &statement).unwrap();
        let raw = |line: haproxy_config::Line<'_>| -> Vec<Vec<u8>> {
            line.words().map(|word| word.value().map_or(word.raw().to_vec(), std::borrow::Cow::into_owned)).collect()
        };
        let wanted: Vec<Vec<u8>> = statement.words()
            .map(|word| word.value().map_or(word.raw().to_vec(), std::borrow::Cow::into_owned)).collect();
        let line = section.section().unwrap().line(1).unwrap();
        prop_assert_eq!(raw(line), wanted.clone());
        prop_assert_eq!(line.comment().map(<[u8]>::to_vec), old_comment);
        section.set_comment(1, comment.as_deref()).unwrap();
        let line = section.section().unwrap().line(1).unwrap();
        prop_assert_eq!(raw(line), wanted);
        prop_assert_eq!(line.comment().is_some(), comment.is_some());
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ", " ", "  ", "\t", "a", "b", "\\", "\\ ", "\\\\", "\"", "'", "\"x y\"", "'z'", "$X",
        "\"$X\"", "#", "# c", "\r", "\x0B", "[", "x0a", "é",
    ])
}
