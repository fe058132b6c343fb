//! The pages on the rules of `check`, from the rules themselves.

use std::fmt::Write as _;
use std::path::PathBuf;

use haproxy_config::{Rule, rules};

use crate::workspace;

const MADE_BY: &str = "<!-- Made by `cargo xtask rules`. -->";

/// Every page with its path: one that lists the rules, and one for each of them.
pub(crate) fn pages() -> Vec<(PathBuf, String)> {
    let docs = workspace().join("docs");
    let mut pages = vec![(docs.join("rules.md"), list())];
    for rule in rules() {
        let path = docs.join("rules").join(page_name(rule));
        pages.push((path, format!("{MADE_BY}\n\n{}", rule.to_markdown())));
    }
    pages
}

fn list() -> String {
    let mut page = format!(
        "{MADE_BY}\n\n# Rules\n\n\
         What `haproxy-kit check` finds. A comment `# haproxy-kit: allow=CODE reason` on the line of \
         a finding, or alone above it, allows it.\n"
    );
    let mut family = None;
    for rule in rules() {
        if family != Some(rule.family) {
            family = Some(rule.family);
            let _ = write!(
                page,
                "\n## {}\n\n| code | name | severity | what it finds |\n|---|---|---|---|\n",
                rule.family
            );
        }
        let (code, name, severity, summary) = (rule.code, rule.name, rule.severity, rule.summary);
        let page_name = page_name(rule);
        let _ = writeln!(
            page,
            "| [{code}](rules/{page_name}) | {name} | {severity} | {summary} |"
        );
    }
    page
}

fn page_name(rule: &Rule) -> String {
    format!("{}.md", rule.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_fresh() {
        let pages = pages();
        for (path, text) in &pages {
            let committed = std::fs::read_to_string(path).unwrap_or_default();
            assert!(
                committed == *text,
                "{} is stale: run `cargo xtask rules`",
                path.display()
            );
        }
        let folder = workspace().join("docs/rules");
        let there = std::fs::read_dir(folder).unwrap().count();
        assert_eq!(there, pages.len() - 1, "pages of rules that are gone");
    }
}
