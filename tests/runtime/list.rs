//! The list of commands that HAProxy registers, walked.

use std::collections::BTreeSet;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::workspace;
use haproxy_model::version::Version;
use haproxy_runtime::command::{form_of, forms};
use haproxy_runtime::protocol::{Mode, Specification};

/// A command as HAProxy lists it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Listed {
    name: String,
    is_master: bool,
    is_worker: bool,
    is_expert: bool,
    is_experimental: bool,
}

fn listed(text: &str) -> BTreeSet<Listed> {
    let lines = text
        .lines()
        .skip_while(|line| !line.contains("registered CLI keywords"));
    let lines = lines
        .skip(1)
        .take_while(|line| !line.starts_with("# List of"));
    let commands = lines.filter_map(|line| {
        let (name, flags) = line.split_once(" [")?;
        Some(Listed {
            name: name.trim().to_owned(),
            is_master: flags.contains("MASTER"),
            is_worker: flags.contains("WORKER"),
            is_expert: flags.contains("EXPERT"),
            is_experimental: flags.contains("EXPERIM"),
        })
    });
    commands.collect()
}

/// The lists by version: those that the real processes print, and those of other versions where this
/// machine has them.
fn lists() -> Vec<(Version, BTreeSet<Listed>)> {
    let mut lists = Vec::new();
    for haproxy in Haproxy::all() {
        lists.push((
            haproxy.version().parse().unwrap(),
            listed(&haproxy.commands()),
        ));
    }
    let folder = std::env::var_os("HAPROXY_KIT_REFERENCE")
        .map_or_else(|| workspace().join("../shared/reference"), Into::into);
    for version in ["2.6", "2.8", "3.0", "3.2", "3.4"] {
        let file = folder.join(format!("keywords/haproxy-{version}.txt"));
        match std::fs::read_to_string(&file) {
            Ok(text) => lists.push((version.parse().unwrap(), listed(&text))),
            Err(error) => println!("{}: {error}", file.display()),
        }
    }
    lists
}

/// Those that are addressed otherwise: processes by a client, the developers' by [`Raw`].
///
/// [`Raw`]: haproxy_runtime::command::Raw
fn is_elsewhere(name: &str) -> bool {
    name.starts_with('@') || name.starts_with("debug dev ")
}

/// Those that came to a branch after its first release.
const CAME_LATE: [&str; 2] = ["debug counters", "acme challenge_ready"];

fn specification(name: &str) -> Option<Specification> {
    let mut all = forms().map(|form| form.specification);
    all.find(|specification| specification.name == name)
}

#[test]
fn every_command_of_every_version_has_types() {
    for (version, commands) in lists() {
        assert!(commands.len() > 120, "{version}: {}", commands.len());
        assert_eq!(untyped(&commands), Vec::<&str>::new(), "{version}");
        for command in &commands {
            let Some(own) = specification(&command.name) else {
                continue;
            };
            assert!(own.is_in(version), "{version} has '{}'", command.name);
            // What the master takes has grown with the versions.
            assert!(!command.is_master || own.master, "{}", command.name);
            assert_eq!(command.is_worker, own.worker, "{}", command.name);
            assert_eq!(
                command.is_expert,
                own.mode == Mode::Expert,
                "{}",
                command.name
            );
            let is_experimental = own.mode == Mode::Experimental;
            assert!(
                !command.is_experimental || is_experimental,
                "{}",
                command.name
            );
        }
    }
}

/// The commands of a list that nothing here is the type of.
fn untyped(commands: &BTreeSet<Listed>) -> Vec<&str> {
    let names = commands.iter().map(|command| command.name.as_str());
    names
        .filter(|name| !is_elsewhere(name) && specification(name).is_none())
        .collect()
}

#[test]
fn a_command_without_a_type_is_found() {
    let list = "# List of registered CLI keywords:\nshow info [WORKER]\nshow weather [WORKER]\n\
                debug dev x [WORKER EXPERT]\n# List of others:\nshow map [WORKER]\n";
    let commands = listed(list);
    assert_eq!(commands.len(), 3);
    assert_eq!(untyped(&commands), ["show weather"]);
}

#[test]
fn no_command_claims_a_version_that_has_it_not() {
    for (version, commands) in lists() {
        for form in forms() {
            let own = form.specification;
            let is_listed = commands.iter().any(|command| command.name == own.name);
            // Encrypted client hellos need a build of OpenSSL that has them.
            let is_optional = own.name.ends_with(" ssl ech") || CAME_LATE.contains(&own.name);
            assert!(
                !own.is_in(version) || is_listed || is_optional,
                "{version}: '{}'",
                own.name
            );
        }
    }
}

#[test]
fn a_line_is_told_its_form() {
    for (line, name, keywords) in [
        ("show stat", "show stat", &[][..]),
        ("show servers state app", "show servers state", &[]),
        ("set server a/b weight 3", "set server", &["weight"]),
        (
            "set server a/b addr 1.2.3.4 port 80",
            "set server",
            &["addr"],
        ),
        ("set maxconn server a/b 3", "set maxconn server", &[]),
        ("show map", "show map", &[]),
    ] {
        let form = form_of(line).unwrap();
        assert_eq!(form.specification.name, name);
        assert_eq!(form.keywords, keywords);
    }
    assert!(form_of("show map x").unwrap().needs_arguments);
    assert!(!form_of("show map").unwrap().needs_arguments);
    assert!(form_of("show nothing").is_none());
}
