//! The `haproxy-route` relation: what a requirer may say, how it is validated, and what HAProxy is
//! then told.
//!
//! This crate will turn relation data into a `haproxy_model` configuration, never into text
//! templates. It holds nothing yet but its place in the layers: it may know `haproxy-model` and
//! `haproxy-config`, and neither sockets nor processes.
