//! Headers and bodies of health checks that stood behind the version of HTTP.

use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;

use super::change::{Outcome, Rewrite, Statement};
use super::survey::Survey;
use crate::document::{Line, Section, Word};
use crate::model::to_model_text;

/// The first version that refuses headers there.
pub(super) const REFUSED: Version = Version::new(2, 8);

/// What to do about an `option httpchk` with headers behind the version of HTTP.
pub(super) fn hidden_headers(
    section: Section<'_>,
    line: &Line<'_>,
    survey: &Survey,
) -> Option<Outcome> {
    if !line.starts_with(&[b"option", b"httpchk"]) {
        return None;
    }
    let words: Vec<Word<'_>> = line.words().collect();
    let version = to_model_text(words.get(4)?);
    let (version, hidden) = version.split_once("\r\n")?;
    let advice = "write the headers with 'http-check send hdr NAME VALUE'";
    if words.len() > 5 {
        return Some(Outcome::left("a blank cuts the headers in two", advice));
    }
    let has_own = section.statements().any(|(_, line)| {
        let starts: [&[u8]; 2] = [b"send", b"connect"];
        starts
            .iter()
            .any(|word| line.starts_with(&[b"http-check", word]))
    });
    if has_own {
        let reason = "the section has checks of its own already";
        return Some(Outcome::left(reason, advice));
    }
    let Some(send) = send(hidden) else {
        return Some(Outcome::left("they are not headers with a value", advice));
    };
    let option = Statement::default()
        .kept(words.get(..4).unwrap_or_default())
        .word(version);
    let mut rewrite = Rewrite::to(option, "'http-check send' has the headers");
    rewrite.statements.push(send);
    if section.kind() == SectionKind::Defaults && survey.has_http_checks {
        rewrite = rewrite
            .with_review("proxies with an 'option httpchk' of their own send the headers, too");
    }
    Some(rewrite.into())
}

/// The statement that sends these headers, and the body behind them.
fn send(hidden: &str) -> Option<Statement> {
    let (headers, body) = match hidden.split_once("\r\n\r\n") {
        Some((headers, body)) => (headers, body),
        None => (hidden, ""),
    };
    let mut statement = Statement::new("http-check send");
    let headers = headers.split("\r\n").filter(|header| !header.is_empty());
    let mut is_empty = body.is_empty();
    for header in headers {
        let (name, value) = header.split_once(':')?;
        let value = value.trim_matches([' ', '\t']);
        if name.is_empty() || value.is_empty() || name.contains([' ', '\t']) {
            return None;
        }
        is_empty = false;
        statement = statement
            .word("hdr")
            .word(name)
            .word(&value.replace('%', "%%"));
    }
    if !body.is_empty() {
        statement = statement.word("body").word(body);
    }
    (!is_empty).then_some(statement)
}
