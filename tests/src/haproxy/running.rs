use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Stdio};
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

impl Running {
    pub(super) fn start(haproxy: &Haproxy, configuration: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("stats");
        let file = folder.path().join("haproxy.cfg");
        let own = format!(
            "global\n    stats socket {} level admin\n",
            socket.display()
        );
        std::fs::write(&file, [configuration, own.as_bytes()].concat()).unwrap();
        let messages = std::fs::File::create(folder.path().join("messages")).unwrap();
        let process = haproxy
            .command(folder.path())
            .args(["-db", "-L", super::LOCAL_PEER, "-f"])
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(messages)
            .spawn()
            .unwrap();
        let mut running = Self {
            process,
            socket,
            folder,
        };
        running.wait_until_ready();
        running
    }

    /// Asks a command of the runtime API and returns the answer.
    ///
    /// # Panics
    /// Where the process does not answer.
    pub fn ask(&self, command: &str) -> Vec<u8> {
        let mut stream = UnixStream::connect(&self.socket).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        stream.write_all(command.as_bytes()).unwrap();
        stream.write_all(b"\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    fn wait_until_ready(&mut self) {
        let start = Instant::now();
        while UnixStream::connect(&self.socket).is_err() {
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

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already where one of these fails.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
