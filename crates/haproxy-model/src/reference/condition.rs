use super::{Mention, NameKind, Role, note_expression, note_word};

/// The names in the words of a condition; the first, at index `start` of the statement, is its
/// keyword.
pub(crate) fn note_condition(words: &[&str], start: usize) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut braces = Braces::Outside;
    for (index, word) in words.iter().enumerate().skip(1) {
        let position = start + index;
        let name = word.trim_start_matches('!');
        braces = match braces {
            Braces::Outside if name == "{" => Braces::Opened,
            Braces::Outside => {
                let is_term = !name.is_empty() && name != "||" && !name.eq_ignore_ascii_case("or");
                if is_term {
                    let before = word.len() - name.len();
                    let (kind, role) = (NameKind::Acl, Role::Refers);
                    note_word(&mut mentions, kind, role, position, before, name);
                }
                Braces::Outside
            }
            Braces::Opened => {
                mentions.extend(note_expression(&[word], position, 0));
                Braces::Inside
            }
            Braces::Inside if *word == "}" => Braces::Outside,
            Braces::Inside => Braces::Inside,
        };
    }
    mentions
}

/// Where a word stands with regard to an anonymous ACL.
enum Braces {
    Outside,
    /// Right behind the opening brace.
    Opened,
    Inside,
}
