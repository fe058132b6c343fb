//! Conditions: the ACLs in them, by name and between braces.

/// An ACL of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'w> {
    /// One of this name, in the word of this index.
    Named(usize, &'w str),
    /// One between braces: the indices of its words.
    Anonymous(std::ops::Range<usize>),
}

/// The ACLs of the words of a condition, the first of which is its keyword.
pub(super) fn parts<'w>(words: &[&'w str]) -> Vec<Part<'w>> {
    let mut parts = Vec::new();
    let mut index = 1;
    while let Some(word) = words.get(index) {
        let name = word.trim_start_matches('!');
        if name == "{" {
            let start = index + 1;
            let inside = words.iter().skip(start);
            let count = inside.take_while(|word| **word != "}").count();
            parts.push(Part::Anonymous(start..start + count));
            index = start + count + 1;
            continue;
        }
        if !name.is_empty() && name != "||" && !name.eq_ignore_ascii_case("or") {
            parts.push(Part::Named(index, name));
        }
        index += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_braces_are_told_apart() {
        let words = ["if", "a", "!{", "src", "-f", "x", "}", "or", "!", "!b"];
        assert_eq!(
            parts(&words),
            [
                Part::Named(1, "a"),
                Part::Anonymous(3..6),
                Part::Named(9, "b")
            ]
        );
    }
}
