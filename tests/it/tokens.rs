//! Words equal to those that HAProxy prints with `-dC`, line for line.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use haproxy_config::{Code, Document, Environment, Line, LineKind, MAX_WORDS, Severity};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::{corpus, fixtures, parallel};

/// HAProxy stops reading a file after so many lines that it refuses.
const MAX_REFUSED: usize = 50;

#[test]
fn words_of_the_corpus_are_those_of_haproxy() {
    if let Some(files) = corpus::files() {
        assert_words_equal(&files);
    }
}

#[test]
fn words_of_the_fixtures_are_those_of_haproxy() {
    assert_words_equal(&fixtures("language"));
}

fn assert_words_equal(files: &[PathBuf]) {
    for haproxy in Haproxy::all_that_dump() {
        let haproxy = haproxy
            .with_variable(b"SET", b"value")
            .with_variable(b"EMPTY", b"")
            .with_variable(b"LIST", b"one two\tthree")
            .with_variable(b"PADDED", b"  one  two ")
            .with_variable(b"BLANK", b" ");
        let environment = haproxy.environment();
        let found = parallel::map(files, |file| compare(file, &haproxy, &environment));
        let lines: usize = found.iter().flatten().sum();
        println!(
            "HAProxy {}: {lines} lines of {} files",
            haproxy.version(),
            files.len()
        );
        let differences: Vec<&str> = found
            .iter()
            .filter_map(|found| Some(found.as_ref().err()?.as_str()))
            .collect();
        assert!(
            differences.is_empty(),
            "{} of {} files differ:\n{}",
            differences.len(),
            files.len(),
            differences.join("\n")
        );
    }
}

/// The number of lines that are equal, or the first that is not.
fn compare(file: &Path, haproxy: &Haproxy, environment: &Environment) -> Result<usize, String> {
    let name = file.file_name().unwrap().to_str().unwrap();
    let mut environment = environment.clone();
    name.clone_into(&mut environment.file);
    if haproxy.version() == "3.2" {
        environment = environment.with_variable("HAPROXY_CFGFILES", name);
    }
    let document = Document::parse(fs::read(file).unwrap());
    let expected = expected_dump(&document, &environment, haproxy);
    let verdict = haproxy.dump(file);
    let mut dump = verdict.dump.as_slice();
    let mut passes = 0;
    while passes == 0 || !dump.is_empty() {
        for line in &expected {
            dump = line.strip_from(dump).ok_or_else(|| {
                let found = dump.split_inclusive(|byte| *byte == b'\n').next();
                format!(
                    "{}, HAProxy {}, pass {passes}:\n  ours: {}\n  HAProxy's: {}\n",
                    file.display(),
                    haproxy.version(),
                    line.text(),
                    found.unwrap_or_default().escape_ascii(),
                )
            })?;
        }
        passes += 1;
        // HAProxy 3.2 reads every file twice, unless the first time is enough to refuse it.
        if passes == 2 || expected.is_empty() {
            break;
        }
    }
    if dump.is_empty() {
        Ok(expected.len())
    } else {
        Err(format!(
            "{}: HAProxy has more: {}",
            file.display(),
            dump.escape_ascii()
        ))
    }
}

/// A line of HAProxy's dump: its number, a tab unless it starts a section, the words.
struct DumpedLine {
    number: usize,
    words: Vec<Vec<u8>>,
    /// Whether an empty word at the end may be missing: HAProxy 3.0 drops it, unless white space
    /// follows.
    drops_empty_word: bool,
}

impl DumpedLine {
    /// What follows this line in the dump, if the dump starts with it.
    fn strip_from<'a>(&self, dump: &'a [u8]) -> Option<&'a [u8]> {
        let dump = dump.strip_prefix(format!("{}\t", self.number).as_bytes())?;
        // Which words start a section depends on the version.
        let dump = dump.strip_prefix(b"\t").unwrap_or(dump);
        strip_words(dump, &self.words).or_else(|| match self.words.split_last() {
            Some((last, others)) if self.drops_empty_word && last.is_empty() => {
                strip_words(dump, others)
            }
            _ => None,
        })
    }

    fn text(&self) -> String {
        let words: Vec<String> = self
            .words
            .iter()
            .map(|word| format!("[{}]", word.escape_ascii()))
            .collect();
        format!("{}: {}", self.number, words.join(" "))
    }
}

fn strip_words<'a>(dump: &'a [u8], words: &[Vec<u8>]) -> Option<&'a [u8]> {
    let rest = words.iter().try_fold(dump, |dump, word| {
        dump.strip_prefix(word.as_slice())?.strip_prefix(b" ")
    });
    rest?.strip_prefix(b"\n")
}

fn expected_dump(
    document: &Document,
    environment: &Environment,
    haproxy: &Haproxy,
) -> Vec<DumpedLine> {
    let refused: Vec<usize> = document
        .diagnostics()
        .iter()
        .filter(|found| {
            found.severity == Severity::Error
                && !matches!(found.code, Code::STRAY_NUL | Code::MISSING_NEWLINE)
        })
        .map(|found| found.span.line)
        .collect();
    let fiftieth = refused.get(MAX_REFUSED - 1).copied();
    let with_nul = document.lines().find(|line| line.bytes().contains(&0));
    let last = fiftieth
        .into_iter()
        .chain(with_nul.map(|line| line.number()))
        .min()
        .unwrap_or(usize::MAX);
    let mut expanded = document.expand(environment).into_iter().peekable();
    let mut lines = Vec::new();
    for line in document.lines().take_while(|line| line.number() <= last) {
        let statement = expanded.next_if(|statement| statement.line.number() == line.number());
        if line.kind() == LineKind::Scope || refused.contains(&line.number()) {
            continue;
        }
        let words: Vec<Vec<u8>> = statement
            .into_iter()
            .flat_map(|statement| statement.words)
            .map(Cow::into_owned)
            .collect();
        // A 65th word that white space begins and nothing follows is one too many before 3.2.
        let counted = words.len() + usize::from(haproxy.version() == "3.0" && is_followed(&line));
        if counted <= MAX_WORDS {
            lines.push(DumpedLine {
                number: line.number(),
                words,
                drops_empty_word: haproxy.version() == "3.0",
            });
        }
    }
    lines
}

/// Whether white space stands behind the last word.
fn is_followed(line: &Line<'_>) -> bool {
    let behind = line.bytes().get(line.words_range().end);
    behind.is_some_and(|byte| matches!(byte, b' ' | b'\t' | 0x0B | 0x0C))
}
