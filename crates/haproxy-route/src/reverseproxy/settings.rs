//! The charm's options for the sections `global` and `defaults`.

use haproxy_model::config::Config;
use haproxy_model::section_kind::SectionKind;
use serde_json::{Map, Value};

use super::read::{self, ServiceError};
use super::{DefaultCertificate, Monitoring, ServiceOptions};
use crate::rendering::SectionDraft;
use crate::statement::words_of;

/// Where the socket of the runtime API is.
const STATS_SOCKET: &str = "/var/run/haproxy/haproxy.sock";

/// The charm's options, each of the name that it has there without its beginning `global_` or
/// `default_`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// `global_log`: where HAProxy logs to; `127.0.0.1 local0` and `127.0.0.1 local1 notice` by default.
    pub global_log: Vec<String>,
    /// `global_maxconn`: the most connections at a time; 4096 by default.
    pub global_maxconn: u32,
    /// `global_user`: the account of HAProxy; `haproxy` by default.
    pub global_user: String,
    /// `global_group`: the group of HAProxy; `haproxy` by default.
    pub global_group: String,
    /// `global_debug`: whether HAProxy stays in the foreground and prints what goes on.
    pub global_debug: bool,
    /// `global_quiet`: whether HAProxy prints nothing as it starts.
    pub global_quiet: bool,
    /// `global_spread_checks`: how many percent checks may come earlier or later; 0 by default.
    pub global_spread_checks: u8,
    /// `global_default_dh_param`: the bits of Diffie-Hellman parameters; 2048 by default.
    pub global_default_dh_param: u32,
    /// `global_default_bind_ciphers`: the ciphers for clients; HAProxy's own by default.
    pub global_default_bind_ciphers: String,
    /// `global_stats_socket`: whether there is a socket of the runtime API; not by default.
    pub global_stats_socket: bool,
    /// `default_log`: where proxies log to; `global` by default.
    pub default_log: String,
    /// `default_mode`: the mode of proxies that set none; `http` by default.
    pub default_mode: String,
    /// `default_options`: the options of all proxies; `httplog` and `dontlognull` by default.
    pub default_options: Vec<String>,
    /// `default_retries`: how many times a connection to a server is tried again; 3 by default.
    pub default_retries: u32,
    /// `default_timeouts`: timeouts with their names, such as `client 50000`.
    pub default_timeouts: Vec<String>,
}

/// An option of the charm that cannot stand in a configuration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("option {option}: {reason}")]
pub struct SettingsError {
    /// The name of the option.
    pub option: &'static str,
    /// What is wrong with it.
    pub reason: String,
}

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

impl Default for Settings {
    fn default() -> Self {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Self {
            global_log: texts(&["127.0.0.1 local0", "127.0.0.1 local1 notice"]),
            global_maxconn: 4096,
            global_user: "haproxy".to_owned(),
            global_group: "haproxy".to_owned(),
            global_debug: false,
            global_quiet: false,
            global_spread_checks: 0,
            global_default_dh_param: 2048,
            global_default_bind_ciphers: String::new(),
            global_stats_socket: false,
            default_log: "global".to_owned(),
            default_mode: "http".to_owned(),
            default_options: texts(&["httplog", "dontlognull"]),
            default_retries: 3,
            default_timeouts: texts(&[
                "queue 20000",
                "client 50000",
                "connect 5000",
                "server 50000",
            ]),
        }
    }
}

impl Settings {
    /// The sections `global` and `defaults`.
    ///
    /// # Errors
    ///
    /// An option makes no line, or more than one.
    pub fn config(&self) -> Result<Config, SettingsError> {
        let mut config = Config::new();
        config.sections.push(self.global()?.into_section());
        config.sections.push(self.defaults()?.into_section());
        Ok(config)
    }

    fn global(&self) -> Result<SectionDraft, SettingsError> {
        let mut lines = Lines::new(SectionKind::Global)?;
        for log in &self.global_log {
            lines.text("global_log", &["log"], log)?;
        }
        let maxconn = self.global_maxconn.to_string();
        lines.word("global_maxconn", &["maxconn", &maxconn])?;
        lines.word("global_user", &["user", &self.global_user])?;
        lines.word("global_group", &["group", &self.global_group])?;
        if self.global_debug {
            lines.word("global_debug", &["debug"])?;
        }
        if self.global_quiet {
            lines.word("global_quiet", &["quiet"])?;
        }
        let spread = self.global_spread_checks.to_string();
        lines.word("global_spread_checks", &["spread-checks", &spread])?;
        let bits = self.global_default_dh_param.to_string();
        lines.word(
            "global_default_dh_param",
            &["tune.ssl.default-dh-param", &bits],
        )?;
        if !self.global_default_bind_ciphers.is_empty() {
            let ciphers = &self.global_default_bind_ciphers;
            let words = ["ssl-default-bind-ciphers", ciphers];
            lines.word("global_default_bind_ciphers", &words)?;
        }
        if self.global_stats_socket {
            let words = ["stats", "socket", STATS_SOCKET, "mode", "0600"];
            lines.word("global_stats_socket", &words)?;
        }
        Ok(lines.section)
    }

    fn defaults(&self) -> Result<SectionDraft, SettingsError> {
        let mut lines = Lines::new(SectionKind::Defaults)?;
        lines.text("default_log", &["log"], &self.default_log)?;
        lines.word("default_mode", &["mode", &self.default_mode])?;
        for option in &self.default_options {
            lines.text("default_options", &["option"], option)?;
        }
        let retries = self.default_retries.to_string();
        lines.word("default_retries", &["retries", &retries])?;
        for timeout in &self.default_timeouts {
            lines.text("default_timeouts", &["timeout"], timeout)?;
        }
        Ok(lines.section)
    }
}

/// Lines of a section, of options.
struct Lines {
    section: SectionDraft,
}

impl Lines {
    fn new(kind: SectionKind) -> Result<Self, SettingsError> {
        let section = SectionDraft::new(kind, "");
        let section = section.map_err(|error| SettingsError {
            option: "services",
            reason: error.to_string(),
        })?;
        Ok(Self { section })
    }

    /// Adds a line of words as they are.
    fn word(&mut self, option: &'static str, words: &[&str]) -> Result<(), SettingsError> {
        let added = self.section.line(words, None);
        added.map_err(|error| SettingsError {
            option,
            reason: error.to_string(),
        })
    }

    /// Adds a line that the option writes the rest of.
    fn text(
        &mut self,
        option: &'static str,
        start: &[&'static str],
        text: &str,
    ) -> Result<(), SettingsError> {
        let added = words_of(text).and_then(|rest| {
            let start = start.iter().map(|word| (*word).into());
            let words: Vec<_> = start.chain(rest).collect();
            self.section.line_of_model(&words, None)
        });
        added.map_err(|error| SettingsError {
            option,
            reason: error.to_string(),
        })
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
