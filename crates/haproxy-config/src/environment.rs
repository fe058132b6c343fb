//! What a configuration is read in: environment variables, and the HAProxy that reads it.

use std::collections::{BTreeMap, BTreeSet};

/// What decides references to variables and conditional blocks.
///
/// ```
/// use haproxy_config::{Document, Environment};
///
/// let document = Document::parse(".if version_atleast(3.0)\nglobal\n    nbthread \"${N-4}\"\n.endif\n");
/// let environment = Environment::new("3.2.0").with_variable("N", "8");
/// let evaluation = document.evaluate(&environment);
/// assert_eq!(&*evaluation.statements[1].words[1], b"8");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Environment variables, by name.
    pub variables: BTreeMap<Vec<u8>, Vec<u8>>,
    /// HAProxy's version, as `haproxy -v` prints it: `3.2.26`, `3.3-dev2`.
    pub version: String,
    /// The features it was built with, without `+`: `OPENSSL`.
    pub features: BTreeSet<String>,
    /// What `enabled(…)` finds switched on: `EPOLL`.
    pub enabled: BTreeSet<String>,
    /// The name and version of its SSL library: `OpenSSL 3.5.4`. Empty where it has none.
    pub ssl_library: String,
    /// The API number of AWS-LC, where that is its SSL library.
    pub awslc_api: Option<u32>,
    /// The name of the file, for `.FILE`.
    pub file: String,
}

/// What an HAProxy on Linux has switched on unless its command line says otherwise.
const ENABLED: [&str; 6] = [
    "EPOLL",
    "FAST-FORWARD",
    "GETADDRINFO",
    "POLL",
    "REUSEPORT",
    "SPLICE",
];

const HTTP_LOG_FORMAT: &str = "%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %CC %CS %tsc \
    %ac/%fc/%bc/%sc/%rc %sq/%bq %hr %hs %{+Q}r";
const HTTPS_LOG_FORMAT: &str = "%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %CC %CS %tsc \
    %ac/%fc/%bc/%sc/%rc %sq/%bq %hr %hs %{+Q}r %[fc_err]/%[ssl_fc_err,hex]/%[ssl_c_err]/\
    %[ssl_c_ca_err]/%[ssl_fc_is_resumed] %[ssl_fc_sni]/%sslv/%sslc";
const TCP_LOG_FORMAT: &str =
    "%ci:%cp [%t] %ft %b/%s %Tw/%Tc/%Tt %B %ts %ac/%fc/%bc/%sc/%rc %sq/%bq";
const HTTP_CLF_LOG_FORMAT: &str = "%{+Q}o %{-Q}ci - - [%trg] %r %ST %B \"\" \"\" %cp %ms %ft %b %s \
    %TR %Tw %Tc %Tr %Ta %tsc %ac %fc %bc %sc %rc %sq %bq %CC %CS %hrl %hsl";
const TCP_CLF_LOG_FORMAT: &str = "%{+Q}o %{-Q}ci - - [%T] \"TCP \" 000 %B \"\" \"\" %cp %ms %ft %b \
    %s %Th %Tw %Tc %Tt %U %ts-- %ac %fc %bc %sc %rc %sq %bq \"\" \"\" ";

impl Environment {
    /// An HAProxy of this version, built with OpenSSL and the usual features of a Linux package, and
    /// with the variables that it sets by itself.
    pub fn new(version: impl Into<String>) -> Self {
        let features = [
            "LUA", "OPENSSL", "PCRE2", "POLL", "EPOLL", "PROMEX", "QUIC", "THREAD",
        ];
        let mut environment = Self {
            variables: BTreeMap::new(),
            version: version.into(),
            features: features.map(str::to_owned).into(),
            enabled: ENABLED.map(str::to_owned).into(),
            ssl_library: "OpenSSL 3.0.0".to_owned(),
            awslc_api: None,
            file: String::new(),
        };
        if !crate::condition::is_at_least(&environment.version, "3.2") {
            // It is on, but no Linux has it.
            environment.enabled.insert("KQUEUE".to_owned());
        }
        environment.add_own_variables();
        environment
    }

    /// The HAProxy that printed this for `haproxy -vv`; `None` where the text is something else.
    pub fn from_version_output(text: &str) -> Option<Self> {
        let version = text.lines().find_map(|line| {
            let line = line
                .strip_prefix("HAProxy version ")
                .or(line.strip_prefix("HA-Proxy version "))?;
            line.split_ascii_whitespace().next()
        })?;
        let mut environment = Self::new(version);
        let features = text
            .lines()
            .find_map(|line| line.strip_prefix("Feature list :"));
        environment.features = features
            .into_iter()
            .flat_map(str::split_ascii_whitespace)
            .filter_map(|feature| feature.strip_prefix('+'))
            .map(str::to_owned)
            .collect();
        environment.ssl_library = text
            .lines()
            .filter_map(|line| line.split_once(" version : "))
            .find(|(key, _)| matches!(*key, "Built with SSL library" | "Built with OpenSSL"))
            .map(|(_, library)| library.to_owned())
            .unwrap_or_default();
        Some(environment)
    }

    /// Sets a variable.
    #[must_use]
    pub fn with_variable(mut self, name: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> Self {
        self.variables.insert(name.into(), value.into());
        self
    }

    /// The variables that this version of HAProxy sets before it reads its configuration.
    fn add_own_variables(&mut self) {
        let version = self.version.clone();
        let branch: Vec<&str> = version.splitn(3, ['.', '-']).take(2).collect();
        let at_least = |other: &str| crate::condition::is_at_least(&version, other);
        let mut own = vec![("HAPROXY_STARTUP_VERSION", version.as_str())];
        let branch = branch.join(".");
        if at_least("2.8") {
            own.extend([
                ("HAPROXY_BRANCH", branch.as_str()),
                ("HAPROXY_HTTP_LOG_FMT", HTTP_LOG_FORMAT),
                ("HAPROXY_HTTPS_LOG_FMT", HTTPS_LOG_FORMAT),
                ("HAPROXY_TCP_LOG_FMT", TCP_LOG_FORMAT),
            ]);
        }
        if at_least("3.2") {
            own.extend([
                ("HAPROXY_HTTP_CLF_LOG_FMT", HTTP_CLF_LOG_FORMAT),
                ("HAPROXY_TCP_CLF_LOG_FMT", TCP_CLF_LOG_FORMAT),
            ]);
        }
        self.variables.extend(
            own.into_iter()
                .map(|(name, value)| (name.into(), value.into())),
        );
    }
}
