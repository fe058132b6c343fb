//! The typed model of HAProxy's configuration: every section, every keyword, one definition each.
//!
//! This crate knows what statements mean and nothing of files, comments, positions or sockets;
//! `haproxy-config` turns text into this model and back.
//!
//! A [`config::Config`] is its sections in order, a section its [`statement::Statement`]s in order, and
//! a statement one variant of the section's keywords:
//!
//! ```
//! use haproxy_model::language::{Argument, Printer};
//! use haproxy_model::section::Backend;
//! use haproxy_model::section::proxy::ProxyKeyword;
//! use haproxy_model::statement::Statement;
//! use haproxy_model::language::Words;
//!
//! let words = ["timeout", "server", "90s"].map(Into::into);
//! let statement: Statement<ProxyKeyword> = Statement::parse(&mut Words::new(&words))?;
//! let mut backend = Backend::new("app".parse().unwrap());
//! backend.statements.push(statement);
//!
//! let mut printer = Printer::new();
//! backend.statements[0].print(&mut printer);
//! assert_eq!(printer.words().collect::<Vec<_>>(), ["timeout", "server", "90s"]);
//! # Ok::<(), haproxy_model::language::ArgumentError>(())
//! ```
//!
//! What one definition says of a keyword is in a static table: [`keyword::Keyword`]; all of them are
//! listed by [`catalogue`].
//!
//! # Limits
//!
//! * Words are text; bytes that are not UTF-8 and references to environment variables travel in it as
//!   [`mod@text`] describes.
//! * Names of sample fetches, converters and log-format aliases are not checked while reading: [`registry`] knows
//!   them.

extern crate self as haproxy_model;

pub mod bind;
pub mod catalogue;
pub mod certificate;
pub mod config;
pub mod crt_list;
pub mod evaluation;
pub mod json;
pub mod keyword;
pub mod language;
pub mod log;
pub mod multiplexer;
pub mod pattern_file;
pub mod quic;
pub mod reference;
pub mod registry;
pub mod rule;
pub mod section;
pub mod section_kind;
pub mod server;
pub mod spoe;
pub mod statement;
pub mod stick_table;
#[cfg(test)]
mod testing;
pub mod text;
pub mod tls;
pub mod value;
pub mod version;
