use crate::Schema;
use crate::error::ErrorKind;
use crate::field::{Kind as _, Reader, boolean, clean, enumeration, objects, optional};
use crate::schema::Interface;
use crate::value::LoadBalancingAlgorithm;

objects! {
    /// How the servers share the work.
    #[derive(Default, Eq)]
    pub struct LoadBalancing(schema) {
        /// How a server is chosen.
        algorithm: LoadBalancingAlgorithm = {
            let is_tcp = schema.interface() == Interface::Tcp;
            let kind = enumeration().without_if(LoadBalancingAlgorithm::Cookie, is_tcp);
            if is_tcp {
                kind.required()
            } else {
                kind.or(LoadBalancingAlgorithm::Leastconn)
            }
        };
        /// The name of the cookie that chooses the server, for the algorithm `cookie` only.
        cookie: Option<String> = optional(clean())
            .or(None)
            .only_if(schema.interface() == Interface::Route);
        /// Whether most clients keep their server when one comes or goes; for the algorithms `source`
        /// and `cookie` only.
        consistent_hashing: bool = boolean().or(false).only_if(schema != Schema::RouteV0);
    }
    finish check_algorithm;
}

fn check_algorithm(value: LoadBalancing, reader: &mut Reader) -> LoadBalancing {
    use LoadBalancingAlgorithm::{Cookie, Source};
    let is_cookie = value.algorithm == Cookie;
    if value.cookie.is_some() && !is_cookie && reader.schema() != Schema::RouteV0 {
        reader.note(ErrorKind::value_error(
            "a cookie may be given only with the algorithm 'cookie'",
        ));
    }
    if value.consistent_hashing && !matches!(value.algorithm, Cookie | Source) {
        let algorithms = if reader.schema().interface() == Interface::Tcp {
            "the algorithm 'source'"
        } else {
            "the algorithms 'cookie' and 'source'"
        };
        reader.note(ErrorKind::value_error(format!(
            "consistent hashing works only with {algorithms}"
        )));
    }
    value
}

/// Holds the load balancing of an HTTP service to the rule that a cookie has a name.
pub(super) fn check_cookie(value: &LoadBalancing, reader: &mut Reader) {
    let is_named = value.cookie.as_ref().is_some_and(|name| !name.is_empty());
    if value.algorithm == LoadBalancingAlgorithm::Cookie && !is_named {
        reader.note(ErrorKind::value_error(
            "the algorithm 'cookie' needs the name of a cookie",
        ));
    }
}
