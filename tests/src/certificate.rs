//! Certificates that real HAProxy takes.

use rcgen::{CertifiedKey, generate_simple_self_signed};

/// A certificate of its own signature for `www.example.com`, with its key.
///
/// # Panics
/// Never: the name is one.
pub fn pem() -> String {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["www.example.com".to_owned()]).expect("the name is one");
    format!("{}{}", cert.pem(), signing_key.serialize_pem())
}
