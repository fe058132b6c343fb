//! Certificates that real HAProxy takes.

use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, CertifiedKey, IsCa,
    Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose, RevokedCertParams, SerialNumber, date_time_ymd,
    generate_simple_self_signed,
};

/// A certificate of its own signature for `www.example.com`, with its key.
///
/// # Panics
/// Never: the name is one.
pub fn pem() -> String {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["www.example.com".to_owned()]).expect("the name is one");
    format!("{}{}", cert.pem(), signing_key.serialize_pem())
}

/// A list that revokes the certificates of these numbers.
///
/// # Panics
/// Never: nothing in it is refused.
pub fn revocations(serials: &[u64]) -> String {
    let mut params = CertificateParams::new([]).expect("there are no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::CrlSign];
    let issuer = Issuer::new(params, KeyPair::generate().expect("there is randomness"));
    let revoked = serials.iter().map(|serial| RevokedCertParams {
        serial_number: SerialNumber::from(*serial),
        revocation_time: date_time_ymd(2026, 1, 1),
        reason_code: None,
        invalidity_date: None,
    });
    let list = CertificateRevocationListParams {
        this_update: date_time_ymd(2026, 1, 2),
        next_update: date_time_ymd(2126, 1, 2),
        crl_number: SerialNumber::from(1_u64),
        issuing_distribution_point: None,
        revoked_certs: revoked.collect(),
        key_identifier_method: KeyIdMethod::Sha256,
    };
    let list = list.signed_by(&issuer).expect("the issuer may sign lists");
    list.pem().expect("it is signed")
}
