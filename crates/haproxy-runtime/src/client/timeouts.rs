use std::time::{Duration, Instant};

/// How long a client waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For the connection; 5 seconds by default.
    pub connect: Duration,
    /// For the next bytes of an answer, and for HAProxy to take a command; 10 seconds by default.
    pub read: Duration,
    /// For a whole command with its answer; 5 minutes by default.
    pub call: Duration,
}

impl Timeouts {
    /// The same time for everything.
    pub const fn all(time: Duration) -> Self {
        Self {
            connect: time,
            read: time,
            call: time,
        }
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            read: Duration::from_secs(10),
            call: Duration::from_secs(300),
        }
    }
}

/// When a call has to be over, and how long each of its reads may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    end: Option<Instant>,
    read: Duration,
    call: Duration,
}

impl Deadline {
    /// Of a call that begins now and whose answer may come so much later.
    pub(crate) fn new(timeouts: &Timeouts, patience: Duration) -> Self {
        let call = timeouts.call.saturating_add(patience);
        Self {
            end: Instant::now().checked_add(call),
            read: timeouts.read.saturating_add(patience),
            call,
        }
    }

    /// Of a call that ends when its caller wants.
    pub(crate) fn endless() -> Self {
        Self {
            end: None,
            read: Duration::MAX,
            call: Duration::MAX,
        }
    }

    /// When the read that begins now has to be over; `None` for never.
    pub(crate) fn of_read(&self) -> Option<Instant> {
        let read = Instant::now().checked_add(self.read);
        match (read, self.end) {
            (Some(read), Some(end)) => Some(read.min(end)),
            (read, end) => read.or(end),
        }
    }

    /// The time that has run out.
    pub(crate) fn exceeded(&self) -> Duration {
        let is_call = self.end.is_some_and(|end| Instant::now() >= end);
        if is_call { self.call } else { self.read }
    }
}
