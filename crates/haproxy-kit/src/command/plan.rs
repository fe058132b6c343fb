//! `plan` and `apply`: from one configuration to another, without a reload where that is possible.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use haproxy_config::{Folder, Target};
use haproxy_model::version::Version;
use haproxy_runtime::operation::ReloadMaster;
use haproxy_runtime::plan::{Capabilities, Configuration, Plan, ReadCapabilities, ReadFiles, plan};
use haproxy_runtime::{Address, Client, Process};

use super::runtime::Connection;
use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::input::is_standard_input;
use crate::selection::version;
use crate::{input, output};

const PLAN_HELP: &str = "\
The steps are runtime commands, in the order in which `apply` does them. Where one change needs a
reload, all of the reasons are told instead.

Files that are named by relative paths are looked for beside OLD and NEW, or where their default-path
says, so that two folders may hold two versions of a map or a certificate. Files of one path are one
file: with --socket it is compared with what the process holds, which tells of its maps, ACLs,
certificates with their OCSP responses, lists of them, CA files and CRL files. What of a certificate
it does not tell counts as the same, and a note says so.

With --json, `steps` has an object for each step, `reasons` one for each reason and `notes` one for
each note; no private key is in any.

The exit code is 0 where no reload is needed and 1 where one is.

Examples:
  haproxy-kit plan haproxy.cfg haproxy.cfg.new
  haproxy-kit plan old/haproxy.cfg new/haproxy.cfg --target 3.0 --json | jq .reasons
  haproxy-kit plan haproxy.cfg haproxy.cfg.new --socket /run/haproxy/admin.sock";

const APPLY_HELP: &str = "\
Each step is checked. Where one fails, those before it are undone. At the end the process is compared
with the plan. Where a reload is needed nothing is done, its reasons are told and the exit code is 1;
with --master the master is asked for it, which reads the files that it was started with.

Servers that go get no new clients, and those that they have may finish: at most so long as --drain
says, then they are cut off.

Examples:
  haproxy-kit apply haproxy.cfg.old haproxy.cfg --socket /run/haproxy/admin.sock --dry-run
  haproxy-kit apply haproxy.cfg.old haproxy.cfg --socket /run/haproxy/admin.sock
  haproxy-kit apply haproxy.cfg.old haproxy.cfg --socket /run/haproxy/admin.sock \\
    --master /run/haproxy/master.sock";

/// Tells the runtime commands that take a process from one configuration to another.
#[derive(Debug, Args)]
#[command(after_help = PLAN_HELP)]
pub(crate) struct PlanCommand {
    #[command(flatten)]
    configurations: Configurations,

    /// The process that runs OLD, which is asked what it can do: a path, abns@NAME or HOST:PORT.
    #[arg(long, value_name = "SOCKET")]
    socket: Option<Address>,

    /// The socket is a master's, and this the process that is meant: @1, @!PID.
    #[arg(long, value_name = "PROCESS", requires = "socket")]
    process: Option<Process>,

    /// Prints the plan as JSON.
    #[arg(long)]
    json: bool,
}

/// Takes a process from one configuration to another by runtime commands.
#[derive(Debug, Args)]
#[command(after_help = APPLY_HELP)]
pub(crate) struct Apply {
    #[command(flatten)]
    configurations: Configurations,

    #[command(flatten)]
    connection: Connection,

    /// Tells what would be done, and does nothing.
    #[arg(long)]
    dry_run: bool,

    /// The seconds that clients of a server that goes may take to finish.
    #[arg(long, value_name = "SECONDS", default_value = "10")]
    drain: u64,

    /// The seconds that a server that is added may take to be up; it is waited for then.
    #[arg(long, value_name = "SECONDS")]
    wait: Option<u64>,

    /// The master that reloads where that is needed.
    #[arg(long, value_name = "SOCKET")]
    master: Option<Address>,

    /// The old workers end at once where it reloads, since HAProxy 3.0.
    #[arg(long, requires = "master")]
    hard: bool,
}

#[derive(Debug, Args)]
struct Configurations {
    /// The configuration that the process runs: a file, a folder, or - for standard input.
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The configuration that it is to run.
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// The version of HAProxy, from 2.4 to 3.4; that of the process, or 3.2 where there is none.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    target: Option<Version>,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

impl Configurations {
    /// The plan, by what the process tells of itself where there is one.
    fn plan(&self, client: Option<&mut Client>) -> Result<Plan, CliError> {
        if is_standard_input(&self.old) && is_standard_input(&self.new) {
            return Err(CliError::StandardInputTwice);
        }
        let Some(client) = client else {
            let target = self.environment.target(self.target)?;
            let capabilities = Capabilities::new(target.version);
            let (old, new) = (read(&self.old, &target)?, read(&self.new, &target)?);
            return Ok(plan(&old, &new, &capabilities));
        };
        let mut capabilities = client.run(&ReadCapabilities)?;
        capabilities.version = self.target.unwrap_or(capabilities.version);
        let target = self.environment.target(Some(capabilities.version))?;
        let old = read(&self.old, &target)?;
        let new = read(&self.new, &target)?;
        let old = client.run(&ReadFiles::new(old))?;
        Ok(plan(&old, &new, &capabilities))
    }
}

/// A configuration with the files beside it.
fn read(path: &Path, target: &Target) -> Result<Configuration, CliError> {
    let config = input::read_all(&[path.to_owned()])?.to_model(target);
    let folder = Folder::of(&config, path);
    Ok(Configuration::read(config, &folder)?)
}

impl PlanCommand {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut client = self.socket.map(|socket| match self.process {
            Some(process) => Client::master(socket, process),
            None => Client::new(socket),
        });
        let plan = self.configurations.plan(client.as_mut())?;
        let text = if self.json {
            let json = serde_json::to_string_pretty(&plan);
            json.map_err(|error| CliError::Write(error.into()))? + "\n"
        } else {
            plan.to_string()
        };
        output::write(text.as_bytes())?;
        Ok(outcome(&plan))
    }
}

impl Apply {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut client = self.connection.client();
        let mut plan = self.configurations.plan(Some(&mut client))?;
        output::write(plan.to_string().as_bytes())?;
        if self.dry_run {
            return Ok(outcome(&plan));
        }
        if plan.needs_reload() {
            let Some(master) = self.master else {
                return Ok(Outcome::Findings);
            };
            let mut master = Client::master(master, Process::Master);
            let reload = ReloadMaster {
                is_hard: self.hard,
                ..ReloadMaster::new()
            };
            let reload = master.run(&reload)?;
            for line in &reload.logs.0 {
                let line = format!("{}: {}\n", line.level, line.message);
                output::write(line.as_bytes())?;
            }
            return Ok(if reload.is_success {
                Outcome::Fine
            } else {
                Outcome::Findings
            });
        }
        plan = plan.drain(Duration::from_secs(self.drain));
        if let Some(time) = self.wait {
            plan = plan.wait(Duration::from_secs(time));
        }
        plan.apply(&mut client)?;
        Ok(Outcome::Fine)
    }
}

fn outcome(plan: &Plan) -> Outcome {
    if plan.needs_reload() {
        Outcome::Findings
    } else {
        Outcome::Fine
    }
}
