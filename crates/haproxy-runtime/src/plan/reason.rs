use haproxy_config::Change;
use haproxy_model::version::Version;
use serde::{Serialize, Serializer};

/// Why a reload is needed: one change that no runtime command makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reason {
    /// The section as it opens: `backend app`; empty of a file.
    pub section: String,
    /// What in the section: `server s1`, `timeout server`; empty for the section itself. The path of a
    /// file.
    pub path: String,
    /// The keyword that stands in the way: `balance`, or the parameter of a server.
    pub keyword: Option<String>,
    /// The statement as it was.
    pub before: Option<String>,
    /// The statement as it is to be.
    pub after: Option<String>,
    /// Why not while HAProxy runs.
    pub why: Why,
}

impl Reason {
    /// For a change of a statement.
    pub(super) fn of(change: &Change, keyword: Option<&str>, why: Why) -> Self {
        Self {
            section: change.section.clone(),
            path: change.path.clone(),
            keyword: keyword.map(str::to_owned),
            before: change.before.clone(),
            after: change.after.clone(),
            why,
        }
    }

    /// For a file.
    pub(super) fn of_file(path: String, why: Why) -> Self {
        Self {
            section: String::new(),
            path,
            keyword: None,
            before: None,
            after: None,
            why,
        }
    }
}

/// Why a change cannot be made while HAProxy runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// No command sets it.
    #[error("no runtime command sets it")]
    NotSettable,
    /// The process has no command for it.
    #[error("HAProxy {version} has no command '{command}'")]
    NoCommand {
        /// The command.
        command: String,
        /// The branch of the process.
        #[serde(serialize_with = "display")]
        version: Version,
    },
    /// `add server` does not take the parameter.
    #[error("'add server' does not take '{parameter}' in HAProxy {version}")]
    ParameterAtStart {
        /// The parameter.
        parameter: String,
        /// The branch of the process.
        #[serde(serialize_with = "display")]
        version: Version,
    },
    /// The backend balances by an algorithm that goes by the servers it started with.
    #[error("the servers and weights of 'balance {algorithm}' stay as they were at start")]
    StaticBalance {
        /// The algorithm.
        algorithm: String,
    },
    /// The backend's connections do not go to servers by balancing.
    #[error("a backend with '{keyword}' has no servers that come and go")]
    NotBalanced {
        /// What it has instead.
        keyword: String,
    },
    /// Something else names the server or backend, so that it cannot be removed.
    #[error("'{by}' in '{section}' names it, so it cannot be removed")]
    Referenced {
        /// The statement that names it.
        by: String,
        /// Its section.
        section: String,
    },
    /// The server must be replaced, and no other is there meanwhile.
    #[error("'{parameter}' is changed by replacing the server, and no other would serve meanwhile")]
    OnlyServer {
        /// The parameter that no command sets.
        parameter: String,
    },
    /// The server follows another, which must be there from the start.
    #[error("it follows '{server}', which is not there from the start")]
    Follows {
        /// The server that it follows.
        server: String,
    },
    /// The servers of a template start from it, and cannot be told apart.
    #[error("the servers of a template start from its 'default-server'")]
    Template,
    /// The address is a name, which is resolved at start.
    #[error("the name '{name}' is resolved at start")]
    Name {
        /// The name.
        name: String,
    },
    /// The order of servers counts, and those that are added come last.
    #[error("the order of servers counts here, and servers that are added come last")]
    Order,
    /// Its value depends on the environment of the process.
    #[error("its value depends on the environment of the process")]
    Environment,
    /// The limit may not exceed the one that the process started with.
    #[error("the process started with {limit}, and cannot go beyond it")]
    BeyondStart {
        /// The limit that it started with.
        limit: u64,
    },
    /// Without a value, HAProxy computes one when it starts.
    #[error("HAProxy computes it when it starts")]
    Computed,
    /// The value is none that the command takes.
    #[error("the runtime command does not take '{value}'")]
    Value {
        /// The value.
        value: String,
    },
    /// HAProxy reads files of this kind when it starts only.
    #[error("HAProxy reads it at start only")]
    FileAtStart,
    /// The certificate has timestamps for Certificate Transparency, which no command sets or keeps.
    #[error(
        "it has timestamps in a '.sctl', and HAProxy may crash where such a certificate is changed"
    )]
    Timestamps,
    /// What a file holds is not known.
    #[error("what it holds is not known")]
    UnknownFile,
    /// A line of a file is none that a command can say.
    #[error("line {line} cannot be said by a command")]
    Line {
        /// The number of the line.
        line: usize,
    },
    /// A line is for certificates of several key types, each in a file of its own.
    #[error("the certificates of a bundle get into it and out of it at start only")]
    Bundle,
    /// The entries are in another order, and those that are added come last.
    #[error("its order counts, and lines that are added come last")]
    LineOrder,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes fields by reference"
)]
fn display<S: Serializer>(version: &Version, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(version)
}
