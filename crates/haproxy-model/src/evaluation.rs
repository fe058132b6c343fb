//! What HAProxy evaluates: where in a statement an expression stands, and when it counts; the files
//! that it reads at start; and addresses.
//!
//! When the expressions of a keyword are evaluated is said once, in its definition
//! (`#[keyword("http-request", stage = "http-request")]`). The reader notes them on the way where
//! [`Words::noting_evaluations`] asks for that.
//!
//! ```
//! use haproxy_model::evaluation::EvaluationKind;
//! use haproxy_model::language::{Argument, Words};
//! use haproxy_model::registry::Stage;
//! use haproxy_model::section::proxy::ProxyKeyword;
//! use haproxy_model::statement::Statement;
//!
//! let words = ["http-request", "set-header", "X", "%[src]", "if", "local"].map(Into::into);
//! let mut words = Words::new(&words).noting_evaluations();
//! Statement::<ProxyKeyword>::parse(&mut words)?;
//! let noted = words.evaluations();
//! assert_eq!(noted[0].kind, EvaluationKind::Format);
//! assert_eq!(noted[0].words, 3..4);
//! assert_eq!(noted[1].kind, EvaluationKind::Condition);
//! assert_eq!(noted[1].stage, Stage::HttpRequest);
//! # Ok::<(), haproxy_model::language::ArgumentError>(())
//! ```
//!
//! [`Words::noting_evaluations`]: crate::language::Words::noting_evaluations

use std::ops::Range;

use crate::registry::Stage;
use crate::value::AddressPurpose;

/// Words of a statement that HAProxy evaluates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// What they are.
    pub kind: EvaluationKind,
    /// The indices of the words, counted from 0.
    pub words: Range<usize>,
    /// The bytes in their only word, as the model reads it; `None` where it is all of them.
    pub range: Option<Range<usize>>,
    /// When they are evaluated.
    pub stage: Stage,
}

/// What is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EvaluationKind {
    /// A sample expression.
    Expression,
    /// A criterion of an ACL with its flags and patterns.
    Acl,
    /// `if` or `unless` and ACLs.
    Condition,
    /// Text with values in it.
    Format,
    /// A regular expression.
    Regex,
    /// The name of a variable.
    Variable,
    /// The name of a file that is read at start.
    File(FileKind),
    /// An address, unless it is one that is taken everywhere.
    Address(AddressPurpose),
}

/// What a file holds that HAProxy reads at start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// A certificate with its key and chain, or a directory of them.
    Certificate,
    /// A private key.
    Key,
    /// A list of certificates, as [`crate::crt_list`] reads it.
    CertificateList,
    /// Certificates of authorities, or a directory of them.
    Authorities,
    /// The certificate of an authority with its key.
    Authority,
    /// Lists of revoked certificates.
    Revocations,
    /// An answer of OCSP, in DER.
    Ocsp,
    /// The certificate of an issuer.
    Issuer,
    /// Timestamps of Certificate Transparency.
    Timestamps,
    /// Keys of session tickets, a line each.
    TicketKeys,
    /// Parameters of Diffie-Hellman.
    DhParameters,
    /// A whole answer of HTTP.
    Answer,
    /// The body of an answer.
    Content,
    /// The body of an answer, as a log format.
    Format,
    /// A program in Lua.
    Lua,
    /// The configuration of SPOE, as [`crate::spoe`] reads it.
    Spoe,
    /// Names of headers, as HAProxy is to write them.
    HeaderNames,
}
