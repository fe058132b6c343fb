//! The frontends of HTTP and gRPC services.

use haproxy_model::section_kind::SectionKind;

use super::backend::HttpBackend;
use super::base::ONE_NAME_SINCE;
use super::host::Alternatives;
use super::policy::Policy;
use super::sections::{SectionDraft, Sections};
use super::spoe::Spoe;
use super::{RenderingOptions, ddos};
use crate::relation::RelationId;
use crate::statement::StatementError;

/// Adds the frontend of all HTTP services.
pub(super) fn push(
    sections: &mut Sections,
    backends: &[HttpBackend<'_>],
    spoes: &[Spoe],
    policy: Option<&Policy>,
    options: &RenderingOptions,
) {
    sections.push_fixed(frontend(backends, spoes, policy, options));
}

/// Adds the frontend of a gRPC service.
pub(super) fn push_grpc(
    sections: &mut Sections,
    port: u16,
    backend: &HttpBackend<'_>,
    options: &RenderingOptions,
) {
    sections.push_fixed(grpc_frontend(port, backend, options));
}

/// The name of the frontend of a gRPC service on a port: that of the service, where HAProxy does not
/// refuse a frontend and a backend of one name.
fn grpc_name(service: &str, port: u16, options: &RenderingOptions) -> String {
    if options.version < ONE_NAME_SINCE {
        service.to_owned()
    } else {
        reserved_grpc_name(port)
    }
}

/// The name of the frontend for gRPC on a port, which no service gets.
pub(super) fn reserved_grpc_name(port: u16) -> String {
    format!("haproxy_route_grpc_{port}")
}

/// Adds where clients come in without and with TLS.
pub(super) fn binds(
    section: &mut SectionDraft,
    options: &RenderingOptions,
) -> Result<(), StatementError> {
    let certificates = options.certificate_directory.display().to_string();
    section.line(&["bind", "[::]:80", "v4v6"], None)?;
    section.line(
        &[
            "bind",
            "[::]:443",
            "v4v6",
            "ssl",
            "crt",
            &certificates,
            "alpn",
            "h2,http/1.1",
        ],
        None,
    )
}

fn frontend(
    backends: &[HttpBackend<'_>],
    spoes: &[Spoe],
    policy: Option<&Policy>,
    options: &RenderingOptions,
) -> Result<SectionDraft, StatementError> {
    let mut section = SectionDraft::new(SectionKind::Frontend, "haproxy")?;
    section.line(&["mode", "http"], None)?;
    binds(&mut section, options)?;
    ddos::http(&mut section, options)?;
    let allows_http = backends.iter().any(|backend| backend.data().allow_http);
    for backend in backends.iter().filter(|backend| backend.data().allow_http) {
        tests(&mut section, backend)?;
        let condition = condition(backend);
        let mut words = vec![
            "http-request",
            "set-var(txn.allow_http)",
            "bool(true)",
            "if",
        ];
        words.extend(condition.iter().map(String::as_str));
        section.line(&words, [backend.relation_id])?;
    }
    let mut fixed = |words: &[&str]| section.line(words, None);
    let mut redirect = vec![
        "http-request",
        "redirect",
        "scheme",
        "https",
        "unless",
        "{",
        "ssl_fc",
        "}",
    ];
    if allows_http {
        fixed(&["acl", "is_allow_http", "var(txn.allow_http)", "-m", "bool"])?;
        redirect.extend(["||", "is_allow_http"]);
    }
    fixed(&redirect)?;
    for (scheme, condition) in [("https", "if"), ("http", "unless")] {
        fixed(&[
            "http-request",
            "set-header",
            "X-Forwarded-Proto",
            scheme,
            condition,
            "{",
            "ssl_fc",
            "}",
        ])?;
    }
    if options.hsts {
        let mut words = vec![
            "http-response",
            "set-header",
            "Strict-Transport-Security",
            "max-age=2592000",
            "if",
            "{",
            "ssl_fc",
            "}",
        ];
        if allows_http {
            words.push("!is_allow_http");
        }
        fixed(&words)?;
    }
    for spoe in spoes {
        spoe.guard(&mut section, options)?;
    }
    for backend in backends {
        if !backend.data().allow_http {
            tests(&mut section, backend)?;
        }
        route(&mut section, backend)?;
    }
    if let Some(policy) = policy {
        policy.route(&mut section)?;
    }
    section.line(&["default_backend", "default"], None)?;
    Ok(section)
}

fn grpc_frontend(
    port: u16,
    backend: &HttpBackend<'_>,
    options: &RenderingOptions,
) -> Result<SectionDraft, StatementError> {
    let name = grpc_name(backend.name(), port, options);
    let mut section = SectionDraft::new(SectionKind::Frontend, &name)?;
    let certificates = options.certificate_directory.display().to_string();
    let address = format!("[::]:{port}");
    let id = backend.relation_id;
    section.line(&["mode", "http"], [id])?;
    section.line(
        &[
            "bind",
            &address,
            "v4v6",
            "ssl",
            "crt",
            &certificates,
            "alpn",
            "h2",
        ],
        [id],
    )?;
    tests(&mut section, backend)?;
    route(&mut section, backend)?;
    Ok(section)
}

/// Adds the tests for the requests of a service.
fn tests(section: &mut SectionDraft, backend: &HttpBackend<'_>) -> Result<(), StatementError> {
    let [path, host, denied] = acl_names(backend);
    let id = backend.relation_id;
    acls(section, &path, &backend.paths, id)?;
    acls(section, &host, &backend.host_tests, id)?;
    acls(section, &denied, &backend.denied, id)
}

/// Sends the requests of a service to its backend.
fn route(section: &mut SectionDraft, backend: &HttpBackend<'_>) -> Result<(), StatementError> {
    let condition = condition(backend);
    let mut words = vec!["use_backend", backend.name(), "if"];
    words.extend(condition.iter().map(String::as_str));
    section.line(&words, [backend.relation_id])
}

/// What holds for the requests of a service.
fn condition(backend: &HttpBackend<'_>) -> Vec<String> {
    let [path, host, denied] = acl_names(backend);
    let mut words = Vec::new();
    if !backend.paths.is_empty() {
        words.push(path);
    }
    words.push(host);
    if !backend.denied.is_empty() {
        words.push(format!("!{denied}"));
    }
    words
}

fn acl_names(backend: &HttpBackend<'_>) -> [String; 3] {
    let name = backend.name();
    [
        format!("acl_path_{name}"),
        format!("acl_host_{name}"),
        format!("acl_deny_path_{name}"),
    ]
}

/// Adds a test of this name, one line an alternative.
pub(super) fn acls(
    section: &mut SectionDraft,
    name: &str,
    alternatives: &Alternatives,
    id: RelationId,
) -> Result<(), StatementError> {
    for alternative in alternatives {
        let mut words = vec!["acl", name];
        words.extend(alternative.iter().map(String::as_str));
        section.line(&words, [id])?;
    }
    Ok(())
}
