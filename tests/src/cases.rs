//! Small configurations, and where our verdict on them is not HAProxy's.
//!
//! In a file of cases, a case is a line `### name`, and the configuration below it.

use std::fmt;
use std::path::Path;

use haproxy_config::{Diagnostic, Severity, Target};

use crate::conformance::findings;
use crate::haproxy::Haproxy;
use crate::mutation::{Outcome, Verdicts};
use crate::parallel;

/// A small configuration with a name.
#[derive(Debug)]
pub struct Case {
    /// What it is about.
    pub name: String,
    /// The configuration.
    pub text: String,
}

/// A case that we and HAProxy judge differently.
#[derive(Debug)]
pub struct Disagreement<'a> {
    /// The case.
    pub case: &'a Case,
    /// HAProxy's first words against it; `None` where it accepts it.
    pub message: Option<String>,
    /// Our errors.
    pub errors: Vec<Diagnostic>,
}

impl Case {
    /// The cases of a text.
    pub fn all_of(text: &str) -> Vec<Self> {
        text.split("### ")
            .filter_map(|case| case.split_once('\n'))
            .map(|(name, text)| Self {
                name: name.to_owned(),
                text: text.to_owned(),
            })
            .collect()
    }
}

/// The cases that we and this HAProxy judge differently, those apart of whose text it says nothing.
///
/// # Panics
/// Where HAProxy or the file system do not work.
pub fn disagreements<'a>(haproxy: &Haproxy, cases: &'a [Case]) -> Vec<Disagreement<'a>> {
    let target = Target::from_environment(haproxy.environment()).unwrap();
    let verdicts = Verdicts::read(haproxy);
    let found = parallel::map(cases, |case| {
        let outcome = verdicts.of(Path::new("/tmp/case.cfg"), case.text.as_bytes());
        let message = match outcome {
            Outcome::Accepted => None,
            Outcome::Refused(message) => Some(message),
            Outcome::Unknown => return None,
        };
        let mut errors = findings(case.text.as_bytes(), &target);
        errors.retain(|found| found.severity == Severity::Error);
        (message.is_none() != errors.is_empty()).then_some(Disagreement {
            case,
            message,
            errors,
        })
    });
    verdicts.write();
    found.into_iter().flatten().collect()
}

impl fmt::Display for Disagreement<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.case.name;
        if let Some(message) = &self.message {
            return write!(formatter, "{name}: HAProxy alone refuses it: {message}");
        }
        write!(formatter, "{name}: we alone refuse it:")?;
        let mut errors = self.errors.iter();
        errors.try_for_each(|error| write!(formatter, " {error}"))
    }
}
