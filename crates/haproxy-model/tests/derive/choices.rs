//! Choices between keywords.

use haproxy_model::keyword::Keywords;
use haproxy_model::language::{Argument, Directive, Problem, Words};
use haproxy_model::value::Text;

use crate::lines::{error, message, printed, read, read_start, words};

#[derive(Debug, Clone, PartialEq, Directive)]
enum Line {
    #[keyword("timeout")]
    Timeout(Text),
    #[keyword("timeout client")]
    TimeoutClient(Text),
    #[keyword("timeout client fin")]
    TimeoutClientFin(Text),
    #[keyword("option httplog")]
    OptionHttplog,
    #[keyword("option tcplog", alias = "option log-tcp")]
    OptionTcplog,
    #[keyword("hold")]
    Hold { status: Status, period: Text },
    #[keyword("email alert to")]
    Email(Text),
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Status {
    #[keyword("nx")]
    Nx,
    #[keyword("valid")]
    Valid,
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Cpu {
    #[keyword("all")]
    All,
    #[keyword("odd")]
    Odd,
    #[keyword(value)]
    Set(Text),
}

#[derive(Debug, Clone, PartialEq, Directive)]
struct Chosen {
    status: Option<Status>,
    cpu: Option<Cpu>,
}

#[test]
fn the_longest_keyword_wins() {
    assert_eq!(
        read::<Line>("timeout client fin 5"),
        Line::TimeoutClientFin("5".into())
    );
    assert_eq!(
        read::<Line>("timeout client 5"),
        Line::TimeoutClient("5".into())
    );
    assert_eq!(
        read::<Line>("timeout server"),
        Line::Timeout("server".into())
    );
}

#[test]
fn another_spelling_prints_as_the_first() {
    let (line, _) = read_start::<Line>("option log-tcp");
    assert_eq!(line, Line::OptionTcplog);
    assert_eq!(printed(&line), "option tcplog");
}

#[test]
fn a_variant_with_named_fields() {
    let line = read::<Line>("hold nx 30s");
    let Line::Hold { status, period } = line else {
        panic!("{line:?}")
    };
    assert_eq!((status, &*period), (Status::Nx, "30s"));
}

#[test]
fn a_value_that_is_no_keyword() {
    assert_eq!(read::<Cpu>("all"), Cpu::All);
    assert_eq!(read::<Cpu>("1-4"), Cpu::Set("1-4".into()));
    assert_eq!(
        Cpu::Set("1-4".into()).keyword().map(|known| known.name),
        None
    );
}

#[test]
fn an_optional_choice_takes_only_its_keywords() {
    assert_eq!(read::<Chosen>("nx all").status, Some(Status::Nx));
    let chosen = read::<Chosen>("3");
    assert_eq!(
        (chosen.status, chosen.cpu),
        (None, Some(Cpu::Set("3".into())))
    );
}

#[test]
fn a_choice_claims_its_keywords() {
    let claims = |line| Line::claims(&Words::new(&words(line)));
    assert!(claims("timeout server"));
    assert!(claims("option httplog"));
    assert!(!claims("option"));
    assert!(!claims("bind"));
}

#[test]
fn unknown_keywords() {
    let unknown = error::<Line>("bind x");
    assert!(matches!(unknown.problem, Problem::UnknownKeyword { .. }));
    assert_eq!(
        unknown.to_string(),
        "unknown keyword 'bind', expected 'timeout', 'option', 'hold' or 'email'"
    );
    assert_eq!(
        message::<Line>("option x"),
        (
            1,
            "option: unknown keyword 'x', expected 'httplog' or 'tcplog'".to_owned()
        )
    );
    assert_eq!(
        message::<Line>("email alert"),
        (
            2,
            "email alert: expected 'to', found the end of the line".to_owned()
        )
    );
}

#[test]
fn errors_name_keyword_and_argument() {
    assert_eq!(
        message::<Line>("timeout client"),
        (
            2,
            "timeout client <text>: expected a word, found the end of the line".to_owned()
        )
    );
    assert_eq!(
        message::<Line>("hold yes 5"),
        (
            1,
            "hold <status>: unknown keyword 'yes', expected 'nx' or 'valid'".to_owned()
        )
    );
    assert_eq!(
        message::<Line>("hold nx"),
        (
            2,
            "hold <period>: expected a word, found the end of the line".to_owned()
        )
    );
}
