use super::Service;

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
            name: "haproxy_monitoring".to_owned(),
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
