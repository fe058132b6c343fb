use haproxy_model::config::Config;

use super::{Change, Place, header};
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
        let Some(section) = self.new.sections.get(other) else {
            return;
        };
        changes.push(Change {
            path: "from".to_owned(),
            before: text(self.old, from),
            after: text(self.new, to),
            old: Some(Place::header(one)),
            new: Some(Place::header(other)),
            ..Change::of(section)
        });
    }
}

/// For each proxy that names no defaults, those that stand before it.
fn of_sections(config: &Config) -> Vec<Option<usize>> {
    let lineage = config.lineage().into_iter().zip(&config.sections);
    lineage
        .map(|(defaults, section)| defaults.filter(|_| section.from_defaults().is_none()))
        .collect()
}
