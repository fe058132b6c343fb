use super::{Mention, NameKind, Role};
use crate::text::has_reference;

/// Adds the names in a word, or a part of one, that names one thing.
///
/// `word` is its index, `start` where the text starts in it.
pub(crate) fn note_word(
    mentions: &mut Vec<Mention>,
    kind: NameKind,
    role: Role,
    word: usize,
    start: usize,
    text: &str,
) {
    let mention = |kind, from: usize, name: &str| Mention {
        kind,
        role,
        word,
        range: start + from..start + from + name.len(),
        name: name.to_owned(),
        proxy: None,
        dynamic: name.contains('%') || has_reference(name),
    };
    match kind {
        // Behind the slash stands the name of the certificate.
        NameKind::CrtStore => {
            let name = text
                .strip_prefix('@')
                .and_then(|text| text.split_once('/'))
                .map(|(name, _)| name)
                .filter(|name| !name.is_empty());
            mentions.extend(name.map(|name| mention(kind, 1, name)));
        }
        NameKind::Table => match text.split_once('/') {
            Some((peers, _)) => mentions.push(mention(NameKind::Peers, 0, peers)),
            None => mentions.push(mention(kind, 0, text)),
        },
        NameKind::Server if !text.contains('%') => match text.split_once('/') {
            Some((proxy, name)) => mentions.extend([
                mention(NameKind::Backend, 0, proxy),
                Mention {
                    proxy: Some(proxy.to_owned()),
                    ..mention(kind, proxy.len() + 1, name)
                },
            ]),
            None => mentions.push(mention(kind, 0, text)),
        },
        _ => mentions.push(mention(kind, 0, text)),
    }
}
