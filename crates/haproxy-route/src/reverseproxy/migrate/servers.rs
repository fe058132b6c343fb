//! What the servers of a service say over the newer relations.

use std::borrow::Cow;

use haproxy_model::language::{Argument as _, Printer};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::EndpointKeyword;

use super::seconds;
use crate::requirer::Check;
use crate::reverseproxy::ServiceServer;
use crate::statement::{of_model_words, words_of};
use crate::value::{Address, Integer};

/// What the servers of a service have in common.
#[derive(Default)]
pub(super) struct Servers {
    pub(super) ports: Vec<u16>,
    pub(super) hosts: Vec<Address>,
    pub(super) check: Option<Check>,
    pub(super) maxconn: Option<Integer>,
}

impl Servers {
    pub(super) fn read(servers: &[ServiceServer], notes: &mut Vec<String>) -> Self {
        let mut read = Self::default();
        for server in servers {
            if !read.ports.contains(&server.port) {
                read.ports.push(server.port);
            }
            match server.host.parse::<Address>() {
                Ok(host) if !read.hosts.contains(&host) => read.hosts.push(host),
                Ok(_) => {}
                Err(_) => notes.push(format!(
                    "the server '{}' is no address: hosts are addresses",
                    server.host
                )),
            }
            read.take_options(server, notes);
        }
        read
    }

    fn take_options(&mut self, server: &ServiceServer, notes: &mut Vec<String>) {
        let mut note = |text: String| {
            if !notes.contains(&text) {
                notes.push(text);
            }
        };
        let Some(parameters) = parameters(&server.options) else {
            note(format!(
                "the parameters of the server '{}' are not understood",
                server.name
            ));
            return;
        };
        for parameter in parameters {
            let words: Vec<&str> = parameter.iter().map(String::as_str).collect();
            let number = words
                .get(1)
                .and_then(|text| text.parse::<u32>().ok())
                .map(Integer::from);
            match (&words[..], &mut self.check) {
                // The numbers are HAProxy's own where the server says none.
                (["check"], check) => {
                    check.get_or_insert_with(|| Check {
                        interval: Some(2.into()),
                        ..Check::version_0()
                    });
                }
                (["inter", time], Some(check)) => {
                    match time.parse().ok().and_then(|time| seconds(&time)) {
                        Some(seconds) => check.interval = Some(seconds.into()),
                        None => note(format!("'inter {time}' is no whole number of seconds")),
                    }
                }
                (["rise", _], Some(check)) if number.is_some() => check.rise = number,
                (["fall", _], Some(check)) if number.is_some() => check.fall = number,
                (["maxconn", _], _) if number.is_some() => self.maxconn = number,
                _ => note(format!(
                    "the server parameter '{}' has no equal",
                    words.join(" ")
                )),
            }
        }
    }
}

/// The words of each parameter, `check` before the numbers that belong to it.
fn parameters(options: &[String]) -> Option<Vec<Vec<String>>> {
    let mut words: Vec<Cow<'static, str>> = vec!["server".into(), "s".into(), "0.0.0.0".into()];
    for option in options {
        words.extend(words_of(option).ok()?);
    }
    let statement = of_model_words::<ProxyKeyword>(&words).ok()?;
    let Some(EndpointKeyword::Server(server)) = statement.group() else {
        return None;
    };
    let mut printer = Printer::new();
    let mut parameters: Vec<Vec<String>> = Vec::new();
    for parameter in &server.parameters {
        printer.clear();
        parameter.print(&mut printer);
        parameters.push(printer.words().map(ToString::to_string).collect());
    }
    parameters.sort_by_key(|words| words.first().is_none_or(|word| word != "check"));
    Some(parameters)
}
