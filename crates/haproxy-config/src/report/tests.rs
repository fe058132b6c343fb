use haproxy_model::version::Version;

use super::*;
use crate::{CheckOptions, Target};

const TEXT: &str = "\
frontend www
    bind :80
    timeout client 30s
    default_backend \"caf\u{e9}\" # \u{1b}[31m
backend app
    balance leastcon
";

fn print(format: ReportFormat) -> String {
    let document = Document::parse(TEXT);
    let mut found = document.check(&CheckOptions::new(Target::new(Version::new(3, 2))));
    if let Some(first) = found.first_mut() {
        let span = crate::Span {
            line: 5,
            start: 8,
            end: 11,
        };
        first.related.push(crate::Related {
            file: 0,
            span,
            message: "a backend with another name".to_owned(),
        });
        first.help = Some("100% sure:\nno".to_owned());
    }
    Report::new([("etc/my haproxy.cfg", &document)], &found).print(format)
}

#[test]
fn formats() {
    insta::assert_snapshot!("text", print(ReportFormat::Text { colour: false }));
    insta::assert_snapshot!("short", print(ReportFormat::Short));
    insta::assert_snapshot!("json", print(ReportFormat::Json));
    insta::assert_snapshot!("sarif", print(ReportFormat::Sarif));
    insta::assert_snapshot!("github", print(ReportFormat::Github));
}

#[test]
fn colours_are_the_only_control_characters() {
    let plain = print(ReportFormat::Text { colour: false });
    assert!(!plain.contains('\u{1b}'));
    assert!(print(ReportFormat::Text { colour: true }).contains("\u{1b}["));
}
