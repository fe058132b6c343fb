//! Ports that HTTP, gRPC and TCP cannot share.

use super::{Collection, Refusal, Refused};

/// The ports on which HTTP is served, where there is an HTTP service.
const WEB_PORTS: [u16; 2] = [80, 443];

/// Refuses what stands in the way of HTTP, and gRPC and TCP services on one port.
pub(super) fn conflicts(collection: &Collection) -> Refused {
    let mut refused = Refused::new();
    let mut services = collection.services.iter();
    let web_ports: &[u16] = if services.any(|service| service.data.external_grpc_port.is_none()) {
        &WEB_PORTS
    } else {
        &[]
    };
    for (port, service) in collection.grpc_services() {
        if web_ports.contains(&port) {
            let reasons = refused.entry(service.relation_id).or_default();
            reasons.push(Refusal::WebPort { port });
        }
    }
    for listener in &collection.tcp_listeners {
        for port in web_ports
            .iter()
            .copied()
            .filter(|port| listener.ports.contains(*port))
        {
            for id in &listener.relation_ids {
                let reasons = refused.entry(*id).or_default();
                reasons.push(Refusal::WebPort { port });
            }
        }
        for (port, grpc) in collection.grpc_services() {
            if !listener.ports.contains(port) {
                continue;
            }
            let others = listener.relation_ids.clone();
            let reasons = refused.entry(grpc.relation_id).or_default();
            reasons.push(Refusal::GrpcAndTcp { port, others });
            for id in &listener.relation_ids {
                let others = vec![grpc.relation_id];
                let reasons = refused.entry(*id).or_default();
                reasons.push(Refusal::GrpcAndTcp { port, others });
            }
        }
    }
    refused
}
