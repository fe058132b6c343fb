//! The frontend of all HTTP services.

use haproxy_model::section_kind::SectionKind;

use super::RenderingOptions;
use super::backend::HttpBackend;
use super::host::Alternatives;
use super::sections::{SectionDraft, Sections};
use crate::relation::RelationId;
use crate::statement::StatementError;

pub(super) fn push(
    sections: &mut Sections,
    backends: &[HttpBackend<'_>],
    options: &RenderingOptions,
) {
    sections.push_fixed(frontend(backends, options));
}

fn frontend(
    backends: &[HttpBackend<'_>],
    options: &RenderingOptions,
) -> Result<SectionDraft, StatementError> {
    let mut section = SectionDraft::new(SectionKind::Frontend, "haproxy")?;
    let certificates = options.certificate_directory.display().to_string();
    let allows_http = backends.iter().any(|backend| backend.data().allow_http);
    let mut fixed = |words: &[&str]| section.line(words, None);
    fixed(&["mode", "http"])?;
    fixed(&["bind", "[::]:80", "v4v6"])?;
    fixed(&[
        "bind",
        "[::]:443",
        "v4v6",
        "ssl",
        "crt",
        &certificates,
        "alpn",
        "h2,http/1.1",
    ])?;
    if options.ddos_protection {
        // Each of the three is enough: together they would never hold.
        fixed(&["acl", "invalid_method", "method", "TRACE", "TRACK", "DEBUG"])?;
        fixed(&["acl", "empty_method", "method", "-m", "len", "0"])?;
        fixed(&["acl", "has_host", "req.hdr(host)", "-m", "found"])?;
        fixed(&[
            "http-request",
            "silent-drop",
            "if",
            "invalid_method",
            "||",
            "empty_method",
            "||",
            "!has_host",
        ])?;
    }
    for backend in backends.iter().filter(|backend| backend.data().allow_http) {
        allow_http(&mut section, backend)?;
    }
    let mut fixed = |words: &[&str]| section.line(words, None);
    if allows_http {
        fixed(&["acl", "is_allow_http", "var(txn.allow_http)", "-m", "bool"])?;
        fixed(&[
            "http-request",
            "redirect",
            "scheme",
            "https",
            "unless",
            "{",
            "ssl_fc",
            "}",
            "||",
            "is_allow_http",
        ])?;
    } else {
        fixed(&[
            "http-request",
            "redirect",
            "scheme",
            "https",
            "unless",
            "{",
            "ssl_fc",
            "}",
        ])?;
    }
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
    for backend in backends {
        route(&mut section, backend)?;
    }
    section.line(&["default_backend", "default"], None)?;
    Ok(section)
}

/// Exempts the host names and paths of a service, and nothing else, from the redirection.
fn allow_http(section: &mut SectionDraft, backend: &HttpBackend<'_>) -> Result<(), StatementError> {
    let every = vec![Vec::new()];
    let paths = if backend.paths.is_empty() {
        &every
    } else {
        &backend.paths
    };
    for host in &backend.host_tests {
        for path in paths {
            let mut words: Vec<&str> = vec![
                "http-request",
                "set-var(txn.allow_http)",
                "bool(true)",
                "if",
                "{",
            ];
            words.extend(host.iter().map(String::as_str));
            words.push("}");
            if !path.is_empty() {
                words.push("{");
                words.extend(path.iter().map(String::as_str));
                words.push("}");
            }
            for denied in &backend.denied {
                words.push("!{");
                words.extend(denied.iter().map(String::as_str));
                words.push("}");
            }
            section.line(&words, Some(backend.relation_id))?;
        }
    }
    Ok(())
}

/// Sends the requests of a service to its backend.
fn route(section: &mut SectionDraft, backend: &HttpBackend<'_>) -> Result<(), StatementError> {
    let name = backend.name();
    let [path, host, denied] = [
        format!("acl_path_{name}"),
        format!("acl_host_{name}"),
        format!("acl_deny_path_{name}"),
    ];
    let id = backend.relation_id;
    acls(section, &path, &backend.paths, id)?;
    acls(section, &host, &backend.host_tests, id)?;
    acls(section, &denied, &backend.denied, id)?;
    let not_denied = format!("!{denied}");
    let mut words = vec!["use_backend", name, "if"];
    if !backend.paths.is_empty() {
        words.push(&path);
    }
    words.push(&host);
    if !backend.denied.is_empty() {
        words.push(&not_denied);
    }
    section.line(&words, Some(id))
}

fn acls(
    section: &mut SectionDraft,
    name: &str,
    alternatives: &Alternatives,
    id: RelationId,
) -> Result<(), StatementError> {
    for alternative in alternatives {
        let mut words = vec!["acl", name];
        words.extend(alternative.iter().map(String::as_str));
        section.line(&words, Some(id))?;
    }
    Ok(())
}
