//! Servers with what they have from `default-server` lines.

use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::server::{
    AgentParameter, CheckParameter, NetworkParameter, ServerParameter, ServerTlsParameter,
    ServerVerify,
};
use haproxy_model::value::{Address, AddressPort};

use super::context::{Context, Place};
use super::view::Proxy;

/// A server, or servers of a template.
pub(super) struct ServerView<'a> {
    pub(super) place: Place,
    /// `None` of those of a template.
    pub(super) name: Option<&'a str>,
    pub(super) address: &'a Address,
    pub(super) state: ServerState<'a>,
}

/// What the parameters of a server and those that it starts from come to.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each true or not"
)]
pub(super) struct ServerState<'a> {
    /// It speaks TLS, or may do so later because its `default-server` does.
    pub(super) tls: bool,
    /// Its checks speak TLS.
    pub(super) check_tls: bool,
    pub(super) verify: Verify,
    /// It names who signed certificates.
    pub(super) authority: bool,
    pub(super) check: bool,
    /// Its checks have a port of their own.
    pub(super) check_port: bool,
    /// Its checks go to an address of their own.
    pub(super) check_address: bool,
    pub(super) agent: bool,
    pub(super) agent_port: bool,
    pub(super) fast_open: bool,
    pub(super) track: Option<&'a str>,
    /// Some parameter is not known, which may mean anything.
    pub(super) is_uncertain: bool,
}

/// Whether certificates are verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Verify {
    /// As `ssl-server-verify` says.
    #[default]
    Usual,
    None,
    Required,
    /// The environment decides.
    Unknown,
}

/// Goes through the servers of a proxy.
pub(super) struct States;

impl States {
    /// The servers of a proxy, in order.
    pub(super) fn of<'a>(
        context: &Context<'a>,
        proxy: &Proxy<'a>,
    ) -> impl Iterator<Item = ServerView<'a>> + use<'a> {
        let mut defaults = ServerState::default();
        if proxy.is_backend() && proxy.settings.default_server {
            let chain: Vec<Proxy<'a>> = context.chain(proxy).skip(1).collect();
            for member in chain.iter().rev() {
                for (_, statement) in member.statements() {
                    if let Some(EndpointKeyword::DefaultServer(server)) = statement.group() {
                        defaults.take(&server.parameters);
                    }
                }
            }
        }
        proxy.statements().filter_map(move |(place, statement)| {
            let endpoint: &'a EndpointKeyword = statement.group()?;
            let (name, address) = match endpoint {
                EndpointKeyword::Server(server) => (Some(server.name.as_str()), &server.address),
                EndpointKeyword::ServerTemplate(template) => (None, &template.address),
                EndpointKeyword::DefaultServer(server) => {
                    defaults.take(&server.parameters);
                    return None;
                }
                _ => return None,
            };
            let mut state = defaults;
            state.take(endpoint.server_parameters()?);
            // A server keeps what TLS needs, so that it can be turned on while it runs.
            state.tls |= defaults.tls;
            Some(ServerView {
                place,
                name,
                address,
                state,
            })
        })
    }
}

impl<'a> ServerState<'a> {
    /// Takes these parameters into account.
    pub(super) fn take(&mut self, parameters: &'a [ServerParameter]) {
        for parameter in parameters {
            match parameter {
                ServerParameter::Tls(parameter) => self.take_tls(parameter),
                ServerParameter::Check(parameter) => self.take_check(parameter),
                ServerParameter::Agent(parameter) => match parameter {
                    AgentParameter::Check => self.agent = true,
                    AgentParameter::NoCheck => self.agent = false,
                    AgentParameter::Port(_) => self.agent_port = true,
                    _ => {}
                },
                ServerParameter::Network(parameter) => match parameter {
                    NetworkParameter::TcpFastOpen => self.fast_open = true,
                    NetworkParameter::NoTcpFastOpen => self.fast_open = false,
                    _ => {}
                },
                ServerParameter::Unknown(_) => self.is_uncertain = true,
                _ => {}
            }
        }
    }

    fn take_tls(&mut self, parameter: &ServerTlsParameter) {
        match parameter {
            ServerTlsParameter::Ssl => self.tls = true,
            ServerTlsParameter::NoSsl => self.tls = false,
            ServerTlsParameter::CaFile(_) => self.authority = true,
            ServerTlsParameter::Verify(verify) => {
                self.verify = match verify.value() {
                    Some(ServerVerify::None) => Verify::None,
                    Some(ServerVerify::Required) => Verify::Required,
                    _ => Verify::Unknown,
                }
            }
            _ => {}
        }
    }

    fn take_check(&mut self, parameter: &'a CheckParameter) {
        match parameter {
            CheckParameter::Check => self.check = true,
            CheckParameter::NoCheck => self.check = false,
            CheckParameter::Ssl => self.check_tls = true,
            CheckParameter::NoSsl => self.check_tls = false,
            // A health check of its own brings steps, and with them perhaps a port.
            CheckParameter::Port(_) | CheckParameter::Healthcheck(_) => self.check_port = true,
            CheckParameter::Address(address) => {
                self.check_address = true;
                self.check_port |= has_port(address);
            }
            CheckParameter::Track(server) => self.track = Some(server.as_str()),
            _ => {}
        }
    }
}

/// Whether an address has a port, or may have one.
pub(super) fn has_port(address: &Address) -> bool {
    match address.port() {
        AddressPort::Missing | AddressPort::Offset(_) => false,
        AddressPort::Single(port) => port > 0,
        AddressPort::Range(..) | AddressPort::Reference(_) => true,
    }
}
