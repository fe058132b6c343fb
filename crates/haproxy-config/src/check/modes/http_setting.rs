use std::collections::HashSet;

use haproxy_model::keyword::{Keyword, Keywords};
use haproxy_model::rule::TcpRequestRule;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{
    Balance, BalancingKeyword, DetailOption, EndpointKeyword, GeneralKeyword, Mode,
    PersistenceKeyword,
};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::server::{
    IdentityParameter, ObservationParameter, ObservedLayer, ServerParameter, Source, SourceOption,
    SpoofedAddress,
};
use haproxy_model::statement::Statement;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::HTTP_SETTING,
    name: "http-setting",
    family: Family::Modes,
    severity: Severity::Warning,
    summary: "A proxy that does not speak HTTP has a setting that counts only there.",
    explanation: "\
In `mode tcp` HAProxy passes bytes on and does not look for requests in them. Rules on requests, \
cookies, the statistics page, and options such as `forwardfor` do nothing then, a `balance` by URI \
becomes `roundrobin`, and `option httplog` becomes `tcplog`; HAProxy warns of each. A server with \
`redir` and `use-fcgi-app` are refused. What comes from defaults counts as well: keep proxies of the two \
modes apart by two `defaults` sections with names. A frontend that passes connections to a backend in \
`mode http`, or has `tcp-request content switch-mode http`, may have what is for HTTP.",
    examples: &[
        Example::warned(
            "\
listen database
    bind 127.0.0.1:5432
    timeout client 1h
    timeout connect 5s
    timeout server 1h
    option forwardfor
    http-request deny if { src 192.0.2.66 }
    server s1 192.0.2.1:5432
",
            "\
listen database
    bind 127.0.0.1:5432
    timeout client 1h
    timeout connect 5s
    timeout server 1h
    tcp-request content reject if { src 192.0.2.66 }
    server s1 192.0.2.1:5432
",
        ),
        Example::warned(
            "\
backend databases
    timeout connect 5s
    timeout server 1h
    balance uri
    server s1 192.0.2.1:5432 cookie one
",
            "\
backend databases
    timeout connect 5s
    timeout server 1h
    balance leastconn
    server s1 192.0.2.1:5432
",
        ),
        Example::refused(
            "\
backend databases
    timeout connect 5s
    timeout server 1h
    server s1 192.0.2.1:5432 redir http://db.example.com
",
            "\
backend databases
    timeout connect 5s
    timeout server 1h
    server s1 192.0.2.1:5432
",
        ),
    ],
};

/// Looks at a proxy, which is among the upgraded ones where connections may become those of HTTP.
pub(super) fn check(
    context: &Context<'_>,
    proxy: &Proxy<'_>,
    is_upgraded: bool,
    found: &mut Vec<Diagnostic>,
) {
    let Some(mode) = proxy.mode.filter(|mode| *mode != Mode::Http) else {
        return;
    };
    if !matches!(mode, Mode::Tcp | Mode::Log | Mode::Spop)
        || proxy.kind == SectionKind::Defaults
        || proxy.is_disabled
    {
        return;
    }
    let is_upgraded = is_upgraded || switches(proxy);
    // The nearest of each keyword counts, and of its own statements the last, so all goes backwards.
    let mut seen: HashSet<&'static str> = HashSet::new();
    let mut own = Vec::new();
    for member in context.chain(proxy) {
        for (place, statement) in member.statements().rev() {
            let setting = Setting {
                proxy,
                mode,
                place,
                is_own: member.section.index == proxy.section.index,
            };
            if let Some(keyword) = statement.directive.keyword() {
                if keyword.http
                    && seen.insert(keyword.name)
                    && statement.prefix.is_none()
                    && keyword.sections.contains(&proxy.kind.keyword())
                    && (!is_upgraded || counts_anyway(&statement.directive))
                {
                    own.push(setting.of_keyword(context, keyword, &statement.directive));
                }
                setting.inner(context, statement, &mut seen, &mut own);
            }
        }
    }
    own.reverse();
    found.append(&mut own);
}

/// A statement that says something, and the proxy that it says it of.
struct Setting<'a> {
    proxy: &'a Proxy<'a>,
    mode: Mode,
    place: Place,
    /// It does not come from defaults.
    is_own: bool,
}

impl Setting<'_> {
    fn of_keyword(
        &self,
        context: &Context<'_>,
        keyword: &Keyword,
        directive: &ProxyKeyword,
    ) -> Diagnostic {
        let mut message = format!("'{}' counts only in HTTP", keyword.name);
        let is_log = matches!(
            directive,
            ProxyKeyword::DetailOption(DetailOption::Httplog(_) | DetailOption::Httpslog)
        );
        if is_log {
            message.push_str("; 'option tcplog' takes its place");
        }
        let mut finding = self.at(context, &message, is_log);
        if matches!(
            directive,
            ProxyKeyword::General(GeneralKeyword::UseFcgiApp(_))
        ) {
            finding.severity = Severity::Error;
        }
        finding
    }

    /// A finding about the statement: where it stands or, if it comes from defaults, at the proxy.
    fn at(&self, context: &Context<'_>, message: &str, in_defaults: bool) -> Diagnostic {
        let name = self.proxy.name.unwrap_or_default();
        let mode = self.mode.keyword().map_or("tcp", |mode| mode.name);
        let kind = self.proxy.kind;
        let message = format!("{message}, and {kind} '{name}' is in 'mode {mode}'");
        if self.is_own || in_defaults {
            return RULE.at(context.whole(self.place), message);
        }
        let (file, span) = context.whole(self.place);
        RULE.at(context.whole(self.proxy.section.header), message)
            .with_help("give proxies that are not for HTTP defaults of their own")
            .with_related(file, span, "it comes from here")
    }

    /// What in the arguments of a statement counts only in HTTP.
    fn inner(
        &self,
        context: &Context<'_>,
        statement: &Statement<ProxyKeyword>,
        seen: &mut HashSet<&'static str>,
        found: &mut Vec<Diagnostic>,
    ) {
        match &statement.directive {
            ProxyKeyword::Balancing(BalancingKeyword::Balance(Some(balance))) => {
                let algorithm = balance.value().filter(|_| seen.insert("balance"));
                let algorithm = algorithm.filter(|_| self.proxy.is_backend());
                let Some(algorithm) = algorithm else { return };
                let name = algorithm.keyword().map_or("", |keyword| keyword.name);
                let is_http = algorithm.keyword().is_some_and(|keyword| keyword.http);
                if is_http {
                    let message = format!("'balance {name}' counts only in HTTP");
                    found.push(self.at(context, &message, false));
                } else if matches!(**algorithm, Balance::LogHash(_)) && self.mode != Mode::Log {
                    let message = format!("'balance {name}' counts only in 'mode log'");
                    found.push(self.at(context, &message, false));
                }
            }
            ProxyKeyword::General(GeneralKeyword::Source(source))
                if self.proxy.is_backend() && seen.insert("source") =>
            {
                self.source(context, source, found);
            }
            ProxyKeyword::Endpoint(EndpointKeyword::Server(server)) if self.is_own => {
                self.parameters(context, &server.parameters, found);
            }
            ProxyKeyword::Endpoint(EndpointKeyword::ServerTemplate(template)) if self.is_own => {
                self.parameters(context, &template.parameters, found);
            }
            _ => {}
        }
    }

    fn source(&self, context: &Context<'_>, source: &Source, found: &mut Vec<Diagnostic>) {
        let is_header = source.options.iter().any(|option| {
            matches!(
                option,
                SourceOption::UseSource(SpoofedAddress::Header(_, _))
            )
        });
        if is_header {
            found.push(self.at(context, "'usesrc hdr_ip(…)' counts only in HTTP", false));
        }
    }

    fn parameters(
        &self,
        context: &Context<'_>,
        parameters: &[ServerParameter],
        found: &mut Vec<Diagnostic>,
    ) {
        for parameter in parameters {
            let Some(keyword) = parameter.keyword() else {
                continue;
            };
            let is_layer7 = matches!(
                parameter,
                ServerParameter::Observation(ObservationParameter::Observe(layer))
                    if layer.value() == Some(&ObservedLayer::Layer7)
            );
            if !keyword.http && !is_layer7 {
                continue;
            }
            let word = if is_layer7 { "layer7" } else { keyword.name };
            let message = format!("'{word}' counts only in HTTP");
            let mut finding = self.at(context, &message, false);
            let (_, span) = context.find(self.place, word);
            finding.span = span;
            if matches!(
                parameter,
                ServerParameter::Identity(IdentityParameter::Redirect(_))
            ) {
                finding.severity = Severity::Error;
            }
            found.push(finding);
        }
    }
}

/// Whether HAProxy says so even of a proxy whose connections may become those of HTTP.
fn counts_anyway(directive: &ProxyKeyword) -> bool {
    matches!(
        directive,
        ProxyKeyword::Persistence(PersistenceKeyword::Cookie(_))
            | ProxyKeyword::DetailOption(DetailOption::Httplog(_) | DetailOption::Httpslog)
            | ProxyKeyword::General(GeneralKeyword::UseFcgiApp(_))
    )
}

/// Whether a rule makes connections those of HTTP.
fn switches(proxy: &Proxy<'_>) -> bool {
    proxy.statements().any(|(_, statement)| {
        let keyword = match &statement.directive {
            ProxyKeyword::TcpRequest(rule) => match &**rule {
                TcpRequestRule::Content(rule) => rule.action.keyword(),
                _ => None,
            },
            _ => None,
        };
        keyword.is_some_and(|keyword| keyword.name.starts_with("switch-mode"))
    })
}
