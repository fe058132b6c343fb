use crate::Schema;
use crate::field::{Kind as _, enumeration, integer, objects, optional};
use crate::schema::Interface;
use crate::value::{Integer, RateLimitPolicy};

objects! {
    /// A limit to what one client may ask for.
    #[derive(Eq)]
    pub struct RateLimit(schema) {
        /// How much a client may do in a minute: requests over HTTP, connections over TCP.
        connections_per_minute: Integer = integer().required();
        /// What happens beyond that.
        policy: RateLimitPolicy = {
            let is_tcp = schema.interface() == Interface::Tcp;
            enumeration()
                .without_if(RateLimitPolicy::Deny, is_tcp)
                .or(default_policy(schema))
        };
    }

    /// Limits to the bytes that go through the proxy.
    #[derive(Default, Eq)]
    pub struct BandwidthLimit(schema) {
        /// Bytes per second from clients to servers.
        upload: Option<Integer> = optional(integer()).or(None);
        /// Bytes per second from servers to clients.
        download: Option<Integer> = optional(integer()).or(None);
    }
}

/// What happens beyond a limit where nothing is said about it.
pub(crate) fn default_policy(schema: Schema) -> RateLimitPolicy {
    if schema.interface() == Interface::Tcp {
        RateLimitPolicy::Reject
    } else {
        RateLimitPolicy::Deny
    }
}
