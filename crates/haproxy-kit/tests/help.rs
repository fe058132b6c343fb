//! Help texts, completions and manual pages.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Folder;

const COMMANDS: [&str; 31] = [
    "check",
    "cat",
    "tokens",
    "fmt",
    "set",
    "add",
    "remove",
    "rename",
    "effective",
    "graph",
    "explicit-defaults",
    "json",
    "from-json",
    "reconcile",
    "schema",
    "anonymize",
    "migrate",
    "rebuild",
    "diff",
    "rules",
    "route",
    "reverseproxy",
    "charm-shim",
    "explain",
    "keywords",
    "plan",
    "apply",
    "runtime",
    "top",
    "completions",
    "man",
];

#[test]
fn every_command_explains_itself() {
    let folder = Folder::new();
    insta::assert_snapshot!("help", folder.run(&["--help"]).story());
    for command in COMMANDS {
        let run = folder.run(&[command, "--help"]);
        insta::assert_snapshot!(format!("help_{command}"), run.story());
    }
}

#[test]
fn wrong_usage_has_an_exit_code_of_its_own() {
    let folder = Folder::new();
    assert_eq!(folder.run(&[]).code, 2);
    assert_eq!(folder.run(&["frobnicate"]).code, 2);
    assert_eq!(folder.run(&["--version"]).code, 0);
}

#[test]
fn colours_are_as_asked_for_in_help_and_errors() {
    let folder = Folder::new();
    for arguments in [&["cat", "--help"][..], &["frobnicate"], &["explain"]] {
        let run = |color: &str| {
            // Where it were for the environment, there would always be colours.
            let output = common::command(&folder.path(""))
                .env("CLICOLOR_FORCE", "1")
                .args(color.split(' ').chain(arguments.iter().copied()))
                .output()
                .unwrap();
            [output.stdout, output.stderr].concat()
        };
        let is_coloured = |output: &[u8]| output.contains(&b'\x1b');
        assert!(!is_coloured(&run("--color never")), "{arguments:?}");
        assert!(!is_coloured(&run("--color=never")), "{arguments:?}");
        assert!(is_coloured(&run("--color always")), "{arguments:?}");
    }
}

#[test]
fn shells_can_complete_every_command() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish"] {
        let run = folder.run(&["completions", shell]);
        let script = String::from_utf8(run.stdout).unwrap();
        for command in COMMANDS {
            assert!(
                script.contains(command),
                "{shell} does not complete {command}"
            );
        }
    }
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let folder = Folder::new();
    let page = String::from_utf8(folder.run(&["man"]).stdout).unwrap();
    assert!(page.contains(".TH haproxy-kit 1"));
    assert_eq!(
        folder.run(&["man", "--dir", "man"]).story(),
        "exit code 0\n"
    );
    for command in COMMANDS {
        let page = folder.read(&format!("man/haproxy-kit-{command}.1"));
        assert!(String::from_utf8(page).unwrap().contains(".SH SYNOPSIS"));
    }
}
