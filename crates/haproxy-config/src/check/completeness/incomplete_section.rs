use haproxy_model::config::AnySection;
use haproxy_model::section::{
    CacheKeyword, FcgiAppKeyword, LogForwardKeyword, MailersKeyword, ResolversKeyword, RingKeyword,
};
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::INCOMPLETE_SECTION,
    name: "incomplete-section",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A section lacks what it is for.",
    explanation: "\
A `cache` needs a `total-max-size`, a `fcgi-app` a `docroot`; both are refused without it. HAProxy warns of `resolvers` without a \
`nameserver` or `parse-resolv-conf`, of a `log-forward` section that listens nowhere, and of a `ring` \
with servers and without `timeout connect` and `timeout server`.",
    examples: &[
        Example::refused(
            "\
cache small
    max-age 60

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request cache-use small
    http-response cache-store small
",
            "\
cache small
    max-age 60
    total-max-size 4

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request cache-use small
    http-response cache-store small
",
        ),
        Example::warned(
            "\
ring logs
    format rfc3164
    maxlen 1200
    size 32768
    server log1 192.0.2.1:514
",
            "\
ring logs
    format rfc3164
    maxlen 1200
    size 32768
    timeout connect 5s
    timeout server 10s
    server log1 192.0.2.1:514
",
        ),
    ],
};

/// Since when HAProxy warns of resolvers without name servers.
const RESOLVERS_SINCE: Version = Version::new(2, 6);

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((message, severity)) = missing(section, context.options.target.version) {
        let mut finding = RULE.at(context.whole(section.header), message);
        finding.severity = severity;
        found.push(finding);
    }
}

/// What a section lacks, and how grave that is.
fn missing(view: SectionView<'_>, version: Version) -> Option<(String, Severity)> {
    let (is_complete, message, severity) = match view.section {
        AnySection::Cache(cache) => {
            let mut statements = cache.statements.iter();
            let is_sized =
                statements.any(|own| matches!(own.directive, CacheKeyword::TotalMaxSize(_)));
            (
                is_sized,
                "the cache has no 'total-max-size'".into(),
                Severity::Error,
            )
        }
        AnySection::FcgiApp(app) => {
            let mut statements = app.statements.iter();
            let has_root =
                statements.any(|own| matches!(own.directive, FcgiAppKeyword::DocumentRoot(_)));
            let message = "the application has no 'docroot'".into();
            (has_root, message, Severity::Error)
        }
        AnySection::Resolvers(resolvers) => {
            let mut statements = resolvers.statements.iter();
            let asks = statements.any(|own| {
                matches!(
                    own.directive,
                    ResolversKeyword::Nameserver(_) | ResolversKeyword::ParseResolvConf
                )
            });
            let message = "no name server is asked".into();
            (
                asks || version < RESOLVERS_SINCE,
                message,
                Severity::Warning,
            )
        }
        AnySection::Mailers(mailers) => {
            let mut statements = mailers.statements.iter();
            let mails = statements.any(|own| matches!(own.directive, MailersKeyword::Mailer(_)));
            (mails, "no mailer is named".into(), Severity::Warning)
        }
        AnySection::LogForward(section) => {
            let mut statements = section.statements.iter();
            let listens = statements.any(|own| {
                matches!(
                    own.directive,
                    LogForwardKeyword::Bind(_) | LogForwardKeyword::DatagramBind(_)
                )
            });
            (listens, "it listens nowhere".into(), Severity::Warning)
        }
        AnySection::Ring(ring) => {
            let has = |is: fn(&RingKeyword) -> bool| {
                let mut statements = ring.statements.iter();
                statements.any(|own| is(&own.directive))
            };
            let mut missing = Vec::new();
            if has(|own| matches!(own, RingKeyword::Server(_))) {
                if !has(|own| matches!(own, RingKeyword::TimeoutConnect(_))) {
                    missing.push("timeout connect");
                }
                if !has(|own| matches!(own, RingKeyword::TimeoutServer(_))) {
                    missing.push("timeout server");
                }
            }
            let message = format!("its servers have no '{}'", missing.join("' and '"));
            (missing.is_empty(), message, Severity::Warning)
        }
        _ => return None,
    };
    (!is_complete).then_some((message, severity))
}
