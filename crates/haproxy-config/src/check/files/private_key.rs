use x509_parser::asn1_rs::{Any, FromDer};
use x509_parser::pem::Pem;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

/// What a private key says of the public key that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PrivateKey {
    /// The modulus, without leading zeros.
    Rsa(Vec<u8>),
    /// The point.
    Ec(Vec<u8>),
    /// It says nothing, or cannot be read without a passphrase.
    Unknown,
}

impl PrivateKey {
    /// The private key of a block of PEM; `None` where it holds something else.
    pub(super) fn of(pem: &Pem) -> Option<Self> {
        let label = pem.label.as_str();
        if !label.ends_with("PRIVATE KEY") {
            return None;
        }
        let is_encrypted = pem.label.starts_with("ENCRYPTED");
        let key = match label {
            _ if is_encrypted => None,
            "PRIVATE KEY" => pkcs8(&pem.contents),
            "RSA PRIVATE KEY" => pkcs1(&pem.contents),
            "EC PRIVATE KEY" => sec1(&pem.contents),
            _ => None,
        };
        Some(key.unwrap_or(Self::Unknown))
    }

    /// Whether it is certain that the public key is another one's.
    pub(super) fn differs_from(&self, public: &SubjectPublicKeyInfo<'_>) -> bool {
        match (self, public.parsed()) {
            (Self::Rsa(own), Ok(PublicKey::RSA(public))) => own != without_zeros(public.modulus),
            (Self::Ec(own), Ok(PublicKey::EC(public))) => own != public.data(),
            (Self::Rsa(_), Ok(PublicKey::EC(_))) | (Self::Ec(_), Ok(PublicKey::RSA(_))) => true,
            _ => false,
        }
    }
}

/// What a sequence holds, in order.
fn members(der: &[u8]) -> Vec<Any<'_>> {
    let Ok((_, sequence)) = Any::from_der(der) else {
        return Vec::new();
    };
    let mut members = Vec::new();
    let mut rest = sequence.data;
    while let Ok((behind, member)) = Any::from_der(rest) {
        members.push(member);
        rest = behind;
    }
    members
}

/// The version, the algorithm, the key in a form of its own.
fn pkcs8(der: &[u8]) -> Option<PrivateKey> {
    let members = members(der);
    let key = members.get(2)?.data;
    pkcs1(key).or_else(|| sec1(key))
}

/// The version, the modulus, and seven numbers more.
fn pkcs1(der: &[u8]) -> Option<PrivateKey> {
    let members = members(der);
    let modulus = members.get(1).filter(|_| members.len() >= 9)?;
    Some(PrivateKey::Rsa(without_zeros(modulus.data).to_vec()))
}

/// The version, the key, and by their tags the curve and the point.
fn sec1(der: &[u8]) -> Option<PrivateKey> {
    let members = members(der);
    let point = members.iter().skip(2).find(|member| member.tag().0 == 1)?;
    let (_, bits) = Any::from_der(point.data).ok()?;
    // The first byte counts the bits that do not count.
    Some(PrivateKey::Ec(bits.data.get(1..)?.to_vec()))
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}
