//! What stands beside a certificate: its key, its issuer, its OCSP response, its timestamps.

use std::fs;
use std::path::PathBuf;

use haproxy_kit_tests::certificate::pem;
use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_kit_tests::workspace;
use haproxy_runtime::Client;
use haproxy_runtime::plan::{Plan, ReadCapabilities, plan};

use super::held::{planned, read, start};
use super::picture::Picture;

const TEXT: &str = "global
 EXTRA
defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend www
 bind unix@tls.sock ssl crt site.crt
 bind unix@list.sock ssl crt-list list.txt
 http-request deny if { src -f blocked.acl }
";

/// A file of the certificate that has OCSP responses.
fn fixture(name: &str) -> Vec<u8> {
    fs::read(workspace().join("tests/fixtures/certificates").join(name)).unwrap()
}

/// A process, and the folder that its files are in.
struct Case {
    haproxy: Haproxy,
    text: String,
    running: Running,
    client: Client,
    /// What is in the folder, for another process.
    names: Vec<&'static str>,
}

impl Case {
    /// With a certificate, its key and what else is beside it.
    fn start(haproxy: Haproxy, extra: &str, beside: &[(&'static str, &str)]) -> Self {
        let text = TEXT.replace("EXTRA", extra);
        let mut files = vec![
            ("site.crt", fixture("stapled.pem")),
            ("list.txt", b"other.pem\n".to_vec()),
            ("other.pem", pem().into_bytes()),
            ("blocked.acl", b"192.0.2.1\n".to_vec()),
        ];
        files.extend(beside.iter().map(|(name, own)| (*name, fixture(own))));
        let (running, client) = start(&haproxy, &text, &files);
        let names = files.into_iter().map(|(name, _)| name).collect();
        Self {
            haproxy,
            text,
            running,
            client,
            names,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.running.folder().join(name)
    }

    fn write(&mut self, name: &'static str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn remove(&mut self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
        self.names.retain(|own| *own != name);
    }

    fn planned(&mut self) -> Plan {
        planned(
            &self.haproxy,
            &self.text,
            self.running.folder(),
            &mut self.client,
        )
    }

    /// Applies what has changed, which is this; then nothing is left to do, and the process is as one that
    /// is started with these files.
    #[track_caller]
    fn apply(&mut self, expected: &str) {
        let plan = self.planned();
        let version = self.haproxy.version();
        assert_eq!(plan.to_string(), expected, "{version}");
        plan.apply(&mut self.client)
            .unwrap_or_else(|error| panic!("{version}: {error}"));
        let again = self.planned();
        assert!(again.is_empty(), "{version}: {again}");
        let files = self
            .names
            .iter()
            .map(|name| (*name, fs::read(self.path(name)).unwrap()));
        let files: Vec<_> = files.collect();
        let (_fresh, mut theirs) = start(&self.haproxy, &self.text, &files);
        assert_eq!(Picture::of(&mut self.client), Picture::of(&mut theirs));
    }
}

const ALL: [(&str, &str); 3] = [
    ("site.crt.key", "stapled.key"),
    ("site.crt.issuer", "stapled.issuer"),
    ("site.crt.ocsp", "stapled-1.ocsp"),
];
const REPLACED: &str = "1. replace certificate site.crt\n";

#[test]
fn responses_are_compared_with_those_of_the_process() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy, "", &ALL);
        let nothing = case.planned();
        assert_eq!(nothing.to_string(), "nothing to do\n");
        case.write("site.crt.ocsp", fixture("stapled-2.ocsp"));
        case.apply(REPLACED);
        case.remove("site.crt.ocsp");
        case.apply(REPLACED);
        case.write("site.crt.ocsp", fixture("stapled-1.ocsp"));
        case.apply(REPLACED);
    }
}

#[test]
fn a_certificate_keeps_what_stands_beside_it() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy, "", &ALL);
        let chain = [fixture("stapled.pem"), fixture("stapled.issuer")].concat();
        case.write("site.crt", chain);
        case.apply(REPLACED);
        assert!(!case.running.ask("show ssl ocsp-response").is_empty());
        // Another one, with its key in a file as well.
        let other = pem();
        let (certificate, key) = other.split_at(other.find("-----BEGIN PRIVATE").unwrap());
        case.write("site.crt", certificate);
        case.write("site.crt.key", key);
        case.remove("site.crt.issuer");
        case.remove("site.crt.ocsp");
        case.apply(REPLACED);
    }
}

#[test]
fn a_response_comes_back_where_a_later_step_fails() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy, "", &ALL);
        let before = Picture::of(&mut case.client);
        let old = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        case.write("site.crt.ocsp", fixture("stapled-2.ocsp"));
        case.write("blocked.acl", "no address\n");
        let new = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        let capabilities = case.client.run(&ReadCapabilities).unwrap();
        let plan = plan(&old, &new, &capabilities);
        assert!(plan.to_string().starts_with(REPLACED), "{plan}");
        let error = plan.apply(&mut case.client).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(Picture::of(&mut case.client), before);
    }
}

#[test]
fn a_certificate_with_timestamps_is_left_alone() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy, "", &ALL[..1]);
        let timestamps = b"\0\x04\0\x02ab";
        // The process has none.
        case.write("site.crt.sctl", timestamps);
        let old = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        let capabilities = case.client.run(&ReadCapabilities).unwrap();
        let note = "note: site.crt: HAProxy does not tell the timestamps in its '.sctl'\n";
        assert_eq!(case.planned().to_string(), format!("nothing to do\n{note}"));

        case.write("site.crt.sctl", b"\0\x04\0\x02cd");
        let new = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        assert_eq!(
            plan(&old, &new, &capabilities).to_string(),
            "reload:\n- site.crt.sctl: HAProxy reads it at start only\n"
        );
        let why = "it has timestamps in a '.sctl', and HAProxy may crash where such a certificate \
             is changed";
        case.write(
            "site.crt",
            [fixture("stapled.pem"), fixture("stapled.issuer")].concat(),
        );
        assert_eq!(
            case.planned().to_string(),
            format!("reload:\n- site.crt: {why}\n")
        );
        case.write("site.crt", fixture("stapled.pem"));
        case.write("more.pem", pem());
        case.write("more.pem.sctl", timestamps);
        case.write("list.txt", "other.pem\nmore.pem\n");
        assert_eq!(
            case.planned().to_string(),
            format!("reload:\n- more.pem: {why}\n")
        );
        case.write("list.txt", "other.pem\n");
        // One that the process has read goes from its list, and stays in memory.
        let files = [
            (
                "site.crt",
                [fixture("stapled.pem"), fixture("stapled.key")].concat(),
            ),
            ("list.txt", b"other.pem\nmore.pem\n".to_vec()),
            ("other.pem", pem().into_bytes()),
            ("more.pem", pem().into_bytes()),
            ("more.pem.sctl", timestamps.to_vec()),
            ("blocked.acl", b"192.0.2.1\n".to_vec()),
        ];
        let (running, mut client) = start(&case.haproxy, &case.text, &files);
        fs::write(running.folder().join("list.txt"), "other.pem\n").unwrap();
        let shorter = planned(&case.haproxy, &case.text, running.folder(), &mut client);
        assert_eq!(
            shorter.to_string(),
            "1. remove from crt-list list.txt: more.pem\n"
        );
        shorter.apply(&mut client).unwrap();
        assert!(!running.ask("show info").is_empty());
    }
}

#[test]
fn files_that_haproxy_does_not_read_do_not_count() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy.clone(), "ssl-load-extra-files key issuer", &ALL);
        assert_eq!(case.planned().to_string(), "nothing to do\n");
        case.write("site.crt.ocsp", fixture("stapled-2.ocsp"));
        case.write("site.crt.sctl", "any");
        assert_eq!(case.planned().to_string(), "nothing to do\n");

        let beside = [
            ("site.key", "stapled.key"),
            ("site.issuer", "stapled.issuer"),
            ("site.ocsp", "stapled-1.ocsp"),
        ];
        let mut case = Case::start(haproxy, "ssl-load-extra-del-ext", &beside);
        assert_eq!(case.planned().to_string(), "nothing to do\n");
        case.write("site.ocsp", fixture("stapled-2.ocsp"));
        case.apply(REPLACED);
    }
}

#[test]
fn the_certificates_of_a_bundle_are_looked_at() {
    for haproxy in Haproxy::all() {
        let text = TEXT
            .replace("EXTRA", "")
            .replace("crt site.crt", "crt both");
        let files = [
            ("both.rsa", pem().into_bytes()),
            ("both.ecdsa", fixture("stapled.pem")),
            ("both.ecdsa.key", fixture("stapled.key")),
            ("both.ecdsa.issuer", fixture("stapled.issuer")),
            ("both.ecdsa.ocsp", fixture("stapled-1.ocsp")),
            ("list.txt", b"other.pem\nboth [alpn h2]\n".to_vec()),
            ("other.pem", pem().into_bytes()),
            ("blocked.acl", b"192.0.2.1\n".to_vec()),
        ];
        let (running, client) = start(&haproxy, &text, &files);
        let mut case = Case {
            haproxy,
            text,
            running,
            client,
            names: files.iter().map(|(name, _)| *name).collect(),
        };
        assert_eq!(case.planned().to_string(), "nothing to do\n");
        case.write("both.ecdsa.ocsp", fixture("stapled-2.ocsp"));
        case.write("both.rsa", pem());
        case.apply(
            "1. replace certificate both.rsa\n\
             2. replace certificate both.ecdsa\n",
        );
        let old = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        let capabilities = case.client.run(&ReadCapabilities).unwrap();
        let why = "the certificates of a bundle get into it and out of it at start only";
        for list in ["other.pem\n", "other.pem\nboth [alpn h2]\nboth a.example\n"] {
            case.write("list.txt", list);
            let new = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
            assert_eq!(
                plan(&old, &new, &capabilities).to_string(),
                format!("reload:\n- list.txt: {why}\n")
            );
        }
        case.write("list.txt", "other.pem\nboth [alpn h2]\n");
        // HAProxy looks for what is in a bundle when it starts.
        case.remove("both.rsa");
        let new = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        assert_eq!(
            plan(&old, &new, &capabilities).to_string(),
            "reload:\n- both: HAProxy reads it at start only\n"
        );
    }
}

#[test]
fn what_a_process_does_not_tell_is_said() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy, "", &ALL[..1]);
        // Certificates of one name.
        let chain = |own: &str| [fixture("stapled.pem"), own.into()].concat();
        let certificate = |own: &str| own.split_once("-----BEGIN PRIVATE").unwrap().0.to_owned();
        let (first, second) = (certificate(&pem()), certificate(&pem()));
        case.write("site.crt", chain(&first));
        case.apply(REPLACED);
        let old = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        let capabilities = case.client.run(&ReadCapabilities).unwrap();
        let held = haproxy_runtime::plan::ReadFiles::new(old);
        let held = case.client.run(&held).unwrap();
        case.write("site.crt", chain(&second));
        assert_eq!(
            case.planned().to_string(),
            "nothing to do\n\
             note: site.crt: HAProxy tells only the names in its chain, which are the same\n"
        );
        // Where the file was read before it changed, its change counts.
        let new = read(&case.haproxy, &case.text, &case.path("haproxy.cfg"));
        let change = plan(&held, &new, &capabilities);
        assert_eq!(change.to_string(), REPLACED);
        // Another name is told.
        case.write(
            "site.crt",
            [fixture("stapled.pem"), fixture("stapled.issuer")].concat(),
        );
        case.apply(REPLACED);
    }
}

#[test]
fn certificates_of_a_store_are_read_at_start() {
    for haproxy in ["3.0", "3.2"].map(Haproxy::of) {
        let text = format!(
            "crt-store web\n load crt stored.pem alias own\n{}",
            TEXT.replace("EXTRA", "")
                .replace("crt site.crt", "crt @web/own")
        );
        let files = [
            ("stored.pem", pem()),
            ("list.txt", "other.pem\n".to_owned()),
            ("other.pem", pem()),
            ("blocked.acl", "192.0.2.1\n".to_owned()),
        ];
        let (running, mut client) = start(&haproxy, &text, &files);
        let file = running.folder().join("haproxy.cfg");
        let old = read(&haproxy, &text, &file);
        fs::write(running.folder().join("stored.pem"), pem()).unwrap();
        let new = read(&haproxy, &text, &file);
        let capabilities = client.run(&ReadCapabilities).unwrap();
        assert_eq!(
            plan(&old, &new, &capabilities).to_string(),
            "reload:\n- stored.pem: HAProxy reads it at start only\n"
        );
    }
}
