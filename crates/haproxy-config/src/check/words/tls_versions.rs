use haproxy_model::bind::{BindParameter, BindTlsParameter};
use haproxy_model::keyword::{Keyword, Keywords};
use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::server::{ServerParameter, ServerTlsParameter};
use haproxy_model::tls::TlsVersion;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TLS_VERSIONS,
    name: "tls-versions",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A line allows no version of TLS, or says twice which ones.",
    explanation: "\
Where `ssl-min-ver` is above `ssl-max-ver` no version is left, and HAProxy refuses the line. Beside \
these two, or a `force-…`, the older `no-sslv3` and `no-tlsv1…` are ignored with a warning.",
    examples: &[
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify none ssl-min-ver TLSv1.3 ssl-max-ver TLSv1.2
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify none ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3
",
        ),
        Example::warned(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify none ssl-min-ver TLSv1.2 no-tlsv10
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:443 ssl verify none ssl-min-ver TLSv1.2
",
        ),
    ],
};

/// What a line says of versions.
#[derive(Default)]
struct Versions {
    is_tls: bool,
    minimum: Option<TlsVersion>,
    maximum: Option<TlsVersion>,
    /// A version is forced.
    forces: bool,
    /// The first one that is taken away.
    without: Option<&'static str>,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    for (place, statement) in proxy.statements() {
        let endpoint: Option<&EndpointKeyword> = statement.group();
        let versions = match endpoint {
            Some(EndpointKeyword::Bind(bind)) => Versions::of_bind(&bind.parameters),
            Some(endpoint) if endpoint.is_server() => {
                Versions::of_server(endpoint.server_parameters().unwrap_or_default())
            }
            _ => continue,
        };
        versions.look(context, place, found);
    }
}

impl Versions {
    fn of_bind(parameters: &[BindParameter]) -> Self {
        let mut versions = Self::default();
        for parameter in parameters {
            let BindParameter::Tls(parameter) = parameter else {
                continue;
            };
            match parameter {
                BindTlsParameter::Ssl => versions.is_tls = true,
                BindTlsParameter::MinVersion(version) => {
                    versions.minimum = version.value().copied();
                }
                BindTlsParameter::MaxVersion(version) => {
                    versions.maximum = version.value().copied();
                }
                other => versions.add(other.keyword()),
            }
        }
        versions
    }

    fn of_server(parameters: &[ServerParameter]) -> Self {
        let mut versions = Self::default();
        for parameter in parameters {
            let ServerParameter::Tls(parameter) = parameter else {
                continue;
            };
            match parameter {
                ServerTlsParameter::Ssl => versions.is_tls = true,
                ServerTlsParameter::NoSsl => versions.is_tls = false,
                ServerTlsParameter::MinVersion(version) => {
                    versions.minimum = version.value().copied();
                }
                ServerTlsParameter::MaxVersion(version) => {
                    versions.maximum = version.value().copied();
                }
                other => versions.add(other.keyword()),
            }
        }
        versions
    }

    /// Takes a word such as `force-tlsv12` or `no-tlsv10` into account.
    fn add(&mut self, keyword: Option<&'static Keyword>) {
        let Some(name) = keyword.map(|keyword| keyword.name) else {
            return;
        };
        self.forces |= name.starts_with("force-");
        if name.starts_with("no-tlsv") || name == "no-sslv3" {
            self.without.get_or_insert(name);
        }
    }

    fn look(&self, context: &Context<'_>, place: Place, found: &mut Vec<Diagnostic>) {
        if !self.is_tls {
            return;
        }
        if !self.forces
            && let (Some(minimum), Some(maximum)) = (self.minimum, self.maximum)
            && minimum > maximum
        {
            let message = "no version of TLS is left";
            found.push(RULE.at(context.find(place, "ssl-min-ver"), message));
        }
        let has_range = self.forces || self.minimum.is_some() || self.maximum.is_some();
        if let Some(word) = self.without.filter(|_| has_range) {
            let message =
                format!("'{word}' is ignored: the line says otherwise which versions it allows");
            let mut finding = RULE.at(context.find(place, word), message);
            finding.severity = Severity::Warning;
            found.push(finding);
        }
    }
}
