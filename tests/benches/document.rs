//! How fast documents are read, printed and evaluated: `cargo bench -p haproxy-kit-tests`.
#![allow(missing_docs, reason = "criterion_group! writes a public function")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use haproxy_config::{CheckOptions, Document, Environment, Target, to_text};
use haproxy_kit_tests::generate;
use haproxy_model::version::Version;

fn document(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("document");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    let environment = Environment::new("3.2.0");
    let target = Target::new(Version::new(3, 2));
    for backends in [10, 1_000, 10_000] {
        let text = generate::configuration(backends, 10).into_bytes();
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("parse", backends), |bencher| {
            bencher.iter_batched(
                || text.clone(),
                |text| black_box(Document::parse(text)),
                BatchSize::PerIteration,
            );
        });
        let document = Document::parse(text.clone());
        group.bench_function(BenchmarkId::new("to_bytes", backends), |bencher| {
            bencher.iter(|| black_box(document.to_bytes()));
        });
        group.bench_function(BenchmarkId::new("diagnostics", backends), |bencher| {
            bencher.iter(|| black_box(document.diagnostics()));
        });
        group.bench_function(BenchmarkId::new("evaluate", backends), |bencher| {
            bencher.iter(|| black_box(document.evaluate(&environment)));
        });
        let options = CheckOptions::new(target.clone());
        group.bench_function(BenchmarkId::new("check", backends), |bencher| {
            bencher.iter_with_large_drop(|| document.check(&options));
        });
        let (config, _) = document.to_model(&target);
        group.bench_function(BenchmarkId::new("to_model", backends), |bencher| {
            bencher.iter_with_large_drop(|| document.to_model(&target));
        });
        group.bench_function(
            BenchmarkId::new("parse and to_model", backends),
            |bencher| {
                bencher.iter_with_large_drop(|| Document::parse(text.clone()).to_model(&target));
            },
        );
        let changed = text_with_one_server_changed(&text);
        let (wanted, _) = Document::parse(changed).to_model(&target);
        group.bench_function(BenchmarkId::new("reconcile", backends), |bencher| {
            bencher.iter_batched_ref(
                || document.clone(),
                |document| document.reconcile(&wanted, &target).is_ok(),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("model_to_text", backends), |bencher| {
            bencher.iter(|| black_box(to_text(&config)));
        });
    }
    group.finish();
}

fn text_with_one_server_changed(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.replacen("10.0.5.5:8080", "10.0.5.5:8081", 1)
}

criterion_group!(benches, document);
criterion_main!(benches);
