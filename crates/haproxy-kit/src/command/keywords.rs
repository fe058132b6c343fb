use std::fmt::Write as _;

use clap::Args;
use haproxy_model::catalogue::{Catalogue, Entry};
use serde::Serialize;

use crate::Outcome;
use crate::error::CliError;
use crate::output;
use crate::selection::Selection;

const AFTER_HELP: &str = "\
Each keyword has its syntax, the sections and versions that have it, and a description. Listed are
the keywords that open sections, statements, and the actions, parameters and values that are part of
them. In a syntax, ... stands for other parameters of the line.

With --json, each keyword is one object on a line of its own:

  {\"name\":\"timeout client-hs\",\"syntax\":\"timeout client-hs <time>\",\"sections\":[\"defaults\"],
   \"since\":\"3.0\",\"removed\":null,\"deprecated\":null,\"instead\":null,\"experimental\":false,
   \"no\":false,\"default\":false,\"default_server\":null,\"runtime\":null,\"aliases\":[],
   \"documentation\":\"For a client to finish its handshake.\"}

\"since\" is null where HAProxy 2.4 had it. \"no\" and \"default\" tell whether a statement may stand
behind these words; \"default_server\" and \"runtime\" whether default-server and the runtime command
'add server' take it, null where it is no parameter of a server. \"sections\" is empty for what opens
a section.

Examples:
  haproxy-kit keywords --section backend --target 3.0
  haproxy-kit keywords --json | jq -r 'select(.removed != null) | .name'";

/// Lists all keywords that HAProxy has.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Keywords {
    #[command(flatten)]
    selection: Selection,

    /// Prints one JSON object a keyword.
    #[arg(long)]
    json: bool,
}

/// A keyword as it is printed.
#[derive(Serialize)]
struct Description {
    name: String,
    syntax: String,
    sections: Vec<&'static str>,
    since: Option<String>,
    removed: Option<String>,
    deprecated: Option<String>,
    instead: Option<&'static str>,
    experimental: bool,
    no: bool,
    default: bool,
    default_server: Option<bool>,
    runtime: Option<bool>,
    aliases: &'static [&'static str],
    documentation: &'static str,
}

impl Keywords {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let catalogue = Catalogue::new();
        let mut text = String::new();
        for entry in catalogue.entries() {
            if !self.selection.has_section_of(entry) || !self.selection.has_target(entry) {
                continue;
            }
            let sections = self.selection.sections_of(entry);
            if !self.json {
                push_listing(&mut text, entry, &sections);
            } else if let Ok(line) = serde_json::to_string(&description(entry, sections)) {
                text.push_str(&line);
                text.push('\n');
            }
        }
        output::write(text.as_bytes())?;
        Ok(Outcome::Fine)
    }
}

fn description(entry: &Entry, sections: Vec<&'static str>) -> Description {
    let keyword = entry.keyword();
    let is_server_parameter = entry.is_server_parameter();
    let is_statement = entry.is_statement();
    Description {
        name: entry.name(),
        syntax: entry.usage(),
        sections,
        since: entry.since().map(|version| version.to_string()),
        removed: entry.removed().map(|version| version.to_string()),
        deprecated: entry.deprecated().map(|version| version.to_string()),
        instead: keyword.instead,
        experimental: entry.is_experimental(),
        no: is_statement && keyword.no,
        default: is_statement && keyword.default,
        default_server: is_server_parameter.then_some(keyword.default_server),
        runtime: is_server_parameter.then_some(keyword.runtime),
        aliases: keyword.aliases,
        documentation: keyword.documentation,
    }
}

fn push_listing(text: &mut String, entry: &Entry, sections: &[&str]) {
    let _ = writeln!(text, "{}", entry.usage());
    for line in entry.keyword().documentation.lines() {
        let _ = writeln!(text, "    {line}");
    }
    let mut facts = Vec::new();
    if !sections.is_empty() {
        facts.push(format!("in {}", sections.join(", ")));
    }
    facts.extend(entry.restrictions());
    let instead = entry.keyword().instead;
    facts.extend(instead.map(|instead| format!("write {instead} instead")));
    if !facts.is_empty() {
        let _ = writeln!(text, "    {}", facts.join("; "));
    }
}
