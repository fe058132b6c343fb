/// Whether an HAProxy version is at least as recent as another; what is missing counts as zero.
///
/// `3.3-dev2` comes before `3.3.0`. A version that cannot be read is before all others, as HAProxy
/// has it.
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
    fn parse(text: &str) -> Option<Self> {
        let (major, rest) = version_part(text)?;
        let (minor, rest) = match rest.strip_prefix('.') {
            Some(rest) => version_part(rest)?,
            None => (0, rest),
        };
        let (release, (patch, rest)) = match rest.strip_prefix('.') {
            Some(rest) => (true, version_part(rest)?),
            None => match rest.strip_prefix("-dev").or(rest.strip_prefix("-rc")) {
                Some(rest) => (false, version_part(rest)?),
                None => (true, (0, rest)),
            },
        };
        // A package's suffix such as `-1+deb13u3` counts for nothing.
        let commits = rest
            .strip_prefix('-')
            .and_then(|commits| commits.parse().ok())
            .unwrap_or(0);
        Some(Self {
            major,
            minor,
            release,
            patch,
            commits,
        })
    }
}

/// A number, which nothing but a dot or a dash may follow, and what follows it.
fn version_part(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = leading_number(text);
    (rest.is_empty() || rest.starts_with(['.', '-'])).then_some((number, rest))
}

/// An OpenSSL version such as `3.5.4`, `1.1.1k` or `3.0.0-beta2`, as HAProxy compares it: in the
/// fields of OpenSSL's version number.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OpensslVersion {
    major: u32,
    minor: u32,
    fix: u32,
    patch: u32,
    /// Whether it is a release; alphas and betas come before.
    release: bool,
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
        let (major, minor, fix) = (
            parts.next()?.ok()?,
            parts.next()?.ok()?,
            parts.next()?.ok()?,
        );
        if parts.next().is_some() {
            return None;
        }
        let letter = suffix.bytes().next().filter(u8::is_ascii_lowercase);
        Some(Self {
            major,
            minor,
            fix,
            patch: letter.map_or(0, |letter| u32::from(letter - b'a') + 1),
            release: !suffix.starts_with('-'),
        })
    }

    /// The version of the library itself. Since 3.0 OpenSSL puts its third number where the letter
    /// used to be, and HAProxy does not: for it 3.5.6 is `3.5.0f`, which is before 3.5.1.
    pub(super) fn of_library(name: &str) -> Option<Self> {
        let version = name.split_ascii_whitespace().find_map(Self::parse)?;
        Some(if version.major >= 3 {
            Self {
                fix: 0,
                patch: version.fix,
                ..version
            }
        } else {
            version
        })
    }
}

/// The number that the text starts with, zero where it starts with none, and what follows it.
///
/// As C's `strtol` it passes over white space and a sign; a negative number is a very large one.
fn leading_number(text: &str) -> (u32, &str) {
    let unsigned = text.trim_start_matches([' ', '\t', '\n', '\r', '\x0B', '\x0C']);
    let is_negative = unsigned.starts_with('-');
    let digits = unsigned.strip_prefix(['+', '-']).unwrap_or(unsigned);
    let end = digits
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(digits.len());
    let Some((digits, rest)) = digits.split_at_checked(end).filter(|_| end > 0) else {
        return (0, text);
    };
    let number = digits.parse().unwrap_or(u32::MAX);
    let number = if is_negative {
        number.wrapping_neg()
    } else {
        number
    };
    (number, rest)
}
