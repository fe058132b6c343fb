use std::fmt::{self, Display, Formatter};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// The address of a server or client; one of IPv6 may name its zone, such as `fe80::1%eth0`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    ip: IpAddr,
    zone: Option<String>,
}

/// A text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an IPv4 or IPv6 address; networks and host names are none")]
pub struct AddressError;

impl Address {
    /// The address without its zone.
    pub const fn ip(&self) -> IpAddr {
        self.ip
    }

    /// The zone of an IPv6 address, which says on what interface it is reached.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }
}

impl From<IpAddr> for Address {
    fn from(ip: IpAddr) -> Self {
        Self { ip, zone: None }
    }
}

/// The address that stands for a number, IPv6 from 2³² on.
impl From<u128> for Address {
    fn from(number: u128) -> Self {
        match u32::try_from(number) {
            Ok(number) => IpAddr::from(Ipv4Addr::from(number)),
            Err(_) => IpAddr::from(Ipv6Addr::from(number)),
        }
        .into()
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        if text.contains('/') {
            return Err(AddressError);
        }
        let Some((ip, zone)) = text.split_once('%') else {
            return text.parse().map(IpAddr::into).map_err(|_| AddressError);
        };
        if zone.is_empty() || zone.contains('%') {
            return Err(AddressError);
        }
        let ip: Ipv6Addr = ip.parse().map_err(|_| AddressError)?;
        Ok(Self {
            ip: ip.into(),
            zone: Some(zone.to_owned()),
        })
    }
}

/// Prints IPv6 compressed, in lower case, and without dots, as Python up to 3.12 does.
impl Display for Address {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self.ip {
            IpAddr::V6(ip) if ip.to_ipv4_mapped().is_some() => {
                let [.., high, low] = ip.segments();
                write!(formatter, "::ffff:{high:x}:{low:x}")?;
            }
            ip => write!(formatter, "{ip}")?,
        }
        match &self.zone {
            Some(zone) => write!(formatter, "%{zone}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_canonical() {
        for (text, canonical) in [
            ("10.0.0.1", "10.0.0.1"),
            ("FE80:0:0:0::1", "fe80::1"),
            ("::ffff:1.2.3.4", "::ffff:102:304"),
            ("::1.2.3.4", "::102:304"),
            ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
            ("fe80::1%eth0", "fe80::1%eth0"),
            ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), canonical);
        }
        for text in [
            "01.2.3.4",
            "10.0.0.0/8",
            "1.2.3.4%x",
            "::1%",
            "::1%a%b",
            " ::1",
            "host",
            "",
        ] {
            assert_eq!(text.parse::<Address>(), Err(AddressError), "{text}");
        }
    }
}
