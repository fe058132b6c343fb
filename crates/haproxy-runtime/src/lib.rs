//! The runtime API of a running HAProxy: typed commands and answers, and changes without a reload.
//!
//! A [`Command`] is data that encodes itself and decodes its answer; a client sends it:
//!
//! ```no_run
//! use haproxy_runtime::command::{SetServerWeight, ShowInfo};
//! use haproxy_runtime::{Address, Client, Weight};
//!
//! let mut client = Client::new(Address::unix("/run/haproxy/admin.sock"));
//! let info = client.call(&ShowInfo::new())?;
//! println!("{:?} {:?}", info.version(), info.uptime());
//! client.call(&SetServerWeight::new("app/s1".parse()?, Weight::Absolute(10)))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Client`] blocks and needs std only; with the feature `tokio`, `tokio::Client` is the same for
//! asynchronous programs. Both talk to the stats socket of a worker and, with [`Process`], to the master
//! CLI. An [`Operation`] is several commands that leave nothing half done: [`operation`] has those that
//! replace maps, install certificates, add and remove servers and reload a master. A
//! [`Plan`](plan::Plan) takes a process from one configuration to another without a reload, or tells why it
//! needs one.
//!
//! What goes wrong is an [`Error`] that one can ask: [`Error::is_not_found`],
//! [`Error::is_permission_denied`], [`Error::is_unknown_command`]. A connection that ends in the middle of
//! an answer is an error, never a short answer.
//!
//! # Limits
//!
//! * The developers' commands (`debug dev …`) have no types: [`command::Raw`] sends them.
//! * On HAProxy 2.6 an answer that comes through the master has no severity; it is classified by its text.
//! * Through the master, `wait` and `show events -w` need HAProxy 3.2.

pub mod client;
pub mod command;
pub mod operation;
pub mod plan;
pub mod protocol;

#[doc(inline)]
pub use client::{Address, Client, Error, Timeouts};
#[doc(inline)]
pub use command::{BackendName, Command, FrontendName, PatternKey, PatternSet, ServerPath, Weight};
#[doc(inline)]
pub use operation::Operation;
#[doc(inline)]
pub use protocol::Process;

#[cfg(feature = "tokio")]
pub use client::tokio;
