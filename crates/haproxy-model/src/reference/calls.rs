use super::{Mention, NameKind, Role, mentions_of_word};
use crate::registry::{self, ArgumentType};
use crate::value::CallSpan;

/// The names in the arguments of a sample expression's fetch and converters.
///
/// The expression starts with the word of index `start`, at byte `offset` of it.
pub(crate) fn note_expression(words: &[&str], start: usize, offset: usize) -> Vec<Mention> {
    let mut mentions = Vec::new();
    // Most expressions have no arguments, and nothing is to be found in them.
    if !words.iter().any(|word| word.contains('(')) {
        return mentions;
    }
    for (index, call) in CallSpan::all(words).into_iter().enumerate() {
        let names_acls = names_acls(&call, index == 0, words);
        for (position, range) in call.arguments.iter().enumerate() {
            let word = call.word;
            let Some(text) = words.get(word).and_then(|word| word.get(range.clone())) else {
                continue;
            };
            let (quotes, text) = without_quotes(text);
            let (negation, text, kind) = if position >= names_acls.unwrap_or(usize::MAX) {
                let name = text.trim_start_matches('!');
                (text.len() - name.len(), name, Some(NameKind::Acl))
            } else {
                (0, text, kind_of(call.name, index == 0, position))
            };
            let Some(kind) = kind.filter(|_| !text.is_empty()) else {
                continue;
            };
            let shift = if word == 0 { offset } else { 0 };
            let from = shift + range.start + quotes + negation;
            let found = mentions_of_word(kind, Role::Refers, start + word, from, text);
            mentions.extend(found);
        }
    }
    mentions
}

/// What the argument at this position names, by the type that HAProxy gives it.
fn kind_of(name: &str, is_fetch: bool, position: usize) -> Option<NameKind> {
    let (required, optional) = if is_fetch {
        let fetch = registry::fetch(name)
            .or_else(|| registry::acl(name).and_then(|acl| registry::fetch(acl.fetch)))?;
        (fetch.required, fetch.optional)
    } else {
        let converter = registry::converter(name)?;
        (converter.required, converter.optional)
    };
    match required.iter().chain(optional).nth(position)? {
        ArgumentType::Table => Some(NameKind::Table),
        ArgumentType::Backend => Some(NameKind::Backend),
        ArgumentType::Frontend => Some(NameKind::Frontend),
        ArgumentType::Server => Some(NameKind::Server),
        ArgumentType::Userlist => Some(NameKind::Userlist),
        _ => None,
    }
}

/// The first argument that names an ACL: HAProxy itself takes these for plain text.
fn names_acls(call: &CallSpan<'_>, is_fetch: bool, words: &[&str]) -> Option<usize> {
    match (call.name, is_fetch) {
        ("acl", true) => Some(0),
        ("when", false) if call.first(words).trim_start_matches('!') == "acl" => Some(1),
        _ => None,
    }
}

/// The length of the quote in front, and the text between the quotes.
fn without_quotes(text: &str) -> (usize, &str) {
    for quote in ['"', '\''] {
        let inner = text
            .strip_prefix(quote)
            .and_then(|text| text.strip_suffix(quote));
        if let Some(inner) = inner {
            return (1, inner);
        }
    }
    (0, text)
}
