use std::collections::VecDeque;

use haproxy_model::text;
use haproxy_model::version::Version;

use super::marker::{
    Found, MASTER_TRAILER, Marker, PLAIN_MASTER_TRAILER, WORKER_TRAILER, prompt_length,
};
use super::{EncodeError, Ending, Level, Mode, Process, Request};

/// The state of one connection.
///
/// Write [`Session::greeting`] first, and [`Session::receive`] what is read until [`Session::poll`] says
/// [`Event::Ready`]. Then write what [`Session::send`] returns, as many requests as you like; their answers
/// come in their order.
#[derive(Debug)]
pub struct Session {
    process: Option<Process>,
    marker: Marker,
    version: Option<Version>,
    level: Level,
    is_labelled: bool,
    is_ready: bool,
    is_closed: bool,
    modes: Modes,
    input: Vec<u8>,
    pending: VecDeque<Pending>,
}

/// What stands before an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// The master's prompt.
    Prompt,
    /// The empty answer to what precedes the command in its line.
    EmptyLine,
}

/// The modes that the connection is in.
#[derive(Debug, Default)]
struct Modes {
    experimental: bool,
    expert: bool,
}

/// What a session has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Requests can be sent.
    Ready,
    /// The next bytes of the answer to the oldest request.
    Data(Vec<u8>),
    /// That answer is whole.
    End,
}

/// What is wrong with a connection. It cannot be used any more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolError {
    /// It was closed before HAProxy answered at all.
    #[error("HAProxy closed the connection before it answered")]
    Closed,
    /// It was closed in the middle of an answer.
    #[error(
        "HAProxy closed the connection in the middle of an answer, behind {received} bytes that are still unread"
    )]
    Truncated {
        /// Bytes of the answer that had been received and not yet handed out.
        received: usize,
    },
    /// There is no process such as the one named.
    #[error("the master has no process {process}")]
    NoProcess {
        /// The process.
        process: Process,
    },
    /// The command did not fit into HAProxy's buffer.
    #[error(
        "the command is too long for HAProxy's buffer: raise tune.bufsize or send less at once"
    )]
    TooLong,
    /// The other side does not speak as HAProxy does.
    #[error("what answers is not the runtime API of HAProxy: '{found}'")]
    NotHaproxy {
        /// The beginning of what it said.
        found: String,
    },
}

/// A request whose answer is to come.
#[derive(Debug)]
struct Pending {
    /// Whether somebody waits for it.
    is_wanted: bool,
    ending: Ending,
    has_payload: bool,
    /// What stands before the answer because of what was sent before the command.
    before: Before,
    /// Whether something of the answer was handed out.
    has_begun: bool,
}

const WORKER_GREETING: &[u8] =
    b"prompt i;show version;set severity-output string;show cli level;set severity-output number\n";
const MASTER_GREETING: &[u8] = b"prompt\nshow version\nset severity-output none\nshow cli level\n";

/// The first branch whose payloads may end with a chosen terminator.
const TERMINATORS_SINCE: Version = Version::new(3, 0);
/// The first branch with `@@`, which leaves the input of a command open.
const WATCHING_SINCE: Version = Version::new(3, 2);

impl Session {
    /// A connection to a worker's own socket.
    pub fn worker() -> Self {
        Self::new(None)
    }

    /// A connection to a master's socket, for commands to this process.
    pub fn master(process: Process) -> Self {
        Self::new(Some(process))
    }

    fn new(process: Option<Process>) -> Self {
        Self {
            process,
            marker: if process.is_some() {
                Marker::Master
            } else {
                Marker::Quiet
            },
            version: None,
            level: Level::User,
            is_labelled: process.is_none(),
            is_ready: false,
            is_closed: false,
            modes: Modes::default(),
            input: Vec::new(),
            pending: VecDeque::new(),
        }
    }

    /// What to write first.
    pub fn greeting(&self) -> &'static [u8] {
        match self.process {
            Some(_) => MASTER_GREETING,
            None => WORKER_GREETING,
        }
    }

    /// HAProxy's branch, once it is ready; `None` where it names none.
    pub fn version(&self) -> Option<Version> {
        self.version
    }

    /// What the connection may do, once it is ready.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Whether HAProxy says of messages how serious they are.
    pub fn is_labelled(&self) -> bool {
        self.is_labelled
    }

    /// Whether it is on a master's socket.
    pub fn is_master(&self) -> bool {
        self.process.is_some()
    }

    /// Whether it can send no more.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Whether no answer is to come.
    pub fn is_idle(&self) -> bool {
        self.is_ready && !self.is_closed && self.pending.is_empty() && self.input.is_empty()
    }

    /// The bytes to write for a request.
    pub fn send(&mut self, request: &Request) -> Result<Vec<u8>, EncodeError> {
        let mut own = Vec::with_capacity(request.length() + WORKER_TRAILER.len());
        let before = self.push_request(&mut own, request)?;
        let mut out = Vec::new();
        let mode = match request.mode() {
            Mode::Ordinary => None,
            Mode::Experimental => Some((&mut self.modes.experimental, "experimental-mode on\n")),
            Mode::Expert => Some((&mut self.modes.expert, "expert-mode on\n")),
        };
        if let Some((is_on, line)) = mode
            && !*is_on
        {
            *is_on = true;
            // The master passes its own mode on to the workers it asks.
            out.extend_from_slice(line.as_bytes());
            out.extend_from_slice(self.trailer());
            self.pending.push_back(Pending {
                is_wanted: false,
                ending: Ending::Answer,
                has_payload: false,
                before: Before::Nothing,
                has_begun: false,
            });
        }
        self.pending.push_back(Pending {
            is_wanted: true,
            ending: request.ending(),
            has_payload: request.has_payload(),
            before,
            has_begun: false,
        });
        out.extend_from_slice(&own);
        Ok(out)
    }

    /// Adds a request, and tells what stands before its answer.
    fn push_request(&self, out: &mut Vec<u8>, request: &Request) -> Result<Before, EncodeError> {
        let has_terminators = self
            .version
            .is_some_and(|version| version.is_at_least(TERMINATORS_SINCE));
        let process = match self.process {
            None if request.is_for_master() => {
                return Err(EncodeError::MasterOnly {
                    command: request.name(),
                });
            }
            Some(process) if !request.is_for_master() && process != Process::Master => {
                Some(process)
            }
            _ => None,
        };
        let watches = matches!(request.ending(), Ending::Watch | Ending::Endless);
        if watches && process.is_some() {
            let is_able = self
                .version
                .is_some_and(|version| version.is_at_least(WATCHING_SINCE));
            if !is_able {
                return Err(EncodeError::NotThroughMaster {
                    command: request.name(),
                });
            }
        }
        let addressed = process.map(|process| ("", process));
        match (request.ending(), process) {
            (Ending::Watch | Ending::Endless, Some(process)) => {
                // All on one line: the master sends on what comes behind it while the command runs.
                out.extend_from_slice(format!("@{process} set severity-output number;").as_bytes());
                request.write(out, None, has_terminators)?;
                return Ok(Before::EmptyLine);
            }
            (Ending::Endless, None) => request.write(out, None, has_terminators)?,
            (Ending::Watch, None) => {
                request.write(out, None, has_terminators)?;
                if out.last() == Some(&b'\n') {
                    out.pop();
                }
                out.push(b';');
                out.extend_from_slice(self.trailer());
            }
            (Ending::Close, _) => {
                request.write(out, addressed, has_terminators)?;
                out.extend_from_slice(b"quit\n");
            }
            (Ending::Answer, _) => {
                let asks_severity = process.is_some() && self.is_labelled;
                if asks_severity {
                    out.extend_from_slice(b"set severity-output number\n");
                }
                request.write(out, addressed, has_terminators)?;
                out.extend_from_slice(self.trailer());
                if asks_severity {
                    return Ok(Before::Prompt);
                }
            }
        }
        Ok(Before::Nothing)
    }

    fn trailer(&self) -> &'static [u8] {
        match self.marker {
            Marker::Master if self.is_labelled => MASTER_TRAILER,
            Marker::Master => PLAIN_MASTER_TRAILER,
            Marker::Prompts | Marker::Quiet => WORKER_TRAILER,
        }
    }

    /// Takes what was read.
    pub fn receive(&mut self, bytes: &[u8]) {
        self.input.extend_from_slice(bytes);
    }

    /// What has happened, if anything has.
    pub fn poll(&mut self) -> Result<Option<Event>, ProtocolError> {
        if !self.is_ready {
            return self.poll_greeting();
        }
        loop {
            let Some(pending) = self.pending.front_mut() else {
                return Ok(None);
            };
            match pending.before {
                Before::Nothing => {}
                Before::Prompt => match prompt_length(&self.input) {
                    Some(length) => {
                        self.input.drain(..length);
                        pending.before = Before::Nothing;
                    }
                    None => return Ok(None),
                },
                Before::EmptyLine if self.input.is_empty() => return Ok(None),
                Before::EmptyLine => {
                    if self.input.first() == Some(&b'\n') {
                        self.input.remove(0);
                    }
                    pending.before = Before::Nothing;
                }
            }
            if !pending.has_begun && pending.has_payload {
                let prompts = continuation_prompts(&self.input);
                if prompts == self.input.len() {
                    return Ok(None);
                }
                self.input.drain(..prompts);
                pending.has_payload = false;
            }
            if !pending.has_begun
                && let Some(error) = complaint(&self.input, self.process)
            {
                self.is_closed = true;
                return Err(error);
            }
            let is_wanted = pending.is_wanted;
            let least = if pending.ending == Ending::Endless {
                1
            } else {
                64
            };
            let found = match (pending.ending, self.process) {
                // It is whole when the connection is closed.
                (Ending::Close, _) => return Ok(None),
                (Ending::Endless, _) => Found::None {
                    certain: self.input.len(),
                },
                (Ending::Watch, Some(Process::Worker | Process::Number(_) | Process::Pid(_))) => {
                    find_prompt(&self.input)
                }
                _ => self.marker.find(&self.input),
            };
            match found {
                Found::End {
                    answer,
                    next,
                    level,
                } => {
                    if is_wanted && answer > 0 {
                        pending.has_begun = true;
                        return Ok(Some(Event::Data(self.input.drain(..answer).collect())));
                    }
                    self.level = level;
                    self.input.drain(..next);
                    self.pending.pop_front();
                    if is_wanted {
                        return Ok(Some(Event::End));
                    }
                }
                // A short beginning is kept together: it may be a complaint.
                Found::None { certain } if !is_wanted || certain < least => return Ok(None),
                Found::None { certain } => {
                    pending.has_begun = true;
                    return Ok(Some(Event::Data(self.input.drain(..certain).collect())));
                }
            }
        }
    }

    /// Says that HAProxy closed the connection.
    pub fn close(&mut self) -> Result<Option<Event>, ProtocolError> {
        if let Some(event) = self.poll()? {
            return Ok(Some(event));
        }
        self.is_closed = true;
        match self.pending.front() {
            Some(pending) if matches!(pending.ending, Ending::Close | Ending::Endless) => {
                let rest = without_prompts(&self.input);
                if rest.is_empty() {
                    self.pending.clear();
                    return Ok(Some(Event::End));
                }
                let rest = rest.to_vec();
                self.input.clear();
                Ok(Some(Event::Data(rest)))
            }
            Some(pending) if pending.has_begun || !self.input.is_empty() => {
                Err(ProtocolError::Truncated {
                    received: self.input.len(),
                })
            }
            _ => Err(ProtocolError::Closed),
        }
    }

    fn poll_greeting(&mut self) -> Result<Option<Event>, ProtocolError> {
        let version = match self.process {
            None => self.worker_greeting(),
            Some(_) => self.master_greeting(),
        };
        let Some((version, next)) = version else {
            if self.input.len() > 16 * 1024 {
                self.is_closed = true;
                return Err(ProtocolError::NotHaproxy {
                    found: text::from_bytes(self.input.get(..80).unwrap_or_default()).into_owned(),
                });
            }
            return Ok(None);
        };
        self.version = version;
        self.input.drain(..next);
        self.is_ready = true;
        Ok(Some(Event::Ready))
    }

    fn worker_greeting(&mut self) -> Option<(Option<Version>, usize)> {
        for marker in [Marker::Prompts, Marker::Quiet] {
            if let Found::End {
                answer,
                next,
                level,
            } = marker.find(&self.input)
            {
                self.marker = marker;
                self.level = level;
                let version = version_of(self.input.get(..answer)?);
                return Some((version, next));
            }
        }
        None
    }

    fn master_greeting(&mut self) -> Option<(Option<Version>, usize)> {
        let Found::End {
            answer,
            next,
            level,
        } = self.marker.find(&self.input)
        else {
            return None;
        };
        let said = self.input.get(..answer)?;
        // The master of 2.6 has no severities.
        self.is_labelled = memchr::memmem::find(said, b"Unknown command").is_none();
        self.level = level;
        Some((version_of(said), next))
    }
}

/// The branch in what `show version` answers.
fn version_of(answer: &[u8]) -> Option<Version> {
    let text = String::from_utf8_lossy(answer);
    let line = text.lines().find_map(|line| {
        let line = line.trim_start_matches("master").trim_start_matches("> ");
        line.starts_with(|character: char| character.is_ascii_digit())
            .then_some(line)
    })?;
    crate::command::branch_of(line)
}

/// The input without the prompts that stand before and behind what was said.
fn without_prompts(input: &[u8]) -> &[u8] {
    let mut rest = input;
    while let Some(length) = prompt_length(rest) {
        rest = rest.get(length..).unwrap_or_default();
    }
    while let Some(start) = memchr::memmem::rfind(rest, b"master") {
        let (before, prompt) = rest.split_at_checked(start).unwrap_or_default();
        if prompt_length(prompt) != Some(prompt.len()) {
            break;
        }
        rest = before;
    }
    rest
}

/// How many bytes at the front are prompts for the lines of a payload.
fn continuation_prompts(input: &[u8]) -> usize {
    let mut length = 0;
    while let Some(rest) = input.get(length..) {
        if rest.starts_with(b"+ ") {
            length += 2;
        } else if rest == b"+" {
            return input.len();
        } else {
            break;
        }
    }
    length
}

/// What HAProxy says about the connection instead of an answer, behind which it says nothing more.
fn complaint(input: &[u8], process: Option<Process>) -> Option<ProtocolError> {
    let (_, message) = super::Severity::split(input);
    if message.starts_with(b"The command is too big for the buffer")
        || message.starts_with(b"The command line is too big for the buffer")
    {
        return Some(ProtocolError::TooLong);
    }
    let process = process?;
    message
        .starts_with(b"Can't find the target PID")
        .then_some(ProtocolError::NoProcess { process })
}

/// The end of an answer behind which nothing was sent: the master's prompt.
fn find_prompt(input: &[u8]) -> Found {
    let none = Found::None { certain: 0 };
    let Some(start) = memchr::memmem::rfind(input, b"master") else {
        return none;
    };
    let (before, rest) = input.split_at_checked(start).unwrap_or_default();
    if prompt_length(rest) != Some(rest.len()) || !(before.is_empty() || before.ends_with(b"\n")) {
        return none;
    }
    Found::End {
        answer: before.strip_suffix(b"\n").unwrap_or(before).len(),
        next: input.len(),
        level: Level::Admin,
    }
}
