//! The files that configurations name, as HAProxy sees them.

use std::fs;
use std::path::Path;

use haproxy_config::{CheckOptions, Code, ConfigFiles, Severity, Target};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::{certificate, parallel};
use haproxy_model::version::Version;

/// Lines of a frontend, with `DIR/` for the folder of the files.
const FRONTEND: [&str; 24] = [
    "bind 127.0.0.1:8443 ssl crt DIR/whole.pem",
    "bind 127.0.0.1:8443 ssl crt DIR/apart.crt",
    "bind 127.0.0.1:8443 ssl crt DIR/other.crt",
    "bind 127.0.0.1:8443 ssl crt DIR/keyless.crt",
    "bind 127.0.0.1:8443 ssl crt DIR/text",
    "bind 127.0.0.1:8443 ssl crt DIR/none",
    "bind 127.0.0.1:8443 ssl crt DIR/folder",
    "bind 127.0.0.1:8443 ssl crt DIR/whole.pem verify optional ca-file DIR/keyless.crt",
    "bind 127.0.0.1:8443 ssl crt DIR/whole.pem verify optional ca-file DIR/none",
    "bind 127.0.0.1:8443 ssl crt DIR/whole.pem verify optional ca-file @system-ca",
    "bind 127.0.0.1:8443 ssl crt DIR/whole.pem crl-file DIR/none",
    "bind 127.0.0.1:8443 ssl crt DIR/whole.pem tls-ticket-keys DIR/none",
    "bind 127.0.0.1:8443 ssl crt-list DIR/good.list",
    "bind 127.0.0.1:8443 ssl crt-list DIR/bad.list",
    "bind 127.0.0.1:8443 ssl crt-list DIR/lost.list",
    "bind 127.0.0.1:8443 ssl crt-list DIR/open.list",
    "bind 127.0.0.1:8443 crt DIR/none",
    "errorfile 503 DIR/none",
    "errorfile 503 DIR/answer.http",
    "http-request return status 200 content-type text/plain file DIR/none",
    "http-request return status 200 content-type text/plain file DIR/text",
    "http-request deny if { src -f DIR/none }",
    "http-request deny if { src -f DIR/addresses }",
    "http-request set-header X-A %[path,map(DIR/none)]",
];

/// Lines of a backend.
const BACKEND: [&str; 11] = [
    "server s1 127.0.0.1:80 crt DIR/none",
    "server s1 127.0.0.1:80 ssl verify none crt DIR/none",
    "server s1 127.0.0.1:80 ssl verify none crt DIR/whole.pem",
    "server s1 127.0.0.1:80 ca-file DIR/none",
    "default-server crt DIR/none",
    "acl a path -f DIR/none",
    "acl a path,map_int(DIR/numbers.map) gt 1",
    "acl a path,map_int(DIR/words.map) gt 1",
    "http-request set-header X-A %[src,map_ip(DIR/words.map)]",
    "http-request set-var(txn.a) path,map_int(DIR/words.map)",
    "filter spoe engine a config DIR/none",
];

fn write_files(folder: &Path) {
    let (whole, other) = (certificate::pem(), certificate::pem());
    let key_of = |pem: &str| {
        let start = pem.find("-----BEGIN PRIVATE KEY").unwrap();
        {
            let (before, behind) = pem.split_at(start);
            (before.to_owned(), behind.to_owned())
        }
    };
    let (certificate, key) = key_of(&whole);
    let (_, other_key) = key_of(&other);
    fs::create_dir(folder.join("folder")).unwrap();
    let list = |rest: &str| format!("{}/whole.pem {rest}\n", folder.display());
    for (name, content) in [
        ("whole.pem", &whole),
        ("folder/one.pem", &whole),
        ("apart.crt", &certificate),
        ("apart.crt.key", &key),
        ("other.crt", &certificate),
        ("other.crt.key", &other_key),
        ("keyless.crt", &certificate),
        ("text", &"some text\n".to_owned()),
        ("addresses", &"192.0.2.0/24\n# none\n".to_owned()),
        ("numbers.map", &"/a 1\n/b 2\n".to_owned()),
        ("words.map", &"/a one\n".to_owned()),
        (
            "answer.http",
            &"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n".to_owned(),
        ),
        (
            "good.list",
            &list("[alpn h2] www.example.com !a.example.com"),
        ),
        ("bad.list", &list("[alpn h2] [alpn h2] www.example.com")),
        ("open.list", &list("[alpn h2 www.example.com")),
        ("lost.list", &format!("{}/none a\n", folder.display())),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
}

#[test]
fn files_are_refused_where_haproxy_refuses_them() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path());
    let sides = [("frontend", &FRONTEND[..]), ("backend", &BACKEND[..])];
    let lines = sides
        .iter()
        .flat_map(|(kind, lines)| lines.iter().map(move |line| (*kind, *line)));
    let cases: Vec<_> = lines
        .flat_map(|case| [("2.6", case), ("3.2", case)])
        .enumerate()
        .collect();
    let directory = format!("{}/", folder.path().display());
    let wrong = parallel::map(&cases, |(index, (version, (kind, line)))| {
        let line = line.replace("DIR/", &directory);
        let timeouts = match *kind {
            "frontend" => " timeout client 1s\n",
            _ => " timeout server 1s\n timeout connect 1s\n",
        };
        let text = format!("{kind} own\n mode http\n{timeouts} {line}\n");
        let file = folder.path().join(format!("{index}.cfg"));
        fs::write(&file, &text).unwrap();
        let verdict = Haproxy::of(version).check(&file);
        let options = CheckOptions::new(Target::new(version.parse().unwrap())).with_files(true);
        let found = ConfigFiles::read([&file]).unwrap().check(&options);
        let is_refused = found.iter().any(|one| one.severity == Severity::Error);
        let messages = &verdict.messages;
        (is_refused == verdict.accepts)
            .then(|| format!("{version}: {line}\n{messages}\n{found:#?}"))
    });
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn relative_paths_start_where_the_configuration_says() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path());
    let options = CheckOptions::new(Target::new(Version::new(3, 2))).with_files(true);
    for (global, is_missing) in [
        ("default-path config", false),
        ("default-path parent", true),
        ("crt-base DIR", false),
        ("crt-base DIR/folder", true),
    ] {
        let global = global.replace("DIR", &folder.path().to_string_lossy());
        let text = format!(
            "global\n {global}\nfrontend own\n bind 127.0.0.1:8443 ssl crt whole.pem\n timeout client 1s\n"
        );
        let file = folder.path().join("own.cfg");
        fs::write(&file, text).unwrap();
        let verdict = Haproxy::of("3.2").check(&file);
        assert_eq!(verdict.accepts, !is_missing, "{}", verdict.messages);
        let found = ConfigFiles::read([&file]).unwrap().check(&options);
        let own = found.iter().any(|one| one.code == Code::MISSING_FILE);
        assert_eq!(own, is_missing, "{global}: {found:#?}");
    }
}
