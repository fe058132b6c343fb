/// The words behind the name of a command that a person has written.
#[derive(Debug, Clone)]
pub struct Arguments<'a> {
    words: &'a [String],
}

/// Takes the words of one argument off the front; whether they are such.
pub(super) type Take = fn(&mut Arguments<'_>) -> bool;

impl<'a> Arguments<'a> {
    pub(super) fn new(words: &'a [String]) -> Self {
        Self { words }
    }

    /// Takes the next word off the front.
    #[allow(
        clippy::should_implement_trait,
        reason = "what is left is asked for as well"
    )]
    pub fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    /// Takes the next word off the front where this holds of it; whether it does.
    pub fn next_if(&mut self, holds: impl FnOnce(&str) -> bool) -> bool {
        let mut ahead = self.clone();
        let is_it = ahead.next().is_some_and(holds);
        if is_it {
            *self = ahead;
        }
        is_it
    }

    /// Whether all words were taken.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Takes an argument behind its keyword, if it has one; nothing where it does not stand there.
    pub(super) fn take_one(&mut self, keyword: Option<&str>, take: Take) -> bool {
        let mut ahead = self.clone();
        let is_there =
            keyword.is_none_or(|keyword| ahead.next() == Some(keyword)) && take(&mut ahead);
        if is_there {
            *self = ahead;
        }
        is_there
    }

    /// Takes arguments that may stand there, each at most once, in any order.
    pub(super) fn take_any(&mut self, parameters: &[(Option<&str>, Take)]) {
        let mut left: Vec<&(Option<&str>, Take)> = parameters.iter().collect();
        // A keyword says more than a word that may be anything.
        left.sort_by_key(|(keyword, _)| keyword.is_none());
        while !self.is_empty() {
            let before = self.words.len();
            let taken = left
                .iter()
                .position(|(keyword, take)| self.take_one(*keyword, *take));
            let Some(taken) = taken.filter(|_| self.words.len() < before) else {
                return;
            };
            left.remove(taken);
        }
    }
}
