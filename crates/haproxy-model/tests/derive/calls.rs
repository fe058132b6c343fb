//! Keywords whose word goes on.

use haproxy_model::language::Directive;
use haproxy_model::value::Text;

use crate::lines::{message, printed, read, read_start};

#[derive(Debug, Clone, PartialEq, Directive)]
enum Action {
    #[keyword("hdr", call)]
    Header(Text),
    #[keyword("rdp-cookie", call)]
    RdpCookie(Option<Text>),
    #[keyword("set-var", call)]
    SetVariable {
        #[arg(inside)]
        name: Text,
        #[arg(inside)]
        conditions: Vec<Text>,
        value: Text,
    },
    #[keyword("set", call)]
    Set(#[arg(inside)] Status, Option<Text>),
    #[keyword("set-var-fmt")]
    Plain,
    #[keyword("stick on", call)]
    Stick(Text),
    #[keyword("lua.", prefix)]
    Lua {
        function: Text,
        arguments: Vec<Text>,
    },
    #[keyword("lua.x.", prefix)]
    LuaX(Text),
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Status {
    #[keyword("up")]
    Up,
    #[keyword("down")]
    Down,
}

#[test]
fn one_argument_in_parentheses_is_the_whole_text() {
    assert_eq!(read::<Action>("hdr(a,b)"), Action::Header("a,b".into()));
    assert_eq!(read::<Action>("hdr(a(b))"), Action::Header("a(b)".into()));
}

#[test]
fn an_argument_in_parentheses_that_may_be_left_out() {
    assert_eq!(read::<Action>("rdp-cookie"), Action::RdpCookie(None));
    assert_eq!(
        read::<Action>("rdp-cookie(x)"),
        Action::RdpCookie(Some("x".into()))
    );
    let (action, _) = read_start::<Action>("rdp-cookie()");
    assert_eq!(printed(&action), "rdp-cookie");
}

#[test]
fn several_arguments_in_parentheses_are_separated_by_commas() {
    let action = read::<Action>("set-var(txn.a,ifexists,ifnotempty) 5");
    assert_eq!(
        action,
        Action::SetVariable {
            name: "txn.a".into(),
            conditions: vec!["ifexists".into(), "ifnotempty".into()],
            value: "5".into(),
        }
    );
}

#[test]
fn the_last_of_several_words() {
    assert_eq!(read::<Action>("stick on(x)"), Action::Stick("x".into()));
}

#[test]
fn prefixes() {
    assert_eq!(
        read::<Action>("lua.f 1 2"),
        Action::Lua {
            function: "f".into(),
            arguments: vec!["1".into(), "2".into()],
        }
    );
    assert_eq!(read::<Action>("lua.x.f"), Action::LuaX("f".into()));
}

#[test]
fn errors_are_at_the_word() {
    assert_eq!(
        message::<Action>("hdr()"),
        (0, "hdr <text>: expected a word, found 'hdr()'".to_owned())
    );
    assert_eq!(
        message::<Action>("hdr(a"),
        (
            0,
            "hdr: expected a closing parenthesis at its end, found 'hdr(a'".to_owned()
        )
    );
    assert_eq!(
        message::<Action>("set(on) x"),
        (
            0,
            "set: unknown keyword 'on', expected 'up' or 'down'".to_owned()
        )
    );
    assert_eq!(
        message::<Action>("set-var(a)"),
        (
            1,
            "set-var <value>: expected a word, found the end of the line".to_owned()
        )
    );
}

#[test]
fn a_keyword_with_parentheses_needs_them() {
    let (position, message) = message::<Action>("hdr x");
    assert_eq!(position, 0);
    assert!(message.starts_with("unknown keyword 'hdr'"), "{message}");
}
