use std::collections::{BTreeMap, BTreeSet};

use super::dump::Dump;

/// The listings of all versions and what else tells when something came.
#[derive(Debug)]
pub(super) struct History {
    /// Oldest first.
    pub(super) dumps: Vec<Dump>,
    /// The manual of the oldest supported version, of which there is no listing.
    pub(super) oldest_manual: String,
    /// The manual of the oldest version with a listing.
    pub(super) oldest_dumped_manual: String,
}

/// One name over the versions.
#[derive(Debug)]
pub(super) struct Entry<'a, T> {
    pub(super) name: &'a str,
    /// What the newest version that has it says.
    pub(super) newest: &'a T,
    /// The first version that has it; `None` where the oldest supported one does.
    pub(super) since: Option<(u8, u8)>,
    /// The first version that does not have it any more.
    pub(super) removed: Option<(u8, u8)>,
    /// What versions before said otherwise, oldest first, and the first version that does not.
    pub(super) former: Vec<(&'a T, (u8, u8))>,
}

impl History {
    /// Every name that some version lists, in byte order.
    pub(super) fn entries<'a, T: PartialEq>(
        &'a self,
        of: impl Fn(&'a Dump) -> &'a BTreeMap<String, T>,
    ) -> Vec<Entry<'a, T>> {
        let names: BTreeSet<&str> = self
            .dumps
            .iter()
            .flat_map(|dump| of(dump).keys().map(String::as_str))
            .collect();
        names
            .into_iter()
            .filter_map(|name| {
                let first = self
                    .dumps
                    .iter()
                    .position(|dump| of(dump).contains_key(name))?;
                let last = self
                    .dumps
                    .iter()
                    .rposition(|dump| of(dump).contains_key(name))?;
                Some(Entry {
                    name,
                    newest: of(self.dumps.get(last)?).get(name)?,
                    since: match first {
                        0 if !self.came_with_first_listing(name) => None,
                        _ => Some(self.dumps.get(first)?.version),
                    },
                    removed: self.dumps.get(last + 1).map(|dump| dump.version),
                    former: self.former(name, &of),
                })
            })
            .collect()
    }

    /// What versions said of a name that a later one says otherwise.
    fn former<'a, T: PartialEq>(
        &'a self,
        name: &str,
        of: &impl Fn(&'a Dump) -> &'a BTreeMap<String, T>,
    ) -> Vec<(&'a T, (u8, u8))> {
        let facts: Vec<_> = self
            .dumps
            .iter()
            .filter_map(|dump| Some((of(dump).get(name)?, dump.version)))
            .collect();
        let pairs = facts.iter().zip(facts.iter().skip(1));
        pairs
            .filter(|((before, _), (after, _))| before != after)
            .map(|((before, _), (_, version))| (*before, *version))
            .collect()
    }

    /// Whether the oldest listing's manual knows a name that the oldest manual does not.
    fn came_with_first_listing(&self, name: &str) -> bool {
        !mentions(&self.oldest_manual, name) && mentions(&self.oldest_dumped_manual, name)
    }
}

/// Whether the name stands in the text as a word.
fn mentions(text: &str, name: &str) -> bool {
    let in_name = |character: char| character.is_ascii_alphanumeric() || "._-+".contains(character);
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + name.len()..).unwrap_or_default();
        // A full stop may end a sentence.
        let after = after.strip_prefix('.').unwrap_or(after).chars().next();
        !before.is_some_and(in_name) && !after.is_some_and(in_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_whole_word() {
        assert!(mentions("see fc_src.", "fc_src"));
        assert!(mentions("fc_src : ip", "fc_src"));
        assert!(!mentions("fc_src_port", "fc_src"));
        assert!(!mentions("bfc_src", "fc_src"));
        assert!(!mentions("req.hdr_cnt", "hdr_cnt"));
    }

    #[test]
    fn versions_come_from_first_and_last_listing() {
        let listing = |names: &[&str]| {
            let lines: Vec<String> = names
                .iter()
                .map(|name| format!("{name}: str => str"))
                .collect();
            format!(
                "# List of registered sample converter functions:\n{}",
                lines.join("\n")
            )
        };
        let history = History {
            dumps: vec![
                Dump::read("2.6", &listing(&["old", "fresh", "gap", "hidden"])).unwrap(),
                Dump::read("2.8", &listing(&["old", "fresh", "hidden"])).unwrap(),
                Dump::read("3.0", &listing(&["newest", "fresh", "gap", "hidden"])).unwrap(),
            ],
            oldest_manual: "old gap".to_owned(),
            oldest_dumped_manual: "old gap fresh".to_owned(),
        };
        let entries: Vec<_> = history
            .entries(|dump| &dump.converters)
            .iter()
            .map(|entry| (entry.name, entry.since, entry.removed))
            .collect();
        assert_eq!(
            entries,
            [
                ("fresh", Some((2, 6)), None),
                ("gap", None, None),
                ("hidden", None, None),
                ("newest", Some((3, 0)), None),
                ("old", None, Some((3, 0))),
            ]
        );
    }
}
