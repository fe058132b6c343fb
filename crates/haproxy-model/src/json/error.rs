/// Why JSON could not be read as a configuration, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", if .path.is_empty() { "/" } else { .path })]
#[non_exhaustive]
pub struct JsonError {
    /// Where, as a JSON pointer: `/http_request_rule_list/0/type`.
    pub path: String,
    /// What is wrong there, in words.
    pub problem: String,
}

impl JsonError {
    /// What is wrong at the root.
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            problem: problem.into(),
        }
    }

    /// The same, one level further down.
    #[must_use]
    pub(super) fn under(mut self, name: impl std::fmt::Display) -> Self {
        let name = name.to_string().replace('~', "~0").replace('/', "~1");
        self.path = format!("/{name}{}", self.path);
        self
    }
}

impl JsonError {
    /// The same, further down by all these names.
    #[must_use]
    pub(super) fn under_all(self, path: &[&str]) -> Self {
        path.iter().rev().fold(self, Self::under)
    }

    /// The same, without the first name of its path.
    #[must_use]
    pub(super) fn at_child(mut self) -> Self {
        let rest = self.path.get(1..).and_then(|path| path.find('/'));
        self.path = rest
            .and_then(|at| self.path.get(at.saturating_add(1)..))
            .unwrap_or_default()
            .to_owned();
        self
    }
}
