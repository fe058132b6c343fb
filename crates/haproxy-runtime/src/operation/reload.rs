use std::time::{Duration, Instant};

use serde::Serialize;

use super::Operation;
use crate::client::{Caller, Error, Transport};
use crate::command::{
    Command, HardReload, ProcessKind, Processes, Reload, ReloadAnswer, ShowProc, ShowStartupLogs,
    StartupLogs,
};
use crate::protocol::{DecodeError, EncodeError, Reply, Request, Specification};

/// How often the master is looked at while it starts a worker.
const INTERVAL: Duration = Duration::from_millis(50);
/// How many looks in a row make a failure one.
const FAILED_LOOKS: u32 = 10;

/// Lets a master start a worker with the configuration as it is on disk, and waits for what comes of it.
#[derive(Debug, Clone)]
pub struct ReloadMaster {
    /// Whether the old workers end at once. Since HAProxy 3.0.
    pub is_hard: bool,
    /// How long it may take.
    pub time: Duration,
}

impl ReloadMaster {
    /// The old workers finish their work; it may take a minute.
    pub fn new() -> Self {
        Self {
            is_hard: false,
            time: Duration::from_secs(60),
        }
    }

    /// The same, with the old workers ending at once.
    #[must_use]
    pub fn hard(mut self) -> Self {
        self.is_hard = true;
        self
    }
}

impl Default for ReloadMaster {
    fn default() -> Self {
        Self::new()
    }
}

/// What a reload came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReloadOutcome {
    /// Whether the worker that serves is a new one.
    pub is_success: bool,
    /// The process id of the worker that serves.
    pub worker: Option<u32>,
    /// What was said while the new worker started, where HAProxy tells it: since 2.8.
    pub logs: StartupLogs,
}

impl Operation for ReloadMaster {
    type Outcome = ReloadOutcome;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<ReloadOutcome, Error> {
        let before = caller.call(&ShowProc::new()).await?;
        let answer = match caller.call(&Reloading(self)).await {
            // The master of 2.6 leaves without a word.
            Err(error) if error.is_disconnect() => ReloadAnswer {
                is_success: None,
                logs: StartupLogs(Vec::new()),
            },
            result => result?,
        };
        let start = Instant::now();
        let mut failed_looks = 0;
        loop {
            match caller.call(&ShowProc::new()).await {
                Ok(now) => {
                    // A master that starts itself again counts a failure until it has not failed.
                    if failures(&now) != failures(&before) {
                        failed_looks += 1;
                    }
                    let is_told = answer.is_success.is_some() || failed_looks >= FAILED_LOOKS;
                    if new_worker(&before, &now).is_some() || is_told {
                        return outcome(caller, answer, &before, &now).await;
                    }
                }
                // The master starts itself again, and its socket with it.
                Err(error) if error.is_disconnect() => {}
                Err(error) => return Err(error),
            }
            if start.elapsed() >= self.time {
                return Err(Error::NotReached {
                    what: "the master has not reloaded".to_owned(),
                    after: self.time,
                    last: format!("{answer:?}"),
                });
            }
            caller.sleep(INTERVAL).await;
        }
    }
}

async fn outcome<T: Transport>(
    caller: &mut Caller<T>,
    answer: ReloadAnswer,
    before: &Processes,
    now: &Processes,
) -> Result<ReloadOutcome, Error> {
    let logs = match answer.is_success {
        Some(_) => answer.logs,
        // Behind a reload that says nothing, what was said is there to be asked for, or not at all.
        None => caller
            .call(&ShowStartupLogs::new())
            .await
            .unwrap_or(answer.logs),
    };
    let new = new_worker(before, now);
    Ok(ReloadOutcome {
        is_success: answer.is_success.unwrap_or(new.is_some()),
        worker: new.or_else(|| serving_worker(now)),
        logs,
    })
}

/// The worker that serves: where a reload has failed, it may be listed among the old ones.
fn serving_worker(processes: &Processes) -> Option<u32> {
    let workers = processes
        .0
        .iter()
        .filter(|process| process.kind == ProcessKind::Worker);
    Some(workers.min_by_key(|worker| worker.reloads)?.pid)
}

/// A worker that serves and did not before.
fn new_worker(before: &Processes, now: &Processes) -> Option<u32> {
    let is_new = |pid: &u32| before.workers().all(|worker| worker.pid != *pid);
    now.workers().map(|worker| worker.pid).find(is_new)
}

fn failures(processes: &Processes) -> u32 {
    processes
        .master()
        .and_then(|master| master.failed_reloads)
        .unwrap_or(0)
}

/// The command, with as much time as the operation has.
struct Reloading<'a>(&'a ReloadMaster);

impl Command for Reloading<'_> {
    type Answer = ReloadAnswer;

    fn specification(&self) -> Specification {
        if self.0.is_hard {
            HardReload::SPECIFICATION
        } else {
            Reload::SPECIFICATION
        }
    }

    fn request(&self) -> Result<Request, EncodeError> {
        let mut request = Request::new(&self.specification());
        request.wait(self.0.time);
        Ok(request)
    }

    fn decode(&self, reply: Reply) -> Result<ReloadAnswer, DecodeError> {
        <ReloadAnswer as crate::command::Answer>::decode(reply)
    }
}
