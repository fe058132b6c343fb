//! The client for programs with tokio.

use std::io;
use std::time::{Duration, Instant};

use ::tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use ::tokio::net::{TcpStream, UnixStream};
use ::tokio::time;
use haproxy_model::version::Version;

use super::{Address, AnswerStream, Caller, Error, Timeouts, Transport};
use crate::command::{Command, Rows, RowsCommand};
use crate::operation::Operation;
use crate::protocol::{Level, Process};

/// A client for programs with tokio: as [`crate::Client`], with `await`.
///
/// A call that is dropped before its end closes its connection.
#[derive(Debug)]
pub struct Client {
    caller: Caller<Asynchronous>,
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
    pub async fn call<C: Command>(&mut self, command: &C) -> Result<C::Answer, Error> {
        self.caller.call(command).await
    }

    /// Sends commands without waiting for the answer to one before the next.
    ///
    /// What HAProxy refuses is an error in its place; the others are carried out.
    pub async fn batch<C: Command>(
        &mut self,
        commands: &[C],
    ) -> Result<Vec<Result<C::Answer, Error>>, Error> {
        self.caller.batch(commands).await
    }

    /// Carries out an operation.
    pub async fn run<O: Operation>(&mut self, operation: &O) -> Result<O::Outcome, Error> {
        operation.run(&mut self.caller).await
    }

    /// Sends a command whose answer is read line by line as it comes, however long it is.
    pub async fn lines<C: Command>(
        &mut self,
        command: &C,
    ) -> Result<AnswerStream<Asynchronous>, Error> {
        self.caller.stream(command).await
    }

    /// Sends a command whose answer is read row by row as it comes, however long it is.
    pub async fn rows<C: RowsCommand>(&mut self, command: &C) -> Result<RowStream<C::Rows>, Error> {
        Ok(RowStream {
            lines: self.lines(command).await?,
            rows: C::Rows::default(),
        })
    }

    /// The branch of the HAProxy that answers; `None` where it names none.
    pub async fn version(&mut self) -> Result<Option<Version>, Error> {
        self.caller.version().await
    }

    /// What the socket may do.
    pub async fn level(&mut self) -> Result<Level, Error> {
        self.caller.level().await
    }
}

/// The rows of an answer.
#[derive(Debug)]
pub struct RowStream<R> {
    lines: AnswerStream<Asynchronous>,
    rows: R,
}

impl<R: Rows> RowStream<R> {
    /// The next row; `None` behind the last one of a whole answer.
    pub async fn next(&mut self) -> Result<Option<R::Row>, Error> {
        while let Some(line) = self.lines.line().await? {
            if let Some(row) = self.rows.read(&line)? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}

/// A socket of tokio's.
#[derive(Debug)]
pub enum Asynchronous {
    /// A Unix socket.
    Unix(UnixStream),
    /// A TCP socket.
    Tcp(TcpStream),
}

impl Transport for Asynchronous {
    async fn open(address: &Address, until: Option<Instant>) -> io::Result<Self> {
        limited(until, async {
            Ok(match address {
                Address::Tcp(address) => {
                    let stream = TcpStream::connect(address).await?;
                    stream.set_nodelay(true)?;
                    Self::Tcp(stream)
                }
                Address::Unix(path) => {
                    Self::Unix(open_unix(path.as_os_str().as_encoded_bytes()).await?)
                }
                Address::Abstract(name) => {
                    let name = Address::abstract_name(name, true);
                    Self::Unix(open_unix(&[b"\0", name.as_slice()].concat()).await?)
                }
                Address::AbstractUnpadded(name) => {
                    let name = Address::abstract_name(name, false);
                    Self::Unix(open_unix(&[b"\0", name.as_slice()].concat()).await?)
                }
            })
        })
        .await
    }

    async fn write(&mut self, bytes: &[u8], until: Option<Instant>) -> io::Result<()> {
        limited(until, async {
            match self {
                Self::Unix(stream) => stream.write_all(bytes).await,
                Self::Tcp(stream) => stream.write_all(bytes).await,
            }
        })
        .await
    }

    async fn read(&mut self, buffer: &mut [u8], until: Option<Instant>) -> io::Result<usize> {
        limited(until, async {
            match self {
                Self::Unix(stream) => stream.read(buffer).await,
                Self::Tcp(stream) => stream.read(buffer).await,
            }
        })
        .await
    }

    fn is_quiet(&mut self) -> bool {
        let read = match self {
            Self::Unix(stream) => stream.try_read(&mut [0]),
            Self::Tcp(stream) => stream.try_read(&mut [0]),
        };
        read.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
    }

    async fn sleep(duration: Duration) {
        time::sleep(duration).await;
    }
}

async fn limited<R>(
    until: Option<Instant>,
    work: impl Future<Output = io::Result<R>>,
) -> io::Result<R> {
    match until {
        Some(until) => time::timeout_at(until.into(), work)
            .await
            .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())),
        None => work.await,
    }
}

/// Connects, again while the queue of the socket is full.
async fn open_unix(path: &[u8]) -> io::Result<UnixStream> {
    use std::os::unix::ffi::OsStrExt as _;
    let path = std::ffi::OsStr::from_bytes(path);
    loop {
        match UnixStream::connect(path).await {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                time::sleep(Duration::from_millis(5)).await;
            }
            result => return result,
        }
    }
}
