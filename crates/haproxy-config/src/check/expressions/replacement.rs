//! Groups of regular expressions in replacements.

use super::back_reference;
use super::finding::Finding;
use super::piece::Piece;
use super::regex_syntax;

/// How many groups an expression has that can be referred to; `None` where that is not known.
pub(super) fn groups(regex: &str) -> Option<usize> {
    if regex_syntax::fault(regex).is_some() || regex.contains("\\Q") {
        return None;
    }
    let mut count = 0;
    let mut in_class = false;
    let mut characters = regex.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            '[' if !in_class => {
                in_class = true;
                characters.next_if_eq(&'^');
                characters.next_if_eq(&']');
            }
            ']' => in_class = false,
            '(' if !in_class => match characters.peek() {
                // Some of these have numbers, and some have none.
                Some('?' | '*') if regex.contains("(?|") || regex.contains("(*") => return None,
                Some('?') => {
                    let rest: String = characters.clone().skip(1).take(2).collect();
                    let is_named = rest.starts_with('\'')
                        || rest.starts_with("P<")
                        || (rest.starts_with('<') && !rest.ends_with(['=', '!']));
                    count += usize::from(is_named);
                }
                _ => count += 1,
            },
            _ => {}
        }
    }
    Some(count)
}

/// Reports references to groups that the expression does not have.
pub(super) fn check(piece: Piece<'_>, groups: usize, found: &mut Vec<Finding>) {
    let text = piece.word(0);
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(slash) = rest.find('\\')
    {
        let start = at + slash;
        let next = text.get(start + 1..).and_then(|rest| rest.chars().next());
        at = start + 1 + next.map_or(0, char::len_utf8);
        let number = next.and_then(|next| next.to_digit(10));
        let Some(number) = number.and_then(|number| usize::try_from(number).ok()) else {
            continue;
        };
        if number > groups {
            let message = format!(
                "'\\{number}' stands for nothing: the regular expression has {}",
                match groups {
                    0 => "no groups".to_owned(),
                    1 => "one group".to_owned(),
                    _ => format!("{groups} groups"),
                }
            );
            found.push(piece.at(&back_reference::RULE, 0, start..at, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_counted() {
        for (regex, expected) in [
            ("a", Some(0)),
            ("(a)(b)", Some(2)),
            (r"\((a)", Some(1)),
            ("[(](?:a)(?<name>b)(?<=c)(?<!d)(?P<e>f)", Some(2)),
            ("[]()](a)", Some(1)),
            ("(a", None),
        ] {
            assert_eq!(groups(regex), expected, "{regex}");
        }
    }
}
