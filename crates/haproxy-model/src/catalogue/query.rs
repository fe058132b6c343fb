//! How a keyword is asked for.

use super::Entry;
use crate::keyword::{Keyword, Syntax};

/// The words of a name.
pub(super) struct Query<'a> {
    words: Vec<&'a str>,
}

impl<'a> Query<'a> {
    pub(super) fn new(name: &'a str) -> Self {
        let words = name.split_whitespace();
        Self {
            words: words.filter(|word| !matches!(*word, "..." | "…")).collect(),
        }
    }

    /// The first word, and the name without it.
    pub(super) fn split_first(&self) -> Option<(&'a str, Self)> {
        let (first, rest) = self.words.split_first()?;
        let words = rest.to_vec();
        (!words.is_empty()).then_some((first, Self { words }))
    }

    /// Whether it is more than one word.
    pub(super) fn has_parents(&self) -> bool {
        self.words.len() > 1
    }

    /// Whether the name is that of the entry; keywords around it may be left out.
    pub(super) fn matches(&self, entry: &Entry) -> bool {
        let Some(mut rest) = without_end(&self.words, entry.keyword) else {
            return false;
        };
        for parent in entry.parents().rev() {
            if rest.is_empty() {
                break;
            }
            rest = without_end(rest, parent).unwrap_or(rest);
        }
        rest.is_empty()
    }

    /// How far the name is from that of the entry; `None` where it is too far to be meant.
    pub(super) fn distance(&self, entry: &Entry) -> Option<usize> {
        let name = self.words.join(" ");
        let own = entry.keyword.name;
        if own.starts_with(&format!("{name} ")) {
            return Some(0);
        }
        let limit = (name.len() / 3).clamp(1, 4);
        let mut candidates = vec![own.to_owned()];
        if !entry.parents.is_empty() && self.has_parents() {
            let path: Vec<&str> = entry.path().map(|keyword| keyword.name).collect();
            candidates.push(path.join(" "));
        }
        candidates.extend(
            entry
                .keyword
                .aliases
                .iter()
                .map(|alias| (*alias).to_owned()),
        );
        let distances = candidates
            .iter()
            .map(|candidate| strsim::damerau_levenshtein(&name, candidate));
        distances.min().filter(|distance| *distance <= limit)
    }
}

/// The words before those of the keyword, if they end with it in one of its spellings.
fn without_end<'w, 'a>(words: &'w [&'a str], keyword: &Keyword) -> Option<&'w [&'a str]> {
    let spellings = [keyword.name]
        .into_iter()
        .chain(keyword.aliases.iter().copied());
    for spelling in spellings {
        let count = spelling.split(' ').count();
        let Some((before, end)) = words
            .len()
            .checked_sub(count)
            .and_then(|at| words.split_at_checked(at))
        else {
            continue;
        };
        if is_spelled(end, spelling, keyword.syntax) {
            return Some(before);
        }
    }
    None
}

/// Whether the words are the spelling; the last one may go on as the syntax says.
fn is_spelled(words: &[&str], spelling: &str, syntax: &Syntax) -> bool {
    let text = words.join(" ");
    let Some(more) = text.strip_prefix(spelling) else {
        return false;
    };
    more.is_empty() || more.starts_with('(') && has_call(syntax) || is_prefix(syntax)
}

fn has_call(syntax: &Syntax) -> bool {
    match syntax {
        Syntax::Call(_) => true,
        Syntax::Optional(inner) => has_call(inner),
        Syntax::Sequence(parts) => parts.first().is_some_and(|first| has_call(first)),
        _ => false,
    }
}

fn is_prefix(syntax: &Syntax) -> bool {
    match syntax {
        Syntax::Joined(_) => true,
        Syntax::Sequence(parts) => parts.first().is_some_and(|first| is_prefix(first)),
        _ => false,
    }
}
