//! Python bindings: the compiled part of the package `haproxy_kit`.
//!
//! They convert, and nothing else: whatever they offer is a function of a Rust crate. What Python
//! programs see is in `python/haproxy_kit`; records and errors are Python's own classes there.
//!
//! A document is behind a lock, which is taken only while Python runs other threads: so that waiting
//! for it can never hold up who has it.

#![allow(
    clippy::needless_pass_by_value,
    reason = "what Python hands over is owned by the function that takes it"
)]

mod document;
mod error;
mod findings;
mod json;
mod meaning;
mod route;
mod runtime;
mod section;
mod several;
mod target;
mod text;
mod whole;

use pyo3::prelude::*;

/// The allocator of the command, which is part of the package; reading data asks for many small pieces.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The compiled part of the package: import from `haproxy_kit` and `haproxy_kit.config` instead.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::document::{Document, read};
    #[pymodule_export]
    use crate::findings::{check, explain_rule, report, rules};
    #[pymodule_export]
    use crate::meaning::{
        check_model, diff, effective, from_model, json_schema, migrate, reconcile, to_model,
    };
    #[pymodule_export]
    use crate::route::{
        PortMapping, PortRange, Services, reverseproxy_again, reverseproxy_certificate,
        reverseproxy_forward_for, reverseproxy_gather, reverseproxy_migrate,
        reverseproxy_monitoring, reverseproxy_options, reverseproxy_password, reverseproxy_pem,
        reverseproxy_relations, reverseproxy_reply, reverseproxy_self_signed, reverseproxy_statsd,
        reverseproxy_website, route_collect, route_convert, route_detect, route_dump, route_fill,
        route_is_domain, route_load, route_relations, route_render, route_schema, route_to_dict,
    };
    #[pymodule_export]
    use crate::run;
    #[pymodule_export]
    use crate::runtime::{Client, Conversation, Lines, Plan, runtime_forms, runtime_plan};
    #[pymodule_export]
    use crate::section::Section;
    #[pymodule_export]
    use crate::whole::{anonymize, graph, make_defaults_explicit};

    /// The version of the package.
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}

/// Runs the command `haproxy-kit` with these arguments, the program's name first; its exit code.
#[pyfunction]
fn run(python: Python<'_>, arguments: Vec<std::ffi::OsString>) -> u8 {
    python.detach(|| haproxy_kit::run(arguments))
}
