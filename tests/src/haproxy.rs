//! Real HAProxy processes.

mod messages;
mod running;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use haproxy_config::Environment;

pub use running::{Running, Start};

/// The versions that `tests/haproxy/fetch.sh` brings.
pub const VERSIONS: [&str; 3] = ["2.6", "3.0", "3.2"];

/// The name that HAProxy has among its peers in the tests, in place of this machine's.
const LOCAL_PEER: &str = "judge";

/// How many seconds a check may take: a few values make HAProxy loop for ever.
const PATIENCE: &str = "20";

/// A real HAProxy of some version, and the environment variables that it is given.
#[derive(Debug, Clone)]
pub struct Haproxy {
    version: &'static str,
    program: PathBuf,
    variables: Vec<(Vec<u8>, Vec<u8>)>,
    local_peer: String,
}

/// What HAProxy said of a configuration.
#[derive(Debug)]
pub struct Verdict {
    /// Whether it would start with it, apart from having no listener.
    pub accepts: bool,
    /// What it printed for other programs: the dump of `-dC`.
    pub dump: Vec<u8>,
    /// What it printed for people.
    pub messages: String,
}

impl Haproxy {
    /// HAProxy of one of the [`VERSIONS`].
    ///
    /// # Panics
    /// Where it was not fetched: a test that needs HAProxy cannot pass without it.
    pub fn of(version: &'static str) -> Self {
        let program = crate::target_folder()
            .join("haproxy")
            .join(version)
            .join("haproxy");
        assert!(
            program.is_file(),
            "no HAProxy {version} at {}: run tests/haproxy/fetch.sh first",
            program.display()
        );
        Self {
            version,
            program,
            variables: vec![(b"PATH".to_vec(), b"/usr/bin:/bin".to_vec())],
            local_peer: LOCAL_PEER.to_owned(),
        }
    }

    /// HAProxy of each of the [`VERSIONS`].
    pub fn all() -> [Self; 3] {
        VERSIONS.map(Self::of)
    }

    /// Those that can print a configuration as they cut it into words.
    pub fn all_that_dump() -> [Self; 2] {
        ["3.0", "3.2"].map(Self::of)
    }

    /// The version's first two numbers: `3.2`.
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// Gives it an environment variable.
    #[must_use]
    pub fn with_variable(mut self, name: &[u8], value: &[u8]) -> Self {
        self.variables.push((name.to_vec(), value.to_vec()));
        self
    }

    /// Gives it this name among peers.
    #[must_use]
    pub fn with_local_peer(mut self, name: impl Into<String>) -> Self {
        self.local_peer = name.into();
        self
    }

    /// Its name among peers.
    pub fn local_peer(&self) -> &str {
        &self.local_peer
    }

    /// What this HAProxy reads a configuration in.
    ///
    /// # Panics
    /// Where it does not tell its version.
    pub fn environment(&self) -> Environment {
        let output = self.run(Path::new("/"), ["-vv"]);
        let text = String::from_utf8_lossy(&output.stdout);
        let environment = Environment::from_version_output(&text)
            .unwrap_or_else(|| panic!("no version in what haproxy -vv prints: {text}"))
            .with_variable("HAPROXY_LOCALPEER", self.local_peer.as_str())
            .with_variable("PWD", "/");
        let variables = self.variables.iter();
        variables.fold(environment, |environment, (name, value)| {
            environment.with_variable(name.clone(), value.clone())
        })
    }

    /// Checks a file, named as it stands, as if from its own folder.
    pub fn check(&self, file: &Path) -> Verdict {
        self.verdict(file, &[])
            .unwrap_or_else(|| self.crashed(file))
    }

    /// Checks a file as [`Haproxy::check`] does; `None` where HAProxy crashes on it or comes to no end.
    pub fn check_unless_it_crashes(&self, file: &Path) -> Option<Verdict> {
        self.verdict(file, &[])
    }

    /// Checks a file as if from another folder than its own; `None` where HAProxy crashes on it or comes to no end.
    pub fn check_in(&self, folder: &Path, file: &Path) -> Option<Verdict> {
        self.verdict_in(folder, file.as_os_str(), &[])
    }

    /// Checks a file and has every line printed as HAProxy cuts it into words, with its number.
    ///
    /// Conditions and `setenv` are not carried out then.
    pub fn dump(&self, file: &Path) -> Verdict {
        self.verdict(file, &["-dC,line"])
            .unwrap_or_else(|| self.crashed(file))
    }

    /// Starts it with this configuration, to which a global section with a stats socket is added.
    ///
    /// # Panics
    /// Where it does not start.
    pub fn start(&self, configuration: &[u8]) -> Running {
        self.prepare(configuration).run()
    }

    /// The same, with more to say about how it is started.
    pub fn prepare(&self, configuration: &[u8]) -> Start<'_> {
        Start::new(self, configuration)
    }

    /// Its list of the commands of the runtime API.
    pub fn commands(&self) -> String {
        let output = self.run(Path::new("/"), ["-dKcli", "-c", "-f", "/dev/null"]);
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The command that checks a file, from the file's folder.
    ///
    /// # Panics
    /// Where the file is in no folder.
    pub fn checking(&self, file: &Path) -> Command {
        let mut command = self.command(file.parent().expect("a file is in a folder"));
        command.arg("-c").arg("-f").arg(file);
        command
    }

    fn crashed(&self, file: &Path) -> ! {
        panic!("HAProxy {} crashed on {}", self.version, file.display())
    }

    fn verdict(&self, file: &Path, arguments: &[&str]) -> Option<Verdict> {
        let folder = file.parent().expect("a file is in a folder");
        let name = file.file_name().expect("a file has a name");
        self.verdict_in(folder, name, arguments)
    }

    fn verdict_in(&self, folder: &Path, file: &OsStr, arguments: &[&str]) -> Option<Verdict> {
        let mut command = Command::new("timeout");
        command.arg(PATIENCE).arg(&self.program);
        command.args(arguments);
        command.args(["-L", &self.local_peer, "-c", "-f"]).arg(file);
        let output = self.output_of(self.in_surroundings(&mut command, folder));
        // What `timeout` says of a program that did not come to its end, or was killed, is more.
        let code = output.status.code().filter(|code| *code < 124)?;
        Some(Verdict {
            // 2: it has no listener.
            accepts: matches!(code, 0 | 2),
            dump: without_closing_words(output.stdout),
            messages: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    fn run<A: AsRef<OsStr>>(
        &self,
        folder: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Output {
        self.output_of(self.command(folder).args(arguments))
    }

    fn output_of(&self, command: &mut Command) -> Output {
        command
            .output()
            .unwrap_or_else(|error| panic!("{} does not run: {error}", self.program.display()))
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        self.in_surroundings(&mut command, folder);
        command
    }

    fn in_surroundings<'a>(&self, command: &'a mut Command, folder: &Path) -> &'a mut Command {
        let variables = self.variables.iter();
        command
            .current_dir(folder)
            .env_clear()
            .envs(
                variables.map(|(name, value)| (OsStr::from_bytes(name), OsStr::from_bytes(value))),
            )
            .env("PWD", "/")
    }
}

impl Verdict {
    /// The numbers of the lines that HAProxy complains about with `[ALERT]`, each once.
    pub fn alert_lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = self
            .messages
            .lines()
            .filter(|line| line.starts_with("[ALERT]"))
            .filter_map(|line| line_number(line.split_once("parsing [")?.1))
            .collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    /// What the `.notice` lines said that count.
    pub fn notices(&self) -> Vec<&str> {
        let notices = self
            .messages
            .lines()
            .filter(|line| line.starts_with("[NOTICE]"));
        notices
            .filter_map(|line| {
                line.split_once("parsing [")?
                    .1
                    .split_once("]: '")?
                    .1
                    .strip_suffix("'.")
            })
            .collect()
    }
}

/// Removes what HAProxy says at the end, which it prints among the dump.
fn without_closing_words(mut dump: Vec<u8>) -> Vec<u8> {
    let closing: [&[u8]; 3] = [
        b"Configuration file has no error but will not start (no listener) => exit(2).\n",
        b"Configuration file is valid\n",
        b"Warnings were found.\n",
    ];
    while let Some(words) = closing.iter().find(|words| dump.ends_with(words)) {
        dump.truncate(dump.len() - words.len());
    }
    dump
}

/// The number in `FILE:NUMBER]…`.
fn line_number(text: &str) -> Option<usize> {
    let (place, _) = text.split_once(']')?;
    place.rsplit_once(':')?.1.parse().ok()
}
