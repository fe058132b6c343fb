use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use haproxy_config::{QuoteError, to_text};
use haproxy_model::version::Version;
use haproxy_route::{
    Collection, CollectionOptions, PeerAddress, Rendering, RenderingOptions, render,
};

use super::read;
use crate::Outcome;
use crate::error::CliError;
use crate::input::display_name;
use crate::selection::version;
use crate::{accompanying, output, report};

const AFTER_HELP: &str = "\
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

    /// A unit of the proxy, with the name by which HAProxy knows it: that of its host. This unit comes
    /// first, the others behind.
    #[arg(long = "peer", value_name = "NAME=ADDRESS", value_parser = peer)]
    peers: Vec<PeerAddress>,

    /// Browsers are told to come over TLS only.
    #[arg(long)]
    hsts: bool,

    /// Writes the files that go with the configuration below this folder, at their paths; otherwise they
    /// are told on standard error.
    #[arg(long, value_name = "FOLDER")]
    files: Option<PathBuf>,

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
        let lines = rendering
            .explain()
            .map_err(|source| self.unprintable(source))?;
        let mut explained = String::new();
        for line in lines {
            let ids: Vec<_> = line.relation_ids.iter().map(u64::to_string).collect();
            let _ = match &ids[..] {
                [] => writeln!(explained, "{}", line.text),
                [id] => writeln!(explained, "{}  # relation {id}", line.text),
                ids => writeln!(explained, "{}  # relations {}", line.text, ids.join(", ")),
            };
        }
        output::write(explained.as_bytes())?;
        Ok(outcome(&rendering))
    }

    fn rendering(&self) -> Result<Rendering, CliError> {
        let external_hostname = self.external_hostname.clone();
        let options = RenderingOptions {
            version: self.target,
            external_hostname: external_hostname.clone(),
            peers: self.peers.clone(),
            hsts: self.hsts,
            plain_prefixes: self.plain_prefixes,
            ..RenderingOptions::default()
        };
        let collection = CollectionOptions {
            external_hostname,
            ..CollectionOptions::default()
        };
        let rendering = render(&Collection::new(&read(&self.file)?, &collection), &options);
        accompanying::write(&rendering.files, self.files.as_deref())?;
        for (id, reasons) in &rendering.refused {
            for reason in reasons {
                report::note(&format!("relation {id} is refused: {reason}"));
            }
        }
        Ok(rendering)
    }

    fn text(&self, rendering: &Rendering) -> Result<Vec<u8>, CliError> {
        to_text(&rendering.config).map_err(|source| self.unprintable(source))
    }

    fn unprintable(&self, source: QuoteError) -> CliError {
        CliError::Print {
            file: display_name(&self.file),
            source,
        }
    }
}

/// A unit as it is written: `haproxy-0=10.0.0.1`.
fn peer(text: &str) -> Result<PeerAddress, String> {
    let parts = text.split_once('=').filter(|(name, _)| !name.is_empty());
    let peer = parts.and_then(|(name, address)| {
        Some(PeerAddress {
            name: name.to_owned(),
            address: address.parse().ok()?,
        })
    });
    peer.ok_or_else(|| "expected the name of a host and its address, haproxy-0=10.0.0.1".to_owned())
}

fn outcome(rendering: &Rendering) -> Outcome {
    if rendering.refused.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Findings
    }
}
