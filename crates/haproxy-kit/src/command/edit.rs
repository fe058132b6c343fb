//! `set`, `add` and `remove`: the edits of one statement.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::{
    ConfigFile, Document, EditError, RawStatement, Section, SectionMut, SectionSelector,
};

use crate::Outcome;
use crate::destination::Destination;
use crate::error::CliError;
use crate::input;
use crate::input::display_name;
use crate::selection::other_sections;

const SET_HELP: &str = "\
KEYWORD is cut at blanks and may be several words: what tells the statement from others, such as
'timeout server' or 'server s1'. Each ARG is one word whatever it holds; it is quoted as needed.
Arguments that start with a dash go behind --.

Examples:
  haproxy-kit set --diff haproxy.cfg 'backend app' 'timeout server' 60s
  haproxy-kit set --in-place haproxy.cfg 'backend app' 'server s1' 10.0.0.7:80 check
  haproxy-kit set haproxy.cfg 'frontend www' 'acl api' -- path -i -m beg /api
  haproxy-kit set --raw haproxy.cfg 'frontend www' bind '\":${PORT-80}\"'";

const ADD_HELP: &str = "\
The statement goes behind the last one with the same first word. Where there is none, it goes where
HAProxy goes by it: settings first, ACLs before what uses them, rules in their order, then servers.

Examples:
  haproxy-kit add haproxy.cfg 'backend app' server s3 10.0.0.3:80 check
  haproxy-kit add haproxy.cfg 'frontend www' -- http-request deny if { src -f /etc/bad.lst }";

const REMOVE_HELP: &str = "\
Examples:
  haproxy-kit remove --diff haproxy.cfg 'backend app' 'server s3'
  haproxy-kit remove --line 12 haproxy.cfg 'backend app' http-request";

/// Which section of which file, and where the result goes.
#[derive(Debug, Args)]
struct Target {
    /// The file, or - for standard input.
    file: PathBuf,

    /// The section: its kind and its name, such as 'backend app' or global.
    section: SectionSelector,

    #[command(flatten)]
    destination: Destination,
}

/// The words of a statement.
#[derive(Debug, Args)]
struct StatementArgs {
    /// The statement's first words.
    keyword: String,

    /// The words behind them.
    #[arg(value_name = "ARG")]
    arguments: Vec<String>,

    /// Takes the words as they would stand in the file, with quotes and references to variables.
    #[arg(long)]
    raw: bool,
}

/// Which of several that could be meant.
#[derive(Debug, Args)]
struct Choice {
    /// The line of the statement, where several start with KEYWORD, or of one of several sections.
    #[arg(long, value_name = "NUMBER")]
    line: Option<usize>,
}

/// Changes one statement, or adds it where there is none.
#[derive(Debug, Args)]
#[command(after_help = SET_HELP)]
pub(crate) struct Set {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    statement: StatementArgs,
    #[command(flatten)]
    choice: Choice,
}

/// Adds one statement.
#[derive(Debug, Args)]
#[command(after_help = ADD_HELP)]
pub(crate) struct Add {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    statement: StatementArgs,
    #[command(flatten)]
    choice: Choice,
}

/// Removes one statement.
#[derive(Debug, Args)]
#[command(after_help = REMOVE_HELP)]
pub(crate) struct Remove {
    #[command(flatten)]
    target: Target,

    /// The statement's first words, cut at blanks.
    keyword: String,

    /// More of its words, to tell it from others.
    #[arg(value_name = "ARG")]
    arguments: Vec<String>,

    #[command(flatten)]
    choice: Choice,
}

impl Set {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let line = self.choice.line;
        self.target.edit(line, |section| {
            let keyword = split(&self.statement.keyword);
            let statement = self.statement.statement()?;
            match chosen(section, line, &keyword)? {
                Some(at) => section.replace(at, &statement)?,
                None => {
                    section.set_statement(&keyword, &statement)?;
                }
            }
            Ok(())
        })
    }
}

impl Add {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        self.target.edit(self.choice.line, |section| {
            section.add(&self.statement.statement()?)?;
            Ok(())
        })
    }
}

impl Remove {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let line = self.choice.line;
        self.target.edit(line, |section| {
            let mut keyword = split(&self.keyword);
            keyword.extend(self.arguments.iter().map(String::as_bytes));
            match chosen(section, line, &keyword)? {
                Some(at) => section.remove(at)?,
                None => section.remove_statement(&keyword)?,
            }
            Ok(())
        })
    }
}

impl StatementArgs {
    fn statement(&self) -> Result<RawStatement, EditError> {
        if self.raw {
            let words = std::iter::once(&self.keyword).chain(&self.arguments);
            let words: Vec<&str> = words.map(String::as_str).collect();
            return RawStatement::parse(words.join(" "));
        }
        let arguments = self.arguments.iter().map(String::as_bytes);
        RawStatement::new(split(&self.keyword).into_iter().chain(arguments))
    }
}

fn split(keyword: &str) -> Vec<&[u8]> {
    keyword
        .split_ascii_whitespace()
        .map(str::as_bytes)
        .collect()
}

/// Why an edit is not done.
enum Refusal {
    Edit(EditError),
    /// The line that was asked for holds no such statement.
    NotAtLine {
        line: usize,
        keyword: String,
    },
}

impl From<EditError> for Refusal {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

/// The line index of the statement that was chosen by its line in the document; `None` where none
/// was, or only the section by the line that starts it.
fn chosen(
    section: &SectionMut<'_>,
    line: Option<usize>,
    keyword: &[&[u8]],
) -> Result<Option<usize>, Refusal> {
    let (Some(line), Some(section)) = (line, section.section()) else {
        return Ok(None);
    };
    if section
        .header()
        .is_some_and(|header| header.number() == line)
    {
        return Ok(None);
    }
    let mut statements = section.statements();
    let found = statements.find(|(_, own)| own.number() == line && own.starts_with(keyword));
    match found {
        Some((index, _)) => Ok(Some(index)),
        None => Err(Refusal::NotAtLine {
            line,
            keyword: String::from_utf8_lossy(&keyword.join(&b' ')).into_owned(),
        }),
    }
}

impl Target {
    /// Carries out an edit on the section and shows or writes what comes of it.
    fn edit(
        &self,
        line: Option<usize>,
        edit: impl FnOnce(&mut SectionMut<'_>) -> Result<(), Refusal>,
    ) -> Result<Outcome, CliError> {
        let mut file = input::read_one(&self.file)?;
        let before = file.document.to_bytes();
        let result = self.edit_document(&mut file.document, line, edit);
        result.map_err(|error| self.explain(&file, error))?;
        let after = file.document.to_bytes();
        self.destination.write(&self.file, &before, &after)?;
        Ok(Outcome::Fine)
    }

    fn edit_document(
        &self,
        document: &mut Document,
        line: Option<usize>,
        edit: impl FnOnce(&mut SectionMut<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let index = match document.find_section(&self.section) {
            Err(EditError::AmbiguousSection { selector, lines }) => {
                let holding = line.and_then(|line| section_at_line(document, line));
                let is_meant = |index: &usize| {
                    document
                        .section_at(*index)
                        .is_some_and(|section| section.is(selector.kind, selector.name.as_deref()))
                };
                holding
                    .filter(is_meant)
                    .ok_or(EditError::AmbiguousSection { selector, lines })
            }
            found => found,
        }?;
        let missing = EditError::NoSuchSection {
            kind: self.section.kind,
            name: self.section.name.clone(),
        };
        edit(&mut document.section_at_mut(index).ok_or(missing)?)
    }

    fn explain(&self, file: &ConfigFile, refusal: Refusal) -> CliError {
        let error = match refusal {
            Refusal::Edit(error) => error,
            Refusal::NotAtLine { line, keyword } => {
                return CliError::NoStatementAtLine {
                    file: display_name(&self.file),
                    keyword,
                    line,
                    section: self.section.to_string(),
                };
            }
        };
        let help = match &error {
            EditError::NoSuchSection { kind, .. } => {
                let sections = file.document.sections();
                let named = sections.map(|section| (section.kind(), section.name()));
                Some(other_sections(*kind, named))
            }
            EditError::Ambiguous { .. } | EditError::AmbiguousSection { .. } => {
                Some("name more of its words, or choose one with --line NUMBER".to_owned())
            }
            EditError::NotFound { .. } => {
                Some("'haproxy-kit tokens FILE' lists the statements with their lines".to_owned())
            }
            EditError::NotAStatement { .. } => {
                Some("without --raw, every argument is quoted as it needs to be".to_owned())
            }
            _ => None,
        };
        CliError::Edit {
            file: display_name(&self.file),
            source: error,
            help,
        }
    }
}

/// The section that holds this line of the document.
fn section_at_line(document: &Document, line: usize) -> Option<usize> {
    let mut sections = document.sections();
    let holds = |section: &Section<'_>| {
        let lines = section.lines().len();
        section
            .header()
            .is_some_and(|header| (header.number()..header.number() + lines).contains(&line))
    };
    sections.find(holds).map(|section| section.index())
}
