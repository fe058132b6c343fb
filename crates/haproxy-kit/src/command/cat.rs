use std::path::PathBuf;

use clap::Args;
use haproxy_config::{
    ConfigFiles, Diagnostic, EvaluatedStatement, LineKind, Severity, quote, quote_argument,
};

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::{input, output, report};

const AFTER_HELP: &str = "\
Without --evaluate, what is printed is byte for byte what was read. With it, only the statements
that count are printed: conditional blocks decided, variables put in, comments left out, each word
quoted as it needs to be. setenv, presetenv, unsetenv and resetenv are carried out on the way.

Messages of the configuration (.notice, .warning, .alert, .diag) and what is wrong with it go to
standard error. The exit code is 1 where HAProxy would refuse to read it.

Examples:
  haproxy-kit cat haproxy.cfg
  haproxy-kit cat --evaluate --env PORT=8080 --define version=2.8 haproxy.cfg
  haproxy-kit cat --evaluate --haproxy /usr/sbin/haproxy --inherit-env haproxy.cfg conf.d/";

/// Prints configurations back, as they are or as HAProxy understands them.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Cat {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Prints only the statements that count, with variables put in.
    #[arg(long)]
    evaluate: bool,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

impl Cat {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let files = input::read_all(&self.files)?;
        if self.evaluate {
            return self.print_evaluated(&files);
        }
        for file in &files.files {
            output::write(&file.document.to_bytes())?;
        }
        Ok(Outcome::Fine)
    }

    fn print_evaluated(&self, files: &ConfigFiles) -> Result<Outcome, CliError> {
        let environment = self.environment.environment()?;
        let mut outcome = Outcome::Fine;
        for (file, evaluation) in files.files.iter().zip(files.evaluate(&environment)) {
            let mut diagnostics: Vec<Diagnostic> = file.document.diagnostics();
            diagnostics.extend(evaluation.diagnostics);
            diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            report::diagnostics(&file.path, &file.document, &diagnostics);
            if diagnostics
                .iter()
                .any(|diagnostic| diagnostic.severity == Severity::Error)
            {
                outcome = Outcome::Findings;
            }
            let mut bytes = Vec::new();
            for statement in &evaluation.statements {
                push_statement(statement, &mut bytes);
            }
            output::write(&bytes)?;
        }
        Ok(outcome)
    }
}

fn push_statement(statement: &EvaluatedStatement<'_>, bytes: &mut Vec<u8>) {
    if matches!(statement.line.kind(), LineKind::Section(_)) {
        if !bytes.is_empty() {
            bytes.push(b'\n');
        }
    } else {
        bytes.extend_from_slice(b"    ");
    }
    for (index, word) in statement.words.iter().enumerate() {
        if index > 0 {
            bytes.push(b' ');
        }
        // HAProxy's words end at a NUL.
        let end = word.iter().position(|byte| *byte == 0);
        let word = word.get(..end.unwrap_or(word.len())).unwrap_or_default();
        let quoted = if index == 0 {
            quote(word)
        } else {
            quote_argument(word)
        };
        bytes.extend_from_slice(&quoted.unwrap_or_default());
    }
    bytes.push(b'\n');
}
