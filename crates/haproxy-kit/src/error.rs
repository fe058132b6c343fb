use std::io;
use std::path::PathBuf;

use haproxy_config::{
    EditError, EffectiveError, FileError, QuoteError, ReconcileError, RenameError,
};

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("the system gives nothing random: {0}")]
    Random(getrandom::Error),
    #[error(transparent)]
    Certificate(#[from] haproxy_route::reverseproxy::CertificateError),
    #[error("cannot read standard input: {0}")]
    StandardInput(io::Error),
    #[error("standard input can be read only once")]
    StandardInputTwice,
    #[error("standard input cannot be replaced")]
    InPlaceStandardInput,
    #[error("'{}' is a folder", path.display())]
    Folder { path: PathBuf },
    #[error("cannot write the output: {0}")]
    Write(io::Error),
    #[error("cannot write {}: {source}", path.display())]
    WriteFile { path: PathBuf, source: io::Error },
    #[error("{file}: {source}")]
    Edit {
        file: String,
        source: EditError,
        help: Option<String>,
    },
    #[error("{file}: no statement '{keyword}' at line {line} of '{section}'")]
    NoStatementAtLine {
        file: String,
        keyword: String,
        line: usize,
        section: String,
    },
    #[error("{} exists already: --force replaces it", path.display())]
    LibraryExists { path: PathBuf },
    #[error("cannot run {}: {source}", path.display())]
    Run { path: PathBuf, source: io::Error },
    #[error("'{} -vv' does not print what HAProxy prints", path.display())]
    NotHaproxy { path: PathBuf },
    #[error("'{version}' is not a version of HAProxy such as 3.2")]
    NoVersion { version: String },
    #[error("no keyword '{name}'{}", section.as_ref().map(|section| format!(" in '{section}'")).unwrap_or_default())]
    UnknownKeyword {
        name: String,
        section: Option<String>,
        elsewhere: String,
        similar: Vec<String>,
    },
    #[error("{file}: cannot be printed: {source}")]
    Print { file: String, source: QuoteError },
    #[error("{file}: {source}")]
    Rename { file: String, source: RenameError },
    #[error(transparent)]
    Effective(EffectiveError),
    #[error("{file}: this is no JSON: {source}")]
    NoJson {
        file: String,
        source: serde_json::Error,
    },
    #[error("{file}: {place}: {problem}")]
    Model {
        file: String,
        /// Where in the JSON, as a JSON pointer.
        place: String,
        problem: String,
        suggestions: Vec<String>,
    },
    #[error("{file}: {source}")]
    Reconcile {
        file: String,
        source: ReconcileError,
    },
    #[error("no section '{section}'")]
    NoSection { section: String, others: String },
    #[error("there is more than one section '{section}'")]
    SeveralSections { section: String },
    #[error("{source}")]
    Defaults { source: EditError, help: String },
    #[error("no definition '{name}'")]
    NoDefinition { name: String, similar: Vec<String> },
    #[error("{file}: {source}")]
    Relations {
        file: String,
        source: haproxy_route::RelationError,
    },
    #[error("{file}: {source}")]
    Services {
        file: String,
        source: haproxy_route::reverseproxy::ServiceError,
    },
    #[error("{file}: {source}")]
    Settings {
        file: String,
        source: haproxy_route::reverseproxy::SettingsError,
    },
    #[error("{interface} has no version {version}")]
    NoSchema {
        interface: haproxy_route::Interface,
        version: u8,
    },
    #[error(transparent)]
    Runtime(#[from] haproxy_runtime::Error),
    #[error("cannot use the terminal: {0}")]
    Terminal(io::Error),
    #[error("standard output is no terminal")]
    NoTerminal,
    #[error("several files would change, and standard output is one")]
    SeveralResults,
}

impl CliError {
    /// What to do about it.
    pub(crate) fn help(&self) -> Option<String> {
        Some(match self {
            Self::File(FileError::Read { source, .. })
                if source.kind() == io::ErrorKind::NotFound =>
            {
                "check the path; - stands for standard input".to_owned()
            }
            Self::InPlaceStandardInput => {
                "leave out --in-place, the result goes to standard output".to_owned()
            }
            Self::Folder { .. } => "name the one file in it that is to be edited".to_owned(),
            Self::NoStatementAtLine { .. } => {
                "'haproxy-kit tokens FILE' lists the statements with their lines".to_owned()
            }
            Self::Run { .. } | Self::NotHaproxy { .. } => {
                "give the path of an haproxy binary, such as /usr/sbin/haproxy".to_owned()
            }
            Self::NoTerminal => "'haproxy-kit top --once' prints one look".to_owned(),
            Self::SeveralResults => "add --diff or --in-place".to_owned(),
            Self::Runtime(haproxy_runtime::Error::Connect { .. }) => {
                "'stats socket' in the global section of a configuration says where it listens"
                    .to_owned()
            }
            Self::Runtime(error) if error.is_permission_denied() => {
                "the socket's 'level' in the configuration says what it may do".to_owned()
            }
            Self::Runtime(error) if error.is_unknown_command() => {
                "'haproxy-kit runtime --socket SOCKET help' lists what it has".to_owned()
            }
            Self::Edit { help, .. } => return help.clone(),
            Self::Defaults { help, .. } => help.clone(),
            Self::Model { suggestions, .. } if suggestions.is_empty() => {
                "'haproxy-kit schema' tells what may stand where".to_owned()
            }
            Self::Model { suggestions, .. } => format!("there is: {}", suggestions.join(", ")),
            Self::NoSection { others, .. } => others.clone(),
            Self::SeveralSections { .. } => {
                "'haproxy-kit json' without --section prints all of them".to_owned()
            }
            Self::Reconcile {
                source: ReconcileError::CrossesBlock { .. },
                ..
            } => "change the conditional block by hand, or leave out what it would take".to_owned(),
            Self::NoDefinition { similar, .. } if similar.is_empty() => {
                "'haproxy-kit schema --list' lists all of them".to_owned()
            }
            Self::NoDefinition { similar, .. } => format!("there is: {}", similar.join(", ")),
            Self::UnknownKeyword { elsewhere, .. } if !elsewhere.is_empty() => {
                format!("it stands in {elsewhere}")
            }
            Self::UnknownKeyword { similar, .. } if similar.is_empty() => {
                "'haproxy-kit keywords' lists all of them".to_owned()
            }
            Self::UnknownKeyword { similar, .. } => {
                format!("there is: {}", similar.join(", "))
            }
            _ => return None,
        })
    }
}
