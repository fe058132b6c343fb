//! The client that blocks. It needs nothing but std.

use std::future::Future;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::pin::pin;
use std::sync::mpsc;
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

use haproxy_model::version::Version;

use super::{Address, AnswerStream, Caller, Error, Timeouts, Transport};
use crate::command::{Command, Rows, RowsCommand};
use crate::operation::Operation;
use crate::protocol::{Level, Process};

/// A client that blocks.
///
/// It connects for each command, or keeps its connection with [`Client::kept`]. A connection that HAProxy
/// has closed meanwhile is replaced; a command is never sent twice.
#[derive(Debug)]
pub struct Client {
    caller: Caller<Blocking>,
}

impl Client {
    /// A client of the worker that listens there.
    pub fn new(address: Address) -> Self {
        Self {
            caller: Caller::new(address),
        }
    }

    /// A client of the master that listens there, whose commands are for this process.
    pub fn master(address: Address, process: Process) -> Self {
        let mut client = Self::new(address);
        client.caller.set_process(process);
        client
    }

    /// The same, waiting so long.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.caller.set_timeouts(timeouts);
        self
    }

    /// The same, keeping its connection from one command to the next.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.caller.set_kept(true);
        self
    }

    /// Sends a command and reads its answer.
    pub fn call<C: Command>(&mut self, command: &C) -> Result<C::Answer, Error> {
        ready(self.caller.call(command))
    }

    /// Sends commands without waiting for the answer to one before the next.
    ///
    /// What HAProxy refuses is an error in its place; the others are carried out.
    pub fn batch<C: Command>(
        &mut self,
        commands: &[C],
    ) -> Result<Vec<Result<C::Answer, Error>>, Error> {
        ready(self.caller.batch(commands))
    }

    /// Carries out an operation.
    pub fn run<O: Operation>(&mut self, operation: &O) -> Result<O::Outcome, Error> {
        ready(operation.run(&mut self.caller))
    }

    /// Sends a command whose answer is read line by line as it comes, however long it is.
    pub fn lines<C: Command>(&mut self, command: &C) -> Result<Lines, Error> {
        ready(self.caller.stream(command)).map(|stream| Lines { stream })
    }

    /// Sends a command whose answer is read row by row as it comes, however long it is.
    pub fn rows<C: RowsCommand>(&mut self, command: &C) -> Result<RowStream<C::Rows>, Error> {
        Ok(RowStream {
            lines: self.lines(command)?,
            rows: C::Rows::default(),
        })
    }

    /// The branch of the HAProxy that answers; `None` where it names none.
    pub fn version(&mut self) -> Result<Option<Version>, Error> {
        ready(self.caller.version())
    }

    /// What the socket may do.
    pub fn level(&mut self) -> Result<Level, Error> {
        ready(self.caller.level())
    }
}

/// The lines of an answer, without their ends. Behind the last line of a whole answer there is none.
#[derive(Debug)]
pub struct Lines {
    stream: AnswerStream<Blocking>,
}

impl Iterator for Lines {
    type Item = Result<String, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        ready(self.stream.line()).transpose()
    }
}

/// The rows of an answer.
#[derive(Debug)]
pub struct RowStream<R> {
    lines: Lines,
    rows: R,
}

impl<R> RowStream<R> {
    /// What was read beside rows.
    pub fn reader(&self) -> &R {
        &self.rows
    }
}

impl<R: Rows> Iterator for RowStream<R> {
    type Item = Result<R::Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let row = match self.lines.next()? {
                Ok(line) => self.rows.read(&line).map_err(Error::from).transpose(),
                Err(error) => Some(Err(error)),
            };
            if row.is_some() {
                return row;
            }
        }
    }
}

/// The outcome of a future over the blocking transport, which never waits for anything else.
fn ready<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
        // A foreign operation that waits for something else.
        thread::yield_now();
    }
}

/// A socket that blocks.
#[derive(Debug)]
pub enum Blocking {
    /// A Unix socket.
    Unix(UnixStream),
    /// A TCP socket.
    Tcp(TcpStream),
}

impl Blocking {
    fn set_timeouts(&self, until: Option<Instant>) -> io::Result<()> {
        let left = match until {
            Some(until) => {
                let left = until.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return Err(io::ErrorKind::TimedOut.into());
                }
                Some(left)
            }
            None => None,
        };
        match self {
            Self::Unix(stream) => {
                stream.set_read_timeout(left)?;
                stream.set_write_timeout(left)
            }
            Self::Tcp(stream) => {
                stream.set_read_timeout(left)?;
                stream.set_write_timeout(left)
            }
        }
    }

    fn set_nonblocking(&self, is_nonblocking: bool) -> io::Result<()> {
        match self {
            Self::Unix(stream) => stream.set_nonblocking(is_nonblocking),
            Self::Tcp(stream) => stream.set_nonblocking(is_nonblocking),
        }
    }

    fn read_once(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Unix(stream) => stream.read(buffer),
            Self::Tcp(stream) => stream.read(buffer),
        }
    }

    fn write_once(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Unix(stream) => stream.write(bytes),
            Self::Tcp(stream) => stream.write(bytes),
        }
    }
}

impl Transport for Blocking {
    async fn open(address: &Address, until: Option<Instant>) -> io::Result<Self> {
        let left = until.map_or(Duration::from_secs(3600), |until| {
            until.saturating_duration_since(Instant::now())
        });
        let unix = match address {
            Address::Tcp(address) => return open_tcp(address, left).map(Self::Tcp),
            Address::Unix(path) => SocketAddr::from_pathname(path)?,
            Address::Abstract(name) => {
                SocketAddr::from_abstract_name(Address::abstract_name(name, true))?
            }
            Address::AbstractUnpadded(name) => {
                SocketAddr::from_abstract_name(Address::abstract_name(name, false))?
            }
        };
        open_unix(unix, left).map(Self::Unix)
    }

    async fn write(&mut self, bytes: &[u8], until: Option<Instant>) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            self.set_timeouts(until)?;
            match self.write_once(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => rest = rest.get(count..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn read(&mut self, buffer: &mut [u8], until: Option<Instant>) -> io::Result<usize> {
        loop {
            self.set_timeouts(until)?;
            match self.read_once(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result,
            }
        }
    }

    fn is_quiet(&mut self) -> bool {
        if self.set_nonblocking(true).is_err() {
            return false;
        }
        let read = self.read_once(&mut [0]);
        let is_quiet = read.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock);
        is_quiet && self.set_nonblocking(false).is_ok()
    }

    async fn sleep(duration: Duration) {
        thread::sleep(duration);
    }
}

/// Connects in a thread: std has no way to stop waiting where the queue of the socket is full.
fn open_unix(address: SocketAddr, left: Duration) -> io::Result<UnixStream> {
    let (sender, receiver) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        // Nobody listens any more where the time is up.
        let _ = sender.send(UnixStream::connect_addr(&address));
    })?;
    receiver
        .recv_timeout(left)
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

fn open_tcp(address: &str, left: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for address in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, left) {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}
