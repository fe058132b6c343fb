use std::collections::HashMap;

use haproxy_model::config::AnySection;
use haproxy_model::keyword::{Again, Keywords};

use crate::check::context::{Context, Place};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::REPEATED_SETTING,
    name: "repeated-setting",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "A global setting that counts once is set again.",
    explanation: "\
Of most global settings the last one counts. Of some, such as `maxconn` and `chroot`, HAProxy keeps the \
first one and only complains about the others; a second `crt-base` or `ca-base` is refused.",
    examples: &[Example::refused(
        "global\n    crt-base /etc/haproxy/certs\n    crt-base /etc/ssl/private\n",
        "global\n    crt-base /etc/haproxy/certs\n",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&'static str, Place> = HashMap::new();
    for view in context.sections() {
        let AnySection::Global(global) = view.section else {
            continue;
        };
        for (place, statement) in view.with_places(&global.statements) {
            let keyword = statement.directive.keyword();
            let Some(keyword) = keyword.filter(|keyword| keyword.again != Again::Counts) else {
                continue;
            };
            let before = *first.entry(keyword.name).or_insert(place);
            if before == place || statement.prefix.is_some() {
                continue;
            }
            let name = keyword.name;
            let (file, span) = context.whole(before);
            let mut finding = RULE
                .at(context.keyword(place), format!("'{name}' is set already"))
                .with_related(file, span, "it is set here first");
            if keyword.again == Again::Refused {
                finding.severity = Severity::Error;
            }
            found.push(finding);
        }
    }
}
