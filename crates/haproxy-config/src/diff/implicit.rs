use haproxy_model::config::{AnySection, Config};
use haproxy_model::section_kind::SectionKind;

use super::{Change, header, title};
use crate::align::Step;

/// The defaults that proxies start from only because they stand before them.
pub(super) struct ImplicitDefaults<'a> {
    old: &'a Config,
    new: &'a Config,
    /// For each section, the index of those defaults.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
    /// For each old section, the new one that it is.
    heirs: Vec<Option<usize>>,
}

impl<'a> ImplicitDefaults<'a> {
    pub(super) fn new(
        old: &'a Config,
        new: &'a Config,
        steps: &[Step],
        moved: &[(usize, usize)],
    ) -> Self {
        let mut heirs = vec![None; old.sections.len()];
        let kept = steps.iter().filter_map(|step| match *step {
            Step::Keep { old, new } | Step::Change { old, new } => Some((old, new)),
            Step::Remove { .. } | Step::Insert { .. } => None,
        });
        for (from, to) in kept.chain(moved.iter().copied()) {
            if let Some(heir) = heirs.get_mut(from) {
                *heir = Some(to);
            }
        }
        Self {
            old,
            new,
            before: of_sections(old),
            after: of_sections(new),
            heirs,
        }
    }

    /// Tells where a proxy that both have starts from other defaults.
    pub(super) fn compare(&self, step: Step, moved: &[(usize, usize)], changes: &mut Vec<Change>) {
        let (one, other) = match step {
            Step::Keep { old, new } | Step::Change { old, new } => (old, new),
            Step::Insert { new } => match moved.iter().find(|(_, to)| *to == new) {
                Some(pair) => *pair,
                None => return,
            },
            Step::Remove { .. } => return,
        };
        let before = self.before.get(one).copied().flatten();
        let after = self.after.get(other).copied().flatten();
        let (Some(from), Some(to)) = (before, after) else {
            return;
        };
        let heir = self.heirs.get(from).copied().flatten();
        if heir == Some(to) || self.old.sections.get(from) == self.new.sections.get(to) {
            return;
        }
        let text = |config: &Config, index: usize| config.sections.get(index).map(header);
        changes.push(Change {
            section: self.new.sections.get(other).map(title).unwrap_or_default(),
            path: "from".to_owned(),
            before: text(self.old, from),
            after: text(self.new, to),
        });
    }
}

/// For each proxy that names no defaults, those that stand before it.
fn of_sections(config: &Config) -> Vec<Option<usize>> {
    let mut last = None;
    let sections = config.sections.iter().enumerate();
    sections
        .map(|(index, section)| {
            if section.kind() == Some(SectionKind::Defaults) {
                last = Some(index);
                return None;
            }
            last.filter(|_| starts_implicitly(section))
        })
        .collect()
}

fn starts_implicitly(section: &AnySection) -> bool {
    match section {
        AnySection::Frontend(section) => section.from.is_none(),
        AnySection::Backend(section) => section.from.is_none(),
        AnySection::Listen(section) => section.from.is_none(),
        _ => false,
    }
}
