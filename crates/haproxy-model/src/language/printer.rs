use std::fmt::{self, Write};

/// Collects the words of a statement that is being printed, unquoted.
///
/// It keeps its memory when it is cleared, so that one printer can serve a whole file.
#[derive(Debug, Default)]
pub struct Printer {
    text: String,
    ends: Vec<usize>,
}

impl Printer {
    /// A printer without words.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a word; an empty one too.
    pub fn word(&mut self, word: impl AsRef<str>) {
        self.text.push_str(word.as_ref());
        self.ends.push(self.text.len());
    }

    /// Adds a word that is written as `format_args!` says.
    pub fn format(&mut self, word: fmt::Arguments<'_>) {
        // Writing to a string fails only where a value's own formatting does.
        let _ = self.text.write_fmt(word);
        self.ends.push(self.text.len());
    }

    /// Adds each blank-separated word of a keyword such as `timeout client`.
    pub fn keyword(&mut self, keyword: &str) {
        for word in keyword.split(' ') {
            self.word(word);
        }
    }

    /// Adds one word made of all that `print` adds, joined by `separator`, between two texts.
    pub fn joined(
        &mut self,
        before: &str,
        separator: &str,
        after: &str,
        print: impl FnOnce(&mut Self),
    ) {
        let mut inner = Self::new();
        print(&mut inner);
        self.text.push_str(before);
        for (index, word) in inner.words().enumerate() {
            if index > 0 {
                self.text.push_str(separator);
            }
            self.text.push_str(word);
        }
        self.text.push_str(after);
        self.ends.push(self.text.len());
    }

    /// The words so far.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, end)| self.text.get(start..*end).unwrap_or_default())
    }

    /// How many words there are so far.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Forgets the words.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// The words, unquoted, in order.
    pub fn into_words(self) -> Vec<String> {
        self.words().map(str::to_owned).collect()
    }
}
