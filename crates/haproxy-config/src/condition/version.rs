/// Whether an HAProxy version is at least as recent as another; what is missing counts as zero.
///
/// `3.3-dev2` comes before `3.3.0`. What cannot be read counts as zero too, as HAProxy has it.
pub(crate) fn is_at_least(version: &str, least: &str) -> bool {
    HaproxyVersion::parse(version) >= HaproxyVersion::parse(least)
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct HaproxyVersion {
    major: u32,
    minor: u32,
    /// Whether it is a release; development versions come before.
    release: bool,
    /// The patch level, or the number of the development version.
    patch: u32,
    /// Commits since then.
    commits: u32,
}

impl HaproxyVersion {
    fn parse(text: &str) -> Self {
        let (major, rest) = leading_number(text);
        let (minor, rest) = rest.strip_prefix('.').map_or((0, rest), leading_number);
        let (release, (patch, rest)) = match rest.strip_prefix('.') {
            Some(rest) => (true, leading_number(rest)),
            None => match rest.strip_prefix("-dev").or(rest.strip_prefix("-rc")) {
                Some(rest) => (false, leading_number(rest)),
                None => (true, (0, rest)),
            },
        };
        let commits = rest
            .strip_prefix('-')
            .and_then(|commits| commits.parse().ok())
            .unwrap_or(0);
        Self {
            major,
            minor,
            release,
            patch,
            commits,
        }
    }
}

/// An OpenSSL version such as `3.5.4`, `1.1.1k` or `3.0.0-beta2`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OpensslVersion {
    numbers: [u32; 3],
    /// Whether it is a release; alphas and betas come before.
    release: bool,
    /// The letter of a patch, or the number of an alpha or beta.
    patch: String,
}

impl OpensslVersion {
    /// `None` where the text does not start with three numbers joined by dots.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (numbers, suffix) =
            match text.find(|character: char| !character.is_ascii_digit() && character != '.') {
                Some(at) => text.split_at_checked(at)?,
                None => (text, ""),
            };
        let mut parts = numbers.split('.').map(str::parse);
        let numbers = [
            parts.next()?.ok()?,
            parts.next()?.ok()?,
            parts.next()?.ok()?,
        ];
        if parts.next().is_some() {
            return None;
        }
        Some(Self {
            numbers,
            release: !suffix.starts_with('-'),
            patch: suffix.to_owned(),
        })
    }
}

/// The number that the text starts with, zero where it starts with none, and what follows it.
fn leading_number(text: &str) -> (u32, &str) {
    let end = text
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    (
        digits
            .parse()
            .unwrap_or(if digits.is_empty() { 0 } else { u32::MAX }),
        rest,
    )
}
