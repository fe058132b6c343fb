use super::BindParameter;
use crate::language::Directive;
use crate::value::AddressList;

/// Addresses that log messages are received on as datagrams.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct DatagramBind {
    /// The addresses, with their ports.
    #[arg(address = "datagram-bind")]
    pub addresses: AddressList,
    /// The parameters of all of them; those that make no sense for datagrams do not count.
    pub parameters: Vec<BindParameter>,
}
