//! The command and the examples, before real HAProxy.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_kit_tests::{target_folder, workspace};

/// The folder of the command, with that of the examples in it. Both are built once.
pub(crate) fn programs() -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    BUILT.get_or_init(|| {
        let status = Command::new(env!("CARGO"))
            .args([
                "build",
                "--quiet",
                "--bin",
                "haproxy-kit",
                "--example",
                "watch",
            ])
            .args(["--example", "scale", "--example", "plan"])
            .current_dir(workspace())
            .status();
        assert!(status.unwrap().success());
    });
    target_folder().join("debug")
}

fn haproxy_kit(running: &Running, arguments: &[&str]) -> Output {
    let mut command = Command::new(programs().join("haproxy-kit"));
    command.args(arguments).current_dir(running.folder());
    command.output().unwrap()
}

#[track_caller]
fn printed(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

const OLD: &str = "defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend www
 bind unix@www.sock
 use_backend %[req.hdr(host),map(hosts.map)]
backend app
 server s1 127.0.0.1:1 weight 5
 server s2 127.0.0.1:2
";

fn start(haproxy: &Haproxy) -> Running {
    let start = haproxy.prepare(OLD.as_bytes()).file("old.cfg", OLD);
    start.file("hosts.map", "a.example app\n").run()
}

#[test]
fn the_command_plans_and_applies() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let new = OLD.replace("weight 5", "weight 6") + " server s3 127.0.0.1:3\n";
        std::fs::write(running.folder().join("new.cfg"), &new).unwrap();
        // The process has the map as it was.
        std::fs::write(running.folder().join("hosts.map"), "b.example app\n").unwrap();
        let expected = "1. replace map hosts.map: 1 entries, were 1\n\
                        2. add server app/s3 127.0.0.1:3\n\
                        3. set server app/s1: weight 6, was 5\n";
        let files = ["old.cfg", "new.cfg", "--socket", "./stats"];
        let plan = haproxy_kit(&running, &[&["plan"], &files[..]].concat());
        assert_eq!(printed(&plan), expected);
        let dry = haproxy_kit(&running, &[&["apply", "--dry-run"], &files[..]].concat());
        assert_eq!(printed(&dry), expected);
        let weight = ["runtime", "--socket", "./stats", "get", "weight", "app/s1"];
        assert!(printed(&haproxy_kit(&running, &weight)).starts_with("5 "));
        let apply = haproxy_kit(&running, &[&["apply"], &files[..]].concat());
        assert_eq!(printed(&apply), expected);
        assert!(printed(&haproxy_kit(&running, &weight)).starts_with("6 "));
        let map = ["runtime", "--socket", "./stats", "show", "map", "hosts.map"];
        assert!(printed(&haproxy_kit(&running, &map)).ends_with("b.example app\n"));

        // Again: the process is no longer as the old file has it.
        let again = haproxy_kit(&running, &[&["apply"], &files[..]].concat());
        assert_eq!(again.status.code(), Some(2));
        let errors = String::from_utf8(again.stderr).unwrap();
        assert!(errors.contains("already a server app/s3"), "{errors}");

        let reload = new.replace("client 5s", "client 6s");
        std::fs::write(running.folder().join("new.cfg"), reload).unwrap();
        let plan = haproxy_kit(&running, &["plan", "old.cfg", "new.cfg", "--json"]);
        assert_eq!(plan.status.code(), Some(1));
        let plan: serde_json::Value = serde_json::from_slice(&plan.stdout).unwrap();
        assert_eq!(plan["steps"].as_array().unwrap().len(), 0);
        assert_eq!(plan["reasons"][0]["path"], "timeout client");
        assert_eq!(plan["reasons"][0]["why"]["kind"], "not_settable");
    }
}

#[test]
fn the_command_asks_and_looks() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let info = ["runtime", "--socket", "./stats", "show", "info", "--json"];
        let info: serde_json::Value =
            serde_json::from_str(&printed(&haproxy_kit(&running, &info))).unwrap();
        let version = info["Version"].as_str().unwrap();
        assert!(version.starts_with(haproxy.version()), "{version}");
        let top = haproxy_kit(&running, &["top", "--socket", "./stats", "--once"]);
        let top = printed(&top);
        for name in ["www", "app", "s1", "s2"] {
            assert!(top.contains(name), "{top}");
        }
        let refused = [
            "runtime", "--socket", "./stats", "get", "weight", "app/none",
        ];
        let refused = haproxy_kit(&running, &refused);
        assert_eq!(refused.status.code(), Some(2));
    }
}

#[test]
fn the_examples_watch_scale_and_plan() {
    let folder = programs().join("examples");
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let socket = running.socket().to_str().unwrap().to_owned();
        let mut watch = Command::new(folder.join("watch"))
            .arg(&socket)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(watch.stdout.take().unwrap()).lines();
        let mut line = || lines.next().unwrap().unwrap();
        let first: Vec<String> = (0..4).map(|_| line()).collect();
        assert!(
            first.iter().any(|line| line.starts_with("app/s1:  -> ")),
            "{first:?}"
        );
        running.ask("set server app/s1 state maint");
        let change = line();
        assert!(
            change.starts_with("app/s1: ") && change.contains("-> MAINT"),
            "{change}"
        );
        watch.kill().unwrap();
        watch.wait().unwrap();

        let answers = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = answers.local_addr().unwrap().to_string();
        let scale = Command::new(folder.join("scale"))
            .args([&socket, "app", &address])
            .output()
            .unwrap();
        let scale = printed(&scale);
        let expected = format!(
            "removed app/s1\nremoved app/s2\nadded app/{}\n",
            address.replace(['.', ':'], "-")
        );
        assert_eq!(scale, expected);

        let running = start(&haproxy);
        let new = OLD.replace("weight 5", "weight 6");
        std::fs::write(running.folder().join("new.cfg"), new).unwrap();
        let plan = Command::new(folder.join("plan"))
            .args(["old.cfg", "new.cfg", "./stats"])
            .current_dir(running.folder())
            .output()
            .unwrap();
        assert_eq!(printed(&plan), "1. set server app/s1: weight 6, was 5\n");
    }
}

/// A process with a master, and the command's answer to this plan.
fn reloaded(haproxy: &Haproxy, new: &str, more: &[&str]) -> (Running, Output) {
    let start = haproxy.prepare(OLD.as_bytes()).file("old.cfg", OLD);
    let running = start.file("hosts.map", "a.example app\n").master().run();
    std::fs::write(running.folder().join("new.cfg"), new).unwrap();
    // What the master reads.
    running.reconfigure(new.as_bytes());
    let files = [
        "apply", "old.cfg", "new.cfg", "--socket", "./stats", "--master", "./master",
    ];
    let output = haproxy_kit(&running, &[&files[..], more].concat());
    (running, output)
}

/// Whether a worker that a reload has started serves with a server of this name.
fn has_server(running: &Running, server: &str) -> bool {
    let master = [
        "runtime",
        "--socket",
        "./master",
        "--process",
        "@1",
        "show",
        "servers",
        "state",
    ];
    printed(&haproxy_kit(running, &master)).contains(&format!(" {server} "))
}

#[test]
fn the_command_reloads_where_that_is_needed() {
    for haproxy in Haproxy::all() {
        let version = haproxy.version();
        let new = OLD.replace("client 5s", "client 6s") + " server s3 127.0.0.1:3\n";
        for more in [&[][..], &["--hard"][..]] {
            let (running, output) = reloaded(&haproxy, &new, more);
            let errors = String::from_utf8_lossy(&output.stderr);
            if version == "2.6" && !more.is_empty() {
                assert_eq!(output.status.code(), Some(2), "{errors}");
                assert!(errors.contains("hard-reload"), "{errors}");
                assert!(!has_server(&running, "s3"));
                continue;
            }
            let text = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{version} {text}{errors}");
            assert!(
                text.starts_with("reload:\n- defaults, timeout client: "),
                "{text}"
            );
            // What was said while the worker started, where HAProxy tells it.
            assert_eq!(
                text.contains("Loading success"),
                version != "2.6",
                "{version} {text}"
            );
            assert!(has_server(&running, "s3"), "{version}");
        }
        let broken = OLD.replace("client 5s", "client 6s") + " nonsense\n";
        let (running, output) = reloaded(&haproxy, &broken, &[]);
        let text = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{version} {text}");
        if version != "2.6" {
            assert!(
                text.contains("ALERT") && text.contains("nonsense"),
                "{version} {text}"
            );
        }
        // The old worker serves on.
        assert!(
            has_server(&running, "s1") && !has_server(&running, "s3"),
            "{version}"
        );
    }
}

#[test]
fn files_are_looked_for_where_default_path_says() {
    let haproxy = Haproxy::of("3.2");
    let text = OLD.replacen(
        "defaults",
        "global\n default-path origin files\ndefaults",
        1,
    );
    let running = haproxy
        .prepare(text.as_bytes())
        .file("files/hosts.map", "a.example app\n")
        .file(
            "files/conf/haproxy.cfg",
            text.replace("origin files", "parent"),
        )
        .file("files/haproxy.cfg", text.replace("origin files", "config"))
        .file("own.cfg", &text)
        .run();
    std::fs::write(running.folder().join("files/hosts.map"), "b.example app\n").unwrap();
    for file in ["own.cfg", "files/haproxy.cfg", "files/conf/haproxy.cfg"] {
        let plan = haproxy_kit(&running, &["plan", file, file, "--socket", "./stats"]);
        assert_eq!(
            printed(&plan),
            "1. replace map hosts.map: 1 entries, were 1\n",
            "{file}"
        );
    }
    let apply = ["apply", "own.cfg", "own.cfg", "--socket", "./stats"];
    printed(&haproxy_kit(&running, &apply));
    let again = haproxy_kit(
        &running,
        &["plan", "own.cfg", "own.cfg", "--socket", "./stats"],
    );
    assert_eq!(printed(&again), "nothing to do\n");
}
