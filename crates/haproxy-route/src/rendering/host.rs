//! The host names and paths of a service, as conditions.

/// What is compared with host names: that of the request, without its port.
const HOST: &str = "req.hdr(host),field(1,:)";

/// A condition: alternatives, each the words of an ACL behind its name.
pub(super) type Alternatives = Vec<Vec<String>>;

/// The conditions for any of these host names. `*.example.com` is every name below `example.com`.
pub(super) fn hosts(names: &[String]) -> Alternatives {
    let (wildcards, exact): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.starts_with("*."));
    let mut alternatives = Vec::new();
    if !exact.is_empty() {
        alternatives.push(words(&[HOST, "-i"], exact.into_iter().cloned()));
    }
    if !wildcards.is_empty() {
        let suffixes = wildcards
            .into_iter()
            .map(|name| name.trim_start_matches('*').to_owned());
        alternatives.push(words(&[HOST, "-m", "end", "-i"], suffixes));
    }
    alternatives
}

/// The conditions for any of these paths and what is below.
pub(super) fn paths(paths: &[String], plain_prefixes: bool) -> Alternatives {
    if paths.is_empty() {
        return Vec::new();
    }
    if plain_prefixes {
        return vec![words(&["path_beg", "-i"], paths.iter().cloned())];
    }
    let whole = paths.iter().filter(|path| !path.ends_with('/')).cloned();
    let whole: Vec<_> = whole.collect();
    let below = paths
        .iter()
        .map(|path| format!("{}/", path.trim_end_matches('/')));
    let mut alternatives = Vec::new();
    if !whole.is_empty() {
        alternatives.push(words(&["path", "-i"], whole));
    }
    alternatives.push(words(&["path_beg", "-i"], below));
    alternatives
}

/// A test of patterns; none of them can be taken for a flag.
fn words(test: &[&str], patterns: impl IntoIterator<Item = String>) -> Vec<String> {
    let patterns: Vec<_> = patterns.into_iter().collect();
    let mut words: Vec<_> = test.iter().map(|word| (*word).to_owned()).collect();
    if patterns.iter().any(|pattern| pattern.starts_with('-')) {
        words.push("--".to_owned());
    }
    words.extend(patterns);
    words
}
