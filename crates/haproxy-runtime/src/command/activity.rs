//! What the threads are busy with.

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::{Words, unexpected};
use super::{Answer, Report, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells counters of what happens inside.
    ShowActivity("show activity" operator()) -> Activity [
        /// The thread that is meant: -1 for all, 0 for their sum. Since HAProxy 2.8.
        thread: Option<i32>,
    ];

    /// Tells what each thread is at.
    ShowThreads("show threads" operator()) -> Threads;

    /// Tells the tasks that wait for a thread.
    ShowTasks("show tasks" operator()) -> Report;
}

/// Counters of what happens inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Activity(pub IndexMap<String, ActivityCounter>);

/// A counter of what happens inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActivityCounter {
    /// Its value: the sum or the average of all threads.
    pub total: f64,
    /// The value of each thread, where there is more than one.
    pub threads: Vec<f64>,
}

impl Answer for Activity {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut counters = IndexMap::new();
        for line in reply.text().lines().filter(|line| !line.trim().is_empty()) {
            let (name, value) = line
                .split_once(':')
                .ok_or_else(|| unexpected("a counter", line))?;
            let (total, threads) = value.split_once('[').unwrap_or((value, ""));
            // `thread_id: 2 (1..2)`.
            let total = total.split_whitespace().next().unwrap_or_default();
            let threads = threads.trim_end().trim_end_matches(']').split_whitespace();
            let counter = ActivityCounter {
                total: number(total, line)?,
                threads: threads
                    .map(|value| number(value, line))
                    .collect::<Result<_, _>>()?,
            };
            counters.insert(name.trim().to_owned(), counter);
        }
        Ok(Self(counters))
    }
}

fn number(text: &str, line: &str) -> Result<f64, DecodeError> {
    super::answer::number(text, line)
}

/// What each thread is at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Threads(pub Vec<Thread>);

/// What a thread is at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Thread {
    /// Its number.
    pub number: u32,
    /// Whether it is the one that answers.
    pub is_current: bool,
    /// Whether it did nothing since it was last asked for.
    pub is_stuck: bool,
    /// The `key=value` words of its lines.
    pub details: Words,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Answer for Threads {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut threads: Vec<Thread> = Vec::new();
        for line in reply.text().lines().filter(|line| !line.trim().is_empty()) {
            let head = line.trim_start_matches(['*', '>', ' ']);
            if let Some((number, rest)) =
                head.strip_prefix("Thread ").and_then(|h| h.split_once(':'))
            {
                let marks = line.split("Thread").next().unwrap_or_default();
                threads.push(Thread {
                    number: super::answer::number(number, line)?,
                    is_current: marks.contains('*'),
                    is_stuck: marks.contains('>'),
                    details: super::answer::words(rest),
                    lines: Vec::new(),
                });
            } else if let Some(thread) = threads.last_mut() {
                for (key, value) in super::answer::words(line) {
                    if !value.is_empty() {
                        thread.details.entry(key).or_insert(value);
                    }
                }
                thread.lines.push(line.trim().to_owned());
            }
        }
        Ok(Self(threads))
    }
}
