//! The steps of health checks.

mod bytes;
mod connect;
mod expect;
mod http;
mod negation;
mod pattern;
mod tcp;

pub use bytes::HexBytes;
pub use connect::ConnectParameter;
pub use expect::{
    ErrorStatus, ExpectOption, HttpExpectation, OkStatus, TcpExpectation, TimeoutStatus,
};
pub use http::{HttpCheckRule, SendParameter};
pub use negation::{Expected, Negation};
pub use pattern::{HeaderName, HeaderPattern, HeaderValue, HttpPattern, TcpPattern};
pub use tcp::TcpCheckRule;
