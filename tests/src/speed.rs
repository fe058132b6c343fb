//! How long a process takes, and how much memory it holds at the most.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a process took.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// From its start to its end.
    pub time: Duration,
    /// How long it kept a processor busy, to a hundredth of a second.
    pub busy: Duration,
    /// The most memory that it held, in bytes.
    pub peak: usize,
    /// The code that it ended with.
    pub code: Option<i32>,
}

impl Taken {
    /// Runs the command to its end, without its output.
    ///
    /// # Panics
    /// Where it does not run.
    pub fn by(command: &mut Command) -> Self {
        let command = command.stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let mut child = command.spawn().expect("the command runs");
        let mut peak = 0;
        let mut busy = Duration::ZERO;
        loop {
            // What the kernel counts is gone with the process: the last look counts.
            peak = peak_of(&child).max(peak);
            busy = busy_of(&child).max(busy);
            if let Some(status) = child.try_wait().expect("the process can be waited for") {
                return Self {
                    time: start.elapsed(),
                    busy,
                    peak,
                    code: status.code(),
                };
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Of several runs the one that kept a processor busy the least: what else the machine did counts
    /// least there.
    ///
    /// # Panics
    /// Where there are none, or the command does not run.
    pub fn by_fastest_of(runs: usize, command: &mut Command) -> Self {
        let runs = (0..runs).map(|_| Self::by(command));
        runs.min_by_key(|taken| taken.busy)
            .expect("one run at least")
    }
}

/// The kernel counts in hundredths of a second, in the process and for it.
fn busy_of(child: &Child) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
    // The name of the program in front may hold blanks, in parentheses.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let fields = fields.split_ascii_whitespace().skip(11).take(2);
    let ticks: u64 = fields.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

fn peak_of(child: &Child) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    peak_in(&status).unwrap_or(0)
}

/// The most memory that a process held, in bytes, as its `/proc/PID/status` has it.
pub fn peak_in(status: &str) -> Option<usize> {
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.split_ascii_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}
