use super::{BandwidthLimit, LoadBalancing, RateLimit, Retry, TcpCheck, Timeout};
use crate::Schema;
use crate::error::ErrorKind;
use crate::field::{
    Kind as _, Reader, address, boolean, clean, clean_domain, free, integer, list, object, objects,
    optional, port, some,
};
use crate::value::{Address, Integer, PortMapping, PortRange};

/// The greatest port of a server that the schemas take.
const MOST_BACKEND_PORT: u16 = 65525;

objects! {
    /// What an application says that asks for a TCP route.
    #[derive(Default, Eq)]
    pub struct TcpRequirerApplicationData(schema) {
        /// The port of the proxy; from version 1 on, either this or a mapping is given.
        port: Option<u16> = if schema == Schema::TcpV0 {
            some(port(u16::MAX)).required()
        } else {
            optional(port(u16::MAX)).or(None)
        };
        /// The port of each server; that of the proxy where none is given.
        backend_port: Option<u16> = optional(port(MOST_BACKEND_PORT)).or(None);
        /// Ports of the proxy and those of each server, such as `8080:80` or `5000-5009:6000-6009`.
        port_mapping: Option<String> = optional(free())
            .or(None)
            .only_if(schema == Schema::TcpV1);
        /// The server name by which TLS clients ask for the service.
        sni: Option<String> =
            optional(if schema == Schema::TcpV0 { clean() } else { clean_domain() }).or(None);
        /// The addresses of the servers, where they are not those of the units.
        hosts: Vec<Address> = list(address()).or(Vec::new());
        /// How the servers are checked.
        check: Option<TcpCheck> = optional(object(schema)).or(None);
        /// How the servers share the work.
        load_balancing: Option<LoadBalancing> = optional(object(schema)).or(None);
        /// A limit to the connections of each client.
        rate_limit: Option<RateLimit> = optional(object(schema)).or(None);
        /// Limits to the bytes of each connection.
        bandwidth_limit: Option<BandwidthLimit> = optional(object(schema)).or(None);
        /// What happens to connections that find no working server.
        retry: Option<Retry> = optional(object(schema)).or(None);
        /// How long is waited for servers.
        timeout: Option<Timeout> = optional(object(schema)).or(None);
        /// The most connections that each server takes at a time.
        server_maxconn: Option<Integer> = optional(integer()).or(None);
        /// The addresses of clients that are refused.
        ip_deny_list: Vec<Address> = list(address()).or(Vec::new());
        /// Whether clients must speak TLS.
        enforce_tls: bool = boolean().or(true);
        /// Whether TLS ends at the proxy.
        tls_terminate: bool = boolean().or(true);
        /// Whether servers are told the client's address by the PROXY protocol.
        proxy_protocol: bool = boolean().or(false).only_if(schema == Schema::TcpV1);
    }
    finish check_ports;
}

impl TcpRequirerApplicationData {
    /// A service on a port of the proxy, everything else as it is where nothing is said.
    pub fn new(port: u16) -> Self {
        Self {
            port: Some(port),
            backend_port: Some(port).filter(|port| *port <= MOST_BACKEND_PORT),
            enforce_tls: true,
            tls_terminate: true,
            ..Self::default()
        }
    }

    /// The ports of the proxy and those of each server; none where the data has no valid ports.
    pub fn mapping(&self) -> Option<PortMapping> {
        match (&self.port_mapping, self.port) {
            (Some(mapping), _) => mapping.parse().ok(),
            (None, Some(port)) => {
                let backend = self.backend_port.unwrap_or(port);
                Some(PortMapping::single(port, backend))
            }
            (None, None) => None,
        }
    }

    /// The ports of the proxy.
    pub fn port_range(&self) -> Option<PortRange> {
        self.mapping().map(PortMapping::frontend)
    }

    /// The ports of each server.
    pub fn backend_port_range(&self) -> Option<PortRange> {
        self.mapping().map(PortMapping::backend)
    }

    /// Whether the service has more than one port.
    pub fn is_port_range(&self) -> bool {
        self.port_range()
            .is_some_and(|range| range.port_count() > 1)
    }
}

fn check_ports(
    mut value: TcpRequirerApplicationData,
    reader: &mut Reader,
) -> TcpRequirerApplicationData {
    if value.sni.is_some() && !value.enforce_tls {
        reader.note(ErrorKind::value_error(
            "sni needs enforce_tls: without TLS there is no server name",
        ));
    }
    match (&value.port_mapping, value.port, value.backend_port) {
        (Some(_), Some(_), _) => reader.note(ErrorKind::value_error(
            "port and port_mapping exclude each other",
        )),
        (Some(_), None, Some(_)) => reader.note(ErrorKind::value_error(
            "backend_port and port_mapping exclude each other",
        )),
        (None, None, _) => reader.note(ErrorKind::value_error(
            "either port or port_mapping must be given",
        )),
        _ => {}
    }
    if let Some(Err(error)) = value
        .port_mapping
        .as_ref()
        .map(|mapping| mapping.parse::<PortMapping>())
    {
        reader.note(ErrorKind::value_error(format!("port_mapping: {error}")));
    }
    if value.port_mapping.is_none() {
        // A greater port could be dumped, but no provider would take it back.
        let port = value.port.filter(|port| *port <= MOST_BACKEND_PORT);
        value.backend_port = value.backend_port.or(port);
    }
    value
}
