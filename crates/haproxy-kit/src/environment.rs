//! The environment that the options of a command describe.

use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use haproxy_config::{Environment, Target};
use haproxy_model::version::Version;

use crate::error::CliError;

/// The HAProxy that a configuration is read for, unless an option says otherwise.
const DEFAULT_VERSION: &str = "3.2";

/// The environment in which the configuration is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Environment")]
pub(crate) struct EnvironmentArgs {
    /// Sets an environment variable.
    #[arg(long, value_name = "NAME=VALUE", value_parser = assignment)]
    env: Vec<(String, String)>,

    /// Takes over the environment variables of this process.
    #[arg(long)]
    inherit_env: bool,

    /// Takes version and features from this HAProxy, which is run with -vv.
    #[arg(long, value_name = "PATH")]
    haproxy: Option<PathBuf>,

    /// Describes the HAProxy: version=3.2, feature=QUIC (feature=-QUIC takes it away), enabled=SPLICE
    /// (enabled=-SPLICE), ssl-library='OpenSSL 3.0.13', awslc-api=35.
    #[arg(short = 'D', long, value_name = "NAME=VALUE", value_parser = Define::parse)]
    define: Vec<Define>,
}

/// A fact about the HAProxy that reads the configuration.
#[derive(Debug, Clone)]
enum Define {
    Version(String),
    Feature(Switch),
    Enabled(Switch),
    SslLibrary(String),
    AwslcApi(u32),
}

/// A name that is there, or is not.
#[derive(Debug, Clone)]
struct Switch {
    name: String,
    is_on: bool,
}

impl Switch {
    fn parse(text: &str) -> Self {
        let (name, is_on) = match text.strip_prefix('-') {
            Some(name) => (name, false),
            None => (text.strip_prefix('+').unwrap_or(text), true),
        };
        Self {
            name: name.to_owned(),
            is_on,
        }
    }

    fn apply(&self, names: &mut std::collections::BTreeSet<String>) {
        if self.is_on {
            names.insert(self.name.clone());
        } else {
            names.remove(&self.name);
        }
    }
}

impl Define {
    fn parse(text: &str) -> Result<Self, String> {
        let (name, value) = assignment(text)?;
        Ok(match name.as_str() {
            "version" => {
                if !value.starts_with(|character: char| character.is_ascii_digit()) {
                    return Err(format!("'{value}' is no version, write one such as 3.2"));
                }
                Self::Version(value)
            }
            "feature" => Self::Feature(Switch::parse(&value)),
            "enabled" => Self::Enabled(Switch::parse(&value)),
            "ssl-library" => Self::SslLibrary(value),
            "awslc-api" => Self::AwslcApi(
                value
                    .parse()
                    .map_err(|_| format!("'{value}' is no number"))?,
            ),
            _ => {
                return Err(format!(
                    "'{name}' is unknown (known: version, feature, enabled, ssl-library, \
                     awslc-api; --env sets a variable)"
                ));
            }
        })
    }

    fn version(&self) -> Option<&str> {
        match self {
            Self::Version(version) => Some(version),
            _ => None,
        }
    }
}

fn assignment(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

impl EnvironmentArgs {
    /// The environment that these options describe.
    pub(crate) fn environment(&self) -> Result<Environment, CliError> {
        self.environment_of(DEFAULT_VERSION)
    }

    /// The HAProxy that these options and `--target` describe.
    pub(crate) fn target(&self, version: Option<Version>) -> Result<Target, CliError> {
        let text = version.map(|version| version.to_string());
        let environment = self.environment_of(text.as_deref().unwrap_or(DEFAULT_VERSION))?;
        let said = environment.version.clone();
        let no_version = || CliError::NoVersion { version: said };
        let mut target = Target::from_environment(environment).ok_or_else(no_version)?;
        target.version = version.unwrap_or(target.version);
        Ok(target)
    }

    /// The environment that these options describe, of this version where none of them says it.
    fn environment_of(&self, default_version: &str) -> Result<Environment, CliError> {
        let version = self.define.iter().rev().find_map(Define::version);
        let mut environment = match &self.haproxy {
            Some(path) => from_haproxy(path)?,
            None => Environment::new(version.unwrap_or(default_version)),
        };
        if let Some(version) = version {
            let own = Environment::new(version);
            environment.version = own.version;
            environment.variables = own.variables;
        }
        for define in &self.define {
            match define {
                Define::Version(_) => {}
                Define::Feature(switch) => switch.apply(&mut environment.features),
                Define::Enabled(switch) => switch.apply(&mut environment.enabled),
                Define::SslLibrary(library) => environment.ssl_library.clone_from(library),
                Define::AwslcApi(api) => environment.awslc_api = Some(*api),
            }
        }
        if self.inherit_env {
            for (name, value) in std::env::vars_os() {
                // HAProxy's own variables win over those that it is started with.
                environment
                    .variables
                    .entry(name.into_vec())
                    .or_insert_with(|| value.into_vec());
            }
        }
        for (name, value) in &self.env {
            let (name, value) = (name.clone().into_bytes(), value.clone().into_bytes());
            environment.variables.insert(name, value);
        }
        Ok(environment)
    }
}

fn from_haproxy(path: &Path) -> Result<Environment, CliError> {
    let output = Command::new(path).arg("-vv").output();
    let output = output.map_err(|source| CliError::Run {
        path: path.to_owned(),
        source,
    })?;
    let text = String::from_utf8_lossy(&output.stdout);
    Environment::from_version_output(&text).ok_or_else(|| CliError::NotHaproxy {
        path: path.to_owned(),
    })
}
