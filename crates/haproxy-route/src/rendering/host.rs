//! The host names and paths of a service, as conditions.

/// What is compared with host names: that of the request, without its port.
pub(super) const HOST: &str = "req.hdr(host),field(1,:)";

/// The most patterns of one line: HAProxy reads 64 words of a line.
pub(super) const MOST_PATTERNS: usize = 50;

/// A condition: alternatives, each the words of an ACL behind its name.
pub(super) type Alternatives = Vec<Vec<String>>;

/// The conditions for any of these host names. `*.example.com` is every name below `example.com`.
pub(super) fn hosts(names: &[String]) -> Alternatives {
    names_of(HOST, names)
}

/// The conditions for any of these names in what a sample fetch gives.
pub(super) fn names_of(fetch: &str, names: &[String]) -> Alternatives {
    let (wildcards, exact): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.starts_with("*."));
    let mut alternatives = Vec::new();
    push(
        &mut alternatives,
        &[fetch, "-i"],
        exact.into_iter().cloned(),
    );
    let suffixes = wildcards
        .into_iter()
        .map(|name| name.trim_start_matches('*').to_owned());
    push(&mut alternatives, &[fetch, "-m", "end", "-i"], suffixes);
    alternatives
}

/// The conditions for any of these paths and what is below.
pub(super) fn paths(paths: &[String], plain_prefixes: bool) -> Alternatives {
    let mut alternatives = Vec::new();
    if plain_prefixes {
        push(
            &mut alternatives,
            &["path_beg", "-i"],
            paths.iter().cloned(),
        );
        return alternatives;
    }
    let whole = paths.iter().filter(|path| !path.ends_with('/')).cloned();
    push(&mut alternatives, &["path", "-i"], whole);
    let below = paths
        .iter()
        .map(|path| format!("{}/", path.trim_end_matches('/')));
    push(&mut alternatives, &["path_beg", "-i"], below);
    alternatives
}

/// Adds tests of patterns, as many to a line as HAProxy reads; none of them can be taken for a flag.
fn push(alternatives: &mut Alternatives, test: &[&str], patterns: impl Iterator<Item = String>) {
    let patterns: Vec<_> = patterns.collect();
    for patterns in patterns.chunks(MOST_PATTERNS) {
        let mut words: Vec<_> = test.iter().map(|word| (*word).to_owned()).collect();
        if patterns.iter().any(|pattern| pattern.starts_with('-')) {
            words.push("--".to_owned());
        }
        words.extend_from_slice(patterns);
        alternatives.push(words);
    }
}
