//! Prints how long our check takes, and `haproxy -c` 3.2, on the same file, side by side.
//!
//! `speed BACKENDS` generates a configuration of so many backends of 10 servers; 10,000 unless told.
//! Each side is a process of its own that reads the file; of several runs the fastest counts.
//! `speed check FILE` is our side, and prints what each part of it takes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "support code of tests"
)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use haproxy_config::{CheckOptions, Document, Target};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::speed::Taken;
use haproxy_kit_tests::{certificate, generate};
use haproxy_model::version::Version;

/// As the command has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each side runs.
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [command, file] = &arguments[..]
        && command == "check"
    {
        check(Path::new(file));
        return;
    }
    let backends = arguments.first().and_then(|count| count.parse().ok());
    compare(backends.unwrap_or(10_000));
}

fn check(file: &Path) {
    let start = Instant::now();
    let document = Document::parse(fs::read(file).unwrap());
    println!("read and parse {:?}", start.elapsed());
    let target = Target::new(Version::new(3, 2));
    if std::env::var_os("PHASES").is_some() {
        let start = Instant::now();
        let model = document.to_model(&target);
        println!("model {:?}", start.elapsed());
        drop(model);
    }
    let start = Instant::now();
    let found = document.check(&CheckOptions::new(target));
    println!("check {:?}, {} findings", start.elapsed(), found.len());
    // What a process that ends gives back piece by piece nobody needs.
    std::mem::forget((document, found));
}

fn compare(backends: usize) {
    let folder = tempfile::tempdir().unwrap();
    let certificates = folder.path().join("certificates");
    fs::create_dir(&certificates).unwrap();
    fs::write(certificates.join("www.pem"), certificate::pem()).unwrap();
    let text = generate::configuration(backends, 10)
        .replace("/etc/haproxy/certificates", certificates.to_str().unwrap());
    let file = folder.path().join("haproxy.cfg");
    fs::write(&file, &text).unwrap();
    let ours = Taken::by_fastest_of(
        RUNS,
        Command::new(std::env::current_exe().unwrap())
            .arg("check")
            .arg(&file),
    );
    let haproxy = Taken::by_fastest_of(RUNS, &mut Haproxy::of("3.2").checking(&file));
    assert_eq!(ours.code, Some(0));
    assert_eq!(haproxy.code, Some(0), "HAProxy refuses the generated file");
    println!("{backends} backends of 10 servers, {} bytes", text.len());
    for (name, taken) in [("haproxy -c 3.2", haproxy), ("our check", ours)] {
        println!(
            "{name:<15} {:>6.2} s {:>6.2} s of a processor {:>5} MB",
            taken.time.as_secs_f64(),
            taken.busy.as_secs_f64(),
            taken.peak / 1_000_000
        );
    }
    let time = haproxy.time.as_secs_f64() / ours.time.as_secs_f64();
    println!("{time:.1} times faster, by the clock");
    let busy = haproxy.busy.as_secs_f64() / ours.busy.as_secs_f64();
    println!("{busy:.1} times faster, by the processor");
    println!("{} % of the memory", ours.peak * 100 / haproxy.peak);
}
