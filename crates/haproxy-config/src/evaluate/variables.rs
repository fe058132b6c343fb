use std::borrow::Cow;
use std::collections::BTreeMap;

/// Carries out the statement of a global section if it changes the environment.
pub(super) fn apply(words: &[Cow<'_, [u8]>], variables: &mut BTreeMap<Vec<u8>, Vec<u8>>) {
    let Some((keyword, arguments)) = words.split_first() else {
        return;
    };
    let end = arguments
        .iter()
        .position(|word| word.is_empty())
        .unwrap_or(arguments.len());
    let given = arguments.get(..end).unwrap_or_default();
    match (&**keyword, given) {
        (b"setenv", [name, value, ..]) => {
            variables.insert(name.to_vec(), value.to_vec());
        }
        (b"presetenv", [name, value, ..]) => {
            variables
                .entry(name.to_vec())
                .or_insert_with(|| value.to_vec());
        }
        (b"unsetenv", names) => {
            for name in names {
                variables.remove(&**name);
            }
        }
        (b"resetenv", names) => {
            variables.retain(|name, _| names.iter().any(|kept| **kept == **name));
        }
        _ => {}
    }
}
