//! HAProxy's command line interface without input and output: bytes to send, bytes received, answers.
//!
//! A [`Session`] is one connection. It is given requests and what was read, and it tells what to write
//! and which answers are whole. Any program that can read and write bytes can drive it.

mod label;
mod marker;
mod payload;
mod process;
mod reply;
mod request;
mod session;
mod specification;

pub use label::Severity;
pub use payload::Payload;
pub use process::Process;
pub use reply::{DecodeError, Refusal, RefusalKind, Reply};
pub use request::{EncodeError, Request};
pub use session::{Event, ProtocolError, Session};
pub use specification::{Ending, Level, Mode, Specification};
