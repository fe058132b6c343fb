//! What an ACL looks at and what it compares that with.

mod flag;

use std::fmt;
use std::str::FromStr;

pub use flag::AclFlag;

use super::Expression;
use super::joined::{Joined, read_blank_separated};
use crate::evaluation::EvaluationKind;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::reference::note_expression;
use crate::registry::{self, MatchMethod};

/// A criterion, flags and patterns: `path_beg -i /static /images`.
///
/// It takes all words that are left, as those of an `acl` line behind its name; between braces it is
/// part of a [`Condition`](super::Condition).
///
/// ```
/// use haproxy_model::value::{AclExpression, AclFlag};
///
/// let acl: AclExpression = "hdr(host) -i example.com".parse()?;
/// assert_eq!(acl.criterion().fetch().unwrap().name, "hdr");
/// assert_eq!(acl.flags().collect::<Vec<_>>(), [AclFlag::IgnoreCase]);
/// assert_eq!(acl.patterns().collect::<Vec<_>>(), ["example.com"]);
/// # Ok::<(), haproxy_model::language::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AclExpression(Joined);

impl AclExpression {
    /// The expression of these parts.
    ///
    /// # Errors
    /// A flag lacks its argument or a pattern is empty.
    pub fn new<'a>(
        criterion: &'a Expression,
        flags: impl IntoIterator<Item = AclFlag<'a>>,
        patterns: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, Problem> {
        let mut words: Vec<&str> = criterion.words().collect();
        let mut is_open = true;
        for flag in flags {
            is_open = flag != AclFlag::End;
            words.extend(flag.words());
        }
        let mut patterns = patterns.into_iter().peekable();
        if is_open && patterns.peek().is_some_and(|first| first.starts_with('-')) {
            words.extend(AclFlag::End.words());
        }
        words.extend(patterns);
        let words: Vec<_> = words.into_iter().map(Into::into).collect();
        let mut words = Words::new(&words);
        let acl = Self::parse(&mut words).map_err(|error| error.problem)?;
        if words.remaining().is_empty() {
            Ok(acl)
        } else {
            Err(super::word::invalid("patterns that are not empty", ""))
        }
    }

    /// What is looked at: a sample expression, or an ACL keyword such as `path_beg`.
    pub fn criterion(&self) -> Expression {
        // An expression of one word was read from it before.
        let mut words = self.0.words();
        Expression::from_checked_word(words.next().unwrap_or_default())
    }

    /// The flags, in order.
    pub fn flags(&self) -> impl Iterator<Item = AclFlag<'_>> {
        let mut words = self.0.words().skip(1);
        std::iter::from_fn(move || {
            let mut ahead = words.clone();
            let flag = AclFlag::read(&mut ahead).ok()?;
            words = if flag == Some(AclFlag::End) {
                // Nothing behind the end is a flag.
                let mut none = ahead;
                while none.next().is_some() {}
                none
            } else {
                ahead
            };
            flag
        })
    }

    /// What to compare with, in order.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        let flags: usize = self.flags().map(|flag| flag.words().count()).sum();
        self.0.words().skip(1 + flags)
    }

    /// How to compare: what `-m` says, else what the ACL keyword stands for; `None` where the type of
    /// the sample decides.
    pub fn matching(&self) -> Option<MatchMethod> {
        let named = self.flags().find_map(|flag| match flag {
            AclFlag::Match(method) => MatchMethod::named(method),
            _ => None,
        });
        let criterion = self.criterion();
        let keyword = || registry::acl(criterion.fetch()?.name).map(|acl| acl.matching);
        named.or_else(keyword)
    }

    /// The words as written.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.words()
    }

    /// Reads the words that stand between braces, or behind the name of an `acl` line.
    ///
    /// # Errors
    /// The word that is missing or wrong, counted from the first of these.
    pub fn from_words<'a>(words: impl Iterator<Item = &'a str>) -> Result<Self, ArgumentError> {
        let words: Vec<_> = words.map(Into::into).collect();
        Self::parse(&mut Words::new(&words))
    }
}

impl FromStr for AclExpression {
    type Err = Problem;

    /// Reads the expression from words with blanks between them.
    fn from_str(text: &str) -> Result<Self, Problem> {
        read_blank_separated(text)
    }
}

/// The words with blanks between them.
impl fmt::Display for AclExpression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for AclExpression {
    const SYNTAX: &'static Syntax = &Syntax::Sequence(&[
        &Syntax::Value("criterion"),
        &Syntax::Repeat(&Syntax::Value("flag")),
        &Syntax::Repeat(&Syntax::Value("pattern")),
    ]);

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let start = words.position();
        Expression::parse_word(words)?;
        loop {
            let at = words.position();
            let mut taken = 0;
            let flag = AclFlag::read(&mut std::iter::from_fn(|| {
                let word = words.peek_at(taken)?;
                taken += 1;
                Some(word)
            }))
            .map_err(|problem| {
                let before = usize::from(matches!(problem, Problem::Invalid { .. }));
                ArgumentError::new(at + taken - before, problem)
            })?;
            let Some(flag) = flag else { break };
            words.skip(flag.words().count());
            if flag == AclFlag::End {
                break;
            }
        }
        while words.next_word().is_some() {}
        let end = words.position();
        words.rewind(start);
        let all = (0..end - start).filter_map(|ahead| words.peek_at(ahead));
        let joined = Joined::new(all).ok_or_else(|| words.invalid("words without U+0000"))?;
        words.skip(end - start);
        if words.notes_names() {
            let criterion = joined.words().next().unwrap_or_default();
            words.note(note_expression(&[criterion], start, 0));
        }
        words.note_evaluation(EvaluationKind::Acl, start..end);
        Ok(Self(joined))
    }

    fn print(&self, printer: &mut Printer) {
        self.0.print(printer);
    }
}

#[cfg(test)]
mod tests;
