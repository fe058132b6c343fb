//! How fast a running HAProxy is read and changed: `cargo bench -p haproxy-kit-tests --bench runtime`.
#![allow(missing_docs, reason = "criterion_group! writes a public function")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on fails"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_runtime::command::{Answer, SetServerWeight, Statistics, Weight};
use haproxy_runtime::operation::ReplaceMap;
use haproxy_runtime::protocol::Reply;
use haproxy_runtime::{Address, Client, PatternSet, ServerPath};

/// The entries of the map.
const ENTRIES: usize = 100_000;
/// How many of them are added by a connection each: the rest would take as long again and again.
const SAMPLE: usize = 500;

fn start() -> Running {
    let mut servers = String::new();
    for number in 0..100 {
        writeln!(servers, "    server s{number} 127.0.0.1:1").unwrap();
    }
    let configuration = format!(
        "defaults\n    mode http\n    timeout client 5s\n    timeout server 5s\n    timeout connect 1s\n\
         frontend public\n    bind unix@public\n    http-request set-var(txn.x) str(a),map(hosts.map)\n\
         backend app\n{servers}"
    );
    Haproxy::of("3.2")
        .prepare(configuration.as_bytes())
        .file("hosts.map", "a b\n")
        .run()
}

fn entries() -> Vec<(String, String)> {
    (0..ENTRIES)
        .map(|number| (format!("{number}.example.com"), format!("backend-{number}")))
        .collect()
}

/// Replaces a map, and adds entries to it by a connection each, in the same run.
fn map(criterion: &mut Criterion) {
    let running = start();
    let mut client = Client::new(Address::unix(running.socket()));
    let replace = ReplaceMap::new(PatternSet::file("hosts.map"), entries());
    let mut group = criterion.benchmark_group("runtime");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5));
    group.throughput(Throughput::Elements(ENTRIES as u64));
    group.bench_function("replace a map", |bencher| {
        bencher.iter(|| client.run(&replace).unwrap());
    });

    let begin = Instant::now();
    client.run(&replace).unwrap();
    let whole = begin.elapsed();
    let each = |name: &str, add: &dyn Fn(&str)| {
        let begin = Instant::now();
        for (key, value) in &entries()[..SAMPLE] {
            add(&format!("add map hosts.map {key} {value}"));
        }
        let share = u32::try_from(ENTRIES / SAMPLE).unwrap();
        let all = begin.elapsed() * share;
        let times = all.as_secs_f64() / whole.as_secs_f64();
        println!("{ENTRIES} entries: {whole:?} at once, {all:?} by {name}: {times:.0} times");
    };
    each("a connection each", &|command| {
        running.ask(command);
    });
    if Command::new("socat")
        .arg("-V")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        println!("no socat to compare with");
        return;
    }
    let socket = running.socket().display().to_string();
    each("socat", &|command| {
        let mut socat = Command::new("socat")
            .args(["-", &socket])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = socat.stdin.take().unwrap();
        writeln!(input, "{command}").unwrap();
        drop(input);
        socat.wait().unwrap();
    });
}

/// Changes 10,000 weights in one batch.
fn weights(criterion: &mut Criterion) {
    let running = start();
    let mut client = Client::new(Address::unix(running.socket()));
    let batch: Vec<SetServerWeight> = (0..10_000_u16)
        .map(|number| {
            let server = ServerPath::new("app", format!("s{}", number % 100));
            SetServerWeight::new(server, Weight::Absolute(number % 256))
        })
        .collect();
    let mut group = criterion.benchmark_group("runtime");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5));
    group.throughput(Throughput::Elements(batch.len() as u64));
    group.bench_function("10,000 weights", |bencher| {
        bencher.iter(|| {
            let answers = client.batch(&batch).unwrap();
            assert!(answers.iter().all(Result::is_ok));
        });
    });
}

/// Reads the statistics of 100,000 servers, made from those of real ones.
fn statistics(criterion: &mut Criterion) {
    let running = start();
    let text = String::from_utf8(running.ask("show stat")).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let servers: Vec<&str> = rows
        .lines()
        .filter(|row| row.starts_with("app,s"))
        .collect();
    let mut long = format!("{header}\n");
    for number in 0..100_000 {
        long.push_str(servers[number % servers.len()]);
        long.push('\n');
    }
    let reply = Reply::new(long.as_bytes(), true);
    let mut group = criterion.benchmark_group("runtime");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5));
    group.throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("statistics of 100,000 servers", |bencher| {
        bencher.iter_batched(
            || reply.clone(),
            |reply| black_box(Statistics::decode(reply).unwrap()),
            BatchSize::PerIteration,
        );
    });
}

criterion_group!(benches, map, weights, statistics);
criterion_main!(benches);
