//! Changes the model of a configuration; of the text, only the lines that mean another thing change.

use haproxy_config::{Document, Target};
use haproxy_model::section::Backend;
use haproxy_model::version::Version;

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = "# ours\nbackend app\n  timeout server 5000 # slow reports\n";
    let target = Target::new(Version::new(3, 2));
    let mut document = Document::parse(text);
    let (mut config, _) = document.to_model(&target);
    config.push(Backend::new("spare".parse()?));
    let summary = document.reconcile(&config, &target)?;
    assert_eq!(summary.added, 1);
    assert_eq!(document.to_string(), format!("{text}\nbackend spare\n"));
    Ok(())
}
