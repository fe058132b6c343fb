use haproxy_model::version::Version;

use crate::environment::Environment;

/// The HAProxy that a configuration is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its branch: which keywords it has.
    pub version: Version,
    /// What decides its conditional blocks.
    pub environment: Environment,
}

impl Target {
    /// An HAProxy of this branch with the usual features and no environment variables but its own.
    pub fn new(version: Version) -> Self {
        Self {
            version,
            environment: Environment::new(format!("{version}.0")),
        }
    }

    /// An HAProxy in this environment; `None` where the environment's version is none.
    pub fn from_environment(environment: Environment) -> Option<Self> {
        let branch: Vec<&str> = environment.version.splitn(3, ['.', '-']).take(2).collect();
        let version = branch.join(".").parse().ok()?;
        Some(Self {
            version,
            environment,
        })
    }
}
