//! The keyword tables beside what HAProxy and its manuals list, version by version.
//!
//! The reference is read where it lies: in `../shared/reference` beside the checkout, or where
//! `HAPROXY_KIT_REFERENCE` says.

#![expect(clippy::panic, reason = "what cannot be read fails the tests")]

mod dump;
mod dumps;
mod manual;
mod manuals;
mod reference;
mod renames;
mod tables;
