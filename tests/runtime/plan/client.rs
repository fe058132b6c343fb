use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A client that sends requests without pause.
pub(super) struct Requests {
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<(usize, Vec<String>)>,
}

impl Requests {
    /// Begins, and waits for the first answers.
    pub(super) fn start(socket: PathBuf) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            let (mut count, mut errors) = (0, Vec::new());
            // It goes on for a moment when the change is done.
            while !ends.load(Ordering::Relaxed) {
                errors.extend(request(&socket).err());
                count += 1;
            }
            for _ in 0..5 {
                errors.extend(request(&socket).err());
            }
            (count, errors)
        });
        thread::sleep(Duration::from_millis(10));
        Self { is_over, thread }
    }

    /// Ends; how many requests there were, and the errors among their answers.
    pub(super) fn stop(self) -> (usize, Vec<String>) {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.join().unwrap()
    }
}

fn request(socket: &Path) -> Result<(), String> {
    let answer = exchange(socket).map_err(|error| error.to_string())?;
    let answer = String::from_utf8_lossy(&answer);
    if answer.starts_with("HTTP/1.1 200 ") {
        Ok(())
    } else {
        Err(answer.lines().next().unwrap_or("nothing").to_owned())
    }
}

fn exchange(socket: &Path) -> std::io::Result<Vec<u8>> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a.example\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}
