//! Numbers of databags within the bounds that HAProxy has for them.

use crate::value::Integer;

/// The greatest number of most parameters.
const MOST: u64 = i32::MAX as u64;

/// The greatest number of seconds: HAProxy counts milliseconds in 31 bits.
const MOST_SECONDS: u64 = MOST / 1000;

/// A number from `least` on.
pub(super) fn number(name: &str, value: &Integer, least: u64) -> Result<String, String> {
    within(name, value, least, MOST)
}

/// A number of bytes.
pub(super) fn bytes(name: &str, value: &Integer) -> Result<String, String> {
    within(name, value, 0, u32::MAX.into())
}

/// A time in seconds.
pub(super) fn seconds(name: &str, value: &Integer) -> Result<String, String> {
    Ok(within(name, value, 1, MOST_SECONDS)? + "s")
}

/// A port.
pub(super) fn port(name: &str, value: &Integer) -> Result<String, String> {
    within(name, value, 1, u16::MAX.into())
}

fn within(name: &str, value: &Integer, least: u64, most: u64) -> Result<String, String> {
    match value.to_u64() {
        Some(number) if (least..=most).contains(&number) => Ok(number.to_string()),
        _ => Err(format!("{name} must be from {least} to {most}")),
    }
}
