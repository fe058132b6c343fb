//! Everything that the charm is told by its options.

use serde_json::{Map, Value};

use super::read::{self, ServiceError};
use super::{DefaultCertificate, Monitoring, ServiceOptions, Settings};

/// Everything that the charm is told by its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharmOptions {
    /// What is in `global` and `defaults`.
    pub settings: Settings,
    /// The page with statistics; none where `enable_monitoring` is off.
    pub monitoring: Option<Monitoring>,
    /// The services.
    pub services: ServiceOptions,
    /// `ssl_cert` and `ssl_key`: the charm's own certificate; none where they are empty.
    pub certificate: Option<DefaultCertificate>,
    /// Whether clients are passed on to the first unit that works: `peering_mode` is not
    /// `active-active`.
    pub is_active_passive: bool,
}

impl Default for CharmOptions {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            monitoring: None,
            services: ServiceOptions::default(),
            certificate: None,
            is_active_passive: true,
        }
    }
}

impl CharmOptions {
    /// Reads options as YAML, by name. Those that say nothing about the configuration do not matter.
    ///
    /// # Errors
    ///
    /// The text is not YAML, or an option has another type.
    pub fn read(text: &str) -> Result<Self, ServiceError> {
        let options = match read::yaml(text)? {
            Value::Null => Map::new(),
            Value::Object(options) => options,
            _ => {
                return Err(ServiceError::Form {
                    path: "options".to_owned(),
                    expected: "the options by name",
                });
            }
        };
        let options = Options(&options);
        let default = Settings::default();
        let settings = Settings {
            global_log: options.list("global_log", default.global_log)?,
            global_maxconn: options.number("global_maxconn", default.global_maxconn)?,
            global_user: options.text("global_user", &default.global_user)?,
            global_group: options.text("global_group", &default.global_group)?,
            global_debug: options.flag("global_debug")?,
            global_quiet: options.flag("global_quiet")?,
            global_spread_checks: options
                .number("global_spread_checks", default.global_spread_checks)?,
            global_default_dh_param: options
                .number("global_default_dh_param", default.global_default_dh_param)?,
            global_default_bind_ciphers: options.text("global_default_bind_ciphers", "")?,
            global_stats_socket: options.flag("global_stats_socket")?,
            default_log: options.text("default_log", &default.default_log)?,
            default_mode: options.text("default_mode", &default.default_mode)?,
            default_options: options.list("default_options", default.default_options)?,
            default_retries: options.number("default_retries", default.default_retries)?,
            default_timeouts: options.list("default_timeouts", default.default_timeouts)?,
        };
        let monitoring = options.flag("enable_monitoring")?;
        let default = Monitoring::default();
        let monitoring = monitoring.then_some(Monitoring {
            port: options.number("monitoring_port", default.port)?,
            allowed_networks: read_networks(&options.text("monitoring_allowed_cidr", "")?)
                .unwrap_or(default.allowed_networks),
            username: options.text("monitoring_username", &default.username)?,
            password: options.text("monitoring_password", &default.password)?,
            refresh: options.number("monitoring_stats_refresh", default.refresh)?,
        });
        Ok(Self {
            settings,
            monitoring,
            services: ServiceOptions {
                services: options.text("services", "")?,
            },
            certificate: DefaultCertificate::read(
                &options.text("ssl_cert", "")?,
                &options.text("ssl_key", "")?,
            )?,
            is_active_passive: options.text("peering_mode", "active-passive")? != "active-active",
        })
    }
}

/// Networks with blanks between them.
fn read_networks(text: &str) -> Option<Vec<String>> {
    let networks: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
    (!networks.is_empty()).then_some(networks)
}

/// Options by name.
struct Options<'a>(&'a Map<String, Value>);

impl Options<'_> {
    fn text(&self, name: &str, default: &str) -> Result<String, ServiceError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(default.to_owned()),
            Some(Value::String(text)) => Ok(text.clone()),
            Some(Value::Number(number)) => Ok(number.to_string()),
            Some(_) => Err(form(name, "a text")),
        }
    }

    /// Texts with commas between them.
    fn list(&self, name: &str, default: Vec<String>) -> Result<Vec<String>, ServiceError> {
        if self.0.get(name).is_none_or(Value::is_null) {
            return Ok(default);
        }
        let text = self.text(name, "")?;
        let items = text.split(',').map(str::trim);
        Ok(items
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect())
    }

    fn number<N: std::str::FromStr>(&self, name: &str, default: N) -> Result<N, ServiceError> {
        let text = self.text(name, "")?;
        match text.trim() {
            "" => Ok(default),
            text => text
                .parse()
                .map_err(|_| form(name, "a number that may stand here")),
        }
    }

    fn flag(&self, name: &str) -> Result<bool, ServiceError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(form(name, "true or false")),
        }
    }
}

fn form(name: &str, expected: &'static str) -> ServiceError {
    ServiceError::Form {
        path: name.to_owned(),
        expected,
    }
}
