//! Relation data: what `haproxy_kit.route` reads, writes, collects and renders.

mod builder;
mod charm;
mod collection;
mod data;
mod fault;
mod json;
mod options;
mod ports;
mod reverseproxy;

pub(crate) use charm::{
    reverseproxy_certificate, reverseproxy_forward_for, reverseproxy_options,
    reverseproxy_password, reverseproxy_pem, reverseproxy_reply, reverseproxy_self_signed,
};
pub(crate) use collection::{route_collect, route_relations, route_render};
pub(crate) use data::{
    route_convert, route_detect, route_dump, route_fill, route_is_domain, route_load, route_schema,
    route_to_dict,
};
pub(crate) use ports::{PortMapping, PortRange};
pub(crate) use reverseproxy::{
    Services, reverseproxy_again, reverseproxy_gather, reverseproxy_migrate,
    reverseproxy_monitoring, reverseproxy_relations, reverseproxy_statsd, reverseproxy_website,
};
