//! All keywords, each in every place where it may stand.

mod entry;
mod query;
mod statements;
mod walk;

pub use entry::Entry;

use query::Query;

use crate::keyword::Syntax;

/// Every keyword of every section: statements, their actions, parameters and values.
///
/// ```
/// use haproxy_model::catalogue::Catalogue;
///
/// let catalogue = Catalogue::new();
/// let found = catalogue.find("http-request set-header");
/// assert_eq!(found[0].name(), "http-request set-header");
/// assert!(found[0].sections().any(|section| section == "frontend"));
///
/// assert_eq!(catalogue.find("timeout server")[0].usage(), "timeout server <time>");
/// assert!(catalogue.find("balanec").is_empty());
/// assert_eq!(catalogue.similar("balanec", 3)[0], "balance");
/// ```
#[derive(Debug, Clone)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

impl Catalogue {
    /// Reads the tables of the model.
    pub fn new() -> Self {
        Self {
            entries: walk::entries(),
        }
    }

    /// All keywords: those that open sections, then statements, each before what is part of it.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The names of all kinds of section.
    pub fn sections(&self) -> Vec<&'static str> {
        let sections = self.entries.iter().filter(|entry| entry.is_section());
        sections.map(|entry| entry.keyword.name).collect()
    }

    /// The keywords of this name, those with the fewest keywords around them first.
    ///
    /// The name may say what the keyword is part of (`server check`), the section
    /// (`backend balance`), and have a prefix (`no option httplog`) or parentheses (`hdr(host)`).
    /// Where no keyword has the name, those are found that end with it (`httplog`), then those that
    /// have it as a word of their syntax.
    pub fn find(&self, name: &str) -> Vec<&Entry> {
        let query = Query::new(name);
        let mut found: Vec<&Entry> = self.matching(|entry| query.matches(entry));
        if found.is_empty()
            && let Some((first, rest)) = query.split_first()
        {
            found = match first {
                "no" | "default" => self.matching(|entry| rest.matches(entry)),
                section => self.matching(|entry| {
                    entry.sections().any(|name| name == section) && rest.matches(entry)
                }),
            };
        }
        if found.is_empty() {
            let end = format!(" {name}");
            found = self.matching(|entry| entry.keyword.name.ends_with(&end));
        }
        if found.is_empty() {
            found = self.matching(|entry| has_word(entry.keyword.syntax, name));
        }
        found.sort_by_key(|entry| entry.parents.len());
        found
    }

    /// The statements that begin with this word: of `timeout`, `timeout client` and its like.
    pub fn beginning_with(&self, word: &str) -> Vec<&Entry> {
        let begins = |name: &str| {
            let rest = name.strip_prefix(word);
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        self.matching(|entry| entry.is_statement() && begins(entry.keyword.name))
    }

    /// At most so many names of keywords that look like this one, the nearest first.
    pub fn similar(&self, name: &str, count: usize) -> Vec<String> {
        let query = Query::new(name);
        let mut names: Vec<(usize, String)> = Vec::new();
        for entry in &self.entries {
            if let Some(distance) = query.distance(entry) {
                let name = if query.has_parents() {
                    entry.name()
                } else {
                    entry.keyword.name.to_owned()
                };
                names.push((distance, name));
            }
        }
        let nearest = names.iter().map(|(distance, _)| *distance).min();
        names.retain(|(distance, _)| nearest.is_some_and(|nearest| *distance <= nearest + 1));
        names.sort_by_key(|(distance, _)| *distance);
        let mut similar: Vec<String> = Vec::new();
        for (_, name) in names {
            if !similar.contains(&name) {
                similar.push(name);
            }
        }
        similar.truncate(count);
        similar
    }

    fn matching(&self, is_meant: impl Fn(&Entry) -> bool) -> Vec<&Entry> {
        self.entries
            .iter()
            .filter(|entry| is_meant(entry))
            .collect()
    }
}

impl Default for Catalogue {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether this word stands as it is in the syntax.
fn has_word(syntax: &Syntax, name: &str) -> bool {
    match syntax {
        Syntax::Word(word) => *word == name,
        Syntax::Value(kind) => kind.contains('|') && kind.split('|').any(|word| word == name),
        Syntax::Nothing | Syntax::Keywords(_) => false,
        Syntax::Argument(_, inner)
        | Syntax::Call(inner)
        | Syntax::Joined(inner)
        | Syntax::Optional(inner)
        | Syntax::Repeat(inner)
        | Syntax::List(inner, _) => has_word(inner, name),
        Syntax::Sequence(parts) | Syntax::Either(parts) => {
            parts.iter().any(|part| has_word(part, name))
        }
    }
}

#[cfg(test)]
mod tests;
