//! Several processes became threads of one.

use std::borrow::Cow;

use haproxy_model::version::Version;

use super::change::{Outcome, Rewrite, Statement};
use super::site::Site;
use super::survey::Survey;
use super::topics::Topic;
use crate::document::Word;

pub(super) const TOPICS: &[Topic] = &[
    ("nbproc", nbproc),
    ("bind-process", |_| {
        Rewrite::removal("all threads of the one process run every proxy").into()
    }),
    ("stats bind-process", |_| {
        Rewrite::removal("the one process has all counters").into()
    }),
    ("process", process),
];

/// The first version that is one process.
pub(super) const NO_PROCESSES: Version = Version::new(2, 5);

/// A group of threads has no more than these.
const MOST_THREADS: usize = 64;

fn nbproc(site: &Site<'_>) -> Outcome {
    let count: Option<usize> = site.argument(1).and_then(|count| count.parse().ok());
    let Some(count) = count.filter(|count| (1..=MOST_THREADS).contains(count)) else {
        return Outcome::left(
            "how many processes there were cannot be told",
            "remove the line, or write nbthread with a number of threads",
        );
    };
    if site.survey.has_threads {
        let removal = Rewrite::removal("there is one process, and nbthread has its threads");
        return if count > 1 {
            removal.with_review(per_process(count)).into()
        } else {
            removal.into()
        };
    }
    let statement = site.replacing(1, "nbthread");
    let rewrite = Rewrite::to(statement, "threads of one process do the work of processes");
    if count > 1 {
        rewrite.with_review(per_process(count)).into()
    } else {
        rewrite
            .with_review("without nbthread, HAProxy uses all processors")
            .into()
    }
}

fn per_process(count: usize) -> String {
    format!(
        "each of the {count} processes had its own maxconn, rate limits, stick tables and counters; \
         they count for the whole now"
    )
}

/// The threads that do the work of these processes, where each became a thread.
fn process(site: &Site<'_>) -> Outcome {
    let set = site.argument(1).unwrap_or_default();
    let (processes, threads) = match set.split_once('/') {
        Some((processes, threads)) => (processes, Some(threads)),
        None => (set, None),
    };
    if site.texts.iter().filter(|text| **text == "process").count() > 1 {
        return Outcome::left(
            "it names processes more than once",
            "write one thread parameter with all of the threads",
        );
    }
    let threads = match threads {
        Some("all") => None,
        Some(threads) => Some(threads),
        None if site.survey.processes > 1 && !site.survey.has_threads && processes != "all" => {
            Some(processes)
        }
        None => None,
    };
    let Some(threads) = threads else {
        return Rewrite::to(site.replacing(2, ""), "the one process has all threads").into();
    };
    if !site.survey.has_thread(threads) {
        return Rewrite::to(site.replacing(2, ""), "no such thread is there")
            .with_review("the listener was of no process, and has all threads now")
            .into();
    }
    let statement = Statement::default()
        .kept(site.words_before())
        .word("thread")
        .word(&format!("1/{threads}"))
        .kept(site.words_from(site.at + 2));
    Rewrite::to(statement, "its threads are those of the process").into()
}

/// The `cpu-map` of processes that became threads.
pub(super) fn cpu_map(survey: &Survey, words: &[Word<'_>], texts: &[Cow<'_, str>]) -> Outcome {
    let set = texts.get(1).map(|set| &**set).unwrap_or_default();
    let (auto, processes) = match set.strip_prefix("auto:") {
        Some(processes) => ("auto:", processes),
        None => ("", set),
    };
    let became_threads = survey.processes > 1 && !survey.has_threads;
    if !became_threads || processes.contains('/') || processes == "all" {
        return Outcome::Keep;
    }
    let statement = Statement::new("cpu-map")
        .word(&format!("{auto}1/{processes}"))
        .kept(words.get(2..).unwrap_or_default());
    Rewrite::to(statement, "the processes became threads").into()
}
