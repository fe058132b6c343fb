use haproxy_config::{CheckOptions, Diagnostic, Document, Environment, Target};
use haproxy_model::version::Version;

/// An HAProxy of this version in this environment, or in the usual one of its version.
pub fn target(
    version: Version,
    environment: Option<&Environment>,
    local_peer: Option<&str>,
) -> Target {
    let mut target = Target::new(version);
    if let Some(environment) = environment {
        target.environment = environment.clone();
    }
    if let Some(name) = local_peer {
        target.environment = target.environment.with_variable("HAPROXY_LOCALPEER", name);
    }
    target
}

/// All that we find in a configuration.
pub fn findings(text: &[u8], target: &Target) -> Vec<Diagnostic> {
    Document::parse(text).check(&CheckOptions::new(target.clone()))
}
