//! Services as sections of a configuration.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use haproxy_model::config::Config;
use haproxy_model::rule::TcpRequestRule;
use haproxy_model::section::proxy::RuleKeyword;
use haproxy_model::section::{Backend, Frontend, ProxyKeyword};
use haproxy_model::statement::Statement;

use super::{Certificate, Service, ServiceServer, Services};
use crate::file::File;
use crate::statement::{StatementError, literal, of_model_words, of_text, of_words, words_of};

/// The mode of files that hold keys.
const KEY_MODE: u32 = 0o600;

/// The mode of error pages.
const PAGE_MODE: u32 = 0o644;

/// What the rendering of services must know beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderOptions {
    /// What the names of frontends begin with; `haproxy` by default, and once the name of the unit.
    pub prefix: String,
    /// The directory for certificates and error pages; `/var/lib/haproxy` by default.
    pub directory: PathBuf,
    /// The charm's own certificate and key, as PEM, for `DEFAULT`; none by default.
    pub default_certificate: Option<Vec<u8>>,
}

/// Sections of a configuration, and what goes with them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rendered {
    /// A frontend and its backends for each service.
    pub config: Config,
    /// The certificates and error pages that the sections name.
    pub files: Vec<File>,
    /// The services that are left out, each with the reason.
    pub refused: BTreeMap<String, String>,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            prefix: "haproxy".to_owned(),
            directory: PathBuf::from("/var/lib/haproxy"),
            default_certificate: None,
        }
    }
}

impl Services {
    /// Renders the services, each in sections of its own. A service with a line that HAProxy's
    /// language does not have is left out.
    pub fn render(&self, options: &RenderOptions) -> Rendered {
        let mut rendered = Rendered::default();
        let mut names = Taken::default();
        for service in self.services.values() {
            let mut own = Renderer {
                service,
                options,
                files: Vec::new(),
            };
            match own.sections(&mut names) {
                Ok((frontend, backends)) => {
                    rendered.config.push(frontend);
                    for backend in backends {
                        rendered.config.push(backend);
                    }
                    rendered.files.append(&mut own.files);
                }
                Err(reason) => {
                    rendered.refused.insert(service.name.clone(), reason);
                }
            }
        }
        let default = options.directory.join("default.pem");
        let needs_default = rendered.config.frontends().any(|frontend| {
            let statements = frontend.statements.iter();
            statements
                .clone()
                .any(|statement| names_path(statement, &default))
        });
        if let Some(content) = options
            .default_certificate
            .clone()
            .filter(|_| needs_default)
        {
            rendered.files.insert(
                0,
                File {
                    path: default,
                    mode: KEY_MODE,
                    content,
                },
            );
        }
        rendered
    }
}

/// Names that sections have already.
#[derive(Default)]
struct Taken {
    frontends: BTreeSet<String>,
    backends: BTreeSet<String>,
    binds: BTreeSet<(String, u16)>,
}

struct Renderer<'a> {
    service: &'a Service,
    options: &'a RenderOptions,
    files: Vec<File>,
}

/// The lines of a service, by where they belong.
#[derive(Default)]
struct Lines {
    frontend: Vec<Statement<ProxyKeyword>>,
    backend: Vec<Statement<ProxyKeyword>>,
}

impl Renderer<'_> {
    fn sections(&mut self, taken: &mut Taken) -> Result<(Frontend, Vec<Backend>), String> {
        let service = self.service;
        let host = service.host.clone().unwrap_or_else(|| "0.0.0.0".to_owned());
        let Some(port) = service.port.filter(|port| *port > 0) else {
            return Err("the service has no port from 1 to 65535".to_owned());
        };
        if taken.binds.contains(&(host.clone(), port)) {
            return Err(format!("another service is at {host}:{port}"));
        }
        let lines = self.lines()?;
        let mut backends = vec![self.backend(&service.name, &service.servers, &lines)?];
        for backend in &service.backends {
            backends.push(self.backend(&backend.name, &backend.servers, &lines)?);
        }
        let names: BTreeSet<_> = backends
            .iter()
            .map(|backend| backend.name.to_string())
            .collect();
        if names.len() < backends.len() || !taken.backends.is_disjoint(&names) {
            return Err("a backend of this name is there already".to_owned());
        }
        let mut name = format!("{}-{port}", self.options.prefix);
        if taken.frontends.contains(&name) {
            name = format!("{name}-{}", service.name);
        }
        let mut frontend = Frontend::new(parse_name(&name)?);
        frontend.statements.push(self.bind(&host, port)?);
        frontend
            .statements
            .push(line(&["default_backend", &service.name])?);
        frontend.statements.extend(lines.frontend);
        taken.frontends.insert(name);
        taken.backends.extend(names);
        taken.binds.insert((host, port));
        Ok((frontend, backends))
    }

    /// The options as statements, on the side where they belong.
    fn lines(&self) -> Result<Lines, String> {
        let mut lines = Lines::default();
        for option in &self.service.options {
            let statement =
                of_text(option).map_err(|error| format!("option '{option}': {error}"))?;
            let Some(statement) = statement else {
                continue;
            };
            let (for_frontend, for_backend) = sides(&statement);
            if for_frontend && !lines.frontend.contains(&statement) {
                lines.frontend.push(statement.clone());
            }
            if for_backend && !lines.backend.contains(&statement) {
                lines.backend.push(statement);
            }
        }
        Ok(lines)
    }

    fn bind(&mut self, host: &str, port: u16) -> Result<Statement<ProxyKeyword>, String> {
        let address = format!("{host}:{port}");
        let mut words = vec!["bind".to_owned(), address];
        if !self.service.certificates.is_empty() {
            words.push("ssl".to_owned());
        }
        for (index, certificate) in self.service.certificates.iter().enumerate() {
            let own = self.own_path(&format!("{index}.pem"));
            let path = match certificate {
                Certificate::Path(path) => PathBuf::from(path),
                Certificate::External => own,
                Certificate::Default if self.options.default_certificate.is_none() => {
                    return Err("there is no default certificate".to_owned());
                }
                Certificate::Default => self.options.directory.join("default.pem"),
                Certificate::Inline(content) => {
                    self.files.push(File {
                        path: own.clone(),
                        mode: KEY_MODE,
                        content: content.clone(),
                    });
                    own
                }
            };
            words.extend([
                "crt".to_owned(),
                path.display().to_string(),
                "no-sslv3".to_owned(),
            ]);
        }
        line(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn backend(
        &mut self,
        name: &str,
        servers: &[ServiceServer],
        lines: &Lines,
    ) -> Result<Backend, String> {
        let mut backend = Backend::new(parse_name(name)?);
        backend.statements.extend(lines.backend.iter().cloned());
        for page in &self.service.error_files {
            let path = self.own_path(&format!("{}.http", page.status));
            let shown = path.display().to_string();
            backend
                .statements
                .push(line(&["errorfile", &page.status.to_string(), &shown])?);
            let file = File {
                path,
                mode: PAGE_MODE,
                content: page.content.clone(),
            };
            if !self.files.contains(&file) {
                self.files.push(file);
            }
        }
        let mut names = BTreeSet::new();
        for (index, server) in servers.iter().enumerate() {
            let statement = server_line(index, server)
                .map_err(|error| format!("server '{}': {error}", server.name))?;
            if !names.insert(numbered(&server.name, index)) {
                return Err(format!("two servers are named '{}'", server.name));
            }
            backend.statements.push(statement);
        }
        Ok(backend)
    }

    /// The path of a file of this service. What would leave the directory is in the name no more.
    fn own_path(&self, file: &str) -> PathBuf {
        let name = self.service.name.replace('/', "_");
        self.options
            .directory
            .join(format!("service_{name}"))
            .join(file)
    }
}

fn server_line(
    index: usize,
    server: &ServiceServer,
) -> Result<Statement<ProxyKeyword>, StatementError> {
    let name = numbered(&server.name, index);
    let address = format!("{}:{}", server.host, server.port);
    let mut words: Vec<Cow<'_, str>> = vec!["server".into(), literal(&name), literal(&address)];
    for option in &server.options {
        words.extend(words_of(&numbered(option, index))?);
    }
    of_model_words(&words)
}

/// The text with the index of its server in it.
fn numbered(text: &str, index: usize) -> String {
    text.replace("{i}", &index.to_string())
}

/// Whether a statement belongs in the frontend and whether in the backend.
fn sides(statement: &Statement<ProxyKeyword>) -> (bool, bool) {
    let Some(keyword) = haproxy_model::keyword::Keywords::keyword(&statement.directive) else {
        return (false, true);
    };
    // What both sides must agree on is said to both.
    if matches!(keyword.name, "mode" | "option tcplog" | "option httplog") {
        return (true, true);
    }
    let may_stand = |section| keyword.sections.contains(&section);
    match (may_stand("frontend"), may_stand("backend")) {
        (true, true) => {
            let is_rule = statement.group::<RuleKeyword>().is_some()
                || statement.group::<TcpRequestRule>().is_some();
            (is_rule, !is_rule)
        }
        sides => sides,
    }
}

fn names_path(statement: &Statement<ProxyKeyword>, path: &std::path::Path) -> bool {
    use haproxy_model::language::{Argument as _, Printer};
    let mut printer = Printer::new();
    statement.print(&mut printer);
    let path = path.display().to_string();
    printer.words().any(|word| *word == *path)
}

fn line(words: &[&str]) -> Result<Statement<ProxyKeyword>, String> {
    of_words(words).map_err(|error| error.to_string())
}

fn parse_name<N: std::str::FromStr>(name: &str) -> Result<N, String>
where
    N::Err: std::fmt::Display,
{
    name.parse()
        .map_err(|error: N::Err| format!("'{name}' is no name of a section: {error}"))
}
