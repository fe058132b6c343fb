use haproxy_config::Place;
use haproxy_model::config::Config;
use haproxy_model::keyword::{Keyword, Keywords, Setter};
use haproxy_model::language::{Argument, Printer};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{
    BalancingKeyword, EndpointKeyword, GeneralKeyword, HashMethod,
};
use haproxy_model::server::ServerParameter;
use haproxy_model::statement::Statement;
use haproxy_model::text::has_reference;
use haproxy_model::value::{Address, Choice};

use super::reason::Why;
use super::step::ServerDefinition;

/// A server with all that it starts from.
#[derive(Debug, Clone)]
pub(super) struct Definition {
    pub(super) name: String,
    pub(super) address: Address,
    pub(super) parameters: Vec<Parameter>,
    pub(super) place: Place,
}

/// A parameter of a server, as it is written.
#[derive(Debug, Clone)]
pub(super) struct Parameter {
    meaning: ServerParameter,
    pub(super) keyword: Option<&'static Keyword>,
    pub(super) words: Vec<String>,
}

impl Parameter {
    fn of(parameter: &ServerParameter) -> Self {
        let mut printer = Printer::new();
        parameter.print(&mut printer);
        Self {
            meaning: parameter.clone(),
            keyword: parameter.keyword(),
            words: printer.into_words(),
        }
    }

    /// Its first word: the keyword, with what stands in its parentheses.
    pub(super) fn name(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub(super) fn value(&self) -> Option<&str> {
        self.words.get(1).map(String::as_str)
    }

    /// Whether it takes back what the other says.
    fn negates(&self, other: &Self) -> bool {
        let negated = self.keyword.and_then(|keyword| keyword.negates);
        negated.is_some_and(|negated| negated == other.name())
    }
}

/// However it is written: `inter 2s` is `inter 2000`.
impl PartialEq for Parameter {
    fn eq(&self, other: &Self) -> bool {
        self.meaning == other.meaning
    }
}

impl PartialEq for Definition {
    fn eq(&self, other: &Self) -> bool {
        let differs = |one: &Self, other: &Self| {
            let mut parameters = one.parameters.iter();
            parameters.any(|parameter| !other.parameters.contains(parameter))
        };
        self.address == other.address && !differs(self, other) && !differs(other, self)
    }
}

impl Definition {
    pub(super) fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|own| own.name() == name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parameter(name).is_some()
    }

    /// The parameter that this command sets.
    fn set_by(&self, setter: Setter) -> Option<&Parameter> {
        let mut parameters = self.parameters.iter();
        parameters.find(|own| own.keyword.is_some_and(|own| own.set == Some(setter)))
    }

    /// Whether the environment decides about a part of it.
    pub(super) fn has_reference(&self) -> bool {
        let mut words = self.parameters.iter().flat_map(|own| &own.words);
        has_reference(self.address.as_str()) || words.any(|word| has_reference(word))
    }

    /// What `add server` is told.
    pub(super) fn command(&self) -> ServerDefinition {
        ServerDefinition {
            address: self.address.as_str().to_owned(),
            parameters: self
                .parameters
                .iter()
                .flat_map(|own| own.words.iter().cloned())
                .collect(),
            weight: match self.set_by(Setter::ServerWeight) {
                Some(own) => own.value().and_then(|weight| weight.parse().ok()),
                None => Some(1),
            },
            is_disabled: self.set_by(Setter::ServerState).is_some(),
        }
    }
}

/// Adds what a line says to what the lines before it said: the last of a kind counts.
fn extend(parameters: &mut Vec<Parameter>, line: &[ServerParameter]) {
    for parameter in line {
        let parameter = Parameter::of(parameter);
        parameters.retain(|other| {
            other.name() != parameter.name()
                && !parameter.negates(other)
                && !other.negates(&parameter)
        });
        parameters.push(parameter);
    }
}

/// A proxy that has servers, with the defaults that it starts from.
pub(super) struct Backend<'a> {
    pub(super) name: &'a str,
    /// Its index in the configuration.
    pub(super) section: usize,
    /// Itself behind its defaults, the furthest away first; each with its index.
    chain: Vec<(usize, &'a [Statement<ProxyKeyword>])>,
}

impl<'a> Backend<'a> {
    /// The proxy of this index.
    pub(super) fn of(
        config: &'a Config,
        lineage: &[Option<usize>],
        section: usize,
    ) -> Option<Self> {
        let name = config.sections.get(section)?.name()?;
        let defaults = |index: &usize| lineage.get(*index).copied().flatten();
        let chain = std::iter::successors(Some(section), |index| {
            // Defaults come before what starts from them: the chain has an end.
            defaults(index).filter(|defaults| defaults < index)
        });
        let mut chain: Vec<_> = chain
            .filter_map(|index| Some((index, config.sections.get(index)?.proxy_statements()?)))
            .collect();
        chain.reverse();
        Some(Self {
            name,
            section,
            chain,
        })
    }

    /// The statements that count for it, in order.
    pub(super) fn statements(&self) -> impl Iterator<Item = &'a Statement<ProxyKeyword>> + '_ {
        self.chain.iter().flat_map(|(_, statements)| *statements)
    }

    /// Its servers, in order.
    pub(super) fn servers(&self) -> Vec<Definition> {
        let mut servers = Vec::new();
        self.endpoints(|place, keyword, defaults| {
            if let EndpointKeyword::Server(server) = keyword {
                let mut parameters = defaults.to_vec();
                extend(&mut parameters, &server.parameters);
                // What takes something back says nothing by itself.
                parameters.retain(|own| own.keyword.is_none_or(|own| own.negates.is_none()));
                servers.push(Definition {
                    name: server.name.as_str().to_owned(),
                    address: server.address.clone(),
                    parameters,
                    place,
                });
            }
        });
        servers
    }

    /// What its templates start from.
    pub(super) fn template_defaults(&self) -> Vec<Vec<Parameter>> {
        let mut all = Vec::new();
        self.endpoints(|_, keyword, defaults| {
            if matches!(keyword, EndpointKeyword::ServerTemplate(_)) {
                all.push(defaults.to_vec());
            }
        });
        all
    }

    /// Its lines about servers, each with what servers start from there.
    fn endpoints(&self, mut look: impl FnMut(Place, &EndpointKeyword, &[Parameter])) {
        let mut defaults = Vec::new();
        for (section, statements) in &self.chain {
            for (index, statement) in statements.iter().enumerate() {
                let ProxyKeyword::Endpoint(keyword) = &statement.directive else {
                    continue;
                };
                if let EndpointKeyword::DefaultServer(line) = keyword {
                    extend(&mut defaults, &line.parameters);
                } else if *section == self.section {
                    let place = Place {
                        section: *section,
                        statement: Some(index),
                    };
                    look(place, keyword, &defaults);
                }
            }
        }
    }

    /// Whether servers and weights can change, by how it finds a server.
    pub(super) fn check_balance(&self) -> Result<(), Why> {
        let mut mode = String::from("tcp");
        let mut algorithm = None;
        let mut method = HashMethod::MapBased;
        for statement in self.statements() {
            let is_set = statement.prefix.is_none();
            match &statement.directive {
                ProxyKeyword::Balancing(BalancingKeyword::Balance(balance)) => {
                    algorithm = balance
                        .as_ref()
                        .and_then(Choice::value)
                        .map(|balance| &**balance);
                }
                ProxyKeyword::Balancing(BalancingKeyword::HashType(hash)) => {
                    method = hash.method.value().copied().unwrap_or(method);
                }
                ProxyKeyword::General(GeneralKeyword::Mode(own)) => mode = word_of(own),
                directive => {
                    let name = directive.keyword().map_or("", |keyword| keyword.name);
                    if is_set && NO_BALANCE.contains(&name) {
                        return Err(Why::NotBalanced {
                            keyword: name.to_owned(),
                        });
                    }
                }
            }
        }
        if !matches!(mode.as_str(), "tcp" | "http") {
            return Err(Why::NotBalanced {
                keyword: format!("mode {mode}"),
            });
        }
        match algorithm {
            Some(algorithm) if algorithm.is_static(method) => Err(Why::StaticBalance {
                algorithm: word_of(algorithm),
            }),
            _ => Ok(()),
        }
    }

    /// Whether the first server that may be used is.
    pub(super) fn takes_first(&self) -> bool {
        let balance = self
            .statements()
            .filter_map(|statement| match &statement.directive {
                ProxyKeyword::Balancing(BalancingKeyword::Balance(Some(balance))) => Some(balance),
                _ => None,
            });
        balance
            .last()
            .is_some_and(|balance| word_of(balance) == "first")
    }
}

/// What sends connections somewhere else than to servers.
const NO_BALANCE: [&str; 3] = ["dispatch", "option transparent", "option http_proxy"];

/// The first word of an argument.
fn word_of(argument: &impl Argument) -> String {
    let mut printer = Printer::new();
    argument.print(&mut printer);
    printer.into_words().into_iter().next().unwrap_or_default()
}
