mod text;

use clap::Args;
use haproxy_config::Rule;
use haproxy_model::catalogue::{Catalogue, Entry};

use self::text::{Explanation, push_wrapped};
use crate::Outcome;
use crate::error::CliError;
use crate::output;
use crate::selection::Selection;

/// How many names to offer for one that is unknown.
const SIMILAR: usize = 12;

const AFTER_HELP: &str = "\
KEYWORD is a section, a statement, or an action, parameter or value of one. It may say what it is part
of: 'check' is explained everywhere, 'server check' as a parameter of servers, 'backend balance' as a
statement of backends.

In a syntax, values stand in <angle brackets>, what may be left out in [square brackets], and
alternatives in { braces | with bars }; ... stands for other parameters, or for more of the same.

KEYWORD may be a rule of check, too, by its code or its name: HK0601, missing-timeouts.

With --target, the exit code is 1 where that version has nothing of this name. It is 2 where no
version has.

Examples:
  haproxy-kit explain balance
  haproxy-kit explain HK0601
  haproxy-kit explain http-request set-header
  haproxy-kit explain check-sni --section backend --target 2.6";

/// Tells what a keyword is for, how it is written, and where and since when it may stand; or what a
/// rule of check is about.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Explain {
    /// The keyword, in one or more words.
    #[arg(required = true, value_name = "KEYWORD")]
    keyword: Vec<String>,

    #[command(flatten)]
    selection: Selection,
}

impl Explain {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let name = self.keyword.join(" ");
        if let Some(rule) = Rule::find(&name) {
            output::write(rule.to_markdown().as_bytes())?;
            return Ok(Outcome::Fine);
        }
        let catalogue = Catalogue::new();
        let mut found = catalogue.find(&name);
        found.retain(|entry| self.selection.has_section_of(entry));
        if found.is_empty() {
            return Err(self.unknown(&catalogue, name));
        }
        let mut text = String::new();
        for (index, entries) in definitions(&found).iter().enumerate() {
            if index > 0 {
                text.push('\n');
            }
            if let Some(explanation) = Explanation::new(entries, &self.selection) {
                explanation.push_to(&mut text);
            }
        }
        self.push_related(&catalogue, &name, &mut text);
        output::write(text.as_bytes())?;
        let mut found = found.into_iter();
        Ok(match found.find(|entry| self.selection.has_target(entry)) {
            Some(_) => Outcome::Fine,
            None => Outcome::Findings,
        })
    }

    /// Names the statements that begin with the keyword.
    fn push_related(&self, catalogue: &Catalogue, name: &str, text: &mut String) {
        let mut related = catalogue.beginning_with(name);
        related.retain(|entry| self.selection.has_section_of(entry));
        let mut names: Vec<String> = related.into_iter().map(Entry::name).collect();
        names.sort();
        names.dedup();
        if !names.is_empty() {
            text.push_str("\nThere is also:\n");
            push_wrapped(text, "  ", &names.join(", "));
        }
    }

    /// Why there is nothing to explain, and what there is instead.
    fn unknown(self, catalogue: &Catalogue, name: String) -> CliError {
        let mut similar = catalogue.similar(&name, usize::MAX);
        similar.retain(|name| {
            let found = catalogue.find(name);
            let mut found = found.into_iter();
            found.any(|entry| self.selection.has_section_of(entry))
        });
        similar.truncate(SIMILAR);
        let found = catalogue.find(&name);
        let mut elsewhere: Vec<&str> = found.into_iter().flat_map(Entry::sections).collect();
        elsewhere.dedup();
        CliError::UnknownKeyword {
            name,
            section: self.selection.section,
            elsewhere: elsewhere.join(", "),
            similar,
        }
    }
}

/// The keywords with those together that say the same of themselves.
fn definitions<'a>(found: &[&'a Entry]) -> Vec<Vec<&'a Entry>> {
    let mut definitions: Vec<Vec<&Entry>> = Vec::new();
    for entry in found {
        let same = definitions.iter_mut().find(|definition| {
            let first = definition.first();
            first.is_some_and(|first| is_same(first, entry))
        });
        match same {
            Some(definition) => definition.push(entry),
            None => definitions.push(vec![entry]),
        }
    }
    definitions
}

fn is_same(one: &Entry, other: &Entry) -> bool {
    let (keyword, with) = (one.keyword(), other.keyword());
    keyword.name == with.name
        && keyword.documentation == with.documentation
        && keyword.usage() == with.usage()
        && keyword.instead == with.instead
        && one.restrictions() == other.restrictions()
        && one.is_server_parameter() == other.is_server_parameter()
        && one.is_statement() == other.is_statement()
        && (keyword.no, keyword.default) == (with.no, with.default)
}
