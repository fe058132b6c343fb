use proptest::prelude::*;

use super::*;

fn read_word(text: &str) -> Expression {
    let expression: Expression = text.parse().unwrap();
    assert_eq!(expression.to_string(), text);
    expression
}

fn first_argument(text: &str) -> String {
    let text = format!("str({text})");
    let expression = read_word(&text);
    expression.fetch().unwrap().arguments[0]
        .clone()
        .into_owned()
}

#[test]
fn a_fetch_has_converters_behind_it() {
    let expression = read_word("req.hdr(host,-1),lower,field(1,:)");
    assert_eq!(
        expression.fetch(),
        Some(Call::new("req.hdr").with("host").with("-1"))
    );
    assert_eq!(
        expression.converters(),
        [Call::new("lower"), Call::new("field").with("1").with(":")]
    );
    assert_eq!(
        read_word("base32+src").fetch(),
        Some(Call::new("base32+src"))
    );
    assert_eq!(read_word("str()").fetch(), Some(Call::new("str")));
    assert_eq!(read_word("path,,lower,").converters(), [Call::new("lower")]);
}

#[test]
fn arguments_have_quotes_of_their_own() {
    for (written, meant) in [
        (r#""a,b)""#, "a,b)"),
        (r#"'a"b\n'"#, r#"a"b\n"#),
        (r"x\ny", "x\ny"),
        (r"x\x41", r"x\x41"),
        (r#"x\"y"#, r#"x"y"#),
        (r#""x\,y""#, r"x\,y"),
        (r#"a""b"#, "ab"),
        (r" x ", " x "),
        ("(a", "(a"),
        (r"a\", r"a\"),
    ] {
        assert_eq!(first_argument(written), meant, "{written}");
    }
}

#[test]
fn what_haproxy_refuses_is_refused() {
    for text in [
        "",
        "path(",
        "path(a",
        "path)",
        "str(a)b",
        "(path)",
        ",path",
        "str(\"a)",
        "path,lower)",
        "path ,lower",
        "str(a\\,b) x",
    ] {
        assert!(text.parse::<Expression>().is_err(), "{text}");
    }
}

#[test]
fn a_word_that_starts_with_a_converter_continues() {
    let words = ["src", "ipmask(24),", "lower", "table", "t"].map(Into::into);
    let mut words = Words::new(&words);
    let expression = Expression::parse(&mut words).unwrap();
    assert_eq!(words.peek(), Some("table"));
    assert_eq!(expression.converters().len(), 2);
    let mut printer = Printer::new();
    expression.print(&mut printer);
    assert_eq!(printer.into_words(), ["src", "ipmask(24),", "lower"]);
}

#[test]
fn references_stand_anywhere() {
    let text = "str(\u{10FF00}{A-)}),lower";
    assert_eq!(read_word(text).converters().len(), 1);
    let text = "\u{10FF00}{FETCH}";
    assert_eq!(read_word(text).fetch(), Some(Call::new(text)));
    assert_eq!(read_word("((\u{10FF00}{FETCH}").fetch(), None);
}

#[test]
fn built_expressions_are_quoted() {
    let calls = [Call::new("str").with("a,\")\n"), Call::new("lower")];
    let expression = Expression::new(calls.clone()).unwrap();
    assert_eq!(expression.to_string(), r#"str("a,\")\n"),lower"#);
    assert_eq!(expression.fetch().as_ref(), calls.first());
    assert!(Expression::new([Call::new("a b")]).is_err());
    assert!(Expression::new([]).is_err());
}

proptest! {
    #[test]
    fn plain_words_are_what_the_grammar_says(text in "[a-c(),.'\"\\\\ +]{0,12}") {
        let is_valid = Grammar::parse(Rule::expression, &format!("{text}\0")).is_ok();
        prop_assert!(is_valid || !plain::is_expression(&text));
    }

    #[test]
    fn whatever_is_built_means_what_it_was_built_of(
        name in "[a-z]{1,4}",
        arguments in prop::collection::vec("[^\0\u{10FF00}]{0,6}", 0..3),
    ) {
        let call = arguments.iter().fold(Call::new(&name), Call::with);
        let expression = Expression::new([call.clone(), Call::new("lower")]).unwrap();
        let is_empty = arguments.iter().all(String::is_empty) && arguments.len() < 2;
        if !is_empty {
            prop_assert_eq!(expression.fetch(), Some(call));
        }
        prop_assert_eq!(expression.to_string().parse(), Ok(expression));
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,20}") {
        if let Ok(expression) = text.parse::<Expression>() {
            let _ = (expression.fetch(), expression.converters());
        }
    }
}

proptest! {
    #[test]
    fn places_are_those_of_the_grammar(word in r#"[a-c]{1,2}(\([a,)"]{0,3}\)?)?(,{1,2}[a-c](\([a,]{0,2}\))?)?"#) {
        let spans = CallSpan::all(&[&word]);
        let names: Vec<&str> = spans.iter().map(|call| call.name).collect();
        let Ok(expression) = word.parse::<Expression>() else { return Ok(()) };
        let calls: Vec<Call<'_>> = expression.calls().collect();
        prop_assert_eq!(names, calls.iter().map(|call| call.name).collect::<Vec<_>>());
        for (span, call) in spans.iter().zip(&calls) {
            let arguments = span.arguments.iter().map(|range| unquoted_argument(word.get(range.clone()).unwrap()));
            prop_assert_eq!(arguments.collect::<Vec<_>>(), call.arguments.clone());
        }
    }
}
