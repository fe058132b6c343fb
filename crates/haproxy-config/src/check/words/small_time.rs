use haproxy_model::config::AnySection;
use haproxy_model::keyword::{Keyword, Keywords};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::server::{AgentParameter, CheckParameter, ServerParameter};

use crate::check::context::{Context, Place};
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::to_model_text;

pub(super) const RULE: Rule = Rule {
    code: Code::SMALL_TIME,
    name: "small-time",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "A time without a unit is below 100 milliseconds.",
    explanation: "\
A number without a unit is one of milliseconds, and few timeouts are meant to be so short: `timeout \
client 30` cuts clients off after 30 milliseconds. Write `30s`, or `30ms` where that is meant.",
    examples: &[
        Example::warned(
            "\
defaults
    timeout client 30
    timeout connect 5s
    timeout server 30s

frontend www
    bind 127.0.0.1:8080
",
            "\
defaults
    timeout client 30s
    timeout connect 5s
    timeout server 30s

frontend www
    bind 127.0.0.1:8080
",
        ),
        Example::warned(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 check inter 10
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 check inter 10s
",
        ),
    ],
};

/// The first time that needs no unit.
const LARGE: u32 = 100;

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let AnySection::Resolvers(resolvers) = section.section {
        for (place, statement) in section.with_places(&resolvers.statements) {
            look(context, place, statement.directive.keyword(), found);
        }
    }
    let statements = context.proxy(section).map(|proxy| proxy.statements());
    for (place, statement) in statements.into_iter().flatten() {
        match &statement.directive {
            ProxyKeyword::Timeout(timeout) => look(context, place, timeout.keyword(), found),
            ProxyKeyword::Endpoint(endpoint) => {
                let parameters = endpoint.server_parameters().into_iter().flatten();
                for parameter in parameters.filter(|parameter| may_want_unit(parameter)) {
                    look(context, place, parameter.keyword(), found);
                }
            }
            _ => {}
        }
    }
}

/// Whether it is worth a look: there are many parameters, and few of them are times without a unit.
fn may_want_unit(parameter: &ServerParameter) -> bool {
    let time = match parameter {
        ServerParameter::Check(
            CheckParameter::Inter(time)
            | CheckParameter::FastInter(time)
            | CheckParameter::DownInter(time),
        )
        | ServerParameter::Agent(AgentParameter::Inter(time)) => time,
        ServerParameter::Check(CheckParameter::Check) => return false,
        ServerParameter::Check(_) | ServerParameter::Agent(_) => return true,
        _ => return false,
    };
    time.value().is_none_or(|time| time.unit().is_none())
}

fn look(
    context: &Context<'_>,
    place: Place,
    keyword: Option<&'static Keyword>,
    found: &mut Vec<Diagnostic>,
) {
    let version = context.options.target.version;
    let Some(keyword) = keyword.filter(|own| own.wants_unit.is_some_and(|since| version >= since))
    else {
        return;
    };
    let Some(line) = context.line(place) else {
        return;
    };
    let last = keyword.name.rsplit(' ').next().unwrap_or_default();
    let words = line.words().enumerate();
    // `hold` has a word between itself and the time.
    let mut behind = words
        .skip_while(|(_, word)| !word.is(last.as_bytes()))
        .skip(1)
        .take(2)
        .map(|(index, word)| (index, to_model_text(&word)));
    let number = behind.find(|(_, word)| word.bytes().all(|byte| byte.is_ascii_digit()));
    let Some((index, number)) = number else {
        return;
    };
    if number
        .parse()
        .is_ok_and(|time: u32| 0 < time && time < LARGE)
    {
        let name = keyword.name;
        let message = format!("'{name} {number}' are {number} milliseconds");
        found.push(
            RULE.at(context.word(place, index), message)
                .with_help(format!(
                    "write '{number}s', or '{number}ms' where that is meant"
                )),
        );
    }
}
