//! Prints which small configurations we and real HAProxy judge differently.
//!
//! `cases [VERSION] FILE…` reads files such as those in `tests/it/verdicts`; every HAProxy of this
//! machine judges them where no version is told.

use std::process::ExitCode;
use std::{env, fs};

use haproxy_kit_tests::cases::{Case, disagreements};
use haproxy_kit_tests::haproxy::Haproxy;

fn main() -> ExitCode {
    let mut files: Vec<String> = env::args().skip(1).collect();
    let mut judges = Haproxy::all().to_vec();
    let is_asked = |judge: &Haproxy| files.first().is_some_and(|one| one == judge.version());
    if let Some(judge) = judges.iter().find(|judge| is_asked(judge)).cloned() {
        judges = vec![judge];
        files.remove(0);
    }
    for file in files {
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        };
        let cases = Case::all_of(&text);
        for haproxy in &judges {
            for disagreement in disagreements(haproxy, &cases) {
                println!("{} {disagreement}", haproxy.version());
            }
        }
    }
    ExitCode::SUCCESS
}
