use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use haproxy_config::to_text;
use haproxy_model::version::Version;
use haproxy_route::{Collection, CollectionOptions, Rendering, RenderingOptions, render};

use super::read;
use crate::Outcome;
use crate::error::CliError;
use crate::input::display_name;
use crate::selection::version;
use crate::{output, report};

const AFTER_HELP: &str = "\
Services with a gRPC port and those of haproxy-route-tcp are not rendered so far.

The exit code is 1 where a relation is refused.";

#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Render {
    /// The file, or - for standard input.
    file: PathBuf,

    /// The version of HAProxy that the configuration is for, from 2.4 to 3.4.
    #[arg(long, value_name = "VERSION", value_parser = version, default_value = "3.2")]
    target: Version,

    /// The host name of services that have none of their own.
    #[arg(long, value_name = "NAME")]
    external_hostname: Option<String>,

    /// Browsers are told to come over TLS only.
    #[arg(long)]
    hsts: bool,

    /// A path such as /api stands for /apix too.
    #[arg(long)]
    plain_prefixes: bool,
}

impl Render {
    pub(super) fn run(self) -> Result<Outcome, CliError> {
        let rendering = self.rendering()?;
        output::write(&self.text(&rendering)?)?;
        Ok(outcome(&rendering))
    }

    pub(super) fn explain(self) -> Result<Outcome, CliError> {
        let rendering = self.rendering()?;
        let text = self.text(&rendering)?;
        let origins: BTreeMap<_, _> = rendering
            .origins
            .iter()
            .map(|origin| ((origin.section, origin.statement), origin.relation_id))
            .collect();
        let text = String::from_utf8_lossy(&text).into_owned();
        let mut lines = text.lines();
        let mut explained = String::new();
        for (index, section) in rendering.config.sections.iter().enumerate() {
            if index > 0 {
                lines.next();
                explained.push('\n');
            }
            explained.extend(lines.next());
            explained.push('\n');
            for statement in 0..section.len() {
                explained.extend(lines.next());
                if let Some(id) = origins.get(&(index, statement)) {
                    let _ = write!(explained, "  # relation {id}");
                }
                explained.push('\n');
            }
        }
        output::write(explained.as_bytes())?;
        Ok(outcome(&rendering))
    }

    fn rendering(&self) -> Result<Rendering, CliError> {
        let external_hostname = self.external_hostname.clone();
        let options = RenderingOptions {
            version: self.target,
            external_hostname: external_hostname.clone(),
            hsts: self.hsts,
            plain_prefixes: self.plain_prefixes,
            ..RenderingOptions::default()
        };
        let collection = CollectionOptions {
            external_hostname,
            ..CollectionOptions::default()
        };
        let rendering = render(&Collection::new(&read(&self.file)?, &collection), &options);
        for (id, reasons) in &rendering.refused {
            for reason in reasons {
                report::note(&format!("relation {id} is refused: {reason}"));
            }
        }
        Ok(rendering)
    }

    fn text(&self, rendering: &Rendering) -> Result<Vec<u8>, CliError> {
        to_text(&rendering.config).map_err(|source| CliError::Print {
            file: display_name(&self.file),
            source,
        })
    }
}

fn outcome(rendering: &Rendering) -> Outcome {
    if rendering.refused.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Findings
    }
}
