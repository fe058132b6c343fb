//! `haproxy-kit top` in a terminal, before real HAProxy.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use haproxy_kit_tests::haproxy::{Haproxy, Running};
use pty_process::Size;
use pty_process::blocking::Pty;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, tcgetattr};

use crate::programs::programs;

const TEXT: &str = "defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend public
 bind unix@www.sock
 use_backend app
backend app
 server first 127.0.0.1:1
 server second 127.0.0.1:2
";
const ROWS: [&str; 4] = [
    "public (frontend)",
    "app/first",
    "app/second",
    "app (backend)",
];
const DOWN: &[u8] = b"\x1b[B";
const UP: &[u8] = b"\x1b[A";
const END: &[u8] = b"\x1b[F";
const HOME: &[u8] = b"\x1b[H";
const ESCAPE: &[u8] = b"\x1b";
const CONTROL_C: &[u8] = b"\x03";

/// The command in a terminal.
struct Terminal {
    pty: Arc<Pty>,
    screen: Arc<Mutex<vt100::Parser>>,
    child: Child,
    /// How the terminal was before.
    modes: LocalModes,
}

fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

impl Terminal {
    /// Of 24 rows and 120 columns.
    fn start(running: &Running, arguments: &[&str]) -> Self {
        let (pty, terminal) = pty_process::blocking::open().unwrap();
        pty.resize(Size::new(24, 120)).unwrap();
        let modes = tcgetattr(&pty).unwrap().local_modes;
        let command = pty_process::blocking::Command::new(programs().join("haproxy-kit"));
        let command = command
            .arg("top")
            .args(arguments)
            .env("TERM", "xterm-256color");
        let command = command.current_dir(running.folder());
        let child = command.spawn(terminal).unwrap();
        let screen = vt100::Parser::new(number(24), number(120), 0);
        let (pty, screen) = (Arc::new(pty), Arc::new(Mutex::new(screen)));
        let (output, shown) = (Arc::clone(&pty), Arc::clone(&screen));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // It fails where nobody has the terminal any more.
            while let Ok(length) = (&*output).read(&mut buffer) {
                shown.lock().unwrap().process(&buffer[..length]);
            }
        });
        Self {
            pty,
            screen,
            child,
            modes,
        }
    }

    fn press(&self, keys: &[u8]) {
        (&*self.pty).write_all(keys).unwrap();
    }

    fn resize(&self, rows: u16, columns: u16) {
        self.pty.resize(Size::new(rows, columns)).unwrap();
        let mut screen = self.screen.lock().unwrap();
        screen.set_size(number(rows), number(columns));
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    fn is_taken(&self) -> bool {
        self.screen.lock().unwrap().screen().alternate_screen()
    }

    /// Waits until this is on the screen.
    #[track_caller]
    fn wait(&self, is_shown: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let text = self.text();
            if is_shown(&text) {
                return text;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{text}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until these rows are shown and no other.
    #[track_caller]
    fn wait_for_rows(&self, rows: &[&str]) {
        self.wait(|text| {
            let is_wanted = |row: &&str| rows.contains(row);
            ROWS.iter().all(|row| text.contains(row) == is_wanted(row))
        });
    }

    /// Waits until it has ended, and looks whether the terminal is as it was.
    #[track_caller]
    fn end(mut self) -> (ExitStatus, String) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{}", self.text());
            thread::sleep(Duration::from_millis(10));
        };
        self.wait(|_| !self.is_taken());
        assert!(!self.screen.lock().unwrap().screen().hide_cursor());
        assert_eq!(tcgetattr(&*self.pty).unwrap().local_modes, self.modes);
        (status, self.text())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already where nothing failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const SOCKET: [&str; 2] = ["--socket", "./stats"];

#[test]
fn it_shows_what_there_is_and_does_what_keys_say() {
    for haproxy in Haproxy::all() {
        let running = haproxy.start(TEXT.as_bytes());
        let terminal = Terminal::start(&running, &SOCKET);
        terminal.wait_for_rows(&ROWS);
        let first = terminal.text();
        assert!(
            first.contains(&format!("HAProxy {}", haproxy.version())),
            "{first}"
        );
        assert!(first.contains("q ends"), "{first}");
        assert!(terminal.is_taken());
        // Keys come one by one, and are not shown.
        let modes = tcgetattr(&*terminal.pty).unwrap().local_modes;
        assert!(
            !modes.intersects(LocalModes::ICANON | LocalModes::ECHO),
            "{modes:?}"
        );

        running.ask("set server app/second state maint");
        terminal.wait(|text| {
            text.lines()
                .any(|row| row.contains("second") && row.contains("MAINT"))
        });
        terminal.press(b"p");
        terminal.wait_for_rows(&ROWS[2..3]);
        terminal.press(b"p");
        terminal.wait_for_rows(&ROWS);

        terminal.press(DOWN);
        terminal.wait_for_rows(&ROWS[1..]);
        terminal.press(DOWN);
        terminal.wait_for_rows(&ROWS[2..]);
        terminal.press(UP);
        terminal.wait_for_rows(&ROWS[1..]);
        terminal.press(END);
        terminal.wait_for_rows(&ROWS[3..]);
        terminal.press(HOME);
        terminal.wait_for_rows(&ROWS);

        let is_wide = |text: &str| text.contains("OUT");
        assert!(is_wide(&terminal.text()));
        terminal.resize(24, 60);
        terminal.wait(|text| text.contains("SESSIONS") && !is_wide(text));
        terminal.press(b"q");
        let (status, text) = terminal.end();
        assert!(
            status.success() && text.trim().is_empty(),
            "{status}: {text}"
        );
    }
}

#[test]
fn signals_leave_the_terminal_as_it_was() {
    let running = Haproxy::of("3.2").start(TEXT.as_bytes());
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let terminal = Terminal::start(&running, &SOCKET);
        terminal.wait_for_rows(&ROWS);
        let process = Pid::from_child(&terminal.child);
        kill_process(process, signal).unwrap();
        let (status, _) = terminal.end();
        assert_eq!(status.signal(), Some(signal.as_raw()));
    }
}

#[test]
fn every_key_that_ends_it_does() {
    let running = Haproxy::of("3.2").start(TEXT.as_bytes());
    for key in [b"q", ESCAPE, CONTROL_C] {
        let terminal = Terminal::start(&running, &SOCKET);
        terminal.wait_for_rows(&ROWS);
        terminal.press(key);
        let (status, text) = terminal.end();
        assert!(
            status.success() && text.trim().is_empty(),
            "{status}: {text}"
        );
    }
}

#[test]
fn the_last_look_stays_while_haproxy_is_gone() {
    let haproxy = Haproxy::of("3.0");
    let running = haproxy.start(TEXT.as_bytes());
    let terminal = Terminal::start(&running, &SOCKET);
    terminal.wait_for_rows(&ROWS);
    drop(running);
    let text = terminal.wait(|text| text.contains("./stats"));
    assert!(ROWS.iter().all(|row| text.contains(row)), "{text}");
    terminal.press(b"q");
    assert!(terminal.end().0.success());
}

#[test]
fn what_cannot_be_reached_is_told_before_the_terminal_is_taken() {
    let running = Haproxy::of("3.2").start(TEXT.as_bytes());
    let terminal = Terminal::start(&running, &["--socket", "./none"]);
    let text = terminal.wait(|text| text.contains("help:"));
    assert!(text.contains("cannot connect to unix@./none"), "{text}");
    assert_eq!(terminal.end().0.code(), Some(2));
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let running = Haproxy::of("3.2").start(TEXT.as_bytes());
    let mut command = Command::new(programs().join("haproxy-kit"));
    let command = command
        .arg("top")
        .args(SOCKET)
        .current_dir(running.folder());
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: standard output is no terminal\n  help: 'haproxy-kit top --once' prints one look\n"
    );
}
