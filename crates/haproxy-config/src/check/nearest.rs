use strsim::damerau_levenshtein;

/// What to do about a name that nothing has: the names that look like it, if there are some.
pub(super) fn did_you_mean<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let farthest = 1 + name.len() / 4;
    let mut near: Vec<(usize, &str)> = candidates
        .map(|candidate| (damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= farthest)
        .collect();
    near.sort_unstable();
    near.dedup();
    let nearest = near.first()?.0;
    near.retain(|(distance, _)| *distance == nearest);
    let names: Vec<String> = near
        .iter()
        .take(3)
        .map(|(_, candidate)| format!("'{candidate}'"))
        .collect();
    Some(format!("did you mean {}?", names.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_told() {
        let names = ["path", "pathq", "method", "src"];
        let help = |name| did_you_mean(name, names.into_iter());
        assert_eq!(help("pth").as_deref(), Some("did you mean 'path'?"));
        assert_eq!(help("srv").as_deref(), Some("did you mean 'src'?"));
        assert_eq!(help("completely"), None);
    }
}
