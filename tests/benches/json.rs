//! How fast a configuration becomes JSON and JSON a configuration, in bytes of the text:
//! `cargo bench -p haproxy-kit-tests --bench json`.
#![allow(missing_docs, reason = "criterion_group! writes a public function")]

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use haproxy_config::{Document, Target};
use haproxy_kit_tests::generate;
use haproxy_model::config::Config;
use haproxy_model::version::Version;

fn json(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("json");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    let target = Target::new(Version::new(3, 2));
    for backends in [10, 1_000, 10_000] {
        let text = generate::configuration(backends, 10);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let (config, _) = Document::parse(text).to_model(&target);
        group.bench_function(BenchmarkId::new("to_json", backends), |bencher| {
            bencher.iter_with_large_drop(|| config.to_json());
        });
        let json = config.to_json();
        group.bench_function(BenchmarkId::new("from_json", backends), |bencher| {
            bencher.iter_with_large_drop(|| Config::from_json(&json));
        });
    }
    group.finish();
}

criterion_group!(benches, json);
criterion_main!(benches);
