use std::borrow::Cow;

/// Why the words of a statement could not be understood, and at which word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", self.place())]
#[non_exhaustive]
pub struct ArgumentError {
    /// The keyword whose argument is at fault, such as `timeout client`; empty outside any keyword.
    pub keyword: Cow<'static, str>,
    /// The argument at fault, such as `<time>`; empty when it is the keyword itself.
    pub argument: Cow<'static, str>,
    /// The word's index in the statement, counted from 0; the number of words where one is missing.
    pub word: usize,
    /// What is wrong with it.
    pub problem: Problem,
    /// HAProxy accepts the line all the same, at most with a warning.
    pub tolerated: bool,
}

/// What is wrong with a word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A word is missing.
    #[error("expected {expected}, found the end of the line")]
    Missing {
        /// What should have come, in words: `a time such as 5s`.
        expected: Cow<'static, str>,
    },
    /// A word is not what it should be.
    #[error("expected {expected}, found '{found}'")]
    Invalid {
        /// What should have come, in words.
        expected: Cow<'static, str>,
        /// The word as it stands.
        found: String,
    },
    /// No keyword of this name is known here.
    #[error("unknown keyword '{found}'{}", expectation(.expected))]
    UnknownKeyword {
        /// The word as it stands.
        found: String,
        /// What should have come, in words; empty where there is too much to tell.
        expected: Cow<'static, str>,
    },
}

impl ArgumentError {
    /// A fault at the word of this index, not yet tied to a keyword.
    pub fn new(word: usize, problem: Problem) -> Self {
        Self {
            keyword: Cow::Borrowed(""),
            argument: Cow::Borrowed(""),
            word,
            problem,
            tolerated: false,
        }
    }

    /// Names the keyword at fault; the innermost name stays.
    #[must_use]
    pub fn in_keyword(mut self, keyword: &'static str) -> Self {
        if self.keyword.is_empty() {
            self.keyword = Cow::Borrowed(keyword);
        }
        self
    }

    /// Names the argument at fault, such as `<time>`; the innermost name stays, and an argument of
    /// the keyword that is named already gets no name from around it.
    #[must_use]
    pub fn in_argument(mut self, argument: impl Into<Cow<'static, str>>) -> Self {
        if self.argument.is_empty() && self.keyword.is_empty() {
            self.argument = argument.into();
        }
        self
    }

    fn place(&self) -> String {
        match (&*self.keyword, &*self.argument) {
            ("", "") => String::new(),
            ("", place) | (place, "") => format!("{place}: "),
            (keyword, argument) => format!("{keyword} {argument}: "),
        }
    }
}

fn expectation(expected: &str) -> String {
    if expected.is_empty() {
        String::new()
    } else {
        format!(", expected {expected}")
    }
}
