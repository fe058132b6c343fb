use num_bigint::BigInt;
use serde_json::{Value, json};

use super::{Kind, Reader, Visitor};
use crate::error::ErrorKind;
use crate::json::Json;
use crate::value::Address;

/// The address of a host.
pub(crate) struct AddressKind;

/// Takes an IPv4 or IPv6 address as text, or the number that it is.
pub(crate) const fn address() -> AddressKind {
    AddressKind
}

impl Kind for AddressKind {
    type Value = Address;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<Address> {
        let address = match json {
            Json::String(text) => text.parse().ok(),
            Json::Integer(number) => {
                let number = u128::try_from(BigInt::from(number.clone())).ok();
                number.map(Address::from)
            }
            Json::Bool(number) => Some(Address::from(u128::from(*number))),
            _ => None,
        };
        match address {
            Some(address) => Some(address),
            None => reader.fail(ErrorKind::IpAnyAddress),
        }
    }

    fn write(&self, value: &Address) -> Json {
        Json::String(value.to_string())
    }

    fn visit(&self, value: &Address, visitor: &mut dyn Visitor) {
        visitor.address(value);
    }

    fn json_schema(&self) -> Value {
        json!({
            "type": "string",
            "anyOf": [{ "format": "ipv4" }, { "format": "ipv6" }],
        })
    }
}
