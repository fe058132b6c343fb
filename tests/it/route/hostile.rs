//! Relations of anybody: whatever they hold, HAProxy accepts the configuration, and they cost nobody
//! else a line.
//!
//! `HAPROXY_KIT_HOSTILE_CASES=2000 HAPROXY_KIT_HOSTILE_RELATIONS=20 cargo test -p haproxy-kit-tests --test it
//! hostile_relations -- --nocapture` asks about 20,000 relations, in an hour or less.

mod beside;
mod case;
mod databag;
mod value;

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::language::Printer;
use haproxy_route::{
    Collection, CollectionOptions, Databag, Interface, Refusal, Relation, RelationId, Rendering,
    RenderingOptions, render, render_ingress, render_ingress_per_unit,
};
use proptest::test_runner::{
    Config as RunnerConfig, RngAlgorithm, TestCaseError, TestRng, TestRunner,
};

use super::{accepts, certificates, good, options, write_files};
use beside::good_below_path;
use case::{Case, case};

/// How many configurations HAProxy is asked about, where the environment says nothing else.
const CASES: u32 = 300;

/// The variable of the environment with another number of cases.
const CASES_VARIABLE: &str = "HAPROXY_KIT_HOSTILE_CASES";

/// The numbers of the relations that are fine.
const GOOD: [u64; 3] = [90, 91, 92];

/// The relations that are fine: one of each kind.
fn all_good() -> Vec<Relation> {
    let [http, tcp, grpc] = GOOD;
    let mut relations = vec![good(http), good(tcp), good(grpc)];
    relations[1].interface = Interface::Tcp;
    "other".clone_into(&mut relations[1].application);
    relations[1].application_data = Databag::from_iter([
        ("port", "15432"),
        ("rate_limit", r#"{"connections_per_minute": 9}"#),
        ("ip_deny_list", r#"["192.0.2.1"]"#),
    ]);
    let grpc = &mut relations[2].application_data;
    grpc.insert("service", "\"good-grpc\"");
    grpc.insert("protocol", "\"https\"");
    grpc.insert("external_grpc_port", "15051");
    relations
}

/// The lines of each relation, each with the header of its section.
type Lines = BTreeMap<RelationId, Vec<(String, String)>>;

fn lines_of(rendering: &Rendering) -> Lines {
    let print = |print: &dyn Fn(&mut Printer)| {
        let mut printer = Printer::new();
        print(&mut printer);
        printer.words().collect::<Vec<_>>().join(" ")
    };
    let mut lines = Lines::new();
    for origin in &rendering.origins {
        let section = &rendering.config.sections[origin.section];
        let own = lines.entry(origin.relation_id).or_default();
        own.push((
            print(&|printer| section.print_header(printer)),
            print(&|printer| section.print_statement(origin.statement, printer)),
        ));
    }
    lines
}

/// The number that the environment sets.
fn number_from<T: std::str::FromStr<Err: std::fmt::Debug>>(variable: &str, default: T) -> T {
    let set = std::env::var(variable);
    set.map_or(default, |set| set.parse().unwrap())
}

#[test]
fn hostile_relations_lose_only_their_own_routes() {
    let cases = number_from(CASES_VARIABLE, CASES);
    let config = RunnerConfig {
        cases,
        failure_persistence: None,
        // Each step of making a case smaller asks HAProxy, too.
        max_shrink_iters: 50,
        ..RunnerConfig::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let judges: Vec<_> = Haproxy::all()
        .into_iter()
        .map(|haproxy| (haproxy, certificates()))
        .collect();
    let (asked, served) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let result = runner.run(&case(), |case| {
        let verdicts = thread::scope(|scope| {
            let handles: Vec<_> = judges
                .iter()
                .map(|(haproxy, folder)| {
                    let case = &case;
                    scope.spawn(move || judge(case, haproxy, folder.path()))
                })
                .collect();
            let verdicts = handles.into_iter().map(|handle| handle.join().unwrap());
            verdicts.collect::<Result<Vec<_>, String>>()
        });
        match verdicts {
            Ok(count) => {
                asked.set(asked.get() + case.relations.len());
                served.set(served.get() + count[0]);
            }
            Err(message) => return Err(TestCaseError::fail(message)),
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    println!(
        "{} of {} hostile relations have a route",
        served.get(),
        asked.get()
    );
    // Nothing would be shown if all of them were refused.
    assert!(served.get() > cases as usize / 2, "{} routes", served.get());
}

/// What a provider renders for these relations of a case.
fn rendered(case: &Case, relations: &[Relation], options: &RenderingOptions) -> Rendering {
    let collecting = CollectionOptions {
        route: case.schemas.0,
        tcp: case.schemas.1,
        external_hostname: options.external_hostname.clone(),
        ..CollectionOptions::default()
    };
    let all = [relations, &case.beside[..]].concat();
    render(&Collection::new(&all, &collecting), options)
}

/// Renders a case and asks HAProxy; gives how many of the hostile relations have a route.
fn judge(case: &Case, haproxy: &Haproxy, folder: &Path) -> Result<usize, String> {
    let options = RenderingOptions {
        policy: case.policy.clone(),
        spoe_authentications: case.agents.clone(),
        ddos_limits: case.limits.clone(),
        plain_prefixes: case.plain_prefixes,
        ..options(folder, haproxy)
    };
    let mut relations = case.relations.clone();
    relations.extend(all_good());
    let rendering = rendered(case, &relations, &options);
    keeps_good(&rendering, &rendered(case, &all_good(), &options))?;
    keeps_valid(case, &relations, &rendering, &options)?;
    ask(&rendering, haproxy, folder)?;
    if !case.ingresses.is_empty() {
        ask(&render_ingress(&case.ingresses, &options), haproxy, folder)?;
    }
    if !case.units.is_empty() {
        ask(
            &render_ingress_per_unit(&case.units, &options),
            haproxy,
            folder,
        )?;
    }
    if let Some(Relation { interface, .. }) = case.below_paths.first() {
        let good = [good_below_path(GOOD[0], *interface)];
        let collected = |relations: &[Relation]| {
            render(
                &Collection::new(relations, &CollectionOptions::default()),
                &options,
            )
        };
        let (rendering, alone) = (
            collected(&[&case.below_paths[..], &good].concat()),
            collected(&good),
        );
        keeps_good(&rendering, &alone)?;
        ask(&rendering, haproxy, folder)?;
    }
    let hostile = case.relations.iter();
    let served = hostile.filter(|relation| !rendering.refused.contains_key(&relation.id));
    Ok(served.count())
}

/// Whether the relations that are fine have the lines that they have without anybody else.
fn keeps_good(rendering: &Rendering, alone: &Rendering) -> Result<(), String> {
    let (lines, before) = (lines_of(rendering), lines_of(alone));
    for id in GOOD {
        same_lines(id, &before, &lines)?;
        if rendering.refused.contains_key(&id) != alone.refused.contains_key(&id) {
            return Err(format!("{id} is refused: {:?}", rendering.refused.get(&id)));
        }
    }
    Ok(())
}

/// Whether relations whose data is invalid make no difference to any other one, and the order of all
/// makes none at all.
fn keeps_valid(
    case: &Case,
    relations: &[Relation],
    rendering: &Rendering,
    options: &RenderingOptions,
) -> Result<(), String> {
    let is_invalid = |reason: &Refusal| {
        matches!(
            reason,
            Refusal::Application { .. } | Refusal::Unit { .. } | Refusal::Conversion { .. }
        )
    };
    let is_valid = |relation: &&Relation| {
        let reasons = rendering.refused.get(&relation.id);
        !reasons.is_some_and(|reasons| reasons.iter().any(is_invalid))
    };
    let reversed: Vec<_> = relations.iter().rev().cloned().collect();
    if rendered(case, &reversed, options) != *rendering {
        return Err("the order of relations makes a difference".to_owned());
    }
    let valid: Vec<_> = relations.iter().filter(is_valid).cloned().collect();
    let alone = rendered(case, &valid, options);
    let (lines, before) = (lines_of(rendering), lines_of(&alone));
    for relation in &valid {
        same_lines(relation.id, &before, &lines)?;
        if rendering.refused.get(&relation.id) != alone.refused.get(&relation.id) {
            let reasons = rendering.refused.get(&relation.id);
            return Err(format!("{} is refused otherwise: {reasons:?}", relation.id));
        }
    }
    Ok(())
}

fn same_lines(id: RelationId, before: &Lines, lines: &Lines) -> Result<(), String> {
    let (before, lines) = (before.get(&id), lines.get(&id));
    if lines == before {
        return Ok(());
    }
    Err(format!(
        "the lines of {id} were\n{before:?}\nand are\n{lines:?}"
    ))
}

fn ask(rendering: &Rendering, haproxy: &Haproxy, folder: &Path) -> Result<(), String> {
    write_files(rendering);
    accepts(haproxy, folder, &super::text(rendering))
}
