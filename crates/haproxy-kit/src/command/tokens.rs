use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use haproxy_config::{
    Document, Environment, EvaluatedStatement, Line, LineKind, Part, Section, Word,
};
use serde::Serialize;

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::input::display_name;
use crate::{input, output};

const AFTER_HELP: &str = "\
With --json, each statement is one object on a line of its own:

  {\"file\":\"haproxy.cfg\",\"line\":7,\"section\":\"backend app\",\"words\":[\"mode\",\"http\"]}

\"section\" is null before the first section. Words are without quotes and escapes. Conditional lines
and messages are statements, too; nothing of them is carried out. A reference to a variable is
written ${NAME}; --expand puts in its value.

A string of JSON cannot hold bytes that are not UTF-8. A statement with such bytes has U+FFFD in
\"words\" in their place, and one field more: \"words_hex\", all its words in hexadecimal digits.

Examples:
  haproxy-kit tokens haproxy.cfg
  haproxy-kit tokens --json haproxy.cfg | jq -r 'select(.words[0] == \"server\") | .words[2]'
  haproxy-kit tokens --expand --env PORT=8080 haproxy.cfg";

/// Lists the statements with their words, as HAProxy cuts them.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Tokens {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Prints one JSON object a statement.
    #[arg(long)]
    json: bool,

    /// Puts in the environment's variables; conditions and setenv are not carried out.
    #[arg(long)]
    expand: bool,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

/// A statement as it is printed.
#[derive(Serialize)]
struct Statement<'a> {
    file: &'a str,
    line: usize,
    section: Option<&'a str>,
    words: Vec<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words_hex: Option<Vec<String>>,
}

impl Tokens {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut environment = self.environment.environment()?;
        for file in input::read_all(&self.files)?.files {
            let name = display_name(&file.path);
            environment.file.clone_from(&name);
            let statements = if self.expand {
                file.document.expand(&environment)
            } else {
                unexpanded(&file.document, &environment)
            };
            let text = if self.json {
                json(&name, &file.document, &statements)
            } else {
                listing(&name, &file.document, &statements)
            };
            output::write(text.as_bytes())?;
        }
        Ok(Outcome::Fine)
    }
}

/// The statements with references to variables as `${NAME}`.
fn unexpanded<'a>(
    document: &'a Document,
    environment: &Environment,
) -> Vec<EvaluatedStatement<'a>> {
    let mut statements = document.expand(environment);
    for statement in &mut statements {
        if statement.line.has_variable() {
            let words = statement.line.words();
            statement.words = words.map(|word| Cow::Owned(word_text(&word))).collect();
        }
    }
    statements
}

fn word_text(word: &Word<'_>) -> Vec<u8> {
    let mut text = Vec::new();
    for part in word.parts() {
        match part {
            Part::Text(bytes) => text.extend_from_slice(bytes),
            Part::Escaped(byte) => text.push(byte),
            Part::Variable(variable) => {
                text.extend_from_slice(b"${");
                text.extend_from_slice(variable.name);
                if variable.splits {
                    text.extend_from_slice(b"[*]");
                }
                if let Some(default) = variable.default {
                    text.push(b'-');
                    text.extend_from_slice(default);
                }
                text.push(b'}');
            }
        }
    }
    text
}

fn json(file: &str, document: &Document, statements: &[EvaluatedStatement<'_>]) -> String {
    let sections: Vec<String> = document.sections().map(|section| title(&section)).collect();
    let mut text = String::new();
    for statement in statements {
        let section = statement.section.and_then(|index| sections.get(index));
        let words = statement.words.iter();
        let is_text = words.clone().all(|word| std::str::from_utf8(word).is_ok());
        let object = Statement {
            file,
            line: statement.line.number(),
            section: section.map(String::as_str),
            words: words
                .clone()
                .map(|word| String::from_utf8_lossy(word))
                .collect(),
            words_hex: (!is_text).then(|| words.map(|word| hex(word)).collect()),
        };
        // Strings and numbers can always be written.
        if let Ok(line) = serde_json::to_string(&object) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// How a section is called: its kind and its name.
fn title(section: &Section<'_>) -> String {
    let kind = section.kind();
    match section.name_word() {
        Some(word) => format!("{kind} {}", String::from_utf8_lossy(&word_text(&word))),
        None => kind.to_string(),
    }
}

fn hex(word: &[u8]) -> String {
    word.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Lines for people: number, indentation by section, words apart from one another by ` · `.
fn listing(file: &str, document: &Document, statements: &[EvaluatedStatement<'_>]) -> String {
    let digits = document.line_count().to_string().len();
    let mut text = format!("{file}\n");
    for statement in statements {
        let indent = if is_title(&statement.line) { "" } else { "  " };
        let words = statement.words.iter().map(|word| readable(word));
        let words = words.collect::<Vec<String>>().join(" · ");
        let number = statement.line.number();
        let _ = writeln!(text, "{number:>digits$}  {indent}{words}");
    }
    text
}

fn is_title(line: &Line<'_>) -> bool {
    matches!(line.kind(), LineKind::Section(_))
}

/// The word with what cannot be seen made visible.
fn readable(word: &[u8]) -> String {
    if word.is_empty() {
        return "\"\"".to_owned();
    }
    let mut text = String::new();
    for chunk in word.utf8_chunks() {
        for character in chunk.valid().chars() {
            if character.is_control() {
                text.extend(character.escape_default());
            } else {
                text.push(character);
            }
        }
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}
