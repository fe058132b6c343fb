use crate::language::Directive;
use crate::rule::{Computed, VariableName};
use crate::value::{Expression, Ranged, Scalar, Text};

/// How a request finds its server.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum PriorityAction {
    /// Asks for the address of a name and keeps it in a variable.
    #[keyword(
        "do-resolve",
        json = "(resolve_var, resolve_resolvers, resolve_protocol, expr: raw) @tcp-request | (var_name: text, resolvers, protocol, expr: raw)",
        call
    )]
    DoResolve {
        /// Where the address goes.
        #[arg(inside)]
        variable: VariableName,
        /// The `resolvers` section to use.
        #[arg(inside, refers = "resolvers")]
        resolvers: Text,
        /// The kind of address to prefer; IPv6 where nothing says it.
        #[arg(inside)]
        family: Option<ResolveFamily>,
        /// The name.
        name: Expression,
    },
    /// Sets the class of the request in the queue; lower ones go first.
    #[keyword("set-priority-class", json = "(expr: raw)")]
    SetPriorityClass(Expression),
    /// Moves the request in the queue, as if it had come this many milliseconds later.
    #[keyword("set-priority-offset", json = "(expr: raw)")]
    SetPriorityOffset(Expression),
    /// Sets how often a connection to the server is tried again.
    #[keyword("set-retries", json = "(expr: raw)", since = "3.1")]
    SetRetries(Computed<Scalar<Ranged<0, 100>>>),
    /// Has a built-in or Lua service answer.
    #[keyword("use-service", ends_rules, json = "(service_name)")]
    UseService(Text),
}

/// A kind of address to prefer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
pub enum ResolveFamily {
    /// IPv4.
    #[keyword("ipv4")]
    Ipv4,
    /// IPv6.
    #[keyword("ipv6")]
    Ipv6,
}
