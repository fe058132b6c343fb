use foldhash::HashMap;
use haproxy_model::reference::Role;
use haproxy_model::rule::predefined_acls;
use haproxy_model::text::has_reference;

use super::unused_acl;
use crate::check::context::{Context, NamedPlace};
use crate::check::nearest::did_you_mean;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_ACL,
    name: "unknown-acl",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A condition uses an ACL that is not defined above it.",
    explanation: "\
An ACL belongs to its section, and only the lines below its definition know it. What a `defaults` \
section defines is known to the rules of that section, not to the proxies that start from it. Names \
are compared letter by letter; HAProxy's own, such as `TRUE` and `METH_GET`, are in capitals.",
    examples: &[
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    acl is_static path_beg /static/
    http-request deny if is_statc
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    acl is_static path_beg /static/
    http-request deny if is_static
",
        ),
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request deny if is_static
    acl is_static path_beg /static/
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    acl is_static path_beg /static/
    http-request deny if is_static
",
        ),
    ],
};

/// The ACLs of a section, met in the order of its lines.
#[derive(Default)]
pub(super) struct Acls<'a> {
    known: HashMap<&'a str, Known<'a>>,
    /// A name depends on the environment: it may be any.
    is_uncertain: bool,
    unknown: Vec<NamedPlace<'a>>,
}

struct Known<'a> {
    first: NamedPlace<'a>,
    is_used: bool,
}

impl<'a> Acls<'a> {
    /// Takes a definition, or looks at a use.
    pub(super) fn meet(
        &mut self,
        context: &Context<'_>,
        name: NamedPlace<'a>,
        found: &mut Vec<Diagnostic>,
    ) {
        let own = &*name.mention.name;
        match name.mention.role {
            Role::Defines => {
                self.is_uncertain |= has_reference(own);
                let known = || Known {
                    first: name,
                    is_used: false,
                };
                self.known.entry(own).or_insert_with(known);
            }
            Role::Refers => {
                if let Some(known) = self.known.get_mut(own) {
                    known.is_used = true;
                } else if !name.mention.dynamic
                    && !self.is_uncertain
                    && !is_predefined(context, own)
                {
                    self.unknown.push(name);
                    let message = format!("no ACL '{own}' is defined above in this section");
                    let mut diagnostic = RULE.at(context.name(&name), message);
                    let names = self.known.keys().copied();
                    if let Some(help) = did_you_mean(own, names) {
                        diagnostic = diagnostic.with_help(help);
                    }
                    found.push(diagnostic);
                }
            }
        }
    }

    /// Looks back at the section when it ends.
    pub(super) fn end(&mut self, context: &Context<'_>, found: &mut Vec<Diagnostic>) {
        for name in &self.unknown {
            // It is defined further down: it is used, in the wrong place.
            if let Some(known) = self.known.get_mut(&*name.mention.name) {
                known.is_used = true;
            }
        }
        let unused = self.known.values().filter(|known| !known.is_used);
        found.extend(unused.map(|known| unused_acl::finding(context, &known.first)));
        self.known.clear();
        self.unknown.clear();
        self.is_uncertain = false;
    }
}

fn is_predefined(context: &Context<'_>, name: &str) -> bool {
    let version = context.options.target.version;
    predefined_acls(version).any(|own| own == name)
}
