//! What was probably meant by a name that is not there.

use std::cmp::Reverse;

/// The one of these names that is most like the misspelt one, if any is like it at all.
pub(crate) fn nearest<'a>(
    misspelt: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let longest = misspelt.chars().count().div_ceil(3);
    let distances = names.into_iter().filter_map(|name| {
        let distance = strsim::damerau_levenshtein(misspelt, name);
        (distance <= longest).then_some((Reverse(distance), Reverse(name)))
    });
    distances.max().map(|(_, Reverse(name))| name)
}
