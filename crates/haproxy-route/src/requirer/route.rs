use super::load_balancing::check_cookie;
use super::{BandwidthLimit, Check, LoadBalancing, RateLimit, Retry, Rewrite, Timeout};
use crate::Schema;
use crate::field::{
    Kind as _, address, boolean, clean, domain, free, integer, list, literal, object, objects,
    optional, port, some,
};
use crate::value::{Address, Integer, Protocol};

objects! {
    /// What an application says that asks for an HTTP route.
    #[derive(Eq)]
    pub struct RequirerApplicationData(schema) {
        /// The name of the service, one of its own at each provider.
        service: String = clean().required();
        /// The ports on which each server listens.
        ports: Vec<Integer> = list(integer()).required();
        /// The beginnings of the paths that are routed to the service; all paths where none is given.
        paths: Vec<String> = list(clean()).or(Vec::new());
        /// The names below the provider's external host name, in version 0.
        subdomains: Vec<String> = list(clean())
            .or(Vec::new())
            .only_if(schema == Schema::RouteV0);
        /// The host name of the service; the provider's external host name where none is given.
        hostname: Option<String> = optional(if schema == Schema::RouteV2 { domain() } else { clean() })
            .or(None)
            .only_if(schema != Schema::RouteV0);
        /// Host names beside `hostname`.
        additional_hostnames: Vec<String> =
            list(if schema == Schema::RouteV2 { domain() } else { clean() })
                .or(Vec::new())
                .only_if(schema != Schema::RouteV0);
        /// What the servers speak.
        protocol: Protocol = literal()
            .or(Protocol::Http)
            .only_if(schema != Schema::RouteV0);
        /// The addresses of the servers, where they are not those of the units.
        hosts: Vec<Address> = list(address())
            .or(Vec::new())
            .only_if(schema != Schema::RouteV0);
        /// Changes to each request, in order.
        rewrites: Vec<Rewrite> = list(object(schema)).or(Vec::new());
        /// How the servers are checked.
        check: Option<Check> = if schema == Schema::RouteV0 {
            some(object(schema)).or(Some(Check::version_0()))
        } else {
            optional(object(schema)).or(None)
        };
        /// How the servers share the work.
        load_balancing: LoadBalancing = object(schema)
            .or(LoadBalancing::default())
            .rule(check_cookie);
        /// A limit to the requests of each client.
        rate_limit: Option<RateLimit> = optional(object(schema)).or(None);
        /// Limits to the bytes of each connection.
        bandwidth_limit: BandwidthLimit = object(schema).or(BandwidthLimit::default());
        /// What happens to requests that find no working server.
        retry: Option<Retry> = optional(object(schema)).or(None);
        /// The beginnings of paths that are not routed to the service.
        deny_paths: Vec<String> =
            list(if schema == Schema::RouteV0 { free() } else { clean() }).or(Vec::new());
        /// How long is waited for servers.
        timeout: Timeout = object(schema).or(Timeout::default());
        /// The most connections that each server takes at a time.
        server_maxconn: Option<Integer> = optional(integer()).or(None);
        /// Whether the connection to the server is closed after each answer.
        http_server_close: bool = boolean().or(false).only_if(schema != Schema::RouteV0);
        /// Whether requests without TLS are served rather than redirected.
        allow_http: bool = boolean().or(false).only_if(schema != Schema::RouteV0);
        /// The port of the proxy on which gRPC is taken for this service.
        external_grpc_port: Option<u16> = optional(port(u16::MAX))
            .or(None)
            .only_if(schema != Schema::RouteV0);
    }
}

impl RequirerApplicationData {
    /// A service on these ports, everything else as it is where nothing is said.
    pub fn new(service: impl Into<String>, ports: impl IntoIterator<Item = u16>) -> Self {
        Self {
            service: service.into(),
            ports: ports.into_iter().map(Integer::from).collect(),
            paths: Vec::new(),
            subdomains: Vec::new(),
            hostname: None,
            additional_hostnames: Vec::new(),
            protocol: Protocol::Http,
            hosts: Vec::new(),
            rewrites: Vec::new(),
            check: None,
            load_balancing: LoadBalancing::default(),
            rate_limit: None,
            bandwidth_limit: BandwidthLimit::default(),
            retry: None,
            deny_paths: Vec::new(),
            timeout: Timeout::default(),
            server_maxconn: None,
            http_server_close: false,
            allow_http: false,
            external_grpc_port: None,
        }
    }
}
