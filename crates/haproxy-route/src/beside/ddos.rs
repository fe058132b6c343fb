use crate::collection::Refusal;
use crate::error::ErrorKind;
use crate::field::{Declared, IntegerKind};
use crate::field::{
    Kind as _, OptionalKind, Reader, enumeration, free, list, objects, optional, positive,
};
use crate::relation::Relation;
use crate::rendering::{DdosLimits, Network};
use crate::value::{Integer, RateLimitPolicy};

objects! {
    /// Limits to what one client may do at all services together, over `ddos-protection`.
    #[derive(Default, Eq)]
    pub struct DdosApplicationData(schema) {
        /// The most requests in a minute.
        rate_limit_requests_per_minute: Option<Integer> = number();
        /// The most connections in a minute.
        rate_limit_connections_per_minute: Option<Integer> = number();
        /// The most connections at a time.
        concurrent_connections_limit: Option<Integer> = number();
        /// The most requests in a minute that are answered with an error of the client.
        error_rate_per_minute: Option<Integer> = number();
        /// What happens to requests beyond a limit: `silent-drop`, `reject`, or `deny` with or without the
        /// status of the answer, such as `deny 429`.
        limit_policy_http: Option<String> = optional(free()).or(None).rule(check_policy);
        /// What happens to connections beyond a limit.
        limit_policy_tcp: Option<RateLimitPolicy> = {
            optional(enumeration().without_if(RateLimitPolicy::Deny, true)).or(None)
        };
        /// Clients that have no limits and see all paths.
        ip_allow_list: Option<Vec<String>> = optional(list(free())).or(None).rule(check_networks);
        /// How long a client may take for the headers of a request, in seconds.
        http_request_timeout: Option<Integer> = number();
        /// How long is waited for another request, in seconds.
        http_keepalive_timeout: Option<Integer> = number();
        /// How long a client may be silent, in seconds.
        client_timeout: Option<Integer> = number();
        /// The beginnings of paths that nobody else sees at any service.
        deny_paths: Option<Vec<String>> = optional(list(free())).or(None);
    }
}

fn number() -> Declared<OptionalKind<IntegerKind>> {
    optional(positive()).or(None)
}

/// A policy with the status of the answer, where one is given.
fn policy_of(text: &str) -> Option<(RateLimitPolicy, Option<u16>)> {
    let mut words = text.split_whitespace();
    let (word, status) = (words.next()?, words.next());
    let policies = [
        RateLimitPolicy::Deny,
        RateLimitPolicy::Reject,
        RateLimitPolicy::SilentDrop,
    ];
    let policy = policies.into_iter().find(|own| own.as_str() == word)?;
    let known = |status: &u16| policy == RateLimitPolicy::Deny && (200..600).contains(status);
    let status = match status {
        Some(text) => Some(text.parse().ok().filter(known)?),
        None => None,
    };
    words.next().is_none().then_some((policy, status))
}

#[expect(clippy::ref_option, reason = "rules are given what fields hold")]
fn check_policy(policy: &Option<String>, reader: &mut Reader) {
    if policy
        .as_ref()
        .is_some_and(|text| policy_of(text).is_none())
    {
        reader.note(ErrorKind::value_error(
            "expected 'silent-drop', 'reject', 'deny', or 'deny' and a status from 200 to 599",
        ));
    }
}

#[expect(clippy::ref_option, reason = "rules are given what fields hold")]
fn check_networks(networks: &Option<Vec<String>>, reader: &mut Reader) {
    let is_network = |text: &String| text.parse::<Network>().is_ok();
    if !networks.iter().flatten().all(is_network) {
        reader.note(ErrorKind::value_error(
            "expected addresses and networks such as 10.0.0.0/8",
        ));
    }
}

impl DdosLimits {
    pub(crate) fn read(relation: &Relation) -> Result<Self, Vec<Refusal>> {
        let data = DdosApplicationData::load(&relation.application_data);
        let data = data.map_err(|source| vec![Refusal::Application { source }])?;
        // A limit beyond what counters hold is as good as none.
        let number = |number: Option<Integer>| {
            number.map(|number| {
                let number = number
                    .to_u64()
                    .and_then(|number| u32::try_from(number).ok());
                number.unwrap_or(u32::MAX)
            })
        };
        let policy = data.limit_policy_http.as_deref().and_then(policy_of);
        let networks = data.ip_allow_list.unwrap_or_default();
        Ok(Self {
            connections_per_minute: number(data.rate_limit_connections_per_minute),
            concurrent_connections: number(data.concurrent_connections_limit),
            errors_per_minute: number(data.error_rate_per_minute),
            requests_per_minute: number(data.rate_limit_requests_per_minute),
            tcp_policy: data.limit_policy_tcp,
            http_policy: policy.map(|(policy, _)| policy),
            deny_status: policy.and_then(|(_, status)| status),
            allowed: networks
                .iter()
                .filter_map(|text| text.parse().ok())
                .collect(),
            denied_paths: data.deny_paths.unwrap_or_default(),
            http_request_timeout: number(data.http_request_timeout),
            http_keep_alive_timeout: number(data.http_keepalive_timeout),
            client_timeout: number(data.client_timeout),
        })
    }
}
