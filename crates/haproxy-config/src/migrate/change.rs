use crate::document::Word;
use crate::edit::{EditError, RawStatement};
use crate::model::from_model_text;

/// What a topic makes of a statement.
pub(super) enum Outcome {
    /// Other statements in its place.
    Rewrite(Rewrite),
    /// It stays: why, and what to do about it.
    Left {
        reason: String,
        help: Option<String>,
    },
    /// It may stay.
    Keep,
}

impl Outcome {
    pub(super) fn left(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Left {
            reason: reason.into(),
            help: Some(help.into()),
        }
    }
}

/// The statements that take a statement's place.
pub(super) struct Rewrite {
    /// In order; none removes it.
    pub(super) statements: Vec<Statement>,
    /// When the old statement took effect, where that is not its place among the new ones.
    pub(super) phase: Option<Phase>,
    /// What happens, to be read behind the reason.
    pub(super) message: String,
    /// What a person should look at.
    pub(super) review: Option<String>,
}

impl Rewrite {
    /// One statement in place of another.
    pub(super) fn to(statement: Statement, message: impl Into<String>) -> Self {
        Self {
            statements: vec![statement],
            phase: None,
            message: message.into(),
            review: None,
        }
    }

    /// Nothing in its place.
    pub(super) fn removal(message: impl Into<String>) -> Self {
        Self {
            statements: Vec::new(),
            phase: None,
            message: message.into(),
            review: None,
        }
    }

    pub(super) fn in_phase(mut self, rules: Ruleset, step: Step) -> Self {
        self.phase = Some(Phase { rules, step });
        self
    }

    pub(super) fn with_review(mut self, what: impl Into<String>) -> Self {
        self.review = Some(what.into());
        self
    }
}

impl From<Rewrite> for Outcome {
    fn from(rewrite: Rewrite) -> Self {
        Self::Rewrite(rewrite)
    }
}

/// When a rule on headers took effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phase {
    pub(super) rules: Ruleset,
    pub(super) step: Step,
}

/// The rules that a message goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ruleset {
    Request,
    Response,
}

impl Ruleset {
    /// The keyword of its rules.
    pub(super) const fn keyword(self) -> &'static str {
        match self {
            Self::Request => "http-request",
            Self::Response => "http-response",
        }
    }
}

/// The steps in which versions before 2.1 went through the rules of a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// What counted when a connection came in.
    Connection,
    /// What came before all rules.
    First,
    /// The rules that are there still.
    Rules,
    /// The rules that compared header lines.
    Lines,
    /// The header lines to add.
    Additions,
}

/// A statement that is put together from words.
#[derive(Default, Clone)]
pub(super) struct Statement(Vec<u8>);

impl Statement {
    /// A statement that starts with these words, which need no quotes.
    pub(super) fn new(words: &str) -> Self {
        Self(words.as_bytes().to_vec())
    }

    /// With a word of this value, in the model's form.
    pub(super) fn word(mut self, text: &str) -> Self {
        match from_model_text(text) {
            Ok(raw) => self.push(&raw),
            // It does not become a statement then.
            Err(_) => self.push(b"\0"),
        }
        self
    }

    /// With these words as they stand.
    pub(super) fn kept(mut self, words: &[Word<'_>]) -> Self {
        for word in words {
            self.push(word.raw());
        }
        self
    }

    pub(super) fn finish(&self) -> Result<RawStatement, EditError> {
        RawStatement::parse(&self.0)
    }

    fn push(&mut self, raw: &[u8]) {
        if !self.0.is_empty() {
            // A backslash at the end of a word would escape a blank.
            let ends_escaping = self.0.ends_with(b"\\");
            self.0.push(if ends_escaping { b'\t' } else { b' ' });
        }
        self.0.extend_from_slice(raw);
    }
}
