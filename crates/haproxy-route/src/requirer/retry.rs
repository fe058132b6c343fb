use crate::Schema;
use crate::field::{Kind as _, boolean, integer, objects, some};
use crate::value::Integer;

objects! {
    /// What happens to requests that find no working server.
    #[derive(Eq)]
    pub struct Retry(schema) {
        /// How many times a connection is tried again.
        count: Integer = integer().required();
        /// Seconds between two tries. HAProxy has no such setting.
        interval: Option<Integer> = if schema == Schema::RouteV0 {
            some(integer()).required()
        } else {
            some(integer()).unknown(None)
        };
        /// Whether another server may be tried.
        redispatch: bool = boolean().or(false);
    }
}
