use super::RawStatement;
use crate::document::{Line, Word};
use crate::language::Part;

/// The line with other words: indentation, comment, and the text of every word that stays are kept.
pub(crate) fn with_words(line: &Line<'_>, statement: &RawStatement) -> Vec<u8> {
    let old: Vec<Word<'_>> = line.words().collect();
    let new: Vec<Word<'_>> = statement.words().collect();
    let mut bytes = line.bytes().to_vec();
    if old.len() == new.len() {
        for (old, new) in old.iter().zip(&new).rev() {
            if !same(old, new) {
                bytes.splice(old.range(), new.raw().iter().copied());
            }
        }
        return bytes;
    }
    let shorter = old.len().min(new.len());
    let before = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| same(old, new))
        .count();
    let behind = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(old, new)| same(old, new))
        .count();
    let behind = behind.min(shorter - before);
    let from = match before.checked_sub(1).and_then(|last| old.get(last)) {
        Some(word) => word.range().end,
        None => line.words_range().start,
    };
    let kept_behind = old.get(old.len() - behind);
    let to = kept_behind.map_or(line.words_range().end, |word| word.range().start);
    let gap = old
        .get(before)
        .filter(|_| before > 0)
        .and_then(|word| bytes.get(from..word.range().start));
    let mut middle = Vec::new();
    let inserted = new.get(before..new.len() - behind).unwrap_or_default();
    if before > 0 && (!inserted.is_empty() || kept_behind.is_some()) {
        let last_kept = old.get(before - 1);
        let own = last_kept.map_or(&b" "[..], separator_behind);
        middle.extend_from_slice(gap.filter(|gap| !gap.is_empty()).unwrap_or(own));
    }
    for (index, word) in inserted.iter().enumerate() {
        if index > 0 {
            middle.push(b' ');
        }
        middle.extend_from_slice(word.raw());
    }
    if let Some(kept) = kept_behind
        && !inserted.is_empty()
    {
        let last_gone = old
            .len()
            .checked_sub(behind + 1)
            .and_then(|last| old.get(last));
        let gap = last_gone
            .filter(|_| before == 0)
            .and_then(|gone| bytes.get(gone.range().end..kept.range().start));
        middle.extend_from_slice(gap.unwrap_or(b" "));
    }
    bytes.splice(from..to, middle);
    bytes
}

/// Whether the new word means the same as the old one, which can then stay wherever it stands.
///
/// A word that ends with a backslash cannot: it may come to stand right before a comment, and its
/// backslash would escape the `#`.
fn same(old: &Word<'_>, new: &Word<'_>) -> bool {
    old.raw() == new.raw()
        || !ends_with_backslash(old) && old.value().is_some_and(|value| new.is(&value))
}

/// The white space that may stand behind a word: a blank, unless a backslash would escape it.
fn separator_behind(word: &Word<'_>) -> &'static [u8] {
    if ends_with_backslash(word) {
        b"\t"
    } else {
        b" "
    }
}

/// Whether the word ends with a backslash that could escape what follows it.
pub(crate) fn ends_with_backslash(word: &Word<'_>) -> bool {
    word.raw().ends_with(b"\\") && matches!(word.parts().last(), Some(Part::Text(_)))
}

/// The line with another comment, or with none.
pub(super) fn with_comment(line: &Line<'_>, comment: Option<&str>) -> Vec<u8> {
    let words_end = line.words_range().end;
    let text = line.bytes();
    let tail_start = line
        .tail()
        .map_or(text.len(), |(_, tail)| text.len() - tail.len());
    let Some(comment) = comment else {
        return text.get(..words_end).unwrap_or_default().to_vec();
    };
    let had_comment = line.comment().is_some();
    let kept = if had_comment { tail_start } else { words_end };
    let mut bytes = text.get(..kept).unwrap_or_default().to_vec();
    if !had_comment {
        let last = line.words().next_back();
        bytes.extend_from_slice(last.as_ref().map_or(&b" "[..], separator_behind));
    }
    bytes.extend_from_slice(&comment_text(comment));
    bytes
}

/// A comment with its `#`.
pub(super) fn comment_text(comment: &str) -> Vec<u8> {
    if comment.is_empty() {
        b"#".to_vec()
    } else {
        [b"# ", comment.as_bytes()].concat()
    }
}
