//! Authentication by agents of the stream processing offload engine: who is not logged in is sent to
//! log in.

mod engine;

use std::net::{IpAddr, SocketAddr};

use super::RenderingOptions;
use super::frontend::{acls, trial};
use super::host::{hosts, paths};
use super::lines::{Lines, is_cookie_name};
use super::names::{Names, is_name};
use super::sections::{SectionDraft, Sections};
use crate::file::File;
use crate::relation::RelationId;
use crate::statement::StatementError;

/// The name of the file with the engines.
const FILE: &str = "spoe_auth.conf";

/// An agent that tells who is logged in at a host name, and where to log in.
///
/// Where an agent does not answer, nobody gets in. Where its data cannot be rendered, the host name is
/// closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpoeAuthentication {
    /// The number of the relation.
    pub relation_id: RelationId,
    /// The host name at which everybody must be logged in.
    pub hostname: String,
    /// The addresses of the agent's units.
    pub addresses: Vec<IpAddr>,
    /// The port on which agents are asked.
    pub spop_port: u16,
    /// The port on which agents take who comes back from logging in.
    pub callback_port: u16,
    /// The path to which who logged in comes back.
    pub callback_path: String,
    /// The name of the message to the agent.
    pub message: String,
    /// The event at which it is sent; `on-frontend-http-request` with most agents.
    pub event: String,
    /// The cookie by which agents know who is logged in.
    pub cookie: String,
    /// How long what an agent says holds.
    pub scope: VariableScope,
    /// The variable that is true for who is logged in, without scope and prefix.
    pub authenticated_variable: String,
    /// The variable that holds where to log in, without scope and prefix.
    pub redirect_variable: String,
}

/// How long a variable is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum VariableScope {
    /// As long as the request and its answer.
    #[default]
    Transaction,
    /// As long as the connection of the client.
    Session,
}

/// An agent with what is rendered for it.
pub(super) struct Spoe {
    id: RelationId,
    hostname: String,
    content: Option<Content>,
    is_seen: bool,
}

struct Content {
    callback_path: String,
    authenticated: String,
    sections: Vec<SectionDraft>,
    file: Vec<u8>,
}

impl Spoe {
    /// Renders what an agent needs; the host name is closed where that cannot be.
    pub(super) fn new(
        agent: &SpoeAuthentication,
        options: &RenderingOptions,
        names: &mut Names,
    ) -> (Self, Result<(), String>) {
        let (content, result) = match Content::new(agent, names) {
            Ok(content) => (Some(content), Ok(())),
            Err(reason) => (None, Err(reason)),
        };
        let spoe = Self {
            id: agent.relation_id,
            hostname: agent.hostname.clone(),
            content,
            is_seen: true,
        };
        match trial(|section| spoe.guard(section, options)) {
            Ok(()) => (spoe, result),
            Err(reason) => (
                Self::closed(agent.relation_id, &agent.hostname, options),
                Err(reason),
            ),
        }
    }

    /// Closes a host name.
    pub(super) fn closed(id: RelationId, hostname: &str, options: &RenderingOptions) -> Self {
        let mut spoe = Self {
            id,
            hostname: hostname.to_owned(),
            content: None,
            is_seen: true,
        };
        // No request has a host name that no configuration can hold.
        spoe.is_seen = trial(|section| spoe.guard(section, options)).is_ok();
        spoe
    }

    /// Adds the rules of the frontend.
    pub(super) fn guard(
        &self,
        section: &mut SectionDraft,
        options: &RenderingOptions,
    ) -> Result<(), StatementError> {
        if !self.is_seen {
            return Ok(());
        }
        let id = self.id;
        let host = format!("oidc_host_{id}");
        let tests = hosts(std::slice::from_ref(&self.hostname));
        acls(section, &host, &tests, id)?;
        let Some(content) = &self.content else {
            let words = ["http-request", "deny", "deny_status", "503", "if", &host];
            return section.line(&words, [id]);
        };
        let callback = format!("oidc_callback_path_{id}");
        let tests = paths(std::slice::from_ref(&content.callback_path), false);
        acls(section, &callback, &tests, id)?;
        let backend = callback_name(id);
        section.line(&["use_backend", &backend, "if", &callback, &host], [id])?;
        let file = options.spoe_path().display().to_string();
        let engine = engine_name(id);
        section.line(
            &["filter", "spoe", "engine", &engine, "config", &file],
            [id],
        )?;
        let acl = format!("authenticated_{id}");
        let variable = format!("var({})", content.authenticated);
        section.line(&["acl", &acl, &variable, "-m", "bool"], [id])?;
        let denied = format!("!{acl}");
        let backend = redirect_name(id);
        section.line(&["use_backend", &backend, "if", &host, &denied], [id])
    }

    /// Adds the backends.
    pub(super) fn push(&mut self, sections: &mut Sections) {
        if let Some(content) = &mut self.content {
            for section in content.sections.drain(..) {
                sections.push(section);
            }
        }
    }
}

/// The file with the engines of all agents.
pub(super) fn file(spoes: &[Spoe], options: &RenderingOptions) -> Option<File> {
    let contents = spoes.iter().filter_map(|spoe| spoe.content.as_ref());
    let blocks: Vec<_> = contents.map(|content| content.file.clone()).collect();
    (!blocks.is_empty()).then(|| File {
        path: options.spoe_path(),
        mode: 0o644,
        content: blocks.join(&b'\n'),
    })
}

impl RenderingOptions {
    fn spoe_path(&self) -> std::path::PathBuf {
        self.configuration_directory.join(FILE)
    }
}

impl Content {
    fn new(agent: &SpoeAuthentication, names: &mut Names) -> Result<Self, String> {
        let id = agent.relation_id;
        let words = [
            ("the name of the message", &agent.message),
            (
                "the variable for who is logged in",
                &agent.authenticated_variable,
            ),
            ("the variable for where to log in", &agent.redirect_variable),
        ];
        for (what, word) in words {
            if !is_name(word) || word.contains(['-', ':']) {
                return Err(format!("{what} must be of letters, digits, '_' and '.'"));
            }
        }
        if !is_cookie_name(&agent.cookie) {
            return Err("the name of the cookie is none".to_owned());
        }
        if agent.hostname.is_empty() {
            return Err("the host name is missing".to_owned());
        }
        if !agent.callback_path.starts_with('/') {
            return Err("the path to come back to must begin with '/'".to_owned());
        }
        for name in [redirect_name(id), callback_name(id), agent_name(id)] {
            if !names.take(name) {
                return Err("another relation has the same number".to_owned());
            }
        }
        let scope = match agent.scope {
            VariableScope::Transaction => "txn",
            VariableScope::Session => "sess",
        };
        let variable = |name: &str| format!("{scope}.auth_{id}.{name}");
        let sections = vec![
            redirect(id, &variable(&agent.redirect_variable))?,
            servers(id, &callback_name(id), "http", agent, agent.callback_port)?,
            servers(id, &agent_name(id), "tcp", agent, agent.spop_port)?,
        ];
        Ok(Self {
            callback_path: agent.callback_path.clone(),
            authenticated: variable(&agent.authenticated_variable),
            sections,
            file: engine::text(agent)?,
        })
    }
}

fn redirect_name(id: RelationId) -> String {
    format!("backend_redirect_{id}")
}

fn callback_name(id: RelationId) -> String {
    format!("spoe_oidc_callback_{id}")
}

fn agent_name(id: RelationId) -> String {
    format!("spoe_auth_{id}")
}

fn engine_name(id: RelationId) -> String {
    format!("spoe-auth-{id}")
}

/// The backend that sends to where one logs in, if the agent said where that is.
fn redirect(id: RelationId, variable: &str) -> Result<SectionDraft, String> {
    let mut lines = Lines::new(&redirect_name(id), id)?;
    lines.line(&["mode", "http"])?;
    let location = format!("%[var({variable})]");
    let found = format!("var({variable})");
    lines.line(&[
        "http-request",
        "redirect",
        "location",
        &location,
        "if",
        "{",
        &found,
        "-m",
        "found",
        "}",
    ])?;
    lines.line(&["http-request", "deny", "deny_status", "503"])?;
    Ok(lines.finish())
}

/// A backend with the units of an agent.
fn servers(
    id: RelationId,
    name: &str,
    mode: &str,
    agent: &SpoeAuthentication,
    port: u16,
) -> Result<SectionDraft, String> {
    let mut lines = Lines::new(name, id)?;
    lines.line(&["mode", mode])?;
    if mode == "tcp" {
        lines.line(&["option", "spop-check"])?;
    }
    for (index, address) in agent.addresses.iter().enumerate() {
        let server = format!("auth_{index}");
        let address = SocketAddr::new(*address, port).to_string();
        lines.line(&["server", &server, &address, "check"])?;
    }
    Ok(lines.finish())
}
