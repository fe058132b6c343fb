//! What PCRE would surely refuse in a regular expression.
//!
//! This is no reader of the whole language: a fault is told where no reading of the expression is
//! without one.

use std::iter::Peekable;
use std::str::Chars;

/// What is wrong with a regular expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum RegexFault {
    #[error("the regular expression has a '(' that is never closed")]
    UnclosedGroup,
    #[error("the regular expression has a ')' that nothing opens")]
    UnopenedGroup,
    #[error("the regular expression has a '[' that is never closed")]
    UnclosedClass,
    #[error("the regular expression has a range in '[…]' whose end is before its start")]
    ReversedRange,
    #[error("the regular expression repeats with '{0}' what cannot be repeated")]
    NothingToRepeat(char),
    #[error("the regular expression has a number of repetitions whose end is before its start")]
    ReversedRepetition,
    #[error("the regular expression ends in a backslash")]
    TrailingBackslash,
}

/// The first fault of the expression.
pub(super) fn fault(text: &str) -> Option<RegexFault> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        depth: 0,
        before: Before::Nothing,
    };
    loop {
        match reader.step() {
            Ok(true) => {}
            Ok(false) if reader.depth > 0 => return Some(RegexFault::UnclosedGroup),
            Err(Stop::Fault(fault)) => return Some(fault),
            Ok(false) | Err(Stop::Unknown) => return None,
        }
    }
}

/// Why reading ends early.
enum Stop {
    Fault(RegexFault),
    /// The expression goes on in a way that is not known here.
    Unknown,
}

impl From<RegexFault> for Stop {
    fn from(fault: RegexFault) -> Self {
        Self::Fault(fault)
    }
}

/// What stands right before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that can be repeated.
    Nothing,
    /// Something that can be repeated.
    Item,
    /// A repetition, which one more sign makes lazy or possessive.
    Repetition,
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    depth: usize,
    before: Before,
}

impl Reader<'_> {
    /// Reads one thing; `false` at the end.
    fn step(&mut self) -> Result<bool, Stop> {
        let Some(character) = self.rest.next() else {
            return Ok(false);
        };
        match character {
            '\\' => self.escape()?,
            '[' => {
                self.class()?;
                self.before = Before::Item;
            }
            '(' => self.open()?,
            ')' if self.depth == 0 => return Err(RegexFault::UnopenedGroup.into()),
            ')' => {
                self.depth -= 1;
                self.before = Before::Item;
            }
            '|' => self.before = Before::Nothing,
            '*' | '+' | '?' => self.repeat(character)?,
            '{' => self.braces()?,
            // An anchor may be repeated, though it makes no sense.
            _ => self.before = Before::Item,
        }
        Ok(true)
    }

    fn escape(&mut self) -> Result<(), Stop> {
        match self.rest.next() {
            None => Err(RegexFault::TrailingBackslash.into()),
            // Everything up to \E is text, and the forms with braces have rules of their own.
            Some('Q' | 'E' | 'c' | 'g' | 'k' | 'p' | 'P' | 'o' | 'x' | 'N' | 'K' | 'G') => {
                Err(Stop::Unknown)
            }
            Some(_) => {
                self.before = Before::Item;
                Ok(())
            }
        }
    }

    fn open(&mut self) -> Result<(), Stop> {
        self.depth += 1;
        self.before = Before::Nothing;
        match self.rest.peek() {
            // Verbs such as (*UTF8).
            Some('*') => Err(Stop::Unknown),
            Some('?') => {
                self.rest.next();
                let mut options = String::new();
                while let Some(option) = self
                    .rest
                    .next_if(|next| next.is_ascii_alphabetic() || "-^<>=!:|'P".contains(*next))
                {
                    options.push(option);
                    if ":=!>|".contains(option) {
                        break;
                    }
                }
                // (?i) sets options up to the end of the group around it; x changes the language.
                if options.contains('x') || matches!(self.rest.peek(), Some('#' | '(' | '&' | '+'))
                {
                    return Err(Stop::Unknown);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn repeat(&mut self, sign: char) -> Result<(), Stop> {
        self.before = match self.before {
            Before::Nothing => return Err(RegexFault::NothingToRepeat(sign).into()),
            Before::Item => Before::Repetition,
            Before::Repetition if sign == '*' => {
                return Err(RegexFault::NothingToRepeat(sign).into());
            }
            Before::Repetition => Before::Nothing,
        };
        // Behind a lazy or possessive repetition a third sign repeats nothing.
        Ok(())
    }

    /// A number of repetitions, or a brace that is just text.
    fn braces(&mut self) -> Result<(), Stop> {
        let text: String = self.rest.clone().take_while(|next| *next != '}').collect();
        let (least, most) = match text.split_once(',') {
            Some((least, most)) => (least, most),
            None => (&*text, &*text),
        };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_closed = self.rest.clone().nth(text.chars().count()) == Some('}');
        if !is_closed || least.is_empty() || !is_number(least) || !is_number(most) {
            self.before = Before::Item;
            return Ok(());
        }
        let bound = |text: &str| text.parse::<u32>().ok();
        if let (Some(least), Some(most)) = (bound(least), bound(most))
            && least > most
        {
            return Err(RegexFault::ReversedRepetition.into());
        }
        for _ in 0..=text.chars().count() {
            self.rest.next();
        }
        self.repeat('{')
    }

    /// The rest of a class, up to its closing bracket.
    fn class(&mut self) -> Result<(), Stop> {
        self.rest.next_if_eq(&'^');
        let mut is_first = true;
        let mut start = None;
        loop {
            let Some(character) = self.rest.next() else {
                return Err(RegexFault::UnclosedClass.into());
            };
            match character {
                ']' if !is_first => return Ok(()),
                '[' if matches!(self.rest.peek(), Some(':' | '.' | '=')) => {
                    return Err(Stop::Unknown);
                }
                '\\' => {
                    if self.rest.next().is_none() {
                        return Err(RegexFault::TrailingBackslash.into());
                    }
                    start = None;
                }
                '-' if start.is_some() => {
                    let end = self.rest.peek().copied();
                    let end = end.filter(|end| !matches!(end, ']' | '\\' | '['));
                    if let (Some(from), Some(to)) = (start, end) {
                        if to < from {
                            return Err(RegexFault::ReversedRange.into());
                        }
                        self.rest.next();
                    }
                    start = None;
                }
                _ => start = Some(character),
            }
            is_first = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_surely_wrong_is_told() {
        use RegexFault as F;
        for (text, expected) in [
            ("^/(a|b)", None),
            ("(a", Some(F::UnclosedGroup)),
            ("a)", Some(F::UnopenedGroup)),
            (r"\(a", None),
            ("[a", Some(F::UnclosedClass)),
            ("[]a]", None),
            ("[]", Some(F::UnclosedClass)),
            ("[^]]", None),
            ("[z-a]", Some(F::ReversedRange)),
            ("[a-z-9]", None),
            (r"[\w-]", None),
            ("*a", Some(F::NothingToRepeat('*'))),
            ("(?:*a)", Some(F::NothingToRepeat('*'))),
            ("a|*", Some(F::NothingToRepeat('*'))),
            ("a**", Some(F::NothingToRepeat('*'))),
            ("a*?", None),
            ("a++", None),
            ("a+?+", Some(F::NothingToRepeat('+'))),
            ("^*", None),
            ("a{2,1}", Some(F::ReversedRepetition)),
            ("a{1,2}", None),
            ("a{1,2}?", None),
            ("{", None),
            ("a{,2}", None),
            ("a{x}", None),
            ("(?<!a)b", None),
            ("(?i)a", None),
            ("(?i", Some(F::UnclosedGroup)),
            ("(?<name>a)", None),
            ("a\\", Some(F::TrailingBackslash)),
            (r"\Q(\E", None),
        ] {
            assert_eq!(fault(text), expected, "{text}");
        }
    }
}
