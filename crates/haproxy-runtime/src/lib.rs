//! The runtime API of a running HAProxy: typed commands and answers, and configuration changes
//! without a reload.
//!
//! This crate will hold the protocol core without I/O, its clients, and the change plan. It holds
//! nothing yet but its place in the layers: it never holds configuration text.
