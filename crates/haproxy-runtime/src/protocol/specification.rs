use haproxy_model::version::Version;

/// What is true of a command whatever its arguments are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Specification {
    /// Its words as HAProxy registers them: `set maxconn server`.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub documentation: &'static str,
    /// The first branch that has it, among those that are supported.
    pub since: Version,
    /// Whether a worker takes it.
    pub worker: bool,
    /// Whether the master itself takes it.
    pub master: bool,
    /// The level that a socket needs for it.
    pub level: Level,
    /// The mode that the connection must be in.
    pub mode: Mode,
    /// How its answer ends.
    pub ending: Ending,
}

/// What a socket may do, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Look at what is harmless.
    User,
    /// Look at all, change little.
    Operator,
    /// All.
    Admin,
}

/// The mode of a connection that some commands ask for. Clients switch it on by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// None.
    Ordinary,
    /// `experimental-mode on`.
    Experimental,
    /// `expert-mode on`.
    Expert,
}

/// How the answer to a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// The connection goes on behind it.
    Answer,
    /// It watches its input while it runs: nothing may be sent before it has ended.
    Watch,
    /// The connection ends with it.
    Close,
    /// It goes on until the connection is closed.
    Endless,
}

impl Specification {
    /// A command of workers that all versions have and every level may send.
    pub const fn new(name: &'static str, documentation: &'static str) -> Self {
        Self {
            name,
            documentation,
            since: Version::OLDEST,
            worker: true,
            master: false,
            level: Level::User,
            mode: Mode::Ordinary,
            ending: Ending::Answer,
        }
    }

    /// The same since this branch.
    #[must_use]
    pub const fn since(mut self, major: u8, minor: u8) -> Self {
        self.since = Version::new(major, minor);
        self
    }

    /// The same for the master and for workers.
    #[must_use]
    pub const fn everywhere(mut self) -> Self {
        self.master = true;
        self
    }

    /// The same for the master only.
    #[must_use]
    pub const fn master(mut self) -> Self {
        self.master = true;
        self.worker = false;
        self
    }

    /// The same for operators and administrators.
    #[must_use]
    pub const fn operator(mut self) -> Self {
        self.level = Level::Operator;
        self
    }

    /// The same for administrators only.
    #[must_use]
    pub const fn admin(mut self) -> Self {
        self.level = Level::Admin;
        self
    }

    /// The same in experimental mode only.
    #[must_use]
    pub const fn experimental(mut self) -> Self {
        self.mode = Mode::Experimental;
        self
    }

    /// The same in expert mode only.
    #[must_use]
    pub const fn expert(mut self) -> Self {
        self.mode = Mode::Expert;
        self
    }

    /// The same, watching its input.
    #[must_use]
    pub const fn watches(mut self) -> Self {
        self.ending = Ending::Watch;
        self
    }

    /// The same, ending the connection.
    #[must_use]
    pub const fn closes(mut self) -> Self {
        self.ending = Ending::Close;
        self
    }

    /// Whether this branch of HAProxy has it.
    pub const fn is_in(&self, version: Version) -> bool {
        version.is_at_least(self.since)
    }
}
