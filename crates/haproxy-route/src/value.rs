//! The values that databags hold beside text and lists.

mod address;
mod choice;
mod integer;
mod port;

pub use address::{Address, AddressError};
pub(crate) use choice::Choice;
pub use choice::{
    HealthCheckType, LoadBalancingAlgorithm, Protocol, RateLimitPolicy, RewriteMethod,
};
pub use integer::Integer;
pub use port::{PortError, PortMapping, PortRange};
