use std::borrow::Cow;

use haproxy_model::bind::Bind;
use haproxy_model::config::SectionOf;
use haproxy_model::language::Words;
use haproxy_model::rule::{
    AclDefinition, HttpRequestRule, HttpResponseRule, UseBackend, UseServer,
};
use haproxy_model::section::proxy::{EndpointKeyword, RuleKeyword};
use haproxy_model::section::{Backend, Defaults, Frontend, Global, Listen, ProxyKeyword};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::server::Server;

use super::{TypedList, TypedSection};
use crate::document::Document;
use crate::edit::{EditError, SectionSelector};
use crate::model::model_words;

impl Document {
    /// The section of this type and name, to be edited with the values of the model:
    /// `document.typed_mut::<Resolvers>(Some("dns"))`.
    ///
    /// # Errors
    /// [`EditError::NoSuchSection`], [`EditError::AmbiguousSection`] where several have the name,
    /// [`EditError::NotAStatement`] where the line that opens it is not understood.
    pub fn typed_mut<S: SectionOf>(
        &mut self,
        name: Option<&str>,
    ) -> Result<TypedSection<'_, S>, EditError> {
        let keyword = S::KEYWORD.name;
        // Every type of section has its kind.
        let kind = SectionKind::from_keyword(keyword.as_bytes()).unwrap_or(SectionKind::Global);
        let name = name.map(str::to_owned);
        let index = self.find_section(&SectionSelector {
            kind,
            name: name.clone(),
        })?;
        let missing = EditError::NoSuchSection { kind, name };
        let section = self.section_at_mut(index).ok_or(missing)?;
        let header = section.section().and_then(|section| section.header());
        let words: Vec<Cow<'_, str>> = header.iter().flat_map(model_words).collect();
        let empty = S::parse_header(&mut Words::new(&words));
        let empty = empty.map_err(|error| EditError::NotAStatement {
            text: words.join(" "),
            reason: error.to_string(),
        })?;
        Ok(TypedSection { section, empty })
    }

    /// The global section, to be edited with the values of the model.
    ///
    /// # Errors
    /// As [`Document::typed_mut`].
    pub fn global_mut(&mut self) -> Result<TypedSection<'_, Global>, EditError> {
        self.typed_mut(None)
    }

    /// The defaults of this name, or those without one, to be edited with the values of the model.
    ///
    /// # Errors
    /// As [`Document::typed_mut`].
    pub fn defaults_mut(
        &mut self,
        name: Option<&str>,
    ) -> Result<TypedSection<'_, Defaults>, EditError> {
        self.typed_mut(name)
    }

    /// The frontend of this name, to be edited with the values of the model.
    ///
    /// # Errors
    /// As [`Document::typed_mut`].
    pub fn frontend_mut(&mut self, name: &str) -> Result<TypedSection<'_, Frontend>, EditError> {
        self.typed_mut(Some(name))
    }

    /// The backend of this name, to be edited with the values of the model.
    ///
    /// # Errors
    /// As [`Document::typed_mut`].
    pub fn backend_mut(&mut self, name: &str) -> Result<TypedSection<'_, Backend>, EditError> {
        self.typed_mut(Some(name))
    }

    /// The listen section of this name, to be edited with the values of the model.
    ///
    /// # Errors
    /// As [`Document::typed_mut`].
    pub fn listen_mut(&mut self, name: &str) -> Result<TypedSection<'_, Listen>, EditError> {
        self.typed_mut(Some(name))
    }
}

/// Lists that proxies have; [`TypedSection::list`] gives any other.
impl<'d, S> TypedSection<'d, S>
where
    S: SectionOf<Directive = ProxyKeyword> + Clone,
{
    /// The servers.
    pub fn servers(&mut self) -> TypedList<'_, 'd, S, EndpointKeyword, Server> {
        self.list()
    }

    /// The addresses that connections are accepted on.
    pub fn binds(&mut self) -> TypedList<'_, 'd, S, EndpointKeyword, Bind> {
        self.list()
    }

    /// The conditions with a name.
    pub fn acls(&mut self) -> TypedList<'_, 'd, S, RuleKeyword, AclDefinition> {
        self.list()
    }

    /// The rules for requests of HTTP.
    pub fn http_requests(&mut self) -> TypedList<'_, 'd, S, RuleKeyword, HttpRequestRule> {
        self.list()
    }

    /// The rules for answers of HTTP.
    pub fn http_responses(&mut self) -> TypedList<'_, 'd, S, RuleKeyword, HttpResponseRule> {
        self.list()
    }

    /// The rules that choose a backend.
    pub fn use_backends(&mut self) -> TypedList<'_, 'd, S, RuleKeyword, UseBackend> {
        self.list()
    }

    /// The rules that choose a server.
    pub fn use_servers(&mut self) -> TypedList<'_, 'd, S, RuleKeyword, UseServer> {
        self.list()
    }
}
