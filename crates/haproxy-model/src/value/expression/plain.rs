//! Expressions without quotes, known at a glance.

use super::call::is_name_character;

/// Whether a word is surely an expression; `false` says nothing.
///
/// It takes `name`, `name(arguments)` and lists of these with a comma between two, where the arguments
/// hold neither quotes nor backslashes nor anything else that needs the grammar.
pub(super) fn is_expression(word: &str) -> bool {
    let mut rest = word;
    loop {
        let name = rest
            .bytes()
            .take_while(|byte| is_name_character(char::from(*byte)))
            .count();
        let Some(after) = rest.get(name..).filter(|_| name > 0) else {
            return false;
        };
        let Some(after) = skip_arguments(after) else {
            return false;
        };
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => return after.is_empty(),
        }
    }
}

/// What follows the arguments, if they are plain.
fn skip_arguments(text: &str) -> Option<&str> {
    let Some(arguments) = text.strip_prefix('(') else {
        return Some(text);
    };
    let (arguments, rest) = arguments.split_once(')')?;
    let is_plain = arguments
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'\'' | b'"' | b'\\'));
    is_plain.then_some(rest)
}
