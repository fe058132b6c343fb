//! The charm's options for the sections `global` and `defaults`.

use haproxy_model::config::Config;
use haproxy_model::section_kind::SectionKind;

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
