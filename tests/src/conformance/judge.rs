use std::fmt;
use std::path::PathBuf;

use haproxy_config::Environment;
use haproxy_model::version::Version;

use crate::haproxy::{Haproxy, Verdict};
use crate::{corpus, parallel};

/// Who says what is right.
#[derive(Debug)]
#[non_exhaustive]
pub enum Judge {
    /// The verdicts that stand beside the corpus, of one version of HAProxy where everything was at
    /// hand that the files name.
    Verdicts {
        /// The version: `3.4`.
        version: &'static str,
        /// What it was built with.
        environment: Box<Environment>,
    },
    /// An HAProxy of this machine, where most files that configurations name do not exist.
    Haproxy {
        /// The program.
        haproxy: Haproxy,
        /// What it reads a configuration in.
        environment: Box<Environment>,
    },
}

/// A configuration and what a judge says of it.
#[derive(Debug)]
pub struct Judged {
    /// The file.
    pub path: PathBuf,
    /// Its path in the corpus.
    pub name: String,
    /// Whether it is refused for what stands in it.
    pub refused: bool,
    /// The lines that are refused for what stands in them.
    pub refused_lines: Vec<usize>,
    /// The lines that may not have been read to the end.
    pub unread_lines: Vec<usize>,
    /// The lines that are warned of.
    pub warned_lines: Vec<usize>,
    /// What was said.
    pub messages: Vec<String>,
    /// The name among peers that it was started with.
    pub local_peer: Option<String>,
}

impl Judge {
    /// The verdicts of every version.
    pub fn verdicts_of_all() -> [Self; 6] {
        ["2.4", "2.6", "2.8", "3.0", "3.2", "3.4"].map(Self::verdicts_of)
    }

    /// The verdicts of this version.
    pub fn verdicts_of(version: &'static str) -> Self {
        let mut environment = Environment::new(format!("{version}.0"));
        // These were built without it.
        if matches!(version, "2.4" | "2.6" | "2.8") {
            environment.features.remove("QUIC");
        }
        Self::Verdicts {
            version,
            environment: Box::new(environment),
        }
    }

    /// Every HAProxy of this machine.
    pub fn haproxies() -> [Self; 3] {
        Haproxy::all().map(|haproxy| Self::Haproxy {
            environment: Box::new(haproxy.environment()),
            haproxy,
        })
    }

    /// The version.
    ///
    /// # Panics
    /// Never: every judge's version is one.
    pub fn version(&self) -> Version {
        let version = match self {
            Self::Verdicts { version, .. } => version,
            Self::Haproxy { haproxy, .. } => haproxy.version(),
        };
        version.parse().unwrap()
    }

    /// What the judge reads configurations in, apart from the name among peers.
    pub fn environment(&self) -> Option<&Environment> {
        match self {
            Self::Verdicts { environment, .. } | Self::Haproxy { environment, .. } => {
                Some(environment)
            }
        }
    }

    /// What the judge says of every file of the corpus, where it says anything; `None`, with a
    /// printed note, where the corpus is missing.
    ///
    /// # Panics
    /// Where a verdict cannot be read, or HAProxy not be run.
    pub fn verdicts(&self) -> Option<Vec<Judged>> {
        match self {
            Self::Verdicts { version, .. } => {
                let entries = corpus::entries(version)?.into_iter();
                Some(entries.filter_map(Judged::recorded).collect())
            }
            Self::Haproxy { haproxy, .. } => {
                let entries = corpus::entries(haproxy.version())?;
                let judged = parallel::map(&entries, |entry| Judged::by(haproxy, entry));
                Some(judged.into_iter().flatten().collect())
            }
        }
    }
}

impl fmt::Display for Judge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verdicts { version, .. } => write!(formatter, "verdicts of {version}"),
            Self::Haproxy { haproxy, .. } => write!(formatter, "HAProxy {}", haproxy.version()),
        }
    }
}

impl Judged {
    /// What this HAProxy says of a file; `None` where it crashes, or misses too much to judge.
    fn by(haproxy: &Haproxy, entry: &corpus::Entry) -> Option<Self> {
        let haproxy = haproxy.clone();
        let haproxy = match &entry.local_peer {
            Some(name) => haproxy.with_local_peer(name),
            None => haproxy,
        };
        let verdict = haproxy.check_unless_it_crashes(&entry.path)?;
        let refused = verdict.refuses_text()?;
        if !refused && entry.accepts == Some(false) {
            // What is missing here kept it from seeing what is wrong.
            return None;
        }
        Some(Self {
            path: entry.path.clone(),
            name: entry.name(),
            refused,
            refused_lines: verdict.refused_lines(),
            unread_lines: verdict.unread_lines(),
            warned_lines: verdict.warned_lines(),
            messages: verdict.messages.lines().map(str::to_owned).collect(),
            local_peer: Some(haproxy.local_peer().to_owned()),
        })
    }

    /// What was said of a file; `None` where HAProxy crashed, or missed too much to judge.
    fn recorded(entry: corpus::Entry) -> Option<Self> {
        if entry.failed {
            return None;
        }
        let verdict = Verdict {
            accepts: entry.accepts != Some(false),
            dump: Vec::new(),
            messages: entry.messages.join("\n"),
        };
        let refused = verdict.refuses_text_by_messages()?;
        if !refused && !verdict.accepts {
            // What is missing there kept it from seeing what is wrong.
            return None;
        }
        Some(Self {
            name: entry.name(),
            path: entry.path,
            refused,
            refused_lines: entry.refused_lines,
            unread_lines: Vec::new(),
            warned_lines: entry.warned_lines,
            messages: entry.messages,
            local_peer: entry.local_peer,
        })
    }

    /// What was said of this line; empty where nothing that is known.
    pub fn message_about(&self, line: usize) -> &str {
        let place = format!(":{line}]");
        let mut messages = self.messages.iter();
        messages
            .find(|message| message.contains(&place))
            .map_or("", |message| message)
    }
}
