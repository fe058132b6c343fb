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

mod backslashes;
mod blocks;
mod endings;
mod properties;
mod sections;
mod statements;
mod values;
