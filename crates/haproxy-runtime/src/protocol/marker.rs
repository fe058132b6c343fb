use memchr::memmem;

use super::Level;

/// What a client sends behind each command, so that the answer ends with words that no answer holds.
///
/// HAProxy marks the end of an answer by an empty line only, which some answers hold themselves. In a
/// session with numbers for severities, a line that begins with `[info]: ` can only come from these.
pub(super) const WORKER_TRAILER: &[u8] =
    b"set severity-output string;show cli level;set severity-output number\n";
/// The same for the master, whose prompt tells where its own answers begin.
///
/// A master that has severities asks each process for them before a command; itself it does not know them.
pub(super) const MASTER_TRAILER: &[u8] = b"set severity-output none\nshow cli level\n";
/// The same for a master without severities.
pub(super) const PLAIN_MASTER_TRAILER: &[u8] = b"show cli level\n";

/// How the end of an answer looks in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A worker's, where each answer is followed by a prompt.
    Prompts,
    /// A worker's without prompts.
    Quiet,
    /// A master's.
    Master,
}

/// What is known of an answer's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// The answer is the first bytes; the next one begins behind `next`.
    End {
        answer: usize,
        next: usize,
        level: Level,
    },
    /// There is no end so far; these first bytes certainly belong to the answer.
    None { certain: usize },
}

impl Marker {
    pub(super) fn find(self, input: &[u8]) -> Found {
        match self {
            Self::Prompts => find_worker(input, b"\n> \n> [info]: ", b"\n\n> \n> "),
            Self::Quiet => find_worker(input, b"\n\n[info]: ", b"\n\n\n"),
            Self::Master => find_master(input),
        }
    }
}

const LEVELS: [(&[u8], Level); 3] = [
    (b"admin", Level::Admin),
    (b"operator", Level::Operator),
    (b"user", Level::User),
];

enum Match {
    Whole(Level, usize),
    Partial,
    No,
}

/// Whether the input begins with the name of a level and these bytes.
fn level_and(input: &[u8], tail: &[u8]) -> Match {
    for (name, level) in LEVELS {
        let whole = [name, tail].concat();
        if input.starts_with(&whole) {
            return Match::Whole(level, whole.len());
        }
        if whole.starts_with(input) {
            return Match::Partial;
        }
    }
    Match::No
}

fn find_worker(input: &[u8], head: &[u8], tail: &[u8]) -> Found {
    for start in memmem::find_iter(input, head) {
        let behind = start + head.len();
        match level_and(input.get(behind..).unwrap_or_default(), tail) {
            Match::Whole(level, length) => {
                return Found::End {
                    answer: start,
                    next: behind + length,
                    level,
                };
            }
            Match::Partial => return Found::None { certain: start },
            Match::No => {}
        }
    }
    Found::None {
        certain: input.len().saturating_sub(head.len()),
    }
}

fn find_master(input: &[u8]) -> Found {
    for start in memmem::find_iter(input, b"master") {
        let before = input.get(..start).unwrap_or_default();
        let is_line_start = before.is_empty() || before.ends_with(b"\n");
        if !is_line_start {
            continue;
        }
        let rest = input.get(start..).unwrap_or_default();
        // The answer's own line end is followed by the one that ends every answer.
        let answer = before.strip_suffix(b"\n").unwrap_or(before).len();
        match master_trailer(rest) {
            Match::Whole(level, length) => {
                return Found::End {
                    answer,
                    next: start + length,
                    level,
                };
            }
            Match::Partial => return Found::None { certain: answer },
            Match::No => {}
        }
    }
    // A prompt that has only begun, and the line end before it.
    Found::None {
        certain: input.len().saturating_sub("\nmaster".len()),
    }
}

/// One or two prompts, the level and a prompt.
fn master_trailer(input: &[u8]) -> Match {
    let mut length = 0;
    for _ in 0..2 {
        let rest = input.get(length..).unwrap_or_default();
        match prompt_length(rest) {
            Some(prompt) => length += prompt,
            None if length == 0 || rest.is_empty() || b"master".starts_with(rest) => {
                return partial_prompt(rest);
            }
            None if rest.starts_with(b"master") => return partial_prompt(rest),
            None => break,
        }
    }
    let rest = input.get(length..).unwrap_or_default();
    match level_and(rest, b"\n\n") {
        Match::Whole(level, own) => {
            let rest = rest.get(own..).unwrap_or_default();
            match prompt_length(rest) {
                Some(last) => Match::Whole(level, length + own + last),
                None => partial_prompt(rest),
            }
        }
        other => other,
    }
}

/// The length of `master> `, `master[ReloadFailed]> ` or `master(xe)> ` at the front.
pub(super) fn prompt_length(input: &[u8]) -> Option<usize> {
    let rest = input.strip_prefix(b"master")?;
    let end = memmem::find(rest, b"> ")?;
    let between = rest.get(..end)?;
    is_between(between).then_some(b"master".len() + end + 2)
}

fn is_between(bytes: &[u8]) -> bool {
    bytes.len() <= 40
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphabetic() || b"[]()".contains(byte))
}

fn partial_prompt(input: &[u8]) -> Match {
    let rest = match input.strip_prefix(b"master") {
        Some(rest) => rest.strip_suffix(b">").unwrap_or(rest),
        None if b"master".starts_with(input) => return Match::Partial,
        None => return Match::No,
    };
    if is_between(rest) {
        Match::Partial
    } else {
        Match::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(marker: Marker, input: &[u8]) -> Option<Vec<u8>> {
        match marker.find(input) {
            Found::End { answer, next, .. } => {
                assert_eq!(next, input.len());
                Some(input[..answer].to_vec())
            }
            Found::None { .. } => None,
        }
    }

    #[test]
    fn every_beginning_of_an_answer_is_not_whole() {
        let cases: [(Marker, &[u8], &[u8]); 6] = [
            (
                Marker::Prompts,
                b"a\n\n> b\n",
                b"\n> \n> [info]: admin\n\n> \n> ",
            ),
            (Marker::Prompts, b"", b"\n> \n> [info]: operator\n\n> \n> "),
            (Marker::Quiet, b"a\n\n\nb\n", b"\n\n[info]: user\n\n\n"),
            (Marker::Quiet, b"no line end", b"\n\n[info]: admin\n\n\n"),
            (Marker::Master, b"master\n", b"\nmaster> admin\n\nmaster> "),
            (
                Marker::Master,
                b"[3]: x\n",
                b"\nmaster[ReloadFailed](xe)> master[ReloadFailed](xe)> admin\n\nmaster[ReloadFailed](xe)> ",
            ),
        ];
        for (marker, text, end) in cases {
            let input = [text, end].concat();
            assert_eq!(answer(marker, &input).as_deref(), Some(text), "{marker:?}");
            for length in 0..input.len() {
                let Found::None { certain } = marker.find(&input[..length]) else {
                    panic!("{marker:?} takes {length} bytes for an answer");
                };
                assert!(certain <= text.len(), "{marker:?} {length} {certain}");
            }
        }
    }
}
