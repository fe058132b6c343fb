//! What requirers say: one set of types for every schema. A field that a schema does not have holds
//! what it means to leave it out.

mod check;
mod limit;
mod load_balancing;
mod retry;
mod rewrite;
mod route;
mod tcp;
mod timeout;
mod unit;

pub use check::{Check, TcpCheck};
pub use limit::{BandwidthLimit, RateLimit};
pub use load_balancing::LoadBalancing;
pub use retry::Retry;
pub use rewrite::Rewrite;
pub use route::RequirerApplicationData;
pub use tcp::TcpRequirerApplicationData;
pub use timeout::Timeout;
pub use unit::RequirerUnitData;
