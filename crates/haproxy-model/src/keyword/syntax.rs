use super::Keyword;

/// What the words after a keyword look like.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Syntax {
    /// Nothing follows.
    Nothing,
    /// A word to be written as it stands here.
    Word(&'static str),
    /// One value of this kind, without angle brackets: `time`.
    Value(&'static str),
    /// An argument by its own name, without angle brackets, and what it looks like.
    Argument(&'static str, &'static Syntax),
    /// Joined by commas between parentheses, in the same word as what stands before: `hdr(name)`.
    Call(&'static Syntax),
    /// In the same word as what stands before: `lua.name`.
    Joined(&'static Syntax),
    /// One after the other.
    Sequence(&'static [&'static Syntax]),
    /// May be left out.
    Optional(&'static Syntax),
    /// Any number of times, none included.
    Repeat(&'static Syntax),
    /// Several in one word, with this character between them: `h2,http/1.1`.
    List(&'static Syntax, char),
    /// One of these keywords with what follows it.
    Keywords(&'static [Keyword]),
    /// One of these forms.
    Either(&'static [&'static Syntax]),
}

impl Syntax {
    /// The choices between keywords in it, in order.
    pub fn choices(&self) -> impl Iterator<Item = &'static [Keyword]> + use<> {
        super::choices_in(self)
            .into_iter()
            .map(|(choice, _)| choice)
    }
}
