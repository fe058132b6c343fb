use std::io::{Read, Write};
use std::os::unix::net::{UnixDatagram, UnixStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What the frontend says that [`Requests`] go to: what went wrong is logged, with its server.
pub(super) const LOG: &str = " log unix@log.sock format raw local0\n \
     log-format \"%HP %s %ts\"\n option dontlog-normal\n";

/// A client that sends requests without pause, one behind the other.
pub(super) struct Requests {
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<(usize, Vec<Failure>)>,
}

/// A request that got another answer than 200, or none.
#[derive(Debug)]
pub(super) struct Failure {
    /// What its client saw. It is read where a test fails.
    #[allow(dead_code, reason = "shown")]
    error: String,
    /// The server that it was with.
    server: String,
    /// How it ended for HAProxy: `D-` and such where its server was taken from it.
    state: String,
}

/// Those of so many slow requests that fail where this happens while they wait.
pub(super) fn failures_of(count: usize, folder: &Path, happens: impl FnOnce()) -> Vec<Failure> {
    let mut log = Log::of(folder);
    let socket = folder.join("www.sock");
    let paths: Vec<String> = (0..count).map(|number| format!("/slow/{number}")).collect();
    let answers: Vec<Result<(), String>> = thread::scope(|scope| {
        let (paths, socket) = (paths.iter(), &socket);
        let threads = paths.map(|path| scope.spawn(move || request(socket, path)));
        let threads: Vec<_> = threads.collect();
        thread::sleep(Duration::from_millis(150));
        happens();
        let answers = threads.into_iter().map(|thread| thread.join().unwrap());
        answers.collect()
    });
    let errors = paths.iter().zip(answers);
    let errors = errors.filter_map(|(path, answer)| Some((path, answer.err()?)));
    errors
        .map(|(path, error)| log.failure(path, error))
        .collect()
}

impl Requests {
    /// Begins, and waits for the first answers; this is the folder of the process.
    pub(super) fn start(folder: &Path) -> Self {
        let mut log = Log::of(folder);
        let socket = folder.join("www.sock");
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            let (mut count, mut failures) = (0, Vec::new());
            // It goes on for a moment when the change is done.
            let mut more = 5;
            while more > 0 {
                let path = format!("/{count}");
                if let Err(error) = request(&socket, &path) {
                    failures.push(log.failure(&path, error));
                }
                count += 1;
                more -= usize::from(ends.load(Ordering::Relaxed));
            }
            (count, failures)
        });
        thread::sleep(Duration::from_millis(10));
        Self { is_over, thread }
    }

    /// Ends; how many requests there were, and those that failed.
    pub(super) fn stop(self) -> (usize, Vec<Failure>) {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.join().unwrap()
    }
}

/// What HAProxy says of requests that went wrong.
struct Log {
    socket: UnixDatagram,
    lines: Vec<String>,
}

impl Failure {
    /// Whether HAProxy ended it as this server was marked down.
    pub(super) fn is_cut_off_by(&self, server: &str) -> bool {
        self.server == server && self.state.starts_with('D')
    }
}

impl Log {
    /// That of the process in this folder, with [`LOG`].
    fn of(folder: &Path) -> Self {
        let socket = UnixDatagram::bind(folder.join("log.sock")).unwrap();
        let time = Some(Duration::from_secs(20));
        socket.set_read_timeout(time).unwrap();
        let lines = Vec::new();
        Self { socket, lines }
    }

    /// What it says of the request for a path that no other has.
    fn failure(&mut self, path: &str, error: String) -> Failure {
        loop {
            let mut lines = self.lines.iter().map(|line| line.split_whitespace());
            let own = lines.find_map(|mut words| {
                let is_own = words.next() == Some(path);
                is_own.then(|| words.map(str::to_owned).collect::<Vec<_>>())
            });
            if let Some([server, state]) = own.as_deref() {
                return Failure {
                    error,
                    server: server.clone(),
                    state: state.clone(),
                };
            }
            let mut buffer = [0; 1024];
            let length = self.socket.recv(&mut buffer);
            let length = length.unwrap_or_else(|reason| panic!("{path}: {error}, {reason}"));
            let line = String::from_utf8_lossy(&buffer[..length]);
            self.lines.push(line.into_owned());
        }
    }
}

fn request(socket: &Path, path: &str) -> Result<(), String> {
    let answer = exchange(socket, path).map_err(|error| error.to_string())?;
    let answer = String::from_utf8_lossy(&answer);
    if answer.starts_with("HTTP/1.1 200 ") {
        Ok(())
    } else {
        Err(answer.lines().next().unwrap_or("nothing").to_owned())
    }
}

fn exchange(socket: &Path, path: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: a.example\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}
