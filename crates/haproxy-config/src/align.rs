//! Which parts of one model stand for which parts of another.

mod sections;
mod statements;

use std::convert::Infallible;
use std::ops::Range;

use similar::algorithms::{DiffHook, myers};

pub(crate) use sections::sections;
pub(crate) use statements::{Printed, members, statements};

/// A step on the way from an old list to a new one, in the order of the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Both have it, with the same meaning.
    Keep { old: usize, new: usize },
    /// Both have it, with another meaning.
    Change { old: usize, new: usize },
    /// Only the old list has it.
    Remove { old: usize },
    /// Only the new list has it.
    Insert { new: usize },
}

/// Pairs of equal items in the order of both lists, as many as there can be.
pub(crate) fn matching(
    old: Range<usize>,
    new: Range<usize>,
    equal: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = old
        .clone()
        .zip(new.clone())
        .take_while(|(old, new)| equal(*old, *new))
        .collect();
    let (old, new) = (
        old.start + found.len()..old.end,
        new.start + found.len()..new.end,
    );
    let both_ends = old.clone().rev().zip(new.clone().rev());
    let mut behind: Vec<(usize, usize)> = both_ends
        .take_while(|(old, new)| equal(*old, *new))
        .collect();
    behind.reverse();
    let (old, new) = (
        old.start..old.end - behind.len(),
        new.start..new.end - behind.len(),
    );
    if !old.is_empty() && !new.is_empty() {
        found.extend(longest_common(old, new, &equal));
    }
    found.extend(behind);
    found
}

/// The steps between two lists of which these pairs belong together.
pub(crate) fn steps(
    old: Range<usize>,
    new: Range<usize>,
    pairs: &[(usize, usize)],
    is_kept: impl Fn(usize, usize) -> bool,
) -> Vec<Step> {
    let mut steps = Vec::with_capacity(old.len().max(new.len()));
    let (mut next_old, mut next_new) = (old.start, new.start);
    for (at_old, at_new) in pairs.iter().copied() {
        steps.extend((next_old..at_old).map(|old| Step::Remove { old }));
        steps.extend((next_new..at_new).map(|new| Step::Insert { new }));
        steps.push(if is_kept(at_old, at_new) {
            Step::Keep {
                old: at_old,
                new: at_new,
            }
        } else {
            Step::Change {
                old: at_old,
                new: at_new,
            }
        });
        (next_old, next_new) = (at_old + 1, at_new + 1);
    }
    steps.extend((next_old..old.end).map(|old| Step::Remove { old }));
    steps.extend((next_new..new.end).map(|new| Step::Insert { new }));
    steps
}

/// The pairs, and in the gaps between them the pairs that `equal` finds there.
pub(crate) fn filled(
    old: Range<usize>,
    new: Range<usize>,
    pairs: &[(usize, usize)],
    equal: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut all = Vec::with_capacity(pairs.len());
    let (mut next_old, mut next_new) = (old.start, new.start);
    for (at_old, at_new) in pairs.iter().copied() {
        all.extend(matching(next_old..at_old, next_new..at_new, &equal));
        all.push((at_old, at_new));
        (next_old, next_new) = (at_old + 1, at_new + 1);
    }
    all.extend(matching(next_old..old.end, next_new..new.end, &equal));
    all
}

struct OldItem(usize);

struct NewItem<'f, F> {
    index: usize,
    equal: &'f F,
}

impl<F: Fn(usize, usize) -> bool> PartialEq<OldItem> for NewItem<'_, F> {
    fn eq(&self, other: &OldItem) -> bool {
        (self.equal)(other.0, self.index)
    }
}

fn longest_common<F: Fn(usize, usize) -> bool>(
    old: Range<usize>,
    new: Range<usize>,
    equal: &F,
) -> Vec<(usize, usize)> {
    let (first_old, first_new) = (old.start, new.start);
    let old: Vec<OldItem> = old.map(OldItem).collect();
    let new: Vec<NewItem<'_, F>> = new.map(|index| NewItem { index, equal }).collect();
    let mut pairs = Pairs(Vec::new());
    let (olds, news) = (0..old.len(), 0..new.len());
    let Ok(()) = myers::diff_deadline_raw(&mut pairs, &old, olds, &new, news, None);
    let shifted = pairs.0.into_iter();
    shifted
        .map(|(old, new)| (old + first_old, new + first_new))
        .collect()
}

struct Pairs(Vec<(usize, usize)>);

impl DiffHook for Pairs {
    type Error = Infallible;

    fn equal(&mut self, old: usize, new: usize, length: usize) -> Result<(), Infallible> {
        self.0.extend((old..old + length).zip(new..new + length));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_the_old_list_to_the_new_one() {
        let (old, new) = (b"abcdef", b"abXdYef");
        let pairs = matching(0..6, 0..7, |one, other| old[one] == new[other]);
        let steps = steps(0..6, 0..7, &pairs, |_, _| true);
        let kept = steps
            .iter()
            .filter(|step| matches!(step, Step::Keep { .. }));
        assert_eq!(kept.count(), 5);
        assert_eq!(steps[2], Step::Remove { old: 2 });
        assert_eq!(steps[3], Step::Insert { new: 2 });
    }
}
