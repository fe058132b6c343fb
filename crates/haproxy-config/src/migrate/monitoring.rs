//! Answers to those who watch HAProxy, and how long it goes on when it stops.

use super::change::{Outcome, Rewrite, Ruleset, Statement, Step};
use super::site::Site;
use super::topics::Topic;
use haproxy_model::section_kind::SectionKind;

pub(super) const TOPICS: &[Topic] = &[
    ("monitor-net", monitor_net),
    ("grace", grace),
    ("health", |_| {
        Outcome::left(
            "it answered connections without a request",
            "write 'mode http' and 'http-request return status 200'",
        )
    }),
];

fn monitor_net(site: &Site<'_>) -> Outcome {
    let network = site.words_from(site.at + 1);
    let text: Vec<&str> = site
        .texts_from(site.at + 1)
        .iter()
        .map(|text| &**text)
        .collect();
    let rule = format!(
        "http-request return status 200 if {{ src {} }}",
        text.join(" ")
    );
    if !site.survey.is_http(site.file, site.section.index()) {
        return Outcome::left(
            "in TCP mode nothing answers like it",
            format!("write '{rule}' in a frontend of mode http"),
        );
    }
    if site.section.kind() == SectionKind::Defaults {
        return Outcome::left(
            "a rule in its place needs a defaults section with a name",
            format!("write '{rule}' in each frontend"),
        );
    }
    let statement = |words: &str| {
        Statement::new(words)
            .word("if")
            .word("{")
            .word("src")
            .kept(network)
            .word("}")
    };
    let mut rewrite = Rewrite::to(
        statement("http-request set-log-level silent"),
        "a rule gives the answer, and keeps it out of the log",
    );
    rewrite
        .statements
        .push(statement("http-request return status 200"));
    rewrite.in_phase(Ruleset::Request, Step::Connection).into()
}

fn grace(site: &Site<'_>) -> Outcome {
    let time = site.argument(1).unwrap_or_default();
    if time.trim_end_matches(char::is_alphabetic) == "0" {
        return Rewrite::removal("it was none").into();
    }
    Rewrite::removal("proxies have none of their own")
        .with_review(format!(
            "if something needs to see that HAProxy stops, write 'grace {time}' in the global section: \
             it holds back the whole process"
        ))
        .into()
}
