//! A line of a section.

use crate::keyword::{Keywords, Syntax};
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::value::Text;

/// A keyword with its arguments, and what stands around them.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement<T> {
    /// `no` or `default` before the keyword.
    pub prefix: Option<Prefix>,
    /// The keyword and its arguments.
    pub directive: T,
    /// The words behind the arguments that no argument explains.
    pub rest: Vec<Text>,
}

/// A word before a keyword that turns its meaning around.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prefix {
    /// `no`: the keyword does not apply.
    No,
    /// `default`: the keyword is as if no line had mentioned it.
    Default,
}

impl<T> Statement<T> {
    /// The statement without a prefix.
    pub const fn new(directive: T) -> Self {
        Self {
            prefix: None,
            directive,
            rest: Vec::new(),
        }
    }

    /// The statement behind `no`.
    pub const fn no(directive: T) -> Self {
        Self {
            prefix: Some(Prefix::No),
            directive,
            rest: Vec::new(),
        }
    }

    /// The directive as one of a group of keywords, without regard to the prefix.
    pub fn group<G>(&self) -> Option<&G>
    where
        T: crate::keyword::Group<G>,
    {
        self.directive.group()
    }
}

impl<T> From<T> for Statement<T> {
    fn from(directive: T) -> Self {
        Self::new(directive)
    }
}

impl<T: Keywords> Statement<T> {
    /// Keeps the whole line as it stands, if the section has a variant for that.
    ///
    /// For a line whose keyword is known and whose arguments are not as they should be.
    pub fn unknown(words: &mut Words<'_>) -> Option<Self> {
        words.start_over();
        T::unknown(words).map(Self::new)
    }
}

impl<T: Keywords> Argument for Statement<T> {
    const SYNTAX: &'static Syntax = T::SYNTAX;

    /// A line that starts with no known keyword is kept whole, its prefix included, where the
    /// section has a variant for it.
    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let start = words.position();
        let prefix = Prefix::parse(words);
        if prefix.is_some() && T::lookup(words).is_none() {
            let error = crate::language::derived::unknown_keyword(words, T::KEYWORDS);
            words.rewind(start);
            return T::unknown(words).map(Self::new).ok_or(error);
        }
        let directive = T::parse(words)?;
        if let (Some(prefix), Some(keyword)) = (prefix, directive.keyword())
            && !prefix.is_accepted_by(keyword)
        {
            let expected = format!("a keyword that may stand behind '{}'", prefix.word()).into();
            let found = keyword.name.to_owned();
            let position = start.saturating_add(1);
            return Err(ArgumentError::new(
                position,
                Problem::Invalid { expected, found },
            ));
        }
        if let (None, Some(keyword)) = (prefix, directive.keyword())
            && keyword.arguments_unless_no
            && words.position() == start.saturating_add(keyword.name.split(' ').count())
        {
            return Err(words.missing("arguments").in_keyword(keyword.name));
        }
        if let (Some(Prefix::No), Some(keyword)) = (prefix, directive.keyword())
            && keyword.arguments_unless_no
        {
            let position = start.saturating_add(1 + keyword.name.split(' ').count());
            if let Some(found) = words.word(position) {
                let expected = format!("no arguments behind 'no {}'", keyword.name).into();
                let found = found.to_owned();
                let problem = Problem::Invalid { expected, found };
                return Err(ArgumentError::new(position, problem));
            }
        }
        let rest = words.take_remaining().iter();
        Ok(Self {
            prefix,
            directive,
            rest: rest.map(|word| Text::from(&**word)).collect(),
        })
    }

    fn print(&self, printer: &mut Printer) {
        if let Some(prefix) = self.prefix {
            printer.word(prefix.word());
        }
        self.directive.print(printer);
        for word in &self.rest {
            printer.word(word);
        }
    }
}

impl Prefix {
    /// The prefix as it is written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Default => "default",
        }
    }

    /// Moves past a prefix; one that nothing follows is none.
    fn parse(words: &mut Words<'_>) -> Option<Self> {
        let prefix = match words.peek()? {
            "no" => Self::No,
            "default" => Self::Default,
            _ => return None,
        };
        words.peek_at(1)?;
        words.skip(1);
        Some(prefix)
    }

    const fn is_accepted_by(self, keyword: &crate::keyword::Keyword) -> bool {
        match self {
            Self::No => keyword.no,
            Self::Default => keyword.default,
        }
    }
}
