use crate::Schema;
use crate::field::{
    Declared, IntegerKind, Kind as _, OptionalKind, integer, objects, optional, positive, some,
};
use crate::schema::Interface;
use crate::value::Integer;

/// The seconds of every timeout of an HTTP service that says nothing else.
const DEFAULT_SECONDS: u16 = 60;

objects! {
    /// How long is waited for servers, in seconds. Only TCP services may leave a timeout open.
    #[derive(Eq)]
    pub struct Timeout(schema) {
        /// For a server to answer.
        server: Option<Integer> = seconds(schema);
        /// For a connection to a server.
        connect: Option<Integer> = seconds(schema);
        /// For a place at a server that has reached its limit.
        queue: Option<Integer> = seconds(schema);
    }
}

/// A timeout as either interface has it.
fn seconds(schema: Schema) -> Declared<OptionalKind<IntegerKind>> {
    let is_positive = matches!(schema, Schema::RouteV2 | Schema::TcpV1);
    let kind = if is_positive { positive() } else { integer() };
    if schema.interface() == Interface::Tcp {
        optional(kind).required()
    } else {
        some(kind).or(Some(DEFAULT_SECONDS.into()))
    }
}

/// The timeouts of an HTTP service that sets none.
impl Default for Timeout {
    fn default() -> Self {
        let seconds = Some(DEFAULT_SECONDS.into());
        Self {
            server: seconds.clone(),
            connect: seconds.clone(),
            queue: seconds,
        }
    }
}
