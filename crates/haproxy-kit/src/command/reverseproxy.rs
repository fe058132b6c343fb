//! `reverseproxy`: relation data of the older relation.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use haproxy_config::{Document, Target};
use haproxy_model::version::Version;
use haproxy_route::reverseproxy::{
    CharmOptions, KeyedCertificate, MigratedData, Monitoring, Peers, RenderOptions, RequirerUnit,
    Services, migrate,
};
use haproxy_route::{Interface, RelationError, Schema};
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::error::CliError;
use crate::input::{display_name, read_bytes};
use crate::{accompanying, json, output, report};

const AFTER_HELP: &str = "\
FILE is JSON with the databags of the units, of all relations:

  {\"2\": {\"units\": {\"web/0\": {\"port\": \"80\", \"private-address\": \"10.0.0.1\"}}}}

or what 'juju show-unit --format json' prints of the proxy's unit. Units of the endpoint 'peer'
are the other units of the proxy, which say 'private-address' and 'all_services':

  {\"peer:1\": {\"units\": {\"haproxy/1\": {\"private-address\": \"10.0.0.3\", \"all_services\": \"[…]\"}}}}

'render' passes clients on to the first of them that works, unless 'peering_mode' is
'active-active'; it must know --unit and --address for that.

The exit code is 1 where a unit or a service is left out, or something has no equal.

Examples:
  haproxy-kit reverseproxy render relations.json
  juju show-unit haproxy/0 --format json | haproxy-kit reverseproxy migrate -";

/// The version by which a configuration is read of which only the page with statistics counts.
const NEWEST: Version = Version::new(3, 4);

/// Reads relation data of the older relation reverseproxy.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Reverseproxy {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prints the frontends and backends of the services; tells the files that go with them on
    /// standard error.
    Render(Render),
    /// Prints what each service would say over haproxy-route or haproxy-route-tcp, and what has no
    /// equal there.
    Migrate(Input),
}

#[derive(Debug, Args)]
struct Input {
    /// The file, or - for standard input.
    file: PathBuf,

    /// A file with the charm's option 'services', as YAML.
    #[arg(long, value_name = "FILE", conflicts_with = "options")]
    services: Option<PathBuf>,

    /// A file with the charm's options by name, as YAML; 'render' prints global, defaults and the page
    /// with statistics then, too.
    #[arg(long, value_name = "FILE")]
    options: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Render {
    #[command(flatten)]
    input: Input,

    /// The configuration so far. Where the charm is to make the password of the page with statistics, the
    /// one in it stays.
    #[arg(long, value_name = "FILE")]
    current: Option<PathBuf>,

    /// Writes the certificates and error pages below this folder, at their paths; otherwise they are told
    /// on standard error. Where the charm makes its own certificate, one that is there already stays.
    #[arg(long, value_name = "FOLDER")]
    files: Option<PathBuf>,

    /// The name or address that a certificate is made for.
    #[arg(long, value_name = "NAME", default_value = "localhost")]
    public_address: String,

    /// The name of the proxy's own unit, such as haproxy/0.
    #[arg(long, value_name = "NAME", requires = "address")]
    unit: Option<String>,

    /// The address at which its peers reach it.
    #[arg(long, requires = "unit")]
    address: Option<String>,
}

impl Reverseproxy {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        match self.command {
            Command::Render(render) => render.run(),
            Command::Migrate(input) => print_migrated(&input),
        }
    }
}

impl Render {
    fn run(&self) -> Result<Outcome, CliError> {
        let input = &self.input;
        let mut options = input.charm_options()?;
        let relations = read_bytes(&input.file)?;
        let services = input.services(&relations, &options)?;
        let mut services = self.behind_peers(&relations, &options, services)?;
        if let Some(monitoring) = &mut options.monitoring {
            self.settle_password(monitoring)?;
            let page = monitoring.service();
            services.services.entry(page.name.clone()).or_insert(page);
        }
        let mut rendered = services.render(&self.render_options(&options)?);
        if let Some(path) = &input.options {
            let mut config = options
                .settings
                .config()
                .map_err(|source| CliError::Settings {
                    file: display_name(path),
                    source,
                })?;
            config.sections.append(&mut rendered.config.sections);
            rendered.config = config;
        }
        for (service, reason) in &rendered.refused {
            report::note(&format!("the service '{service}' is left out: {reason}"));
        }
        accompanying::write(&rendered.files, self.files.as_deref())?;
        let document =
            Document::from_model(&rendered.config).map_err(|source| CliError::Print {
                file: display_name(&input.file),
                source,
            })?;
        output::write(&document.to_bytes())?;
        Ok(outcome(
            services.refused.is_empty() && rendered.refused.is_empty(),
        ))
    }

    /// The services behind the layer of active-passive peers, where there are such.
    fn behind_peers(
        &self,
        relations: &[u8],
        options: &CharmOptions,
        services: Services,
    ) -> Result<Services, CliError> {
        let found = Peers::read_all(relations).map_err(|error| self.input.unreadable(error))?;
        for (peer, reason) in &found.refused {
            report::note(&format!("the peer {peer} is left out: {reason}"));
        }
        if !options.is_active_passive || found.peers.is_empty() {
            return Ok(services);
        }
        let (Some(unit), Some(address)) = (&self.unit, &self.address) else {
            report::note("peers are left out: they need --unit and --address");
            return Ok(services);
        };
        Ok(services.behind_peers(unit, address, &found.peers))
    }

    /// How services are rendered: with the certificate that the options say.
    fn render_options(&self, options: &CharmOptions) -> Result<RenderOptions, CliError> {
        let mut rendering = RenderOptions::default();
        if let Some(certificate) = options.certificate.clone() {
            let path = rendering.directory.join("default.pem");
            let current = self
                .files
                .as_ref()
                .map(|root| accompanying::below(root, &path));
            let current = current.and_then(|path| std::fs::read(path).ok());
            let made = || KeyedCertificate::self_signed(&self.public_address);
            let certificate = certificate.settle(current.as_deref(), made)?;
            rendering.default_certificate = Some(certificate.to_pem());
        }
        Ok(rendering)
    }

    /// Gives the page with statistics a password, where nobody set any.
    fn settle_password(&self, monitoring: &mut Monitoring) -> Result<(), CliError> {
        let current = match &self.current {
            Some(path) => {
                let document = Document::parse(read_bytes(path)?);
                Some(document.to_model(&Target::new(NEWEST)).0)
            }
            None => None,
        };
        let mut random = [0; 20];
        getrandom::fill(&mut random).map_err(CliError::Random)?;
        monitoring.settle_password(current.as_ref(), random);
        Ok(())
    }
}

fn print_migrated(input: &Input) -> Result<Outcome, CliError> {
    let options = input.charm_options()?;
    let services = input.services(&read_bytes(&input.file)?, &options)?;
    let mut is_whole = services.refused.is_empty();
    let mut result = Map::new();
    for service in migrate(&services, &options.settings.default_mode) {
        is_whole &= service.without_equal.is_empty();
        let (interface, databag) = match &service.data {
            MigratedData::Route(data) => (Interface::Route, data.dump(Schema::RouteV2)),
            MigratedData::Tcp(data) => (Interface::Tcp, data.dump(Schema::TcpV1)),
        };
        let entry = json!({
            "interface": interface.name(),
            "schema": interface.newest().name(),
            "application": databag,
            "without_equal": service.without_equal,
        });
        result.insert(service.name, entry);
    }
    output::write(json::text(&Value::Object(result))?.as_bytes())?;
    Ok(outcome(is_whole))
}

impl Input {
    /// The charm's options, as far as they are given.
    fn charm_options(&self) -> Result<CharmOptions, CliError> {
        if let Some(path) = &self.options {
            let text = String::from_utf8_lossy(&read_bytes(path)?).into_owned();
            return CharmOptions::read(&text).map_err(|source| CliError::Services {
                file: display_name(path),
                source,
            });
        }
        let mut options = CharmOptions::default();
        if let Some(path) = &self.services {
            options.services.services = String::from_utf8_lossy(&read_bytes(path)?).into_owned();
        }
        Ok(options)
    }

    fn unreadable(&self, source: RelationError) -> CliError {
        let file = display_name(&self.file);
        CliError::Relations { file, source }
    }

    /// The services; units that are served nowhere are told.
    fn services(&self, relations: &[u8], options: &CharmOptions) -> Result<Services, CliError> {
        let units = RequirerUnit::read_all(relations).map_err(|error| self.unreadable(error))?;
        let given = self.options.as_deref().or(self.services.as_deref());
        let path: &Path = given.unwrap_or(&self.file);
        let services =
            Services::gather(&units, &options.services).map_err(|source| CliError::Services {
                file: display_name(path),
                source,
            })?;
        for (unit, reason) in &services.refused {
            report::note(&format!("the unit {unit} is left out: {reason}"));
        }
        Ok(services)
    }
}

const fn outcome(is_whole: bool) -> Outcome {
    if is_whole {
        Outcome::Fine
    } else {
        Outcome::Findings
    }
}
