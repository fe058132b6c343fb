//! The examples of the rules, as HAProxy sees them.

use haproxy_config::{Answer, Example, Rule, rules};
use haproxy_kit_tests::haproxy::{Haproxy, VERSIONS, Verdict};

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
