use std::io;
use std::time::Duration;

use haproxy_model::version::Version;

use super::timeouts::Deadline;
use super::{Address, AnswerStream, Error, Timeouts, Transport};
use crate::command::{Command, ShowPools};
use crate::protocol::{
    EncodeError, Ending, Event, Level, Process, ProtocolError, Reply, Request, Session,
};

/// The bytes of commands that may be under way at once in a batch.
///
/// They fit into what the kernel keeps for a socket, so that writing never waits for HAProxy while HAProxy
/// waits for its answers to be read.
const WINDOW: usize = 8 * 1024;
/// What every HAProxy takes at once.
const ALWAYS_FITS: usize = 1000;
/// `tune.bufsize` where nothing else is said.
const DEFAULT_BUFFER: usize = 16384;
/// The first branch whose payloads need not fit into a buffer.
const LONG_PAYLOADS_SINCE: Version = Version::new(3, 4);
/// `tune.cli.max-payload-size` where nothing else is said, less what ends it.
const LONG_PAYLOAD: usize = 128 * 1024 - 64;

/// What the clients share: the way from a command to its answer, over any transport.
///
/// Programs use [`Client`](super::Client) or `tokio::Client`; operations are written for this, and so are
/// clients over transports of one's own.
#[derive(Debug)]
pub struct Caller<T> {
    address: Address,
    process: Option<Process>,
    timeouts: Timeouts,
    keeps_connection: bool,
    buffer_size: Option<usize>,
    connection: Option<Connection<T>>,
}

/// A connection, and how far it is.
#[derive(Debug)]
pub(crate) struct Connection<T> {
    address: Address,
    transport: T,
    session: Session,
}

impl<T: Transport> Caller<T> {
    /// The way to a worker that listens there, over a connection for each command.
    pub fn new(address: Address) -> Self {
        Self {
            address,
            process: None,
            timeouts: Timeouts::default(),
            keeps_connection: false,
            buffer_size: None,
            connection: None,
        }
    }

    /// Makes it the way to a process of the master that listens there.
    pub fn set_process(&mut self, process: Process) {
        self.process = Some(process);
        self.connection = None;
    }

    /// Sets how long it waits.
    pub fn set_timeouts(&mut self, timeouts: Timeouts) {
        self.timeouts = timeouts;
    }

    /// Sets whether it keeps its connection from one command to the next.
    pub fn set_kept(&mut self, is_kept: bool) {
        self.keeps_connection = is_kept;
    }

    /// Keeps its connection for the commands that follow; tells whether it did so before.
    pub(crate) fn keep(&mut self) -> bool {
        std::mem::replace(&mut self.keeps_connection, true)
    }

    /// Where it connects to.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// How long it waits.
    pub fn timeouts(&self) -> &Timeouts {
        &self.timeouts
    }

    /// Waits.
    pub async fn sleep(&self, duration: Duration) {
        T::sleep(duration).await;
    }

    /// The branch of the HAProxy that answers; `None` where it names none.
    pub async fn version(&mut self) -> Result<Option<Version>, Error> {
        let deadline = Deadline::new(&self.timeouts, Duration::ZERO);
        let connection = self.connection(&deadline).await?;
        let version = connection.session.version();
        self.put_back(connection);
        Ok(version)
    }

    /// What the socket may do.
    pub async fn level(&mut self) -> Result<Level, Error> {
        let deadline = Deadline::new(&self.timeouts, Duration::ZERO);
        let connection = self.connection(&deadline).await?;
        let level = connection.session.level();
        self.put_back(connection);
        Ok(level)
    }

    /// The bytes that a command and its payload may have.
    pub async fn command_limit(&mut self) -> Result<usize, Error> {
        let deadline = Deadline::new(&self.timeouts, Duration::ZERO);
        let mut connection = self.connection(&deadline).await?;
        let limit = self.limit(&mut connection, &deadline).await?;
        self.put_back(connection);
        Ok(limit)
    }

    /// Sends a command and reads its answer.
    pub async fn call<C: Command>(&mut self, command: &C) -> Result<C::Answer, Error> {
        let request = command.request()?;
        let deadline = Deadline::new(&self.timeouts, request.patience());
        let mut connection = self.connection(&deadline).await?;
        self.check_length(&mut connection, &request, &deadline)
            .await?;
        let reply = connection.exchange(&request, &deadline).await?;
        self.put_back(connection);
        answer(command, &request, reply)
    }

    /// Sends commands without waiting for the answer to one before the next.
    ///
    /// All are encoded before the first is sent. What HAProxy refuses is an error in its place; the others
    /// are carried out. A connection that breaks is [`Error::Interrupted`].
    pub async fn batch<C: Command>(
        &mut self,
        commands: &[C],
    ) -> Result<Vec<Result<C::Answer, Error>>, Error> {
        let requests: Vec<Request> = commands
            .iter()
            .map(Command::request)
            .collect::<Result<_, _>>()?;
        let deadline = Deadline::new(&self.timeouts, Duration::ZERO);
        let mut connection = self.connection(&deadline).await?;
        for request in &requests {
            self.check_length(&mut connection, request, &deadline)
                .await?;
        }
        // A master loses commands that come while it passes on another.
        let window = if connection.session.is_master() {
            1
        } else {
            WINDOW
        };
        let mut answers = Vec::with_capacity(commands.len());
        let mut sizes = std::collections::VecDeque::new();
        let mut under_way = 0;
        let mut unsent = requests.iter();
        let mut pairs = commands.iter().zip(&requests);
        let mut is_all_sent = false;
        while answers.len() < commands.len() {
            // Half of the window is to be free before it is filled again: fewer and longer writes.
            if !is_all_sent && under_way <= window / 2 {
                let mut out = Vec::new();
                while under_way < window {
                    let Some(request) = unsent.next() else {
                        is_all_sent = true;
                        break;
                    };
                    let bytes = connection.session.send(request)?;
                    under_way += bytes.len();
                    sizes.push_back(bytes.len());
                    out.extend_from_slice(&bytes);
                }
                let written = connection.write(&out, &deadline).await;
                written.map_err(|error| interrupted(answers.len(), error))?;
            }
            let deadline = Deadline::new(&self.timeouts, Duration::ZERO);
            let reply = connection.reply(&deadline).await;
            let reply = reply.map_err(|error| interrupted(answers.len(), error))?;
            under_way -= sizes.pop_front().unwrap_or(0);
            if let Some((command, request)) = pairs.next() {
                answers.push(answer(command, request, reply));
            }
        }
        self.put_back(connection);
        Ok(answers)
    }

    /// Sends a command whose answer is read as it comes. It has a connection of its own.
    pub async fn stream<C: Command>(&mut self, command: &C) -> Result<AnswerStream<T>, Error> {
        let request = command.request()?;
        let deadline = Deadline::new(&self.timeouts, request.patience());
        let mut connection = self.connect(&deadline).await?;
        self.check_length(&mut connection, &request, &deadline)
            .await?;
        let bytes = connection.session.send(&request)?;
        connection.write(&bytes, &deadline).await?;
        let deadline = match request.ending() {
            Ending::Endless => Deadline::endless(),
            _ => deadline,
        };
        Ok(AnswerStream::new(connection, deadline, request.name()))
    }

    /// Closes the connection that it keeps, if it does.
    pub fn disconnect(&mut self) {
        self.connection = None;
    }

    /// The connection that is kept, if it is fit for use, or a fresh one.
    ///
    /// It is taken out: whatever ends a call early, its connection ends with it.
    async fn connection(&mut self, deadline: &Deadline) -> Result<Connection<T>, Error> {
        if let Some(mut connection) = self.connection.take()
            && connection.session.is_idle()
            && connection.transport.is_quiet()
        {
            return Ok(connection);
        }
        self.connect(deadline).await
    }

    async fn connect(&self, deadline: &Deadline) -> Result<Connection<T>, Error> {
        let until = Deadline::new(&Timeouts::all(self.timeouts.connect), Duration::ZERO);
        let transport = T::open(&self.address, until.of_read()).await;
        let transport = transport.map_err(|source| Error::Connect {
            address: self.address.clone(),
            source,
        })?;
        let session = match self.process {
            Some(process) => Session::master(process),
            None => Session::worker(),
        };
        let greeting = session.greeting();
        let mut connection = Connection {
            address: self.address.clone(),
            transport,
            session,
        };
        connection.write(greeting, deadline).await?;
        while connection.event(deadline).await? != Event::Ready {}
        Ok(connection)
    }

    fn put_back(&mut self, connection: Connection<T>) {
        if self.keeps_connection && connection.session.is_idle() {
            self.connection = Some(connection);
        }
    }

    /// Refuses a command that does not fit: HAProxy 2.6 would never come out of reading it.
    async fn check_length(
        &mut self,
        connection: &mut Connection<T>,
        request: &Request,
        deadline: &Deadline,
    ) -> Result<(), Error> {
        let length = request.length();
        if length <= ALWAYS_FITS {
            return Ok(());
        }
        let limit = self.limit(connection, deadline).await?;
        if length > limit {
            return Err(EncodeError::TooLong { length, limit }.into());
        }
        Ok(())
    }

    async fn limit(
        &mut self,
        connection: &mut Connection<T>,
        deadline: &Deadline,
    ) -> Result<usize, Error> {
        let version = connection.session.version();
        if version.is_some_and(|version| version.is_at_least(LONG_PAYLOADS_SINCE)) {
            return Ok(LONG_PAYLOAD);
        }
        let size = if let Some(size) = self.buffer_size {
            size
        } else {
            let command = ShowPools::new();
            let request = command.request()?;
            let reply = connection.exchange(&request, deadline).await?;
            // An answer that did not fit was cut where the buffer ends.
            let length = reply.text().len();
            match answer(&command, &request, reply) {
                Ok(pools) => pools.buffer_size().unwrap_or(length),
                Err(Error::Refused(_)) => DEFAULT_BUFFER,
                Err(error) => return Err(error),
            }
        };
        self.buffer_size = Some(size);
        // The master passes a command on in a buffer of which it keeps a part free.
        let kept = if connection.session.is_master() {
            1024
        } else {
            0
        };
        Ok(size.saturating_sub(kept + 1).max(ALWAYS_FITS))
    }
}

impl<T: Transport> Connection<T> {
    pub(crate) fn is_labelled(&self) -> bool {
        self.session.is_labelled()
    }

    async fn exchange(&mut self, request: &Request, deadline: &Deadline) -> Result<Reply, Error> {
        let bytes = self.session.send(request)?;
        self.write(&bytes, deadline).await?;
        self.reply(deadline).await
    }

    async fn reply(&mut self, deadline: &Deadline) -> Result<Reply, Error> {
        let mut answer = Vec::new();
        while let Event::Data(bytes) = self.event(deadline).await? {
            if answer.is_empty() {
                answer = bytes;
            } else {
                answer.extend_from_slice(&bytes);
            }
        }
        Ok(Reply::new(&answer, self.session.is_labelled()))
    }

    pub(crate) async fn event(&mut self, deadline: &Deadline) -> Result<Event, Error> {
        let mut buffer = vec![0; 64 * 1024];
        loop {
            if let Some(event) = self.session.poll()? {
                return Ok(event);
            }
            let read = self.transport.read(&mut buffer, deadline.of_read()).await;
            match read.map_err(|source| self.broken(source, deadline))? {
                0 => {
                    let event = self.session.close()?;
                    return event.ok_or_else(|| ProtocolError::Closed.into());
                }
                count => self
                    .session
                    .receive(buffer.get(..count).unwrap_or_default()),
            }
        }
    }

    async fn write(&mut self, bytes: &[u8], deadline: &Deadline) -> Result<(), Error> {
        match self.transport.write(bytes, deadline.of_read()).await {
            Ok(()) => Ok(()),
            // What HAProxy said before it closed says more than that it did.
            Err(source) if source.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(source) => Err(self.broken(source, deadline)),
        }
    }

    fn broken(&self, source: io::Error, deadline: &Deadline) -> Error {
        match source.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Error::Timeout {
                address: self.address.clone(),
                after: deadline.exceeded(),
            },
            io::ErrorKind::ConnectionReset => ProtocolError::Closed.into(),
            _ => Error::Connection {
                address: self.address.clone(),
                source,
            },
        }
    }
}

fn interrupted(answered: usize, error: Error) -> Error {
    Error::Interrupted {
        answered,
        source: Box::new(error),
    }
}

/// The answer that a reply is, or the refusal.
fn answer<C: Command>(command: &C, request: &Request, reply: Reply) -> Result<C::Answer, Error> {
    if let Some(refusal) = reply.refusal(&request.name()) {
        return Err(refusal.into());
    }
    if reply.is_labelled() {
        return Ok(command.decode(reply)?);
    }
    // Without severities, what is no answer is taken for a refusal when it is a message.
    let message = reply.clone();
    command.decode(reply).map_err(|error| {
        if message.text().lines().count() <= 2 {
            message.as_refusal(&request.name()).into()
        } else {
            error.into()
        }
    })
}
