//! What takes a running HAProxy from one configuration to another: runtime commands where there are any,
//! a reload with its reasons where there are none.
//!
//! ```
//! use haproxy_config::{Document, Target};
//! use haproxy_model::version::Version;
//! use haproxy_runtime::plan::{Capabilities, Configuration, plan};
//!
//! let version = Version::new(3, 2);
//! let read = |text: &str| {
//!     let (config, _) = Document::parse(text).to_model(&Target::new(version));
//!     Configuration::new(config)
//! };
//! let old = read("backend app\n  server s1 10.0.0.1:80 weight 5\n");
//! let new = read("backend app\n  server s1 10.0.0.1:80 weight 9\n  server s2 10.0.0.2:80 check\n");
//! let plan = plan(&old, &new, &Capabilities::new(version));
//! assert!(!plan.needs_reload());
//! assert_eq!(
//!     plan.to_string(),
//!     "1. add server app/s2 10.0.0.2:80 check\n2. set server app/s1: weight 9, was 5\n",
//! );
//! ```
//!
//! What the statements of both differ in is [`haproxy_config::diff`]; whether a command sets what a keyword
//! says, and whether `add server` takes it, is said where the model defines the keyword.
//!
//! # Limits
//!
//! * Certificates, maps and the like count where both [`Configuration`]s have their contents. Files of one
//!   path may be other ones for the process: [`ReadFiles`] asks it what it holds.
//! * Of a certificate a process tells its fingerprint, its OCSP response and the names of those behind it,
//!   of a CRL its times and numbers, and nothing of what is read at start only, such as error files. What
//!   of a certificate could not be compared is in the plan's notes.
//! * The numbers that HAProxy gives to servers by itself, and the order of servers that no algorithm goes
//!   by, may be others than after a reload.

mod apply;
mod backends;
mod beside;
mod bundle;
mod capabilities;
mod certificates;
mod configuration;
mod definition;
mod display;
mod files;
mod held;
mod limits;
mod note;
mod planner;
mod reason;
mod regain;
mod server_change;
mod servers;
mod setting;
mod step;
#[cfg(test)]
mod tests;
mod verify;
mod view;

use std::fmt;
use std::time::Duration;

use serde::Serialize;

use crate::client::{Client, Error};

pub use capabilities::{Capabilities, ReadCapabilities};
pub use configuration::Configuration;
pub use held::ReadFiles;
pub use note::{Note, Untold};
pub use planner::plan;
pub use reason::{Reason, Why};
pub use setting::{GlobalLimit, ServerSetting};
pub use step::{ServerDefinition, Step};

/// The steps that take a process running one configuration to behave as another, or why only a reload can.
///
/// It prints as a list for people. As JSON it has `steps`, `reasons` and `notes`; keys of certificates are in
/// none.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Plan {
    /// What is to be done, in this order. Nothing where a reload is needed.
    pub steps: Vec<Step>,
    /// Why a reload is needed; nothing where none is.
    pub reasons: Vec<Reason>,
    /// What could not be compared with what the process holds, and counts as the same.
    pub notes: Vec<Note>,
    /// How long clients of a server that goes may take to finish, before they are cut off.
    #[serde(skip)]
    pub drain: Duration,
    /// How long servers that are added may take to be up; they are not waited for where there is none.
    #[serde(skip)]
    pub wait: Option<Duration>,
}

impl Plan {
    pub(crate) fn new(steps: Vec<Step>, reasons: Vec<Reason>, notes: Vec<Note>) -> Self {
        Self {
            steps: if reasons.is_empty() {
                steps
            } else {
                Vec::new()
            },
            reasons,
            notes,
            drain: Duration::from_secs(10),
            wait: None,
        }
    }

    /// Whether only a reload makes the process behave as it is to.
    pub fn needs_reload(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Whether there is nothing to do: both configurations behave alike.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.reasons.is_empty()
    }

    /// The same, with clients of servers that go having so long to finish.
    #[must_use]
    pub fn drain(mut self, time: Duration) -> Self {
        self.drain = time;
        self
    }

    /// The same, waiting so long until servers that are added are up.
    #[must_use]
    pub fn wait(mut self, time: Duration) -> Self {
        self.wait = Some(time);
        self
    }

    /// Carries it out: all of it, or nothing.
    ///
    /// The process must be as the old configuration has it where steps touch it. Each step is checked; when
    /// one fails, those before it are undone; at the end the process is compared with the plan. With
    /// the client for tokio it is `client.run(&plan)`.
    ///
    /// # Errors
    /// [`Error::NeedsReload`] and [`Error::Differs`] before anything is done; behind a step, its error or
    /// [`Error::Differs`], and where undoing failed too, [`Error::Undo`].
    pub fn apply(&self, client: &mut Client) -> Result<(), Error> {
        client.run(self)
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.needs_reload() {
            formatter.write_str("reload:\n")?;
            for reason in &self.reasons {
                writeln!(formatter, "- {reason}")?;
            }
            return Ok(());
        }
        if self.is_empty() {
            formatter.write_str("nothing to do\n")?;
        }
        for (number, step) in (1..).zip(&self.steps) {
            writeln!(formatter, "{number}. {step}")?;
        }
        for note in &self.notes {
            writeln!(formatter, "note: {note}")?;
        }
        Ok(())
    }
}
