use haproxy_model::config::Config;
use haproxy_model::language::{Argument as _, Printer};

use super::Service;

/// The name of the service.
const NAME: &str = "haproxy_monitoring";

/// What passwords are made of: 64 letters, so that none is likelier than another.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The page with HAProxy's statistics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitoring {
    /// The port of the page; 10000 by default.
    pub port: u16,
    /// The networks that may see it, such as `127.0.0.1/32`.
    pub allowed_networks: Vec<String>,
    /// The name that is asked for.
    pub username: String,
    /// The password that is asked for.
    pub password: String,
    /// Seconds after which the page is loaded anew; 3 by default.
    pub refresh: u16,
}

impl Monitoring {
    /// The password that the charm must choose itself where it still has this one.
    pub const UNSET_PASSWORD: &'static str = "changeme";

    /// Replaces the password that nobody set: by that of the configuration so far, or else by one of 20
    /// letters and digits, which the random bytes choose.
    pub fn settle_password(&mut self, current: Option<&Config>, random: [u8; 20]) {
        if self.password != Self::UNSET_PASSWORD {
            return;
        }
        let current = current.and_then(|config| self.password_in(config));
        self.password = current.unwrap_or_else(|| {
            let letters = random.map(|byte| {
                let index = usize::from(byte) % LETTERS.len();
                char::from(LETTERS.get(index).copied().unwrap_or(b'a'))
            });
            letters.into_iter().collect()
        });
    }

    /// The password of the page in a configuration.
    fn password_in(&self, config: &Config) -> Option<String> {
        let backend = config.backend(NAME)?;
        backend.statements.iter().find_map(|statement| {
            let mut printer = Printer::new();
            statement.print(&mut printer);
            let words: Vec<&str> = printer.words().collect();
            let ["stats", "auth", account] = words[..] else {
                return None;
            };
            let (name, password) = account.split_once(':')?;
            (name == self.username).then(|| password.to_owned())
        })
    }

    /// The page as a service.
    pub fn service(&self) -> Service {
        let quoted = |text: &str| match haproxy_config::quote_argument(text.as_bytes()) {
            Ok(raw) => String::from_utf8_lossy(&raw).into_owned(),
            Err(_) => String::new(),
        };
        let networks: Vec<_> = self
            .allowed_networks
            .iter()
            .map(|network| quoted(network))
            .collect();
        let account = quoted(&format!("{}:{}", self.username, self.password));
        Service {
            name: NAME.to_owned(),
            host: Some("0.0.0.0".to_owned()),
            port: Some(self.port),
            options: vec![
                "mode http".to_owned(),
                format!("acl allowed_cidr src {}", networks.join(" ")),
                "http-request deny unless allowed_cidr".to_owned(),
                "stats enable".to_owned(),
                "stats uri /".to_owned(),
                "stats realm Haproxy\\ Statistics".to_owned(),
                format!("stats auth {account}"),
                format!("stats refresh {}", self.refresh),
            ],
            ..Service::default()
        }
    }
}

impl Default for Monitoring {
    fn default() -> Self {
        Self {
            port: 10000,
            allowed_networks: vec!["127.0.0.1/32".to_owned()],
            username: "haproxy".to_owned(),
            password: Self::UNSET_PASSWORD.to_owned(),
            refresh: 3,
        }
    }
}
