//! The configuration of a stream processing offload engine, in a file of its own.
//!
//! Such a file has lines as HAProxy's own configuration does. A line with a name in brackets starts
//! a scope: a filter that names an engine uses the sections of the scope of that name.

mod agent;
mod argument;
mod file;
mod group;
mod message;

pub use agent::{SpoeAgent, SpoeAgentKeyword};
pub use argument::SpoeArgument;
pub use file::{SpoeFile, SpoeScope, SpoeSection};
pub use group::{SpoeGroup, SpoeGroupKeyword};
pub use message::{SpoeEvent, SpoeEventName, SpoeMessage, SpoeMessageKeyword};
