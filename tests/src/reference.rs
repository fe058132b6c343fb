//! What others say of HAProxy, where this machine has it.

use std::path::PathBuf;

/// The variable that names the reference's folder where it is not beside the checkout.
pub const VARIABLE: &str = "HAPROXY_KIT_REFERENCE";

/// The specification of the Data Plane API; `None`, with a printed note, where it is missing.
///
/// # Panics
/// Where it is not JSON.
pub fn data_plane_api() -> Option<serde_json::Value> {
    let folder = std::env::var_os(VARIABLE).map_or_else(
        || crate::workspace().join("../shared/reference"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read(folder.join("dataplane-openapi.json")) else {
        println!("no reference in {}: nothing to compare", folder.display());
        return None;
    };
    Some(serde_json::from_slice(&text).unwrap())
}
