use std::collections::HashMap;

use haproxy_model::bind::{Bind, BindParameter, SocketParameter};
use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::text::has_reference;
use haproxy_model::value::{Address, Family as AddressFamily};

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ADDRESS_CLASH,
    name: "address-clash",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "Two lines accept connections on the same address and port.",
    explanation: "\
HAProxy lets several sockets share an address, so nothing complains, and the system gives each new \
connection to any of them: some clients reach one proxy, some the other. Give one of them another \
address or port.",
    examples: &[Example::accepted(
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s

frontend api
    bind 127.0.0.1:8080
    timeout client 30s
",
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s

frontend api
    bind 127.0.0.1:8081
    timeout client 30s
",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, Place> = HashMap::new();
    for proxy in context.proxies().filter(Proxy::is_frontend) {
        for (place, statement) in proxy.statements() {
            let Some(EndpointKeyword::Bind(bind)) = statement.group() else {
                continue;
            };
            if is_apart(bind) || has_reference(bind.addresses.as_str()) {
                continue;
            }
            for address in bind.addresses.addresses().filter(is_exclusive) {
                let text = address.as_str().trim_start_matches('*').to_owned();
                match first.get(&text) {
                    Some(other) => found.push(clash(context, place, *other, &address)),
                    None => {
                        first.insert(text, place);
                    }
                }
            }
        }
    }
}

fn clash(context: &Context<'_>, place: Place, other: Place, address: &Address) -> Diagnostic {
    let text = address.as_str();
    let message = format!("'{text}' accepts connections already: each goes to any of both");
    let (file, span) = context.whole(other);
    RULE.at(context.find(place, text), message)
        .with_help("give one of them another address or port")
        .with_related(file, span, "here, too")
}

/// Whether it is on an interface or in a namespace of its own.
fn is_apart(bind: &Bind) -> bool {
    bind.parameters.iter().any(|parameter| {
        matches!(
            parameter,
            BindParameter::Socket(SocketParameter::Interface(_) | SocketParameter::Namespace(_))
        )
    })
}

/// Whether the address is one of the network.
fn is_exclusive(address: &Address) -> bool {
    matches!(
        address.family(),
        AddressFamily::Ip | AddressFamily::V4 | AddressFamily::V6
    )
}
