//! The examples of the rules, as HAProxy sees them.

use haproxy_config::{Answer, CheckOptions, Code, Document, Example, Rule, Target, rules};
use haproxy_kit_tests::haproxy::{Haproxy, VERSIONS, Verdict};
use haproxy_kit_tests::parallel;

/// HAProxy of the example's version; `None` where it is not at hand.
fn judge(example: &Example) -> Option<Haproxy> {
    let version = example.version.to_string();
    let at_hand = VERSIONS.into_iter().find(|own| *own == version)?;
    Some(Haproxy::of(at_hand))
}

fn verdict(haproxy: &Haproxy, text: &str) -> Verdict {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("example.cfg");
    std::fs::write(&file, text).unwrap();
    haproxy.check(&file)
}

fn answer(verdict: &Verdict) -> Answer {
    if !verdict.accepts {
        Answer::Refuses
    } else if verdict.messages.contains("[WARNING]") {
        Answer::Warns
    } else {
        Answer::Accepts
    }
}

fn judge_example(rule: &Rule, example: &Example) -> Vec<String> {
    let Some(haproxy) = judge(example) else {
        return Vec::new();
    };
    let mut wrong = Vec::new();
    for (text, expected) in [
        (example.bad, example.answer),
        (example.good, Answer::Accepts),
    ] {
        let verdict = verdict(&haproxy, text);
        let own = answer(&verdict);
        if own != expected {
            let (code, messages) = (rule.code, &verdict.messages);
            wrong.push(format!(
                "{code}: {own:?}, not {expected:?}:\n{text}\n{messages}"
            ));
        }
    }
    wrong
}

#[test]
fn haproxy_answers_as_the_examples_say() {
    let examples: Vec<(&Rule, &Example)> = rules()
        .flat_map(|rule| rule.examples.iter().map(move |example| (rule, example)))
        .collect();
    let judged = examples
        .iter()
        .filter(|(_, example)| judge(example).is_some());
    assert!(judged.count() * 10 >= examples.len() * 8);
    let wrong: Vec<String> = examples
        .iter()
        .flat_map(|(rule, example)| judge_example(rule, example))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line for each kind of rule whose place HAProxy looks at.
const ORDERED: [&str; 10] = [
    "tcp-request connection accept",
    "tcp-request session accept",
    "tcp-request content accept",
    "monitor fail if FALSE",
    "http-request set-header X-A b",
    "redirect location /x if FALSE",
    "use_backend other if FALSE",
    "use-server s1 if FALSE",
    "http-response set-header X-A b",
    "tcp-response content accept",
];

#[test]
fn every_pair_of_rules_is_misplaced_where_haproxy_says_so() {
    let mut cases = Vec::new();
    for version in ["2.6", "3.2"] {
        let mut lines = ORDERED.to_vec();
        if version == "3.2" {
            lines.push("quic-initial accept");
        }
        let pairs = lines
            .iter()
            .flat_map(|first| lines.iter().map(move |second| (version, *first, *second)));
        cases.extend(pairs);
    }
    let wrong = parallel::map(&cases, |(version, first, second)| {
        let text = format!(
            "defaults\n mode http\n timeout client 1s\n timeout server 1s\n timeout connect 1s\n\
             listen own\n bind 127.0.0.1:8080\n server s1 127.0.0.1:80\n {first}\n {second}\n\
             backend other\n"
        );
        let verdict = verdict(&Haproxy::of(version), &text);
        let options = CheckOptions::new(Target::new(version.parse().unwrap()));
        let found = Document::parse(text).check(&options);
        let is_misplaced = found.iter().any(|one| one.code == Code::MISPLACED_RULE);
        (is_misplaced != verdict.messages.contains("placed after"))
            .then(|| format!("{version}: {first}, then {second}"))
    });
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert_eq!(wrong, [""; 0]);
}
