//! Sections as a whole.

use haproxy_model::keyword::Keywords;
use haproxy_model::language::{Printer, Words};
use haproxy_model::section::{Mailers, MailersKeyword, Section};
use haproxy_model::statement::Statement;

use crate::lines::{printed, words};

fn header(line: &str) -> Result<Mailers, String> {
    Mailers::parse_header(&mut Words::new(&words(line))).map_err(|error| error.to_string())
}

#[test]
fn a_section_line_by_line() {
    let mut mailers = header("mailers mymailers").unwrap();
    let lines = [
        "timeout mail 20s",
        "mailer smtp1 192.168.0.1:587",
        "mailer smtp2 192.168.0.2:587 extra",
        "resend 3",
    ];
    for line in lines {
        mailers
            .parse_statement(&mut Words::new(&words(line)))
            .unwrap();
    }
    assert_eq!(mailers.name, "mymailers");
    assert_eq!(mailers.timeout_mail(), Some(&"20s".parse().unwrap()));
    let names: Vec<_> = mailers.mailers().map(|mailer| &*mailer.name).collect();
    assert_eq!(names, ["smtp1", "smtp2"]);

    let mut header = Printer::new();
    mailers.print_header(&mut header);
    assert_eq!(header.into_words(), ["mailers", "mymailers"]);
    let statements: Vec<_> = mailers.statements().iter().map(printed).collect();
    assert_eq!(statements, lines);
}

#[test]
fn a_line_that_is_wrong_is_kept_and_reported() {
    let mut mailers = header("mailers m").unwrap();
    let error = mailers
        .parse_statement(&mut Words::new(&words("mailer smtp1")))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "mailer <address>: expected an address such as 10.0.0.1:80, found the end of the line"
    );
    let unknown = MailersKeyword::Unknown(vec!["mailer".into(), "smtp1".into()]);
    assert_eq!(mailers.statements, [Statement::new(unknown)]);
}

#[test]
fn headers_that_are_wrong() {
    assert_eq!(
        header("mailers").unwrap_err(),
        "mailers <name>: expected a word, found the end of the line"
    );
    assert_eq!(
        header("peers p").unwrap_err(),
        "expected 'mailers', found 'peers'"
    );
}

#[test]
fn the_table() {
    assert_eq!(Mailers::KEYWORD.name, "mailers");
    let known: Vec<_> = MailersKeyword::KEYWORDS
        .iter()
        .map(|keyword| (keyword.name, keyword.sections, keyword.documentation))
        .collect();
    assert_eq!(
        known,
        [
            ("mailer", &["mailers"][..], "A mail server."),
            (
                "timeout mail",
                &["mailers"][..],
                "How long a mail may take to be handed over to its server; 10 seconds where no \
                 line says it.",
            ),
        ]
    );
}
