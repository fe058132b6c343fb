use std::collections::HashMap;
use std::hash::Hash;

use haproxy_model::bind::{BindIdentityParameter, BindParameter};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{EndpointKeyword, GeneralKeyword};
use haproxy_model::server::{IdentityParameter, ServerParameter};
use haproxy_model::text::has_reference;

use crate::check::context::{Context, Place};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE_ID,
    name: "duplicate-id",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A number or identifier is given twice.",
    explanation: "\
The `id` of proxies is one number for each in the configuration, that of servers and of `bind` lines one \
in their section; a `guid` is given once in the whole configuration.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 id 1
    server s2 192.0.2.2:80 id 1
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 id 1
    server s2 192.0.2.2:80 id 2
",
    )],
};

/// What is given once, each with the line that has it first.
struct Given<K> {
    places: HashMap<K, Place>,
}

impl<K: Eq + Hash> Given<K> {
    fn give(
        &mut self,
        context: &Context<'_>,
        (key, place): (K, Place),
        word: &str,
        found: &mut Vec<Diagnostic>,
    ) {
        let first = *self.places.entry(key).or_insert(place);
        if first != place {
            let (file, span) = context.whole(first);
            let message = format!("this '{word}' is given already");
            found.push(RULE.at(context.find(place, word), message).with_related(
                file,
                span,
                "it is given here first",
            ));
        }
    }
}

impl<K> Default for Given<K> {
    fn default() -> Self {
        Self {
            places: HashMap::new(),
        }
    }
}

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut proxies: Given<i64> = Given::default();
    let mut guids: Given<&str> = Given::default();
    for proxy in context.proxies() {
        if !(proxy.is_frontend() || proxy.is_backend()) {
            continue;
        }
        let mut servers: Given<i64> = Given::default();
        let mut binds: Given<i64> = Given::default();
        for (place, statement) in proxy.statements() {
            match &statement.directive {
                ProxyKeyword::General(GeneralKeyword::Id(id)) => {
                    if let Some(id) = id.value() {
                        proxies.give(context, (id.get(), place), "id", found);
                    }
                }
                ProxyKeyword::General(GeneralKeyword::Guid(guid))
                    if !has_reference(guid.as_str()) =>
                {
                    guids.give(context, (guid.as_str(), place), "guid", found);
                }
                ProxyKeyword::Endpoint(EndpointKeyword::Server(server)) => {
                    for parameter in &server.parameters {
                        match parameter {
                            ServerParameter::Identity(IdentityParameter::Id(id)) => {
                                if let Some(id) = id.value() {
                                    servers.give(context, (id.get(), place), "id", found);
                                }
                            }
                            ServerParameter::Identity(IdentityParameter::Guid(guid))
                                if !has_reference(guid.as_str()) =>
                            {
                                guids.give(context, (guid.as_str(), place), "guid", found);
                            }
                            _ => {}
                        }
                    }
                }
                ProxyKeyword::Endpoint(EndpointKeyword::Bind(bind)) => {
                    for parameter in &bind.parameters {
                        if let BindParameter::Identity(BindIdentityParameter::Id(id)) = parameter
                            && let Some(id) = id.value()
                        {
                            binds.give(context, (id.get(), place), "id", found);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
