//! What providers say.

use crate::Schema;
use crate::field::{Kind as _, http_url, list, objects, text_endpoint, url};

objects! {
    /// What the provider says to each requirer.
    #[derive(Default, Eq)]
    pub struct ProviderApplicationData(schema) {
        /// Where the service is reached: URLs, and `host:port` in version 1 of `haproxy-route-tcp`.
        endpoints: Vec<String> = list(match schema {
            Schema::TcpV0 => url(),
            Schema::TcpV1 => text_endpoint(),
            _ => http_url(),
        })
        .required();
    }
}
