//! Python bindings: the package `haproxy_kit`, so that Python programs use the same logic.
//!
//! The bindings will hold conversions only; whatever they offer is a function of a Rust crate. They
//! hold nothing yet but their place: the compiled part will be `haproxy_kit._native`.
