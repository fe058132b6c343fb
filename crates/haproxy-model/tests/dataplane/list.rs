use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The variable that has the lists written anew.
const VARIABLE: &str = "HAPROXY_KIT_UPDATE";

/// A list of what differs, each line with its reason.
pub(crate) struct List {
    path: PathBuf,
    /// By property: what differs, and why.
    lines: BTreeMap<String, (String, String)>,
    introduction: String,
}

impl List {
    /// The list of this name.
    pub(crate) fn read(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/dataplane");
        let path = folder.join(name).with_extension("txt");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let mut lines = BTreeMap::new();
        let mut introduction = String::new();
        for line in text.lines() {
            if line.starts_with('#') {
                introduction.push_str(line);
                introduction.push('\n');
                continue;
            }
            let mut parts = line.split('\t').map(str::to_owned);
            let mut next = || parts.next().unwrap_or_default();
            lines.insert(next(), (next(), next()));
        }
        Self {
            path,
            lines,
            introduction,
        }
    }

    /// With a line that ends in `*` in place of all that start as it does.
    fn gather(&self, found: BTreeMap<String, String>) -> BTreeMap<String, String> {
        let starts: Vec<&str> = self
            .lines
            .keys()
            .filter_map(|key| key.strip_suffix('*'))
            .collect();
        let gathered = |key: String| {
            let start = starts.iter().find(|start| key.starts_with(**start));
            start.map_or(key.clone(), |start| format!("{start}*"))
        };
        found
            .into_iter()
            .map(|(key, what)| (gathered(key), what))
            .collect()
    }

    /// What is wrong where the list is not this one, or lacks a reason.
    pub(crate) fn check(self, found: BTreeMap<String, String>) -> Option<String> {
        let found = self.gather(found);
        let listed = self.lines.iter();
        let known: BTreeMap<String, String> = listed
            .map(|(key, (what, _))| (key.clone(), what.clone()))
            .collect();
        let name = self.path.display().to_string();
        if known != found && std::env::var_os(VARIABLE).is_some() {
            self.write(found);
            return Some(format!("{name} is written anew: look at it"));
        }
        let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
            let lines = one
                .iter()
                .filter(|(key, what)| other.get(*key) != Some(what));
            lines.fold(String::new(), |mut text, (key, what)| {
                let _ = writeln!(text, "  {key}: {what}");
                text
            })
        };
        if known != found {
            return Some(format!(
                "{name} is not what was found.\nListed only:\n{}Found only:\n{}",
                only(&known, &found),
                only(&found, &known)
            ));
        }
        let without: Vec<_> = self
            .lines
            .iter()
            .filter(|(_, (_, reason))| reason.trim().is_empty())
            .map(|(key, _)| key)
            .collect();
        (!without.is_empty()).then(|| format!("{name}: without a reason: {without:#?}"))
    }

    fn write(self, found: BTreeMap<String, String>) {
        let mut text = self.introduction;
        for (key, what) in found {
            let reason = self.lines.get(&key).map_or("", |(_, reason)| reason);
            let _ = writeln!(text, "{key}\t{what}\t{reason}");
        }
        std::fs::write(&self.path, text).unwrap();
    }
}
