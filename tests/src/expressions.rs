//! Expressions of every kind in every place, to be judged by our check and by HAProxy.

mod samples;
mod sites;

use std::fs;

use haproxy_config::{CheckOptions, Document, Severity, Target};
use haproxy_model::version::Version;

use crate::haproxy::Haproxy;
use crate::parallel;

pub use samples::{calls, casts, handpicked};
pub use sites::{Site, contexts};

/// A line of a section, and the section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The kind of section: `frontend`, `backend`, `listen` or `global`.
    pub section: &'static str,
    /// What the proxy speaks.
    pub mode: &'static str,
    /// The lines, each without its indentation.
    pub lines: String,
}

/// What cases came to.
#[derive(Debug, Default)]
pub struct Agreement {
    /// How many there were.
    pub cases: usize,
    /// Those that HAProxy refuses and we do not.
    pub missed: Vec<String>,
    /// Those that we refuse and HAProxy does not.
    pub wrong: Vec<String>,
}

impl Agreement {
    /// How many of a thousand cases have equal verdicts, rounded down.
    pub fn permille(&self) -> usize {
        let differing = self.missed.len() + self.wrong.len();
        (self.cases - differing) * 1000 / self.cases.max(1)
    }
}

/// What all cases refer to.
const SURROUNDINGS: &str = "\
global
    stats socket /tmp/haproxy-kit-judge.sock
    expose-experimental-directives
userlist users
    user one password secret
backend b
    mode http
    server s 192.0.2.1:80
    stick-table type ip size 10 store gpc0,conn_rate(1s)
frontend f
    mode http
    timeout client 30s
";

impl Case {
    /// In an HTTP proxy.
    pub fn new(section: &'static str, lines: impl Into<String>) -> Self {
        Self {
            section,
            mode: "http",
            lines: lines.into(),
        }
    }

    fn text(&self, index: usize) -> String {
        let mut text = match self.section {
            "global" => "global\n".to_owned(),
            section => format!("{section} case{index}\n    mode {}\n", self.mode),
        };
        for line in self.lines.lines() {
            text.push_str("    ");
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

/// Compares our verdicts with those of this HAProxy.
///
/// # Panics
/// Where files cannot be written.
pub fn compare(haproxy: &Haproxy, cases: &[Case]) -> Agreement {
    let version: Version = haproxy.version().parse().unwrap();
    let options = CheckOptions::new(Target::new(version));
    let verdicts = parallel::map(cases, |case| is_accepted(&options, case));
    let numbered: Vec<(usize, &Case)> = cases.iter().enumerate().collect();
    let (accepted, refused): (Vec<_>, Vec<_>) = numbered
        .into_iter()
        .partition(|(index, _)| verdicts[*index]);
    let groups: Vec<&[(usize, &Case)]> = accepted.chunks(40).collect();
    let missed = parallel::map(&groups, |group| refused_of(haproxy, group));
    let wrong = parallel::map(&refused, |case| {
        let takes = takes(haproxy, std::slice::from_ref(case));
        (takes == Some(true)).then(|| describe(case.1))
    });
    Agreement {
        cases: cases.len(),
        missed: missed.into_iter().flatten().collect(),
        wrong: wrong.into_iter().flatten().collect(),
    }
}

fn describe(case: &Case) -> String {
    format!("{} ({}): {}", case.section, case.mode, case.lines)
}

fn is_accepted(options: &CheckOptions, case: &Case) -> bool {
    let text = format!("{SURROUNDINGS}{}", case.text(0));
    let found = Document::parse(&*text).check(options);
    !found
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Those of the cases that HAProxy refuses.
fn refused_of(haproxy: &Haproxy, cases: &[(usize, &Case)]) -> Vec<String> {
    let takes = takes(haproxy, cases);
    if cases.is_empty() || takes == Some(true) {
        return Vec::new();
    }
    if let [(_, only)] = cases {
        // A crash is no verdict.
        return takes.map(|_| describe(only)).into_iter().collect();
    }
    let (first, second) = cases.split_at(cases.len() / 2);
    let mut refused = refused_of(haproxy, first);
    refused.extend(refused_of(haproxy, second));
    refused
}

/// Whether HAProxy takes a configuration with all of these cases; `None` where it crashes.
fn takes(haproxy: &Haproxy, cases: &[(usize, &Case)]) -> Option<bool> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.cfg");
    let texts: String = cases
        .iter()
        .map(|(index, case)| case.text(*index))
        .collect();
    fs::write(&path, format!("{SURROUNDINGS}{texts}")).unwrap();
    let verdict = haproxy.check_unless_it_crashes(&path)?;
    Some(verdict.accepts)
}
