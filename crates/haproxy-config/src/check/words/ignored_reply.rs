use haproxy_model::keyword::Group;
use haproxy_model::rule::HttpRequestAction;
use haproxy_model::rule::action::{ReplyAction, ReplyParameter};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{ErrorKeyword, HttpErrorParameter, RuleKeyword};

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::IGNORED_REPLY,
    name: "ignored-reply",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "A part of an answer is left out of it.",
    explanation: "\
An answer from `errorfile` or `errorfiles` is sent as the file has it: `hdr` and `content-type` do \
nothing beside it. `content-type` does nothing for an answer without a body either, and HAProxy itself \
sets `content-length`, `content-type`, `transfer-encoding` and `connection`, so that `hdr` with these \
names is left out. A body without a `content-type` is refused.",
    examples: &[
        Example::warned(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request return status 204 content-type text/plain
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request return status 204
",
        ),
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request return status 200 string hello
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request return status 200 content-type text/plain string hello
",
        ),
    ],
};

/// Headers that HAProxy sets itself.
const OWN_HEADERS: [&str; 4] = [
    "connection",
    "content-length",
    "content-type",
    "transfer-encoding",
];

/// What an answer is said to be.
#[derive(Default)]
struct Answer<'a> {
    content_type: bool,
    file: bool,
    body: bool,
    headers: Vec<&'a str>,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    for (place, statement) in proxy.statements() {
        let Some(answer) = Answer::of(&statement.directive) else {
            continue;
        };
        let at = |word| context.find(place, word);
        if answer.body && !answer.content_type {
            let message = "a body needs a 'content-type'";
            let mut finding = RULE.at(context.whole(place), message);
            finding.severity = Severity::Error;
            found.push(finding);
        } else if answer.content_type && !answer.body {
            let message = if answer.file {
                "the file says what it holds: 'content-type' does nothing"
            } else {
                "there is no body: 'content-type' does nothing"
            };
            found.push(RULE.at(at("content-type"), message));
        }
        if answer.file && !answer.headers.is_empty() {
            let message = "the file is sent as it is: 'hdr' does nothing";
            found.push(RULE.at(at("hdr"), message));
        }
        for name in answer.headers {
            if OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name)) {
                let message = format!("HAProxy sets '{name}' itself: 'hdr' with it does nothing");
                found.push(RULE.at(at(name), message));
            }
        }
    }
}

impl<'a> Answer<'a> {
    fn of(directive: &'a ProxyKeyword) -> Option<Self> {
        let reply = match directive {
            ProxyKeyword::Rule(RuleKeyword::HttpRequest(rule)) => match &rule.action {
                HttpRequestAction::Tarpit(reply) => Some(reply),
                action => action.group().and_then(ReplyAction::reply),
            },
            ProxyKeyword::Rule(RuleKeyword::HttpResponse(rule)) => {
                rule.action.group().and_then(ReplyAction::reply)
            }
            ProxyKeyword::Error(ErrorKeyword::HttpError(error)) => {
                return Some(Self::of_error(&error.parameters));
            }
            _ => None,
        };
        reply.map(|reply| Self::of_reply(&reply.parameters))
    }

    fn of_reply(parameters: &'a [ReplyParameter]) -> Self {
        let mut answer = Self::default();
        for parameter in parameters {
            match parameter {
                ReplyParameter::ContentType(_) => answer.content_type = true,
                ReplyParameter::DefaultErrorfiles
                | ReplyParameter::Errorfile(_)
                | ReplyParameter::Errorfiles(_) => answer.file = true,
                ReplyParameter::String(text) => answer.body |= !text.as_str().is_empty(),
                ReplyParameter::File(_)
                | ReplyParameter::LfFile(_)
                | ReplyParameter::LfString(_) => answer.body = true,
                ReplyParameter::Header { name, .. } => answer.headers.push(name.as_str()),
                _ => {}
            }
        }
        answer
    }

    fn of_error(parameters: &'a [HttpErrorParameter]) -> Self {
        let mut answer = Self::default();
        for parameter in parameters {
            match parameter {
                HttpErrorParameter::ContentType(_) => answer.content_type = true,
                HttpErrorParameter::DefaultErrorfiles
                | HttpErrorParameter::Errorfile(_)
                | HttpErrorParameter::Errorfiles(_) => answer.file = true,
                HttpErrorParameter::String(text) => answer.body |= !text.as_str().is_empty(),
                HttpErrorParameter::File(_)
                | HttpErrorParameter::LfFile(_)
                | HttpErrorParameter::LfString(_) => answer.body = true,
                HttpErrorParameter::Hdr { name, .. } => answer.headers.push(name.as_str()),
                _ => {}
            }
        }
        answer
    }
}
