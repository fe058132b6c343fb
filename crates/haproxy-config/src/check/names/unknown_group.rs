use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use haproxy_model::config::AnySection;
use haproxy_model::evaluation::EvaluationKind;
use haproxy_model::section::{UserParameter, UserlistKeyword};
use haproxy_model::text::has_reference;
use haproxy_model::value::{AclExpression, AclFlag, List};

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::Line;
use crate::model::model_words;

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_GROUP,
    name: "unknown-group",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A userlist names a user or group that it does not have.",
    explanation: "\
The `users` of a `group` and the `groups` of a `user` are those of the same `userlist`, and so are those \
that `http_auth_group(LIST)` is compared with.",
    examples: &[
        Example::refused(
            "\
userlist staff
    group admins users anna
    user anna password $5$rounds=5000$aaaa$hash

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request auth unless { http_auth_group(staff) admin }
",
            "\
userlist staff
    group admins users anna
    user anna password $5$rounds=5000$aaaa$hash

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request auth unless { http_auth_group(staff) admins }
",
        ),
        Example::refused(
            "\
userlist staff
    group admins users anna,bert
    user anna password $5$rounds=5000$aaaa$hash
",
            "\
userlist staff
    group admins users anna
    user anna password $5$rounds=5000$aaaa$hash
",
        ),
    ],
};

/// The fetch that asks for groups, up to the name of the userlist.
const ASKS: &str = "http_auth_group(";

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    check_lists(context, found);
    check_questions(context, found);
}

fn check_lists(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for view in context.sections() {
        let AnySection::Userlist(list) = view.section else {
            continue;
        };
        let mut users = HashSet::new();
        let mut groups = HashSet::new();
        for statement in &list.statements {
            match &statement.directive {
                UserlistKeyword::User(user) => drop(users.insert(user.name.as_str())),
                UserlistKeyword::Group(group) => drop(groups.insert(group.name.as_str())),
                _ => {}
            }
        }
        for (place, statement) in view.with_places(&list.statements) {
            let (kind, names, known) = match &statement.directive {
                UserlistKeyword::Group(group) => ("user", group.users.as_ref(), &users),
                UserlistKeyword::User(user) => {
                    let mut parameters = user.parameters.iter();
                    let names = parameters.find_map(|parameter| match parameter {
                        UserParameter::Groups(names) => names.as_ref(),
                        _ => None,
                    });
                    ("group", names, &groups)
                }
                _ => continue,
            };
            let names = names.into_iter().flat_map(List::items);
            for name in names {
                let name = name.as_str();
                let is_known = known.contains(name) || known.iter().any(|own| has_reference(own));
                if !is_known && !has_reference(name) && !name.is_empty() {
                    let message = format!("this userlist has no {kind} '{name}'");
                    found.push(RULE.at(context.find(place, name), message));
                }
            }
        }
    }
}

/// Looks at the groups that ACLs and conditions ask for.
fn check_questions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let lists = groups_by_list(context);
    if lists.is_empty() {
        return;
    }
    for evaluated in context.evaluations() {
        let is_asked = |line: &Line<'_>| {
            let mut words = line.words();
            words.any(|word| word.raw().starts_with(ASKS.as_bytes()))
        };
        let kind = evaluated.evaluation.kind;
        let line = context.line(evaluated.place).filter(is_asked);
        let (Some(line), EvaluationKind::Acl | EvaluationKind::Condition) = (line, kind) else {
            continue;
        };
        let words: Vec<Cow<'_, str>> = model_words(&line).collect();
        let words: Vec<&str> = words.iter().map(|word| &**word).collect();
        let own = words.get(evaluated.evaluation.words.clone());
        let own = own.unwrap_or_default();
        for (at, word) in own.iter().enumerate() {
            let list = word
                .strip_prefix(ASKS)
                .and_then(|list| list.strip_suffix(')'));
            let Some(groups) = list.and_then(|list| lists.get(list)) else {
                continue;
            };
            let behind = own.iter().skip(at).copied();
            let criterion = behind.take_while(|word| *word != "}");
            let Ok(criterion) = AclExpression::from_words(criterion) else {
                continue;
            };
            let has_file = criterion
                .flags()
                .any(|flag| matches!(flag, AclFlag::File(_)));
            if criterion.patterns().next().is_none() && !has_file {
                let message = "the groups must be named that the user may be in";
                found.push(RULE.at(context.find(evaluated.place, word), message));
            }
            for group in criterion.patterns() {
                if !groups.contains(group) && !has_reference(group) {
                    let message = format!("the userlist has no group '{group}'");
                    found.push(RULE.at(context.find(evaluated.place, group), message));
                }
            }
        }
    }
}

/// The groups of each userlist; none of a list in which the environment names one.
fn groups_by_list<'a>(context: &Context<'a>) -> HashMap<&'a str, HashSet<&'a str>> {
    let mut lists = HashMap::new();
    for view in context.sections() {
        let AnySection::Userlist(list) = view.section else {
            continue;
        };
        let statements = list.statements.iter();
        let groups: HashSet<&str> = statements
            .filter_map(|statement| match &statement.directive {
                UserlistKeyword::Group(group) => Some(group.name.as_str()),
                _ => None,
            })
            .collect();
        if !groups.iter().any(|group| has_reference(group)) {
            lists.insert(list.name.as_str(), groups);
        }
    }
    lists
}
