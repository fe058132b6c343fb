//! What a rendering takes besides relations: limits, logins, the service of policies.

use std::net::IpAddr;

use haproxy_route::{
    DdosLimits, Network, PolicyService, RateLimitPolicy, RenderingOptions, SpoeAuthentication,
    VariableScope,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::collection::address;

/// Takes the options that are records.
pub(super) fn take(options: &Bound<'_, PyDict>, result: &mut RenderingOptions) -> PyResult<()> {
    let find = |name: &str| -> PyResult<Option<Bound<'_, PyAny>>> {
        Ok(options.get_item(name)?.filter(|value| !value.is_none()))
    };
    if let Some(limits) = find("ddos_limits")? {
        result.ddos_limits = Some(ddos_limits(&limits)?);
    }
    if let Some(service) = find("policy")? {
        result.policy = Some(policy(&service)?);
    }
    if let Some(agents) = find("spoe_authentications")? {
        for agent in agents.try_iter()? {
            result.spoe_authentications.push(spoe(&agent?)?);
        }
    }
    Ok(())
}

macro_rules! fields {
    ($record:ident, $type:ident { $($field:ident),+ ; $($special:ident: $value:expr),* $(,)? }) => {
        $type {
            $($field: $record.getattr(stringify!($field))?.extract()?,)+
            $($special: $value,)*
        }
    };
}

fn ddos_limits(record: &Bound<'_, PyAny>) -> PyResult<DdosLimits> {
    let networks: Vec<String> = record.getattr("allowed")?.extract()?;
    let networks = networks.iter().map(|text| {
        text.parse::<Network>()
            .map_err(|_| PyValueError::new_err(format!("'{text}' is not a network")))
    });
    Ok(fields!(record, DdosLimits {
        connections_per_minute, concurrent_connections, errors_per_minute, requests_per_minute,
        deny_status, denied_paths, http_request_timeout, http_keep_alive_timeout, client_timeout;
        tcp_policy: rate_limit_policy(&record.getattr("tcp_policy")?)?,
        http_policy: rate_limit_policy(&record.getattr("http_policy")?)?,
        allowed: networks.collect::<PyResult<_>>()?,
    }))
}

fn rate_limit_policy(value: &Bound<'_, PyAny>) -> PyResult<Option<RateLimitPolicy>> {
    let Some(word) = value.extract::<Option<String>>()? else {
        return Ok(None);
    };
    let all = [
        RateLimitPolicy::Deny,
        RateLimitPolicy::Reject,
        RateLimitPolicy::SilentDrop,
    ];
    let found = all.into_iter().find(|policy| policy.as_str() == word);
    let wrong = || {
        let message = format!("expected deny, reject or silent-drop, found '{word}'");
        PyValueError::new_err(message)
    };
    found.map(Some).ok_or_else(wrong)
}

fn policy(record: &Bound<'_, PyAny>) -> PyResult<PolicyService> {
    Ok(fields!(record, PolicyService {
        relation_id, model, application, port;
        addresses: addresses(record)?,
    }))
}

fn spoe(record: &Bound<'_, PyAny>) -> PyResult<SpoeAuthentication> {
    let scope: String = record.getattr("scope")?.extract()?;
    Ok(fields!(record, SpoeAuthentication {
        relation_id, hostname, spop_port, callback_port, callback_path, message, event, cookie,
        authenticated_variable, redirect_variable;
        addresses: addresses(record)?,
        scope: if scope == "sess" { VariableScope::Session } else { VariableScope::Transaction },
    }))
}

fn addresses(record: &Bound<'_, PyAny>) -> PyResult<Vec<IpAddr>> {
    let addresses = record.getattr("addresses")?;
    let addresses = addresses.try_iter()?.map(|one| {
        let text = one?.str()?;
        address(&text.to_string_lossy())
    });
    addresses.collect()
}
