//! Names, and references to them.

mod defaults_with_rules;
mod duplicate_entry;
mod duplicate_id;
mod duplicate_proxy;
mod duplicate_section;
mod duplicate_server;
mod duplicate_table;
mod index;
mod mixed_defaults;
mod unknown_acl;
mod unknown_backend;
mod unknown_capture;
mod unknown_defaults;
mod unknown_filter;
mod unknown_group;
mod unknown_section;
mod unknown_server;
mod unknown_table;
mod untracked_server;
mod unused_acl;
mod unused_section;

use haproxy_model::reference::{NameKind, Role};
use haproxy_model::section_kind::SectionKind;

use super::context::{Context, NamedPlace};
use super::entry::Entry;
use crate::diagnostic::Diagnostic;
use index::Index;
use unknown_acl::Acls;
use unknown_defaults::NamedDefaults;
use unused_section::Used;

pub(super) const RULES: &[Entry] = &[
    Entry::whole(&unknown_backend::RULE, check),
    Entry::elsewhere(&unknown_server::RULE),
    Entry::elsewhere(&unknown_acl::RULE),
    Entry::elsewhere(&unknown_table::RULE),
    Entry::elsewhere(&unknown_section::RULE),
    Entry::elsewhere(&unknown_defaults::RULE),
    Entry::proxy(&unknown_filter::RULE, unknown_filter::check_engines),
    Entry::whole(&unknown_group::RULE, unknown_group::check),
    Entry::proxy(&unknown_capture::RULE, unknown_capture::check),
    Entry::whole(&untracked_server::RULE, untracked_server::check),
    Entry::whole(&duplicate_proxy::RULE, duplicate_proxy::check),
    Entry::section(&duplicate_server::RULE, duplicate_server::check),
    Entry::whole(&duplicate_section::RULE, duplicate_section::check),
    Entry::section(&duplicate_entry::RULE, duplicate_entry::check),
    Entry::whole(&mixed_defaults::RULE, mixed_defaults::check),
    Entry::whole(&defaults_with_rules::RULE, defaults_with_rules::check),
    Entry::whole(&duplicate_id::RULE, duplicate_id::check),
    Entry::section(&duplicate_table::RULE, duplicate_table::check),
    Entry::elsewhere(&unused_acl::RULE),
    Entry::elsewhere(&unused_section::RULE),
];

/// Goes once through the names of the configuration, for all rules about them.
fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let index = Index::of(context);
    unknown_backend::check_defaults(context, &index, found);
    let defaults = NamedDefaults::of(context);
    let mut acls = Acls::default();
    let mut used = Used::default();
    let mut filters = Vec::new();
    let mut section = usize::MAX;
    for name in context.names() {
        if name.section != section {
            section = name.section;
            acls.end(context, found);
            filters.clear();
        }
        match (name.mention.kind, name.mention.role) {
            (NameKind::Acl, _) => acls.meet(context, name, found),
            (NameKind::Filter, Role::Defines) => filters.push(name),
            (NameKind::Filter, Role::Refers) => {
                if is_followed(context, &index, &name) {
                    unknown_filter::check(context, &filters, &name, found);
                }
            }
            (_, Role::Defines) => {}
            (NameKind::Defaults, Role::Refers) => {
                used.meet(&name);
                unknown_defaults::check(context, &defaults, &name, found);
            }
            (kind, Role::Refers) => {
                used.meet(&name);
                if !is_followed(context, &index, &name) {
                    continue;
                }
                match kind {
                    NameKind::Backend | NameKind::Frontend => {
                        unknown_backend::check(context, &index, &name, found);
                    }
                    NameKind::Server => unknown_server::check(context, &index, &name, found),
                    NameKind::Table => unknown_table::check(context, &index, &name, found),
                    _ => unknown_section::check(context, &index, &name, found),
                }
            }
        }
    }
    acls.end(context, found);
    unknown_table::check_own(context, &index, found);
    unused_section::check(context, &used, found);
}

/// Whether HAProxy looks for what the name is the name of: not in a proxy that is switched off, and
/// in defaults only where a proxy starts from them.
fn is_followed(context: &Context<'_>, index: &Index<'_>, name: &NamedPlace<'_>) -> bool {
    if name.mention.dynamic || index.is_disabled(name.section) {
        return false;
    }
    let view = context.section(name.section);
    let kind = view.and_then(|view| view.section.kind());
    kind != Some(SectionKind::Defaults)
        || index.is_used_defaults(name.section) && is_followed_in_defaults(context, name)
}

/// Whether HAProxy looks for the name in defaults that some proxy starts from, and not just in the
/// proxy.
fn is_followed_in_defaults(context: &Context<'_>, name: &NamedPlace<'_>) -> bool {
    let is_kind = match name.mention.kind {
        NameKind::Table
        | NameKind::Userlist
        | NameKind::Resolvers
        | NameKind::HttpErrors
        | NameKind::Filter => true,
        NameKind::Server => context.is_behind(name, "/"),
        _ => false,
    };
    let keyword = context.line(name.place).and_then(|line| line.word(0));
    is_kind && keyword.is_some_and(|keyword| !keyword.is(b"acl"))
}
