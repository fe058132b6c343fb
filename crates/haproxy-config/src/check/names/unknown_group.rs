use std::collections::HashSet;

use haproxy_model::config::AnySection;
use haproxy_model::section::{UserParameter, UserlistKeyword};
use haproxy_model::text::has_reference;
use haproxy_model::value::List;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_GROUP,
    name: "unknown-group",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A userlist names a user or group that it does not have.",
    explanation: "\
The `users` of a `group` and the `groups` of a `user` are those of the same `userlist`.",
    examples: &[Example::refused(
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
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
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
