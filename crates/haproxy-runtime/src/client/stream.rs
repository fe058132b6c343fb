use super::caller::Connection;
use super::timeouts::Deadline;
use super::{Error, Transport};
use crate::protocol::{Event, Reply, Severity};

/// An answer that is read as it comes, however long it is.
#[derive(Debug)]
pub struct AnswerStream<T> {
    connection: Connection<T>,
    deadline: Deadline,
    command: String,
    is_over: bool,
    is_first: bool,
    /// Bytes that are no whole line so far.
    rest: Vec<u8>,
    read: usize,
}

impl<T: Transport> AnswerStream<T> {
    pub(crate) fn new(connection: Connection<T>, deadline: Deadline, command: String) -> Self {
        Self {
            connection,
            deadline,
            command,
            is_over: false,
            is_first: true,
            rest: Vec::new(),
            read: 0,
        }
    }

    /// The next bytes; `None` behind the last ones of a whole answer.
    pub async fn bytes(&mut self) -> Result<Option<Vec<u8>>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let event = self.connection.event(&self.deadline).await;
        // Behind an error there is nothing more.
        self.is_over = event.is_err();
        match event? {
            Event::Data(bytes) => {
                if std::mem::take(&mut self.is_first) {
                    return self.first(bytes).await;
                }
                Ok(Some(bytes))
            }
            Event::End | Event::Ready => {
                self.is_over = true;
                Ok(None)
            }
        }
    }

    /// The first bytes tell whether HAProxy refuses.
    async fn first(&mut self, bytes: Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        let (severity, text) = Severity::split(&bytes);
        let is_refusal =
            severity.is_some_and(Severity::is_error) || text.starts_with(b"Unknown command");
        if !is_refusal {
            return Ok(Some(if severity.is_some() {
                text.to_vec()
            } else {
                bytes
            }));
        }
        let mut all = bytes;
        while let Event::Data(more) = self.connection.event(&self.deadline).await? {
            all.extend_from_slice(&more);
        }
        self.is_over = true;
        Err(Reply::new(&all, self.connection.is_labelled())
            .as_refusal(&self.command)
            .into())
    }

    /// The next line, without its end; `None` behind the last one of a whole answer.
    pub async fn line(&mut self) -> Result<Option<String>, Error> {
        loop {
            let unread = self.rest.get(self.read..).unwrap_or_default();
            if let Some(end) = memchr::memchr(b'\n', unread) {
                let line = unread.get(..end).unwrap_or_default();
                let line = haproxy_model::text::from_bytes(line).into_owned();
                self.read += end + 1;
                return Ok(Some(line));
            }
            self.rest.drain(..self.read);
            self.read = 0;
            match self.bytes().await? {
                Some(bytes) => self.rest.extend_from_slice(&bytes),
                None if self.rest.is_empty() => return Ok(None),
                None => {
                    let line = haproxy_model::text::from_bytes(&self.rest).into_owned();
                    self.rest.clear();
                    return Ok(Some(line));
                }
            }
        }
    }
}
