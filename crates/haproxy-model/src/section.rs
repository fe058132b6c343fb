//! A section of a configuration.

mod acme;
mod cache;
mod crt_store;
mod fcgi_app;
pub mod global;
mod healthcheck;
mod http_errors;
mod log_forward;
mod log_profile;
mod mailers;
mod namespace_list;
mod peers;
mod program;
pub mod proxy;
mod resolvers;
mod rest;
mod ring;
mod traces;
mod userlist;

pub use acme::{Acme, AcmeKeyword, Challenge, ChallengeCondition, MacAlgorithm};
pub use cache::{Cache, CacheKeyword};
pub use crt_store::{CrtStore, CrtStoreKeyword, Load};
pub use fcgi_app::{FcgiApp, FcgiAppKeyword, PassHeader, SetParameter};
pub use global::{Global, GlobalKeyword};
pub use haproxy_model_derive::Section;
pub use healthcheck::{Healthcheck, HealthcheckKeyword, HealthcheckType};
pub use http_errors::{ErrorFile, HttpErrors, HttpErrorsKeyword};
pub use log_forward::{HostNameSource, LogForward, LogForwardKeyword};
pub use log_profile::{LogProfile, LogProfileKeyword, LogStep, LogStepName, LogStepParameter};
pub use mailers::{Mailer, Mailers, MailersKeyword};
pub use namespace_list::{NamespaceList, NamespaceListKeyword};
pub use peers::{Peer, Peers, PeersKeyword, PeersTable};
pub use program::{Command, Program, ProgramKeyword};
pub use proxy::{Backend, Defaults, Frontend, Listen, ProxyKeyword};
pub use resolvers::{Hold, HoldStatus, Nameserver, Resolvers, ResolversKeyword};
pub use rest::{Ignored, Rest};
pub use ring::{Ring, RingKeyword};
pub use traces::{Trace, TraceLevel, TraceParameter, Traces, TracesKeyword};
pub use userlist::{User, UserGroup, UserParameter, Userlist, UserlistKeyword};

use crate::keyword::{Keyword, Keywords};
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::statement::Statement;

/// A section: the words of the line that opens it, and the statements under it, in order.
///
/// `#[derive(Section)]` implements it.
pub trait Section: Sized {
    /// The keyword that opens the section, and what is known of it.
    const KEYWORD: &'static Keyword;

    /// The choice of what may stand in the section.
    type Directive: Keywords;

    /// Reads the line that opens the section; the section is empty then.
    ///
    /// # Errors
    /// The word that is missing or wrong. Words behind the last argument are left in `words`.
    fn parse_header(words: &mut Words<'_>) -> Result<Self, ArgumentError>;

    /// Writes the words of the line that opens the section.
    fn print_header(&self, printer: &mut Printer);

    /// The statements, in order.
    fn statements(&self) -> &[Statement<Self::Directive>];

    /// The statements, in order, to change.
    fn statements_mut(&mut self) -> &mut Vec<Statement<Self::Directive>>;

    /// Adds the statement that a line makes.
    ///
    /// # Errors
    /// What is wrong with the line. Where the section can keep lines that are not understood, the
    /// line is added all the same, as it stands.
    fn parse_statement(&mut self, words: &mut Words<'_>) -> Result<(), ArgumentError> {
        let (statement, result) = match Statement::parse(words) {
            Ok(statement) => (Some(statement), Ok(())),
            Err(error) => (Statement::unknown(words), Err(error)),
        };
        self.statements_mut().extend(statement);
        result
    }
}
