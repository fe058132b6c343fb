//! The typed model of HAProxy's configuration: every section, every keyword, one definition each.
//!
//! This crate knows what statements mean and nothing of files, comments, positions or sockets;
//! `haproxy-config` turns text into this model and back.

extern crate self as haproxy_model;

pub mod bind;
pub mod catalogue;
pub mod certificate;
pub mod config;
pub mod crt_list;
pub mod keyword;
pub mod language;
pub mod log;
pub mod pattern_file;
pub mod quic;
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
