//! Tasks of this project, run as `cargo xtask TASK`.

mod registry;
mod rules;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask registry [DUMPS]
    Makes the tables of sample fetches, converters and ACL keywords from HAProxy's own listings
    (haproxy -dKall) in the folder DUMPS.

       cargo xtask rules
    Makes the pages of docs/rules.md from the rules of check.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["registry"] => make_registry(&registry::default_dumps()),
        ["rules"] => make_rules(),
        ["registry", dumps] => make_registry(Path::new(dumps)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make_registry(dumps: &Path) -> Result<(), Box<dyn Error>> {
    for (path, text) in registry::files(dumps)? {
        std::fs::write(path, text)?;
    }
    Ok(())
}

fn make_rules() -> Result<(), Box<dyn Error>> {
    let folder = workspace().join("docs/rules");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    for (path, text) in rules::pages() {
        std::fs::write(path, text)?;
    }
    Ok(())
}

/// The folder of the workspace.
fn workspace() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}
