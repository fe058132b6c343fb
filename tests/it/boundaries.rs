//! Where words begin and end, as a running HAProxy of each version has it.
//!
//! The words of `acl NAME str(x) -- WORDS…` come back, one a line, from the runtime API; the first
//! empty word ends them.

use std::fs;

use haproxy_config::{Document, Environment, Severity};
use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_kit_tests::parallel;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

/// The pieces of a line, from which it can be made shorter.
type Pieces = Vec<&'static [u8]>;

const BATCHES: usize = 10;
const LINES: usize = 500;

/// HAProxy stops reading at 50 lines that it refuses.
const MAX_REFUSED: usize = 49;

/// How many answers to ask for at once; a command cannot be longer than HAProxy's buffer.
const ANSWERS: usize = 200;

const ALPHABET: [&[u8]; 67] = [
    b" ",
    b" ",
    b" ",
    b" ",
    b"\t",
    b"\x0B",
    b"\x0C",
    b"\r",
    b"\"",
    b"\"",
    b"\"",
    b"\"",
    b"'",
    b"'",
    b"\\",
    b"\\",
    b"#",
    b"$",
    b"${",
    b"}",
    b"[",
    b"]",
    b"[*]",
    b"-",
    b":",
    b".",
    b",",
    b"\\x",
    b"\\x4",
    b"\\x41",
    b"\\x20",
    b"\\x00",
    b"\\xff",
    b"\\n",
    b"\\t",
    b"\\r",
    b"\\\"",
    b"\\'",
    b"\\ ",
    b"\\#",
    b"\\$",
    b"\\\\",
    b"\\z",
    b"\"$SET\"",
    b"\"$UNSET\"",
    b"\"$UNSET\" ",
    b"\"${LIST[*]}\"",
    b"${UNSET}",
    b"${UNSET-",
    b"${SET-",
    b"$EMPTY",
    b"${PADDED[*]}",
    b"$.LINE",
    b"${.SECTION}",
    b"SET",
    b"UNSET",
    b"LIST",
    b"\xFF",
    b"\xC3\xA9",
    b"\x85",
    b"\xA0",
    b"a",
    b"word",
    b"_",
    b"\"\"",
    b"''",
    b"\x7F",
];

#[test]
fn word_boundaries_are_those_of_a_running_haproxy() {
    let mut runner = TestRunner::new(Config::default());
    let line = vec(select(&ALPHABET[..]), 0..16);
    let batches: Vec<Vec<Pieces>> = (0..BATCHES)
        .map(|_| {
            (0..LINES)
                .map(|_| line.new_tree(&mut runner).unwrap().current())
                .collect()
        })
        .collect();
    let jobs: Vec<(Haproxy, &Vec<Pieces>)> = Haproxy::all()
        .into_iter()
        .flat_map(|haproxy| batches.iter().map(move |batch| (haproxy.clone(), batch)))
        .collect();
    let differences: Vec<String> = parallel::map(&jobs, |(haproxy, batch)| {
        let judge = Judge::new(haproxy);
        let found = judge.compare(batch).err();
        found.map(|index| judge.shrink(batch[index].clone()))
    })
    .into_iter()
    .flatten()
    .collect();
    println!("{} lines compared", jobs.len() * LINES);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

struct Judge {
    haproxy: Haproxy,
    environment: Environment,
}

/// What a line comes to.
#[derive(Debug, PartialEq, Eq)]
enum Reading {
    Refused,
    Words(Vec<Vec<u8>>),
}

impl Judge {
    fn new(haproxy: &Haproxy) -> Self {
        let haproxy = haproxy
            .clone()
            .with_variable(b"SET", b"value")
            .with_variable(b"EMPTY", b"")
            .with_variable(b"LIST", b"one two\tthree")
            .with_variable(b"PADDED", b"  one  two ");
        Self {
            environment: haproxy.environment(),
            haproxy,
        }
    }

    /// The index of a line that we and HAProxy read otherwise.
    fn compare(&self, lines: &[Pieces]) -> Result<(), usize> {
        let readings: Vec<Reading> = self.readings(lines);
        let refused = |index: &usize| readings[*index] == Reading::Refused;
        let (refused, taken): (Vec<usize>, Vec<usize>) = (0..lines.len()).partition(refused);
        for some in refused.chunks(MAX_REFUSED) {
            let alerts = self.alerts(some.iter().map(|index| &lines[*index]));
            let mut places = some.iter().enumerate();
            if let Some((_, index)) = places.find(|(place, _)| !alerts.contains(place)) {
                return Err(*index);
            }
        }
        let alerts = self.alerts(taken.iter().map(|index| &lines[*index]));
        if let Some(place) = alerts.first() {
            return Err(taken[*place]);
        }
        // Its line number is the value of a pseudo-variable, so each is read in its place.
        let taken_lines: Vec<Pieces> = taken.iter().map(|index| lines[*index].clone()).collect();
        let readings = self.readings(&taken_lines);
        let running = self
            .haproxy
            .start(&configuration(taken.iter().map(|index| &lines[*index])));
        let places: Vec<usize> = (0..taken.len()).collect();
        for places in places.chunks(ANSWERS) {
            let answer = ask(&running, places);
            let mut answer = answer.as_slice();
            for place in places {
                let index = taken[*place];
                answer = strip_answer(answer, &readings[*place]).ok_or(index)?;
            }
        }
        Ok(())
    }

    /// How we read the lines.
    fn readings(&self, lines: &[Pieces]) -> Vec<Reading> {
        let document = Document::parse(configuration(lines.iter()));
        let evaluation = document.evaluate(&self.environment);
        let errors: Vec<usize> = document
            .diagnostics()
            .into_iter()
            .chain(evaluation.diagnostics)
            .filter(|found| found.severity == Severity::Error)
            .map(|found| found.span.line)
            .collect();
        let mut statements = evaluation.statements.into_iter().peekable();
        (FIRST_LINE..FIRST_LINE + lines.len())
            .map(|number| {
                while statements
                    .next_if(|statement| statement.line.number() < number)
                    .is_some()
                {}
                let statement = statements.next_if(|statement| statement.line.number() == number);
                match statement {
                    Some(statement) if !errors.contains(&number) => {
                        let words = statement
                            .words
                            .into_iter()
                            .skip(4)
                            .map(std::borrow::Cow::into_owned);
                        Reading::Words(words.take_while(|word| !word.is_empty()).collect())
                    }
                    _ => Reading::Refused,
                }
            })
            .collect()
    }

    /// The lines that HAProxy refuses.
    fn alerts<'a>(&self, lines: impl Iterator<Item = &'a Pieces>) -> Vec<usize> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("haproxy.cfg");
        fs::write(&file, configuration(lines)).unwrap();
        let lines = self.haproxy.check(&file).alert_lines().into_iter();
        lines.map(|line| line - FIRST_LINE).collect()
    }

    /// The shortest line made from this one that is still read otherwise.
    fn shrink(&self, mut line: Pieces) -> String {
        let mut index = 0;
        while index < line.len() {
            let mut shorter = line.clone();
            shorter.remove(index);
            if self.compare(&[shorter.clone()]).is_err() {
                line = shorter;
                index = 0;
            } else {
                index += 1;
            }
        }
        let reading = self.readings(&[line.clone()]);
        let running = reading.first() != Some(&Reading::Refused)
            && self.alerts([&line].into_iter()).is_empty();
        let theirs = if running {
            ask(
                &self.haproxy.start(&configuration([&line].into_iter())),
                &[0],
            )
        } else {
            format!("alerts: {:?}", self.alerts([&line].into_iter())).into_bytes()
        };
        format!(
            "HAProxy {} reads {} otherwise:\n  ours: {reading:?}\n  HAProxy's: {}",
            self.haproxy.version(),
            line.concat().escape_ascii(),
            theirs.escape_ascii()
        )
    }
}

/// The line of the first of the lines in a configuration.
const FIRST_LINE: usize = 3;

/// One line each, after a long one: HAProxy reads a line again for which its buffer was too short,
/// and then misses the end of a default value.
fn configuration<'a>(lines: impl Iterator<Item = &'a Pieces>) -> Vec<u8> {
    let mut text = format!("backend b\n    acl long str(x) -- {}\n", "x".repeat(4000)).into_bytes();
    for (index, pieces) in lines.enumerate() {
        text.extend(format!("    acl t{index} str(x) -- ").bytes());
        text.extend(pieces.concat());
        text.push(b'\n');
    }
    text
}

/// The words of the lines at these places; the long line before them is number 0.
fn ask(running: &Running, places: &[usize]) -> Vec<u8> {
    let commands: Vec<String> = places
        .iter()
        .map(|place| format!("show acl #{}", place + 1))
        .collect();
    running.ask(&commands.join(";"))
}

/// What follows the answer for a line, if it is as expected: `0xADDRESS WORD`, one a line.
fn strip_answer<'a>(mut answer: &'a [u8], reading: &Reading) -> Option<&'a [u8]> {
    let Reading::Words(words) = reading else {
        return None;
    };
    for word in words {
        let blank = answer.iter().position(|byte| *byte == b' ')?;
        answer = answer[blank + 1..]
            .strip_prefix(word.as_slice())?
            .strip_prefix(b"\n")?;
    }
    answer.strip_prefix(b"\n")
}
