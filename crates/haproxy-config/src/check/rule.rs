use std::fmt::{self, Write as _};

use haproxy_model::version::Version;

use crate::diagnostic::{Code, Diagnostic, Severity, Span};

/// What can be found in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Its stable name.
    pub code: Code,
    /// Its name in words, such as `missing-timeouts`.
    pub name: &'static str,
    /// What it is about.
    pub family: Family,
    /// How grave its findings are, unless a finding says otherwise.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why that matters, and what to do about it: paragraphs of Markdown.
    pub explanation: &'static str,
    /// Configurations in which it finds something, and the same without the fault.
    pub examples: &'static [Example],
}

/// A fault, and how it is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The HAProxy that both are for.
    pub version: Version,
    /// A configuration in which the rule finds something.
    pub bad: &'static str,
    /// What HAProxy says of it.
    pub answer: Answer,
    /// The same without the fault; HAProxy accepts it without a warning of this kind.
    pub good: &'static str,
}

/// What HAProxy says of a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It refuses it.
    Refuses,
    /// It accepts it with a warning.
    Warns,
    /// It accepts it without a word.
    Accepts,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Family {
    /// How lines are cut into words, and conditional blocks.
    Lines,
    /// Keywords and their arguments.
    Words,
    /// Names, and references to them.
    Names,
    /// Sample expressions, conditions and log formats.
    Expressions,
    /// What a proxy's mode or kind makes of its settings.
    Modes,
    /// The order in which rules stand.
    Order,
    /// What is missing, or can never be reached.
    Completeness,
    /// Security.
    Security,
    /// The files that a configuration names.
    Files,
    /// Comments that allow findings.
    Allowances,
}

impl Family {
    /// Its word, such as `names`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Words => "words",
            Self::Names => "names",
            Self::Expressions => "expressions",
            Self::Modes => "modes",
            Self::Order => "order",
            Self::Completeness => "completeness",
            Self::Security => "security",
            Self::Files => "files",
            Self::Allowances => "allowances",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Rule {
    /// The rule of this code, such as `HK0601`, or of this name, such as `missing-timeouts`.
    pub fn find(name: &str) -> Option<&'static Self> {
        super::rules()
            .find(|rule| rule.name == name || rule.code.to_string().eq_ignore_ascii_case(name))
    }

    /// What there is to know of it, as a page of Markdown.
    pub fn to_markdown(&self) -> String {
        let (code, name, family, severity) = (self.code, self.name, self.family, self.severity);
        let mut page = format!(
            "# {code}: {name}\n\n{}\n\nFamily: {family}. Severity: {severity}.\n\n{}\n",
            self.summary, self.explanation
        );
        for example in self.examples {
            let says = match example.answer {
                Answer::Refuses => "refuses this",
                Answer::Warns => "warns of this",
                Answer::Accepts => "accepts this without a word",
            };
            let version = example.version;
            for (title, text) in [
                (format!("HAProxy {version} {says}"), example.bad),
                ("Better".to_owned(), example.good),
            ] {
                let _ = write!(page, "\n{title}:\n\n```haproxy\n{text}```\n");
            }
        }
        page
    }

    /// A finding of this rule.
    pub(super) fn at(&self, (file, span): (usize, Span), message: impl Into<String>) -> Diagnostic {
        let mut found = Diagnostic::error(self.code, span, message).in_file(file);
        found.severity = self.severity;
        found
    }
}

impl Example {
    /// For the HAProxy 3.2 that refuses `bad`.
    pub(super) const fn refused(bad: &'static str, good: &'static str) -> Self {
        Self::new(bad, Answer::Refuses, good)
    }

    /// For the HAProxy 3.2 that warns of `bad`.
    pub(super) const fn warned(bad: &'static str, good: &'static str) -> Self {
        Self::new(bad, Answer::Warns, good)
    }

    /// For the HAProxy 3.2 that accepts `bad`.
    pub(super) const fn accepted(bad: &'static str, good: &'static str) -> Self {
        Self::new(bad, Answer::Accepts, good)
    }

    const fn new(bad: &'static str, answer: Answer, good: &'static str) -> Self {
        Self {
            version: Version::new(3, 2),
            bad,
            answer,
            good,
        }
    }

    /// The same for another HAProxy.
    pub(super) const fn with_version(mut self, version: Version) -> Self {
        self.version = version;
        self
    }
}
