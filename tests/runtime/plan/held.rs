//! Files that are other ones on disk than in the process.

use std::fs;
use std::path::Path;

use haproxy_config::{Document, Folder, Target};
use haproxy_kit_tests::certificate::{pem, revocations};
use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_runtime::command::{CommitSslCert, FileName, SetSslCert};
use haproxy_runtime::plan::{Configuration, Plan, ReadCapabilities, ReadFiles, plan};
use haproxy_runtime::protocol::Payload;
use haproxy_runtime::{Address, Client};

use super::picture::Picture;
use crate::setup::patient;

const TEXT: &str = "global
 crt-base certificates
 DEFAULT
defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend www
 bind unix@www.sock
 bind unix@tls.sock ssl crt-list list.txt ca-file authority.pem crl-file revoked.pem verify optional
 bind unix@one.sock ssl crt one.pem
 http-request set-var(txn.n) str(a),map(numbers.map)
 http-request deny if { src -f blocked.acl }
 use_backend app
backend app
 server s1 127.0.0.1:1 ssl verify required ca-file servers.pem
";

/// The files, each with a letter that tells whether their names are of certificates of its own.
fn files(first: &str, second: &str) -> Vec<(&'static str, String)> {
    vec![
        ("certificates/site.pem", first.to_owned()),
        ("certificates/one.pem", first.to_owned()),
        ("certificates/more.pem", second.to_owned()),
        (
            "list.txt",
            "site.pem [alpn h2] a.example !b.example\n".to_owned(),
        ),
        ("authority.pem", pem()),
        ("servers.pem", pem()),
        ("revoked.pem", revocations(&[1, 2])),
        ("numbers.map", "a 1\n".to_owned()),
        ("blocked.acl", "192.0.2.1\n".to_owned()),
    ]
}

/// A process with these files in its folder.
pub(super) fn start<C: AsRef<[u8]>>(
    haproxy: &Haproxy,
    text: &str,
    files: &[(&str, C)],
) -> (Running, Client) {
    let start = haproxy.prepare(text.as_bytes());
    let running = files
        .iter()
        .fold(start, |start, (name, content)| start.file(name, content))
        .run();
    let client = Client::new(Address::unix(running.socket())).timeouts(patient());
    (running, client)
}

/// The configuration with its files as they are on disk.
pub(super) fn read(haproxy: &Haproxy, text: &str, file: &Path) -> Configuration {
    let target = Target::new(haproxy.version().parse().unwrap());
    let (config, found) = Document::parse(text).to_model(&target);
    assert!(found.is_empty(), "{found:?}");
    let folder = Folder::of(&config, file);
    Configuration::read(config, &folder).unwrap()
}

/// The plan between a process and the files as they are.
pub(super) fn planned(haproxy: &Haproxy, text: &str, folder: &Path, client: &mut Client) -> Plan {
    let file = folder.join("haproxy.cfg");
    let own = read(haproxy, text, &file);
    let capabilities = client.run(&ReadCapabilities).unwrap();
    let held = client.run(&ReadFiles::new(own.clone())).unwrap();
    plan(&held, &own, &capabilities)
}

#[test]
fn what_the_process_holds_counts() {
    let (first, second, third) = (pem(), pem(), pem());
    for haproxy in Haproxy::all() {
        for (default, prefix) in [("", ""), ("default-path origin files", "files/")] {
            let text = TEXT.replace("DEFAULT", default);
            let files = files(&first, &second);
            let placed: Vec<(String, String)> = files
                .iter()
                .map(|(name, content)| (format!("{prefix}{name}"), content.clone()))
                .collect();
            let placed: Vec<(&str, String)> = placed
                .iter()
                .map(|(name, content)| (name.as_str(), content.clone()))
                .collect();
            let (running, mut client) = start(&haproxy, &text, &placed);
            let folder = running.folder();
            let nothing = planned(&haproxy, &text, folder, &mut client);
            assert!(
                nothing.is_empty(),
                "{} {default}: {nothing}",
                haproxy.version()
            );

            let write = |name: &str, content: &str| {
                fs::write(folder.join(format!("{prefix}{name}")), content).unwrap();
            };
            // Another leaf, another chain, and what the process has already been given.
            write("certificates/site.pem", &third);
            write("certificates/one.pem", &format!("{first}{second}"));
            write(
                "list.txt",
                "site.pem [alpn h2] a.example !b.example\nmore.pem [verify none] *.c.example\n",
            );
            write("authority.pem", &format!("{}{}", files[4].1, pem()));
            write("servers.pem", &pem());
            write("revoked.pem", &revocations(&[1, 2, 3]));
            write("numbers.map", "a 1\nb 2\n");
            write("blocked.acl", "192.0.2.1\n192.0.2.2\n");
            let whole = planned(&haproxy, &text, folder, &mut client);
            insta::assert_snapshot!("files_of_one_path", whole.to_string());
            whole
                .apply(&mut client)
                .unwrap_or_else(|error| panic!("{}: {error}", haproxy.version()));
            let again = planned(&haproxy, &text, folder, &mut client);
            assert!(again.is_empty(), "{} {default}: {again}", haproxy.version());

            let now: Vec<(&str, String)> = placed
                .iter()
                .map(|(name, _)| (*name, fs::read_to_string(folder.join(name)).unwrap()))
                .collect();
            let (_fresh, mut theirs) = start(&haproxy, &text, &now);
            assert_eq!(Picture::of(&mut client), Picture::of(&mut theirs));

            // Lines of lists with other settings, and lines that go.
            write(
                "list.txt",
                "site.pem [alpn h2] a.example !b.example\nmore.pem [verify optional ca-file authority.pem] *.c.example\n",
            );
            let settings = planned(&haproxy, &text, folder, &mut client);
            assert_eq!(settings.steps.len(), 2, "{settings}");
            settings.apply(&mut client).unwrap();
            write("list.txt", "site.pem [alpn h2] a.example !b.example\n");
            let shorter = planned(&haproxy, &text, folder, &mut client);
            assert!(!shorter.needs_reload() && !shorter.is_empty(), "{shorter}");
            shorter.apply(&mut client).unwrap();
            assert!(planned(&haproxy, &text, folder, &mut client).is_empty());
        }
    }
}

#[test]
fn what_nobody_knows_is_replaced_last() {
    let (first, second, third) = (pem(), pem(), pem());
    for haproxy in Haproxy::all() {
        let text = TEXT.replace("DEFAULT", "");
        let (running, mut client) = start(&haproxy, &text, &files(&first, &second));
        // A certificate that no file has.
        let one = || FileName::from("certificates/one.pem");
        let content = Payload::new(
            third
                .lines()
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
        );
        client.call(&SetSslCert::new(one(), content)).unwrap();
        client.call(&CommitSslCert::new(one())).unwrap();
        let before = Picture::of(&mut client);

        // What fails comes before it.
        let acl = running.folder().join("blocked.acl");
        fs::write(&acl, "no address\n").unwrap();
        let failing = planned(&haproxy, &text, running.folder(), &mut client);
        assert_eq!(failing.steps.len(), 2, "{failing}");
        let error = failing.apply(&mut client).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(Picture::of(&mut client), before);

        fs::write(&acl, "192.0.2.1\n").unwrap();
        let fine = planned(&haproxy, &text, running.folder(), &mut client);
        assert_eq!(
            fine.to_string(),
            "1. replace certificate certificates/one.pem\n"
        );
        fine.apply(&mut client).unwrap();
        assert_ne!(Picture::of(&mut client), before);
        assert!(planned(&haproxy, &text, running.folder(), &mut client).is_empty());
    }
}

#[test]
fn a_certificate_that_the_process_has_been_given_already_is_left() {
    let (first, second) = (pem(), pem());
    let haproxy = Haproxy::of("3.0");
    let text = TEXT.replace("DEFAULT", "");
    let (running, mut client) = start(&haproxy, &text, &files(&first, &second));
    let old = read(&haproxy, &text, &running.folder().join("haproxy.cfg"));
    fs::write(running.folder().join("certificates/one.pem"), &second).unwrap();
    let new = read(&haproxy, &text, &running.folder().join("haproxy.cfg"));
    let capabilities = client.run(&ReadCapabilities).unwrap();
    let held = client.run(&ReadFiles::new(old.clone())).unwrap();
    let change = plan(&held, &new, &capabilities);
    assert_eq!(change.steps.len(), 1, "{change}");
    change.apply(&mut client).unwrap();
    // The files say that it changes, the process has it.
    assert_eq!(plan(&old, &new, &capabilities).steps.len(), 1);
    let held = client.run(&ReadFiles::new(old)).unwrap();
    assert!(plan(&held, &new, &capabilities).is_empty());
}
