use std::collections::HashMap;

use haproxy_model::config::AnySection;
use haproxy_model::section::proxy::FilterKeyword;
use haproxy_model::section::{ResolversKeyword, UserlistKeyword};

use crate::check::context::{Context, Place};
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE_ENTRY,
    name: "duplicate-entry",
    family: Family::Names,
    severity: Severity::Error,
    summary: "Two entries of a section have one name.",
    explanation: "\
Two name servers of a `resolvers` section cannot have one name. Of two users or two groups of a \
`userlist` HAProxy ignores the second one, with a warning.",
    examples: &[
        Example::refused(
            "resolvers dns\n    nameserver a 192.0.2.53:53\n    nameserver a 192.0.2.54:53\n",
            "resolvers dns\n    nameserver a 192.0.2.53:53\n    nameserver b 192.0.2.54:53\n",
        ),
        Example::warned(
            "userlist admins\n    user a insecure-password x\n    user a insecure-password y\n",
            "userlist admins\n    user a insecure-password x\n    user b insecure-password y\n",
        ),
    ],
};

/// What an entry is, its name, and what two of them are.
type Entry<'a> = (&'static str, &'a str, Severity);

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    let mut named: HashMap<(&str, &str), Place> = HashMap::new();
    for (place, (kind, name, severity)) in entries(context, section) {
        let first = *named.entry((kind, name)).or_insert(place);
        if first == place {
            continue;
        }
        let (file, span) = context.whole(first);
        let message = format!("a {kind} '{name}' is in this section already");
        let mut diagnostic = RULE.at(context.find(place, name), message).with_related(
            file,
            span,
            "the name is given here first",
        );
        diagnostic.severity = severity;
        found.push(diagnostic);
    }
}

fn entries<'a>(context: &Context<'a>, view: SectionView<'a>) -> Vec<(Place, Entry<'a>)> {
    match view.section {
        AnySection::Userlist(list) => view
            .with_places(&list.statements)
            .filter_map(|(place, statement)| {
                let (kind, name) = match &statement.directive {
                    UserlistKeyword::User(user) => ("user", &user.name),
                    UserlistKeyword::Group(group) => ("group", &group.name),
                    _ => return None,
                };
                Some((place, (kind, name.as_str(), Severity::Warning)))
            })
            .collect(),
        AnySection::Resolvers(resolvers) => view
            .with_places(&resolvers.statements)
            .filter_map(|(place, statement)| match &statement.directive {
                ResolversKeyword::Nameserver(server) => {
                    let entry = ("nameserver", server.name.as_str(), Severity::Error);
                    Some((place, entry))
                }
                _ => None,
            })
            .collect(),
        _ => context
            .proxy(view)
            .into_iter()
            .flat_map(|proxy| proxy.statements())
            .filter_map(|(place, statement)| {
                let name = limit_name(statement.group()?)?;
                Some((place, ("bandwidth limit", name, Severity::Error)))
            })
            .collect(),
    }
}

/// The name of a bandwidth limit.
fn limit_name(filter: &FilterKeyword) -> Option<&str> {
    match filter {
        FilterKeyword::FilterBwlimIn(limit) | FilterKeyword::FilterBwlimOut(limit) => {
            Some(limit.name.as_str())
        }
        _ => None,
    }
}
