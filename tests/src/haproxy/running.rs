use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::Haproxy;

/// An HAProxy process, stopped when this is dropped.
#[derive(Debug)]
pub struct Running {
    process: Child,
    socket: PathBuf,
    // Removed with it.
    folder: TempDir,
}

/// How an HAProxy process is to be started.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    haproxy: &'a Haproxy,
    configuration: Vec<u8>,
    files: Vec<(String, Vec<u8>)>,
    is_master: bool,
}

impl<'a> Start<'a> {
    pub(super) fn new(haproxy: &'a Haproxy, configuration: &[u8]) -> Self {
        Self {
            haproxy,
            configuration: configuration.to_vec(),
            files: Vec::new(),
            is_master: false,
        }
    }

    /// With this file in its folder, from which it starts.
    #[must_use]
    pub fn file(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.files
            .push((name.to_owned(), content.as_ref().to_vec()));
        self
    }

    /// With a master, which listens on [`Running::master_socket`].
    #[must_use]
    pub fn master(mut self) -> Self {
        self.is_master = true;
        self
    }

    /// Starts it.
    ///
    /// # Panics
    /// Where it does not start.
    pub fn run(&self) -> Running {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("stats");
        for (name, content) in &self.files {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, content).unwrap();
        }
        let file = folder.path().join("haproxy.cfg");
        std::fs::write(&file, configuration(&self.configuration, &socket)).unwrap();
        let messages = std::fs::File::create(folder.path().join("messages")).unwrap();
        let mut command = self.haproxy.command(folder.path());
        if self.is_master {
            command.args(["-W", "-S"]).arg(folder.path().join("master"));
        } else {
            command.arg("-db");
        }
        let process = command
            .args(["-L", super::LOCAL_PEER, "-f"])
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(messages)
            .spawn()
            .unwrap();
        let mut running = Running {
            process,
            socket,
            folder,
        };
        running.wait_until(|running| UnixStream::connect(&running.socket).is_ok());
        if self.is_master {
            running.wait_until(Running::has_worker);
        }
        running
    }
}

/// The configuration with a socket of its own.
fn configuration(given: &[u8], socket: &Path) -> Vec<u8> {
    let own = format!(
        "global\n    stats socket {} level admin\n",
        socket.display()
    );
    [given, own.as_bytes()].concat()
}

impl Running {
    /// The socket of the runtime API.
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// The socket of its master, where it was started with one.
    pub fn master_socket(&self) -> PathBuf {
        self.folder.path().join("master")
    }

    /// The folder that it was started in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes another configuration, for a reload to read.
    ///
    /// # Panics
    /// Where it cannot be written.
    pub fn reconfigure(&self, given: &[u8]) {
        let file = self.folder.path().join("haproxy.cfg");
        std::fs::write(file, configuration(given, &self.socket)).unwrap();
    }

    /// Sends it a signal, such as `STOP`.
    ///
    /// # Panics
    /// Where it has ended.
    pub fn signal(&self, name: &str) {
        let status = Command::new("kill")
            .arg(format!("-{name}"))
            .arg(self.process.id().to_string())
            .status();
        assert!(status.unwrap().success(), "no signal {name}");
        let file = format!("/proc/{}/stat", self.process.id());
        let is_stopped = || std::fs::read_to_string(&file).unwrap().contains(") T ");
        while name == "STOP" && !is_stopped() {
            sleep(Duration::from_millis(1));
        }
    }

    /// Asks a command of the runtime API and returns the answer.
    ///
    /// # Panics
    /// Where the process does not answer.
    pub fn ask(&self, command: &str) -> Vec<u8> {
        ask(&self.socket, command, Duration::from_secs(30)).unwrap()
    }

    /// Whether its master passes commands on to a worker.
    fn has_worker(&self) -> bool {
        let time = Duration::from_millis(500);
        let answer = ask(&self.master_socket(), "@1 show info;quit", time);
        String::from_utf8_lossy(&answer.unwrap_or_default()).contains("Uptime")
    }

    fn wait_until(&mut self, is_ready: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_ready(self) {
            let ended = self.process.try_wait().unwrap();
            assert!(
                ended.is_none() && start.elapsed() < Duration::from_secs(30),
                "HAProxy does not start ({ended:?}): {}",
                String::from_utf8_lossy(
                    &std::fs::read(self.folder.path().join("messages")).unwrap()
                )
            );
            sleep(Duration::from_millis(2));
        }
    }
}

fn ask(socket: &Path, command: &str, time: Duration) -> std::io::Result<Vec<u8>> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(time))?;
    stream.write_all(command.as_bytes())?;
    stream.write_all(b"\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

impl Drop for Running {
    fn drop(&mut self) {
        // A master takes its workers with it on TERM; one that was stopped does so when it goes on.
        for signal in ["-TERM", "-CONT"] {
            let _ = Command::new("kill")
                .arg(signal)
                .arg(self.process.id().to_string())
                .stderr(Stdio::null())
                .status();
        }
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(2) {
            if !matches!(self.process.try_wait(), Ok(None)) {
                return;
            }
            sleep(Duration::from_millis(2));
        }
        // It has ended already where one of these fails.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
