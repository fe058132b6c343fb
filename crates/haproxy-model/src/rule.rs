//! Rules: lines that are tried one after the other, each with an action and, where it has one, a
//! condition.
//!
//! An action that several rule sets have is defined once, in a group that each of them includes.

mod acl;
pub mod action;
pub mod check;
mod computed;
mod http;
mod legacy;
mod number;
mod quic;
mod redirect;
mod switching;
mod tcp;
#[cfg(test)]
mod tests;
mod variable;

pub use acl::{AclDefinition, predefined_acls};
pub use check::{HttpCheckRule, TcpCheckRule};
pub use computed::Computed;
pub use http::{
    HttpAfterResponseAction, HttpAfterResponseRule, HttpRequestAction, HttpRequestRule,
    HttpResponseAction, HttpResponseRule,
};
pub use legacy::{Addition, BackendChoice, Block, LegacyRule, Removal, Replacement};
pub use number::AnyBase;
pub use quic::{QuicInitialAction, QuicInitialRule};
pub use redirect::{
    ComputedRedirect, ComputedRedirectParameter, Redirect, RedirectOption, RedirectParameter,
    RedirectStatus,
};
pub use switching::{UseBackend, UseServer};
pub use tcp::{
    TcpRequestConnectionAction, TcpRequestConnectionRule, TcpRequestContentAction,
    TcpRequestContentRule, TcpRequestRule, TcpRequestSessionAction, TcpRequestSessionRule,
    TcpResponseContentAction, TcpResponseContentRule, TcpResponseRule,
};
pub use variable::{VariableCondition, VariableName, VariableScope};
