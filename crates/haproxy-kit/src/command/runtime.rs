//! `runtime`: commands to a running HAProxy.

use std::time::Duration;

use clap::Args;
use haproxy_runtime::command::{Raw, RawJson};
use haproxy_runtime::protocol::Payload;
use haproxy_runtime::{Address, Client, Process, Timeouts};

use crate::Outcome;
use crate::error::CliError;
use crate::{input, output};

const AFTER_HELP: &str = "\
Several words are one command, and each stays one word whatever it holds. One word is a command as
HAProxy reads it, with its escapes. What HAProxy refuses is an error, with its reason; an answer
that breaks off is one too.

With --json the answers of known commands have fields and numbers; others are text. Events that are
watched are a text a line.

Examples:
  haproxy-kit runtime --socket /run/haproxy/admin.sock show stat --json
  haproxy-kit runtime --socket /run/haproxy/admin.sock set server app/s1 state drain
  haproxy-kit runtime --socket /run/haproxy/admin.sock set ssl cert site.pem --payload site.pem
  haproxy-kit runtime --socket /run/haproxy/master.sock --process @1 show info
  haproxy-kit runtime --socket 127.0.0.1:9999 'show servers state app'";

/// Sends a command to a running HAProxy and prints the answer.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Runtime {
    #[command(flatten)]
    connection: Connection,

    /// Prints the answer as JSON.
    #[arg(long)]
    json: bool,

    /// The file that stands below the command, or - for standard input.
    #[arg(long, value_name = "FILE")]
    payload: Option<std::path::PathBuf>,

    /// The command.
    #[arg(required = true, value_name = "CMD")]
    words: Vec<String>,
}

/// How a running HAProxy is reached.
#[derive(Debug, Args)]
pub(crate) struct Connection {
    /// Where HAProxy listens: a path, abns@NAME or HOST:PORT.
    #[arg(long, value_name = "SOCKET")]
    socket: Address,

    /// The socket is a master's, and this the process that is meant: @1, @!PID or @master.
    #[arg(long, value_name = "PROCESS")]
    process: Option<Process>,

    /// The most seconds that HAProxy may take to answer.
    #[arg(long, value_name = "SECONDS", default_value = "30")]
    timeout: u64,
}

impl Connection {
    pub(crate) fn client(&self) -> Client {
        let client = match self.process {
            Some(process) => Client::master(self.socket.clone(), process),
            None => Client::new(self.socket.clone()),
        };
        let timeouts = Timeouts {
            read: Duration::from_secs(self.timeout),
            ..Timeouts::default()
        };
        client.timeouts(timeouts)
    }
}

impl Runtime {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let command = self.command()?;
        let mut client = self.connection.client();
        if self.json && command.is_endless() {
            for line in client.lines(&command)? {
                let line = serde_json::Value::from(line?);
                output::write(format!("{line}\n").as_bytes())?;
            }
            return Ok(Outcome::Fine);
        }
        if self.json {
            let answer = client.call(&RawJson(command))?;
            output::write(format!("{answer:#}\n").as_bytes())?;
            return Ok(Outcome::Fine);
        }
        for line in client.lines(&command)? {
            let line = haproxy_model::text::to_bytes(&line?).into_owned();
            output::write(&[line.as_slice(), b"\n"].concat())?;
        }
        Ok(Outcome::Fine)
    }

    fn command(&self) -> Result<Raw, CliError> {
        let command = match self.words.as_slice() {
            [line] => Raw::new(line.clone()),
            words => Raw::words(words.iter().map(String::as_str))
                .map_err(haproxy_runtime::Error::from)?,
        };
        let Some(path) = &self.payload else {
            return Ok(command);
        };
        let bytes = input::read_bytes(path)?;
        Ok(command.payload(Payload::new(haproxy_model::text::from_bytes(&bytes))))
    }
}
