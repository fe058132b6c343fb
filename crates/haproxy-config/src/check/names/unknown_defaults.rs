use foldhash::HashMap;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;

use crate::check::context::{Context, NamedPlace};
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_DEFAULTS,
    name: "unknown-defaults",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A proxy starts from defaults that are not above it.",
    explanation: "\
`from NAME` means a `defaults NAME` section above. Where two above have the name, HAProxy does not know \
which is meant.",
    examples: &[Example::refused(
        "\
defaults web
    timeout client 30s

frontend www from wbe
    bind 127.0.0.1:8080
",
        "\
defaults web
    timeout client 30s

frontend www from web
    bind 127.0.0.1:8080
",
    )],
};

/// Looks at what `from` names.
/// The sections of defaults that have a name, in order.
#[derive(Default)]
pub(super) struct NamedDefaults<'a> {
    by_name: HashMap<&'a str, Vec<SectionView<'a>>>,
    /// Those whose name depends on the environment, and may be any.
    uncertain: Vec<SectionView<'a>>,
}

impl<'a> NamedDefaults<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let mut all = Self::default();
        for view in context.sections() {
            let is_defaults = view.section.kind() == Some(SectionKind::Defaults);
            let Some(name) = view.section.name().filter(|_| is_defaults) else {
                continue;
            };
            if has_reference(name) {
                all.uncertain.push(view);
            } else {
                all.by_name.entry(name).or_default().push(view);
            }
        }
        all
    }

    /// Those above the section that may have this name, in order.
    fn above(&self, section: usize, name: &str) -> Vec<SectionView<'a>> {
        let named = self.by_name.get(name).into_iter().flatten();
        let all = named.chain(&self.uncertain);
        let mut above: Vec<_> = all.filter(|view| view.index < section).copied().collect();
        above.sort_unstable_by_key(|view| view.index);
        above
    }
}

pub(super) fn check(
    context: &Context<'_>,
    defaults: &NamedDefaults<'_>,
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let own = &*name.mention.name;
    if name.mention.dynamic {
        return;
    }
    let named = defaults.above(name.section, own);
    match &*named {
        [] => {
            let message = format!("there is no defaults section '{own}' above");
            found.push(RULE.at(context.name(name), message));
        }
        [_] => {}
        [first, .., last] => {
            let message = format!("two defaults sections above are called '{own}'");
            let (file, span) = context.whole(first.header);
            let (other_file, other) = context.whole(last.header);
            found.push(
                RULE.at(context.name(name), message)
                    .with_related(file, span, "this is one")
                    .with_related(other_file, other, "this is another"),
            );
        }
    }
}
