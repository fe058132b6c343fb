//! `runtime` and `top`, with a socket that says what HAProxy 3.2 does.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::net::UnixListener;
use std::thread;

use common::{Folder, Run};

/// Answers on the socket `admin` of a folder.
fn haproxy(folder: &Folder) {
    let listener = UnixListener::bind(folder.path("admin")).unwrap();
    thread::spawn(move || {
        for client in listener.incoming() {
            let mut client = client.unwrap();
            let lines = BufReader::new(client.try_clone().unwrap()).lines();
            for line in lines.map_while(Result::ok) {
                if client.write_all(answer(&line).as_bytes()).is_err() {
                    break;
                }
            }
        }
    });
}

fn answer(line: &str) -> &'static str {
    match line {
        "show env" => "PATH=/bin\nHOME=/\n\n",
        "get weight app/s1" => "5 (initial 10)\n\n",
        "set server app/a\\ b state drain" => "[3]: No such server.\n\n",
        "show info" => "Version: 3.2.1\nUptime: 0d 1h02m03s\nCurrConns: 3\nMaxconn: 2000\n\n",
        "show stat" => {
            "# pxname,svname,qcur,scur,smax,status,type,\npublic,FRONTEND,,3,17,OPEN,0,\napp,s1,0,3,9,DOWN,2,\n\n"
        }
        line if line.starts_with("prompt i") => "\n3.2.1\n\n\n[info]: admin\n\n\n",
        line if line.starts_with("set severity-output") => "\n[info]: admin\n\n\n",
        _ => {
            "[6]: Unknown command: 'x', but maybe one of the following ones is a better match:\n  help\n\n"
        }
    }
}

fn run(folder: &Folder, arguments: &[&str]) -> Run {
    let all = ["runtime", "--socket", "./admin"];
    folder.run(&[&all[..], arguments].concat())
}

#[test]
fn answers_are_printed_as_they_are_or_as_json() {
    let folder = Folder::new();
    haproxy(&folder);
    insta::assert_snapshot!("runtime", run(&folder, &["show", "env"]).story());
    insta::assert_snapshot!("runtime_line", run(&folder, &["show env"]).story());
    insta::assert_snapshot!(
        "runtime_json",
        run(&folder, &["--json", "get", "weight", "app/s1"]).story()
    );
}

#[test]
fn what_haproxy_refuses_is_an_error() {
    let folder = Folder::new();
    haproxy(&folder);
    let refused = run(&folder, &["set", "server", "app/a b", "state", "drain"]);
    insta::assert_snapshot!("runtime_refused", refused.story());
    insta::assert_snapshot!("runtime_unknown", run(&folder, &["x"]).story());
    let nobody = folder.run(&["runtime", "--socket", "./nobody", "show", "env"]);
    insta::assert_snapshot!("runtime_nobody", nobody.story());
}

#[test]
fn one_look_is_a_table() {
    let folder = Folder::new();
    haproxy(&folder);
    let look = folder.run(&["top", "--socket", "./admin", "--once"]);
    insta::assert_snapshot!("top", look.story());
}
