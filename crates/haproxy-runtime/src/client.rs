//! Clients: the blocking one and, with the feature `tokio`, the asynchronous one.

mod address;
pub mod blocking;
mod caller;
mod error;
mod stream;
mod timeouts;
#[cfg(feature = "tokio")]
pub mod tokio;
mod transport;

pub use address::{Address, AddressError};
pub use blocking::Client;
pub use caller::Caller;
pub use error::Error;
pub use stream::AnswerStream;
pub use timeouts::Timeouts;
pub use transport::Transport;
