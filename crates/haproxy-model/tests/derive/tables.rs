//! What is known of keywords.

use haproxy_model::keyword::{Keyword, Keywords, Syntax};
use haproxy_model::language::Directive;
use haproxy_model::value::Text;
use haproxy_model::version::Version;

/// A line.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("frontend", "backend"))]
enum Line {
    /// The first sentence,
    /// on two lines.
    ///
    /// The second.
    #[keyword(
        "all",
        since = "2.6",
        removed = "3.4",
        deprecated = "3.0",
        instead = "none",
        experimental,
        no,
        default,
        not_in_default_server,
        runtime,
        alias = "every",
        sections("listen")
    )]
    All,
    #[keyword("none", call)]
    Plain {
        #[arg(inside)]
        first: Option<Text>,
        second: Text,
        #[arg(keyword = "third")]
        third: Option<Text>,
        #[arg(word = "fourth")]
        fourth: bool,
        fifth: Vec<Choice>,
    },
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Choice {
    #[keyword("a")]
    A,
    #[keyword(value)]
    Other(Text),
}

fn keyword(name: &str) -> &'static Keyword {
    let mut keywords = Line::KEYWORDS.iter();
    keywords.find(|keyword| keyword.name == name).unwrap()
}

#[test]
fn facts() {
    let all = keyword("all");
    assert_eq!(
        all.documentation,
        "The first sentence, on two lines.\n\nThe second."
    );
    assert_eq!(all.aliases, ["every"]);
    assert_eq!(all.sections, ["listen"]);
    assert_eq!(all.since, Some(Version::new(2, 6)));
    assert_eq!(all.removed, Some(Version::new(3, 4)));
    assert_eq!(all.deprecated, Some(Version::new(3, 0)));
    assert_eq!(all.instead, Some("none"));
    assert!(all.experimental && all.no && all.default && all.runtime);
    assert!(!all.default_server);
    assert!(all.is_restricted());
}

#[test]
fn without_facts() {
    let none = keyword("none");
    assert_eq!(none.sections, ["frontend", "backend"]);
    assert!(!none.is_restricted());
    assert!(none.default_server && !none.no && !none.default && !none.runtime);
}

#[test]
fn syntax() {
    assert_eq!(written(keyword("all").syntax), "");
    assert_eq!(
        written(keyword("none").syntax),
        "[(<first>)] <second> [third <third>] [fourth] {<fifth>}"
    );
}

fn written(syntax: &Syntax) -> String {
    match syntax {
        Syntax::Nothing => String::new(),
        Syntax::Word(word) => (*word).to_owned(),
        Syntax::Argument(name, _) => format!("<{name}>"),
        Syntax::Call(inner) => format!("({})", written(inner)),
        Syntax::Optional(inner) => format!("[{}]", written(inner)),
        Syntax::Repeat(inner) => format!("{{{}}}", written(inner)),
        Syntax::Sequence(parts) => {
            let parts: Vec<_> = parts.iter().map(|part| written(part)).collect();
            parts.join(" ")
        }
        other => panic!("{other:?}"),
    }
}
