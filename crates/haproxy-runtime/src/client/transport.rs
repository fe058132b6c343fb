use std::future::Future;
use std::io;
use std::time::{Duration, Instant};

use super::Address;

/// A connection that bytes go through. Its times are up at `until`, which [`io::ErrorKind::TimedOut`] says.
pub trait Transport: Sized + Send + Sync {
    /// Connects.
    fn open(
        address: &Address,
        until: Option<Instant>,
    ) -> impl Future<Output = io::Result<Self>> + Send;

    /// Writes all of these bytes.
    fn write(
        &mut self,
        bytes: &[u8],
        until: Option<Instant>,
    ) -> impl Future<Output = io::Result<()>> + Send;

    /// Reads some bytes; none where the other side has closed.
    fn read(
        &mut self,
        buffer: &mut [u8],
        until: Option<Instant>,
    ) -> impl Future<Output = io::Result<usize>> + Send;

    /// Whether the other side has neither closed nor sent anything.
    fn is_quiet(&mut self) -> bool;

    /// Waits.
    fn sleep(duration: Duration) -> impl Future<Output = ()> + Send;
}
