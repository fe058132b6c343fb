//! Changes a configuration as JSON; of the text, only the lines that mean another thing change.

use haproxy_config::{Document, Target};
use haproxy_model::config::Config;
use haproxy_model::version::Version;

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = "# ours\nbackend app\n  server  s1 10.0.0.1:80 check # first\n";
    let target = Target::new(Version::new(3, 2));
    let mut document = Document::parse(text);
    let mut json = document.to_model(&target).0.to_json();
    if let Some(port) = json.pointer_mut("/sections/0/servers/s1/port") {
        *port = 8080.into();
    }
    document.reconcile(&Config::from_json(&json)?, &target)?;
    print!("{document}");
    assert_eq!(document.to_string(), text.replace(":80 ", ":8080 "));
    Ok(())
}
