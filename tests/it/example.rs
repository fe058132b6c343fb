//! `examples/haproxy.cfg` and what is made of it, before real HAProxy.

use std::fs;

use haproxy_config::{AnonymizeOptions, Anonymizer, Document, FormatOptions, Target};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::{parallel, workspace};
use tempfile::TempDir;

/// The names of what is made of the example.
const FORMS: [&str; 4] = ["as it is", "formatted", "anonymized", "rebuilt"];

#[test]
fn haproxy_accepts_the_example_in_every_form() {
    let haproxies = Haproxy::all();
    let cases: Vec<_> = haproxies
        .iter()
        .flat_map(|haproxy| FORMS.map(|form| (haproxy, form)))
        .collect();
    let refused: Vec<String> = parallel::map(&cases, |(haproxy, form)| refusal(haproxy, form))
        .into_iter()
        .flatten()
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// What HAProxy has against this form of the example.
fn refusal(haproxy: &Haproxy, form: &str) -> Option<String> {
    let example = fs::read(workspace().join("examples/haproxy.cfg")).unwrap();
    let bytes = transformed(&Document::parse(example), form, haproxy);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("haproxy.cfg");
    fs::write(&file, &bytes).unwrap();
    let verdict = haproxy.check(&file);
    let is_fine = verdict.accepts && !verdict.messages.contains("[ALERT]");
    (!is_fine).then(|| {
        let (version, messages) = (haproxy.version(), verdict.messages);
        let text = String::from_utf8_lossy(&bytes);
        format!("HAProxy {version} refuses it {form}:\n{messages}\n{text}")
    })
}

fn transformed(document: &Document, form: &str, haproxy: &Haproxy) -> Vec<u8> {
    match form {
        "formatted" => document.formatted(&FormatOptions::default()),
        "anonymized" => {
            let mut anonymizer = Anonymizer::new(AnonymizeOptions::default());
            anonymizer.learn(document);
            anonymizer.anonymize(document).to_bytes()
        }
        "rebuilt" => {
            let target = Target::from_environment(haproxy.environment()).unwrap();
            let (config, diagnostics) = document.to_model(&target);
            assert!(diagnostics.is_empty(), "{diagnostics:#?}");
            Document::from_model(&config).unwrap().to_bytes()
        }
        _ => document.to_bytes(),
    }
}
