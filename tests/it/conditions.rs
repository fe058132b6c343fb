//! Which branch of a conditional block counts, as `haproxy -c` has it.

mod strategies;

use std::fmt::Write;
use std::fs;

use haproxy_config::{Code, Document, Environment, Evaluation, Severity};
use haproxy_kit_tests::haproxy::{Haproxy, Verdict};
use haproxy_kit_tests::{fixtures, parallel};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use strategies::{Junk, any_blocks, any_condition};

const CONDITIONS: usize = 600;
const BLOCKS: usize = 60;

#[test]
fn conditions_hold_as_for_haproxy() {
    let conditions = sample(&any_condition(Junk::Some), CONDITIONS);
    let differences: Vec<String> = parallel::map(&Haproxy::all(), |haproxy| {
        Judge::new(haproxy).compare_conditions(&conditions)
    })
    .concat();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn blocks_count_as_for_haproxy() {
    let files = sample(&any_blocks(), BLOCKS);
    let judges = Haproxy::all().map(|haproxy| Judge::new(&haproxy));
    let jobs: Vec<(&Judge, &String)> = judges
        .iter()
        .flat_map(|judge| files.iter().map(move |file| (judge, file)))
        .collect();
    let differences: Vec<String> = parallel::map(&jobs, |(judge, file)| judge.shrink(file))
        .into_iter()
        .flatten()
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn fixtures_count_as_for_haproxy() {
    let judges = Haproxy::all().map(|haproxy| Judge::new(&haproxy));
    for file in fixtures("conditions") {
        let text = fs::read(&file).unwrap();
        for judge in &judges {
            if let Err(difference) = judge.compare_file(&text) {
                panic!("{}: {difference}", file.display());
            }
        }
    }
}

fn sample<T>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::new(Config::default());
    (0..count)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect()
}

struct Judge {
    haproxy: Haproxy,
    environment: Environment,
}

impl Judge {
    fn new(haproxy: &Haproxy) -> Self {
        let haproxy = haproxy
            .clone()
            .with_variable(b"SET", b"value")
            .with_variable(b"EMPTY", b"")
            .with_variable(b"BLANKS", b"a b")
            .with_variable(b"PARENTHESIS", b"a)b");
        Self {
            environment: haproxy.environment(),
            haproxy,
        }
    }

    fn check(&self, text: &[u8]) -> Verdict {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.cfg");
        fs::write(&file, text).unwrap();
        self.haproxy.check(&file)
    }

    /// Compares a file with blocks: whether it is refused, and the notices that count.
    fn compare_file(&self, text: &[u8]) -> Result<(), String> {
        let document = Document::parse(text);
        let mut environment = self.environment.clone();
        "test.cfg".clone_into(&mut environment.file);
        let mut refused = Vec::new();
        if self.haproxy.version() == "3.2" {
            // Without a master it reads all twice. The first time looks only at conditions and the
            // environment; the second time finds what the first one set, and the variables of
            // HAProxy's own again.
            let first = document.evaluate(&environment);
            let conditions = first.diagnostics.iter();
            let conditions = conditions.filter(|found| found.code == Code::INVALID_CONDITION);
            refused.extend(conditions.map(|found| found.span.line));
            let own = environment.variables.into_iter();
            let own = own.filter(|(name, _)| name.starts_with(b"HAPROXY_"));
            environment.variables = own.chain(first.environment.variables).collect();
        }
        let evaluation = document.evaluate(&environment);
        refused.extend(errors(&document, &evaluation));
        let verdict = self.check(text);
        let notices = notices(&evaluation);
        // HAProxy stops reading at a conditional line that it refuses, and 3.2 then says no notice.
        let same_notices = if refused.is_empty() {
            notices == verdict.notices()
        } else {
            verdict
                .notices()
                .iter()
                .zip(&notices)
                .all(|(theirs, ours)| theirs == ours)
        };
        if refused.is_empty() != verdict.accepts || !same_notices {
            return Err(format!(
                "HAProxy {} differs on\n{}\n  ours: refused {refused:?}, notices {notices:?}\n  \
                 HAProxy's: {}",
                self.haproxy.version(),
                String::from_utf8_lossy(text),
                verdict.messages
            ));
        }
        Ok(())
    }

    /// The difference in this file, once all lines are gone that it does not need.
    fn shrink(&self, file: &str) -> Option<String> {
        let mut difference = self.compare_file(file.as_bytes()).err()?;
        let mut lines: Vec<&str> = file.split_inclusive('\n').collect();
        // The first two are the section's and the long one.
        for size in [16, 8, 4, 3, 2, 1, 2, 1] {
            let mut start = 2;
            while start + size <= lines.len() {
                let shorter = [&lines[..start], &lines[start + size..]].concat();
                if let Err(smaller) = self.compare_file(shorter.concat().as_bytes()) {
                    (difference, lines) = (smaller, shorter);
                } else {
                    start += 1;
                }
            }
        }
        Some(difference)
    }

    /// Compares single conditions, many in a file.
    fn compare_conditions(&self, conditions: &[String]) -> Vec<String> {
        let mut differences = Vec::new();
        let text = single_blocks(conditions.iter());
        let document = Document::parse(text);
        let refused_lines = errors(&document, &document.evaluate(&self.environment));
        let (refused, taken): (Vec<&String>, Vec<&String>) = {
            let (refused, taken): (Vec<_>, Vec<_>) = conditions
                .iter()
                .enumerate()
                .partition(|(index, _)| refused_lines.contains(&line_of(*index)));
            let texts = |list: Vec<(usize, _)>| list.into_iter().map(|(_, text)| text).collect();
            (texts(refused), texts(taken))
        };
        // HAProxy stops reading at a condition that it refuses, so each is asked for by itself.
        let wrongly = |conditions: &[&String], accepts: bool| -> Vec<String> {
            let alone = |text: &&String| self.check(&single_blocks([*text].into_iter())).accepts;
            let found = conditions.iter().filter(|text| alone(text) == accepts);
            found
                .map(|text| {
                    format!(
                        "HAProxy {}, accepts is {accepts}: {text}",
                        self.haproxy.version()
                    )
                })
                .collect()
        };
        differences.extend(wrongly(&refused, true));
        let text = single_blocks(taken.iter().copied());
        let verdict = self.check(&text);
        if !verdict.accepts {
            differences.extend(wrongly(&taken, false));
            return differences;
        }
        let document = Document::parse(text);
        let evaluation = document.evaluate(&self.environment);
        let (ours, theirs) = (notices(&evaluation), verdict.notices());
        differences.extend(taken.iter().enumerate().filter_map(|(index, text)| {
            let index = index.to_string();
            let holds = theirs.contains(&index.as_str());
            (ours.contains(&index) != holds).then(|| {
                format!(
                    "for HAProxy {} it is {holds}: {text}",
                    self.haproxy.version()
                )
            })
        }));
        println!(
            "HAProxy {}: {} conditions compared, {} of them refused, {} hold",
            self.haproxy.version(),
            conditions.len(),
            refused.len(),
            theirs.len()
        );
        differences
    }
}

/// The lines that HAProxy refuses by our reading.
fn errors(document: &Document, evaluation: &Evaluation<'_>) -> Vec<usize> {
    let found = document.diagnostics();
    found
        .iter()
        .chain(&evaluation.diagnostics)
        .filter(|found| found.severity == Severity::Error)
        .map(|found| found.span.line)
        .collect()
}

fn notices(evaluation: &Evaluation<'_>) -> Vec<String> {
    let messages = evaluation.diagnostics.iter();
    messages
        .filter(|found| found.code == Code::MESSAGE && found.severity == Severity::Info)
        .map(|found| found.message.clone())
        .collect()
}

/// A block for each condition, with a notice of its index.
fn single_blocks<'a>(conditions: impl Iterator<Item = &'a String>) -> Vec<u8> {
    // HAProxy reads a line again for which its buffer was too short, and then misses the end of a
    // default value: a long one first.
    let mut text = format!("# {}\n", "x".repeat(4000));
    for (index, condition) in conditions.enumerate() {
        writeln!(text, ".if {condition}\n.notice {index}\n.endif").unwrap();
    }
    text.into_bytes()
}

/// The line of the condition of this index.
fn line_of(index: usize) -> usize {
    2 + 3 * index
}
