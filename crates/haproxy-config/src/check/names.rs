//! Names, and references to them.

mod duplicate_entry;
mod duplicate_proxy;
mod duplicate_section;
mod duplicate_server;
mod index;
mod mixed_defaults;
mod unknown_acl;
mod unknown_backend;
mod unknown_defaults;
mod unknown_filter;
mod unknown_section;
mod unknown_server;
mod unknown_table;
mod unused_acl;
mod unused_section;

use haproxy_model::reference::{NameKind, Role};
use haproxy_model::section_kind::SectionKind;

use super::Rule;
use super::context::{Context, NamedPlace};
use crate::diagnostic::Diagnostic;
use index::Index;
use unknown_acl::Acls;
use unused_section::Used;

pub(super) const RULES: &[&Rule] = &[
    &unknown_backend::RULE,
    &unknown_server::RULE,
    &unknown_acl::RULE,
    &unknown_table::RULE,
    &unknown_section::RULE,
    &unknown_defaults::RULE,
    &unknown_filter::RULE,
    &duplicate_proxy::RULE,
    &duplicate_server::RULE,
    &duplicate_section::RULE,
    &duplicate_entry::RULE,
    &mixed_defaults::RULE,
    &unused_acl::RULE,
    &unused_section::RULE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let index = Index::of(context);
    duplicate_proxy::check(context, found);
    duplicate_server::check(context, found);
    duplicate_section::check(context, found);
    duplicate_entry::check(context, found);
    mixed_defaults::check(context, found);
    unknown_backend::check_defaults(context, &index, found);
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
                unknown_defaults::check(context, &name, found);
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
    let view = context.section(name.section);
    let kind = view.and_then(|view| view.section.kind());
    !name.mention.dynamic && kind != Some(SectionKind::Defaults) && !index.is_disabled(name.section)
}
