use super::SampleType;
use crate::version::Version;

impl SampleType {
    /// Whether this version can turn a sample of this type into one of the other.
    pub fn casts_to(self, other: Self, version: Version) -> bool {
        use SampleType as T;
        // From 3.0 on an address that may be of IPv6 is no number any more.
        let address_is_number = version < Version::new(3, 0);
        match (self, other) {
            (T::Any | T::Same | T::Text, _) | (_, T::Any | T::Same | T::Text | T::Binary) => true,
            (T::Method | T::Binary, _) => self == other,
            (T::Boolean, _) => matches!(other, T::Boolean | T::SignedInteger),
            (T::SignedInteger, _) => !matches!(other, T::Method),
            (T::Address, T::SignedInteger) => address_is_number,
            (T::Address | T::Ipv4 | T::Ipv6, _) => {
                matches!(other, T::Address | T::Ipv4 | T::Ipv6)
                    || (self == T::Ipv4 && other == T::SignedInteger)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_no_number() {
        let new = Version::new(3, 2);
        let old = Version::new(2, 6);
        assert!(SampleType::Text.casts_to(SampleType::SignedInteger, new));
        assert!(!SampleType::Binary.casts_to(SampleType::SignedInteger, new));
        assert!(!SampleType::Ipv6.casts_to(SampleType::SignedInteger, old));
        assert!(SampleType::Address.casts_to(SampleType::SignedInteger, old));
        assert!(!SampleType::Address.casts_to(SampleType::SignedInteger, new));
    }
}
