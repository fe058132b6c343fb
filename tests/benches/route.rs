//! How fast relations become a configuration:
//! `cargo bench -p haproxy-kit-tests --bench route`.
#![allow(missing_docs, reason = "criterion_group! writes a public function")]

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use haproxy_config::to_text;
use haproxy_route::{
    Collection, CollectionOptions, Databag, Interface, Relation, RenderingOptions, render,
};

/// The units of each relation.
const UNITS: u64 = 10;

/// As many relations, every fourth one of TCP, with some of everything that costs time.
fn relations(count: u64) -> Vec<Relation> {
    (0..count).map(relation).collect()
}

fn relation(id: u64) -> Relation {
    let units = (0..UNITS).map(|unit| {
        let address = format!("\"10.{}.{}.{unit}\"", id / 250, id % 250);
        (
            format!("app{id}/{unit}"),
            Databag::from_iter([("address", address)]),
        )
    });
    let check = r#"{"interval": 5, "rise": 2, "fall": 3, "path": "/up"}"#;
    let (interface, application_data) = if id % 4 == 3 {
        let port = (20_000 + id).to_string();
        let check = r#"{"interval": 5, "rise": 2, "fall": 3, "check_type": "redis"}"#;
        let databag = [("port", port), ("check", check.to_owned())];
        (Interface::Tcp, Databag::from_iter(databag))
    } else {
        let databag = [
            ("service", format!("\"service-{id}\"")),
            ("ports", "[8080]".to_owned()),
            ("hostname", format!("\"www{id}.example.com\"")),
            ("paths", r#"["/api", "/static"]"#.to_owned()),
            ("check", check.to_owned()),
            ("rate_limit", r#"{"connections_per_minute": 100}"#.to_owned()),
            (
                "rewrites",
                r#"[{"method": "set-path", "expression": "%[path,regsub(^/api,/)] if { path_beg /api }"}]"#.to_owned(),
            ),
        ];
        (Interface::Route, Databag::from_iter(databag))
    };
    Relation {
        id,
        interface,
        application: format!("app{id}"),
        application_data,
        units: units.collect(),
    }
}

fn route(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("route");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    let options = RenderingOptions::default();
    for count in [10, 100, 1_000, 4_000] {
        let relations = relations(count);
        group.throughput(Throughput::Elements(count));
        let collect = || Collection::new(&relations, &CollectionOptions::default());
        group.bench_function(BenchmarkId::new("collect", count), |bencher| {
            bencher.iter_with_large_drop(collect);
        });
        let collection = collect();
        assert!(collection.refused.is_empty(), "{:?}", collection.refused);
        group.bench_function(BenchmarkId::new("render", count), |bencher| {
            bencher.iter_with_large_drop(|| render(&collection, &options));
        });
        group.bench_function(BenchmarkId::new("all", count), |bencher| {
            bencher.iter_with_large_drop(|| {
                let rendering = render(&collect(), &options);
                to_text(&rendering.config)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, route);
criterion_main!(benches);
