//! The sections that are there whatever the relations say.

use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;

use super::RenderingOptions;
use super::sections::{SectionDraft, Sections};
use crate::statement::StatementError;

/// The port of the metrics.
const METRICS: &str = ":8404";

/// The first version that refuses a frontend and a backend of one name.
pub(super) const ONE_NAME_SINCE: Version = Version::new(3, 3);

/// The ciphers for clients and servers that are not the newest.
const CIPHERS: &str = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:\
    ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:\
    ECDHE-RSA-CHACHA20-POLY1305:DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:\
    DHE-RSA-CHACHA20-POLY1305";

/// The ciphers of TLS 1.3.
const SUITES: &str = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";

pub(super) fn push(sections: &mut Sections, options: &RenderingOptions) {
    sections.push_fixed(global(options));
    sections.push_fixed(defaults(options));
    sections.push_fixed(metrics());
}

fn global(options: &RenderingOptions) -> Result<SectionDraft, StatementError> {
    let maxconn = options.maxconn.to_string();
    let dh_parameters = options
        .dh_parameters
        .as_ref()
        .map(|path| path.display().to_string());
    let mut lines: Vec<Vec<&str>> = vec![
        vec!["maxconn", &maxconn],
        vec!["user", "haproxy"],
        vec!["group", "haproxy"],
        vec!["log", "/dev/log", "local0"],
    ];
    lines.extend([
        vec!["ssl-default-bind-ciphers", CIPHERS],
        vec!["ssl-default-bind-ciphersuites", SUITES],
        vec![
            "ssl-default-bind-options",
            "prefer-client-ciphers",
            "ssl-min-ver",
            "TLSv1.2",
            "no-tls-tickets",
        ],
        vec!["ssl-default-server-ciphers", CIPHERS],
        vec!["ssl-default-server-ciphersuites", SUITES],
        vec![
            "ssl-default-server-options",
            "ssl-min-ver",
            "TLSv1.2",
            "no-tls-tickets",
        ],
    ]);
    if let Some(path) = &dh_parameters {
        lines.push(vec!["ssl-dh-param-file", path]);
    }
    section(SectionKind::Global, "", &lines)
}

fn defaults(options: &RenderingOptions) -> Result<SectionDraft, StatementError> {
    let mut lines = vec![
        vec!["log", "global"],
        vec!["mode", "http"],
        vec!["option", "httplog"],
        vec!["option", "dontlognull"],
        vec!["retries", "3"],
        vec!["timeout", "queue", "20000"],
        vec!["timeout", "connect", "5000"],
        vec!["timeout", "server", "50000"],
    ];
    if options.ddos_protection {
        lines.extend([
            vec!["timeout", "http-request", "60000"],
            vec!["timeout", "http-keep-alive", "30000"],
        ]);
    }
    // Without it HAProxy warns, and keeps the connections of clients that are gone.
    lines.push(vec!["timeout", "client", "50000"]);
    section(SectionKind::Defaults, "", &lines)
}

fn metrics() -> Result<SectionDraft, StatementError> {
    let lines = [
        vec!["bind", METRICS],
        vec!["mode", "http"],
        vec![
            "http-request",
            "use-service",
            "prometheus-exporter",
            "if",
            "{",
            "path",
            "/metrics",
            "}",
        ],
        vec!["no", "log"],
    ];
    section(SectionKind::Frontend, "prometheus", &lines)
}

/// Adds the frontend of a proxy without any relation: it shows the page of the default backend.
pub(super) fn push_default_frontend(sections: &mut Sections, options: &RenderingOptions) {
    // Later versions refuse a frontend and a backend of one name.
    let name = if options.version < ONE_NAME_SINCE {
        "default"
    } else {
        "default_page"
    };
    let lines = [
        vec!["mode", "http"],
        vec!["bind", "[::]:80", "v4v6"],
        vec!["default_backend", "default"],
    ];
    sections.push_fixed(section(SectionKind::Frontend, name, &lines));
}

/// Adds where requests go that are for no service.
pub(super) fn push_default_backend(sections: &mut Sections) {
    let lines = [vec![
        "http-request",
        "return",
        "status",
        "200",
        "content-type",
        "text/plain",
        "string",
        "Default page for the haproxy-operator charm",
    ]];
    sections.push_fixed(section(SectionKind::Backend, "default", &lines));
}

fn section(
    kind: SectionKind,
    name: &str,
    lines: &[Vec<&str>],
) -> Result<SectionDraft, StatementError> {
    let mut section = SectionDraft::new(kind, name)?;
    for line in lines {
        section.line(line, None)?;
    }
    Ok(section)
}
