//! A keyword's syntax as a line of text.

use super::{Keyword, Syntax};

/// How long a list of alternatives may grow before it ends in `...`.
const WIDTH: usize = 60;

/// The keyword with its arguments.
pub(super) fn usage(keyword: &Keyword) -> String {
    with_arguments(keyword, &render(keyword.syntax, &mut None))
}

/// The parent's line with this text for its part in place of the choice that the part is from.
pub(crate) fn usage_in(parent: &Keyword, choice: &'static [Keyword], part: &str) -> String {
    let mut part = Some(Part { choice, text: part });
    with_arguments(parent, &render(parent.syntax, &mut part))
}

/// What to write where a choice stands.
struct Part<'a> {
    choice: &'static [Keyword],
    text: &'a str,
}

fn with_arguments(keyword: &Keyword, arguments: &str) -> String {
    let blank = if arguments.is_empty() || is_joined(keyword.syntax) {
        ""
    } else {
        " "
    };
    format!("{}{blank}{arguments}", keyword.name)
}

/// Whether the arguments go on in the keyword's own word.
fn is_joined(syntax: &Syntax) -> bool {
    match syntax {
        Syntax::Call(_) | Syntax::Joined(_) => true,
        Syntax::Optional(inner) => is_joined(inner),
        Syntax::Sequence(parts) => parts.first().is_some_and(|first| is_joined(first)),
        _ => false,
    }
}

fn render(syntax: &Syntax, part: &mut Option<Part<'_>>) -> String {
    match syntax {
        Syntax::Nothing => String::new(),
        Syntax::Word(word) => (*word).to_owned(),
        Syntax::Value(kind) => value(kind),
        Syntax::Argument(name, inner) => argument(name, inner, part),
        Syntax::Call(inner) => call(inner, part),
        Syntax::Joined(inner) => render(inner, part),
        Syntax::Sequence(parts) => sequence(parts, part),
        Syntax::Optional(inner) => match around(inner, part) {
            Around::Part(text) => text,
            Around::Other(text) => format!("[{text}]"),
        },
        Syntax::Repeat(inner) => match around(inner, part) {
            Around::Part(text) => format!("... {text} ..."),
            Around::Other(text) => format!("[{text}...]"),
        },
        Syntax::List(inner, separator) => match around(inner, part) {
            Around::Part(text) => format!("...{separator}{text}{separator}..."),
            Around::Other(text) => format!("{text}[{separator}...]"),
        },
        Syntax::Keywords(choice) => match part.take_if(|part| std::ptr::eq(part.choice, *choice)) {
            Some(part) => part.text.to_owned(),
            None => alternatives(choice.iter().map(|keyword| keyword.name)),
        },
        Syntax::Either(forms) => either(forms, part),
    }
}

/// A text, and whether the part stands in it.
enum Around {
    Part(String),
    Other(String),
}

fn around(syntax: &Syntax, part: &mut Option<Part<'_>>) -> Around {
    let was_open = part.is_some();
    let text = render(syntax, part);
    if was_open && part.is_none() {
        Around::Part(text)
    } else {
        Around::Other(text)
    }
}

/// An argument by its name, or by its form where that tells more.
fn argument(name: &str, syntax: &Syntax, part: &mut Option<Part<'_>>) -> String {
    match around(syntax, part) {
        Around::Part(text) => text,
        Around::Other(text) => match syntax {
            Syntax::Value(kind) if !kind.contains('|') => format!("<{name}>"),
            Syntax::List(Syntax::Value(_), separator) => format!("<{name}>[{separator}...]"),
            Syntax::Keywords(_) | Syntax::Either(_) if text.ends_with("... }") => {
                format!("<{name}>")
            }
            _ => text,
        },
    }
}

/// The parts, with blanks between those that are words of their own.
fn sequence(parts: &[&Syntax], part: &mut Option<Part<'_>>) -> String {
    let mut text = String::new();
    for syntax in parts {
        let next = render(syntax, part);
        if !text.is_empty() && !next.is_empty() && !text.ends_with('!') {
            text.push(' ');
        }
        text.push_str(&next);
    }
    text
}

/// A kind of value: words to choose from, or a name.
fn value(kind: &str) -> String {
    if kind.contains('|') {
        alternatives(kind.split('|'))
    } else {
        format!("<{kind}>")
    }
}

/// Arguments with commas between them, in parentheses.
fn call(syntax: &Syntax, part: &mut Option<Part<'_>>) -> String {
    let Syntax::Sequence(parts) = syntax else {
        return format!("({})", render(syntax, part));
    };
    let mut text = String::new();
    for syntax in *parts {
        let next = render(syntax, part);
        if text.is_empty() {
            text = next;
        } else if let Some(optional) = next.strip_prefix('[') {
            text = format!("{text}[,{optional}");
        } else {
            text = format!("{text},{next}");
        }
    }
    format!("({text})")
}

/// The form with the part, or all of them.
fn either(forms: &[&Syntax], part: &mut Option<Part<'_>>) -> String {
    let mut texts = Vec::new();
    for form in forms {
        match (form, around(form, part)) {
            (_, Around::Part(text)) => return text,
            (Syntax::Keywords(choice), Around::Other(_)) => {
                texts.extend(choice.iter().map(|keyword| keyword.name.to_owned()));
            }
            (_, Around::Other(text)) => texts.push(text),
        }
    }
    alternatives(texts.iter().map(String::as_str))
}

fn alternatives<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    if let [only] = &*names {
        return (*only).to_owned();
    }
    let mut text = String::new();
    for name in names {
        text.push_str(if text.is_empty() { "{ " } else { " | " });
        if text.len() > WIDTH {
            text.push_str("...");
            break;
        }
        text.push_str(name);
    }
    text.push_str(" }");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_its_brackets() {
        const NAME: &Syntax = &Syntax::Argument("name", &Syntax::Value("text"));
        static CHOICE: [Keyword; 2] = [
            Keyword::new("slow", &Syntax::Nothing),
            Keyword::new("fast", &Syntax::Value("time")),
        ];
        static FORMS: [(&Syntax, &str); 12] = [
            (&Syntax::Nothing, "k"),
            (&Syntax::Value("time"), "k <time>"),
            (&Syntax::Value("on|off"), "k { on | off }"),
            (&Syntax::Optional(NAME), "k [<name>]"),
            (&Syntax::Repeat(NAME), "k [<name>...]"),
            (&Syntax::List(NAME, ','), "k <name>[,...]"),
            (
                &Syntax::Sequence(&[&Syntax::Word("as"), NAME]),
                "k as <name>",
            ),
            (
                &Syntax::Call(&Syntax::Sequence(&[NAME, NAME])),
                "k(<name>,<name>)",
            ),
            (&Syntax::Optional(&Syntax::Call(NAME)), "k[(<name>)]"),
            (&Syntax::Joined(NAME), "k<name>"),
            (
                &Syntax::Either(&[NAME, &Syntax::Word("all")]),
                "k { <name> | all }",
            ),
            (
                &Syntax::Argument("way", &Syntax::Keywords(&CHOICE)),
                "k { slow | fast }",
            ),
        ];
        for (syntax, text) in FORMS {
            assert_eq!(Keyword::new("k", syntax).usage(), text);
        }
    }

    #[test]
    fn a_part_stands_in_the_line_of_its_parent() {
        static CHOICE: [Keyword; 1] = [Keyword::new("fast", &Syntax::Value("time"))];
        static SYNTAX: Syntax = Syntax::Sequence(&[
            &Syntax::Argument("name", &Syntax::Value("text")),
            &Syntax::Repeat(&Syntax::Argument("ways", &Syntax::Keywords(&CHOICE))),
        ]);
        let parent = Keyword::new("go", &SYNTAX);
        assert_eq!(parent.usage(), "go <name> [fast...]");
        assert_eq!(
            usage_in(&parent, &CHOICE, &CHOICE[0].usage()),
            "go <name> ... fast <time> ..."
        );
    }
}
