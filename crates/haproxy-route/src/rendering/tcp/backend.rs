use std::net::SocketAddr;

use super::{Service, application, check};
use crate::rendering::RenderingOptions;
use crate::rendering::host::MOST_PATTERNS;
use crate::rendering::lines::{Lines, TCP, check_words};
use crate::rendering::number::number;
use crate::rendering::peers::Table;
use crate::rendering::sections::SectionDraft;

/// Renders the backend of a TCP service.
///
/// # Errors
///
/// What in the data cannot stand in a configuration, in words.
pub(super) fn backend(
    service: &Service,
    name: &str,
    table: Option<&Table>,
    options: &RenderingOptions,
) -> Result<SectionDraft, String> {
    let data = &service.data;
    let mut lines = Lines::new(name, service.relation_id)?;
    lines.line(&["mode", "tcp"])?;
    deny_list(&mut lines, service)?;
    rate_limit(&mut lines, service, table, options)?;
    offset(&mut lines, service)?;
    if let Some(limit) = &data.bandwidth_limit {
        lines.bandwidth(limit, TCP, options.version)?;
    }
    if let Some(balancing) = &data.load_balancing {
        lines.balance(balancing)?;
    }
    if let Some(timeout) = &data.timeout {
        lines.timeout("server", timeout.server.as_ref())?;
        lines.timeout("connect", timeout.connect.as_ref())?;
        lines.timeout("queue", timeout.queue.as_ref())?;
    }
    lines.retry(data.retry.as_ref())?;
    if let Some(check) = &data.check {
        check::push(&mut lines, check)?;
    }
    servers(&mut lines, service)?;
    Ok(lines.finish())
}

fn deny_list(lines: &mut Lines, service: &Service) -> Result<(), String> {
    let addresses = service.data.ip_deny_list.iter();
    if addresses.clone().any(|address| address.zone().is_some()) {
        return Err("ip_deny_list: addresses with a zone cannot be told apart".to_owned());
    }
    let addresses: Vec<_> = addresses.map(|address| address.ip().to_string()).collect();
    for addresses in addresses.chunks(MOST_PATTERNS) {
        let mut words = vec!["tcp-request", "content", "reject", "if", "{", "src"];
        words.extend(addresses.iter().map(String::as_str));
        words.push("}");
        lines.line(&words)?;
    }
    Ok(())
}

fn rate_limit(
    lines: &mut Lines,
    service: &Service,
    table: Option<&Table>,
    options: &RenderingOptions,
) -> Result<(), String> {
    let (Some(limit), Some(table)) = (&service.data.rate_limit, table) else {
        return Ok(());
    };
    let most = number(
        "rate_limit.connections_per_minute",
        &limit.connections_per_minute,
        0,
    )?;
    let table = table.reference();
    let counter = options.free_counter();
    let rule = ["tcp-request", "content"];
    let track = format!("track-sc{counter}");
    lines.line(&[&rule[..], &[&track, "src", "table", &table]].concat())?;
    let rate = format!("sc_conn_rate({counter},{table})");
    let policy = limit.policy.as_str();
    lines.line(&[&rule[..], &[policy, "if", "{", &rate, "gt", &most, "}"]].concat())
}

/// Servers of a range have no port of their own: clients' ports are moved to theirs.
fn offset(lines: &mut Lines, service: &Service) -> Result<(), String> {
    let Some(mapping) = service
        .data
        .mapping()
        .filter(|_| service.data.is_port_range())
    else {
        return Ok(());
    };
    let offset = mapping.offset();
    let converter = if offset < 0 { "sub" } else { "add" };
    if offset == 0 {
        return Ok(());
    }
    let port = format!("dst_port,{converter}({})", offset.unsigned_abs());
    lines.line(&["tcp-request", "content", "set-dst-port", &port])
}

fn servers(lines: &mut Lines, service: &Service) -> Result<(), String> {
    let data = &service.data;
    let application = application(service)?;
    let Some(ports) = data.backend_port_range() else {
        return Err("the service has no ports".to_owned());
    };
    let check = data.check.as_ref();
    let check = check.map(|check| check_words(&check.interval, &check.rise, &check.fall));
    let check = check.transpose()?;
    let maxconn = match &data.server_maxconn {
        Some(maxconn) => Some(number("server_maxconn", maxconn, 0)?),
        None => None,
    };
    let check_port = ports.start().to_string();
    for (index, address) in service.addresses().into_iter().enumerate() {
        if address.zone().is_some() {
            return Err("addresses with a zone cannot be reached".to_owned());
        }
        let name = format!("{application}-{index}");
        let ip = address.ip();
        let address = if data.is_port_range() {
            ip.to_string()
        } else {
            SocketAddr::new(ip, ports.start()).to_string()
        };
        let mut words = vec!["server", &name, &address];
        words.extend(check.iter().flatten().map(String::as_str));
        if data.is_port_range() && check.is_some() {
            // Without a port of its own a server is checked on the first one of the range.
            words.extend(["port", &check_port]);
        }
        if let Some(maxconn) = &maxconn {
            words.extend(["maxconn", maxconn]);
        }
        if data.proxy_protocol {
            words.push("send-proxy-v2");
            if data.is_port_range() && check.is_some() {
                words.push("check-send-proxy");
            }
        }
        lines.line(&words)?;
    }
    Ok(())
}
