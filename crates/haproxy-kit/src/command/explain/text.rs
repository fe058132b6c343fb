//! What is printed of a keyword.

use std::fmt::Write as _;

use anstyle::Style;
use haproxy_model::catalogue::Entry;
use haproxy_model::keyword::Keyword;

use crate::output::is_coloured;
use crate::selection::Selection;

const BOLD: Style = Style::new().bold();

/// Where a line ends.
const WIDTH: usize = 100;

/// One definition of a keyword, and the places where it stands.
pub(super) struct Explanation<'a> {
    keyword: &'static Keyword,
    first: &'a Entry,
    entries: &'a [&'a Entry],
    selection: &'a Selection,
}

impl<'a> Explanation<'a> {
    /// Of entries that have one definition; there is at least one.
    pub(super) fn new(entries: &'a [&'a Entry], selection: &'a Selection) -> Option<Self> {
        let first = entries.first()?;
        Some(Self {
            keyword: first.keyword(),
            first,
            entries,
            selection,
        })
    }

    pub(super) fn push_to(&self, text: &mut String) {
        let style = if is_coloured() { BOLD } else { Style::new() };
        let _ = writeln!(text, "{style}{}{style:#}", self.title());
        push_wrapped(text, "  ", self.keyword.documentation);
        text.push('\n');
        self.push_places(text);
        text.push('\n');
        self.push_facts(text);
        self.push_choices(text);
    }

    /// The name with what it is part of, where that is the same everywhere.
    fn title(&self) -> String {
        let name = self.first.name();
        if self.entries.iter().all(|entry| entry.name() == name) {
            name
        } else {
            self.keyword.name.to_owned()
        }
    }

    /// The lines, those of the same sections together.
    fn push_places(&self, text: &mut String) {
        let mut places: Vec<(String, Vec<String>)> = Vec::new();
        for entry in self.entries {
            let sections = match &*self.selection.sections_of(entry) {
                [] => "Opens a section:".to_owned(),
                sections => format!("In {}:", sections.join(", ")),
            };
            let usage = entry.usage();
            match places.iter_mut().find(|(known, _)| *known == sections) {
                Some((_, usages)) if usages.contains(&usage) => {}
                Some((_, usages)) => usages.push(usage),
                None => places.push((sections, vec![usage])),
            }
        }
        for (sections, usages) in places {
            push_wrapped(text, "  ", &sections);
            for usage in usages {
                let _ = writeln!(text, "    {usage}");
            }
        }
    }

    fn push_facts(&self, text: &mut String) {
        let mut fact = |name: &str, value: &str| {
            let _ = writeln!(text, "  {name:<15} {value}");
        };
        let restrictions = self.first.restrictions();
        if restrictions.is_empty() {
            fact("Versions", "all from 2.4 on");
        } else {
            fact("Versions", &restrictions.join("; "));
        }
        if let Some(target) = self.selection.target {
            let has = self
                .entries
                .iter()
                .any(|entry| self.selection.has_target(entry));
            let answer = if has { "has it" } else { "does not have it" };
            fact(&format!("HAProxy {target}"), answer);
        }
        if let Some(instead) = self.keyword.instead {
            fact("Instead", &format!("write {instead}"));
        }
        if !self.keyword.aliases.is_empty() {
            fact("Also written", &self.keyword.aliases.join(", "));
        }
        if self.first.is_statement() {
            fact("Prefixes", prefixes(self.keyword));
        }
        if self.first.is_server_parameter() {
            let accepted = |is_accepted| {
                if is_accepted {
                    "takes it"
                } else {
                    "refuses it"
                }
            };
            fact("default-server", accepted(self.keyword.default_server));
            let runtime = accepted(self.keyword.runtime);
            fact("add server", &format!("{runtime} (runtime API)"));
        }
    }

    /// The keywords to choose from in the arguments.
    fn push_choices(&self, text: &mut String) {
        for names in self.keyword.syntax.choices() {
            let names: Vec<&str> = names.iter().map(|keyword| keyword.name).collect();
            let mut shown = names;
            shown.dedup();
            if shown.len() > 1 {
                text.push_str("\n  One of:\n");
                push_wrapped(text, "    ", &shown.join(", "));
            }
        }
    }
}

fn prefixes(keyword: &Keyword) -> &'static str {
    match (keyword.no, keyword.default) {
        (true, true) => "no, default",
        (true, false) => "no",
        (false, true) => "default",
        (false, false) => "none",
    }
}

/// The words with line breaks between them where needed.
pub(super) fn push_wrapped(text: &mut String, indent: &str, words: &str) {
    let mut column = 0;
    for word in words.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            text.push('\n');
            column = 0;
        }
        if column == 0 {
            text.push_str(indent);
            column = indent.len();
        } else {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text.push('\n');
}
