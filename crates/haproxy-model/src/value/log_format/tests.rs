use proptest::prelude::*;

use super::*;
use crate::value::Call;

fn contents(text: &str) -> Vec<String> {
    let format: LogFormat = text.parse().unwrap();
    format
        .parts()
        .iter()
        .map(|part| match &part.content {
            LogFormatContent::Text => format!("text {}", part.text),
            LogFormatContent::Stray => format!("stray {}", part.text),
            LogFormatContent::Percent => "percent".to_owned(),
            LogFormatContent::Alias {
                label,
                modifiers,
                name,
            } => format!("alias {name} {label:?} {modifiers:?}"),
            LogFormatContent::Sample {
                label,
                modifiers,
                expression,
            } => format!("sample {expression} {label:?} {modifiers:?}"),
        })
        .collect()
}

#[test]
fn formats_have_parts() {
    assert_eq!(
        contents("%ci:%cp 5%% %-"),
        [
            "alias ci None None",
            "text :",
            "alias cp None None",
            "text  5",
            "percent",
            "text  ",
            "stray %-"
        ]
    );
    assert_eq!(
        contents("%{+Q}o%(a:int){}T"),
        [
            r#"alias o None Some("+Q")"#,
            r#"alias T Some("a:int") Some("")"#,
        ]
    );
    assert_eq!(
        contents("%[src]]%(n){+X}[path,lower]"),
        [
            "sample src None None",
            "text ]",
            r#"sample path,lower Some("n") Some("+X")"#,
        ]
    );
    assert_eq!(
        contents("%(n)%ci%(n)]"),
        ["percent", "text ci", "stray %(n)]"]
    );
    assert_eq!(contents("%[str(a]b)]%[str(\"])\")]").len(), 2);
}

#[test]
fn what_haproxy_refuses_is_refused() {
    for text in [
        "50%",
        "50% x",
        "%5",
        "%{+Q}",
        "%{+Q",
        "%[src",
        "%[]",
        "%[ src]",
        "%[src ]",
        "%[src lower]",
        "%[src,]",
        "%{+Q}(n)[src]",
        "%{+Q}%",
    ] {
        assert!(text.parse::<LogFormat>().is_err(), "{text}");
    }
}

#[test]
fn an_error_shows_where() {
    let problem = "ok %[src".parse::<LogFormat>().unwrap_err();
    assert_eq!(
        problem.to_string(),
        "expected an alias such as %ci, %[expression] or %%, found '%[src'"
    );
}

#[test]
fn literal_text_has_no_aliases() {
    assert_eq!(LogFormat::literal("100% %ci").as_str(), "100%% %%ci");
}

#[test]
fn expressions_are_read() {
    let format: LogFormat = "%[req.hdr(host)]".parse().unwrap();
    let parts = format.parts();
    let LogFormatContent::Sample { expression, .. } = &parts[0].content else {
        panic!("{parts:?}");
    };
    assert_eq!(expression.fetch(), Some(Call::new("req.hdr").with("host")));
}

proptest! {
    #[test]
    fn parts_make_up_the_word(text in "(%|%%|%ci|\\[src\\]|\\(n\\)|\\{[+]Q\\}|[a-z ,\\-]|\u{10FF00}\\{A\\}){0,10}") {
        if let Ok(format) = text.parse::<LogFormat>() {
            let joined: String = format.parts().iter().map(|part| part.text).collect();
            prop_assert_eq!(joined, text);
        }
    }

    #[test]
    fn any_text_can_be_literal(text in "\\PC{0,20}") {
        let format = LogFormat::literal(&text);
        prop_assert_eq!(format.as_str().parse(), Ok(format.clone()));
        for part in format.parts() {
            prop_assert!(matches!(part.content, LogFormatContent::Text | LogFormatContent::Percent));
        }
    }
}
