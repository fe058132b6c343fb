//! `top`: a live table of what a running HAProxy does.

mod table;

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use clap::Args;
use haproxy_runtime::Client;
use haproxy_runtime::command::{Info, ShowInfo, ShowStat, Statistics};
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::low_level::emulate_default_handler;

use super::runtime::Connection;
use crate::Outcome;
use crate::error::CliError;
use crate::output;

const AFTER_HELP: &str = "\
Keys:
  q          ends it; so do escape and control-c
  up, down   move through the rows; so do page up, page down, home and end
  p          shows only what has a problem: what is down, and what has errors or waiting requests

While HAProxy does not answer, the last look stays, with the reason below it.

Example:
  haproxy-kit top --socket /run/haproxy/admin.sock --interval 2";

/// Shows frontends, backends and servers of a running HAProxy as they are now.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Top {
    #[command(flatten)]
    connection: Connection,

    /// Seconds from one look to the next.
    #[arg(long, value_name = "SECONDS", default_value = "1")]
    interval: u64,

    /// Prints one look and ends.
    #[arg(long)]
    once: bool,
}

/// How long a look may be ready before it is shown.
const ATTENTION: Duration = Duration::from_millis(100);

/// One look at HAProxy.
struct Look {
    info: Info,
    statistics: Statistics,
}

impl Look {
    fn new(client: &mut Client) -> Result<Self, CliError> {
        Ok(Self {
            info: client.call(&ShowInfo::new())?,
            statistics: client.call(&ShowStat::new())?,
        })
    }
}

/// What of it is shown.
#[derive(Debug, Default)]
struct View {
    offset: usize,
    has_problems_only: bool,
}

impl Top {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        // Elsewhere the keys could not be read, or what draws the table would be among the output.
        if !self.once && !io::stdout().is_terminal() {
            return Err(CliError::NoTerminal);
        }
        let mut client = self.connection.client().kept();
        // What cannot be reached is told before the terminal is taken.
        let look = Look::new(&mut client)?;
        if self.once {
            let text = table::text(&look.info, &look.statistics);
            output::write(text.as_bytes())?;
            return Ok(Outcome::Fine);
        }
        let signal = Signal::awaited().map_err(CliError::Terminal)?;
        let mut terminal = ratatui::try_init().map_err(CliError::Terminal)?;
        let result = self.watch(&mut terminal, client, look, &signal);
        ratatui::try_restore().map_err(CliError::Terminal)?;
        terminal.show_cursor().map_err(CliError::Terminal)?;
        signal.obey().map_err(CliError::Terminal)?;
        result
    }

    fn watch(
        &self,
        terminal: &mut DefaultTerminal,
        client: Client,
        first: Look,
        signal: &Signal,
    ) -> Result<Outcome, CliError> {
        let looks = looks(client, Duration::from_secs(self.interval.max(1)));
        let mut look = first;
        let mut trouble = None;
        let mut view = View::default();
        while !signal.has_come() {
            match looks.try_recv() {
                Ok(Ok(next)) => (look, trouble) = (next, None),
                Ok(Err(error)) => trouble = Some(error.to_string()),
                Err(_) => {}
            }
            let rows = table::rows(&look.statistics, view.has_problems_only);
            view.offset = view.offset.min(rows.len().saturating_sub(1));
            terminal
                .draw(|frame| {
                    table::draw(frame, &look.info, &rows, view.offset, trouble.as_deref());
                })
                .map_err(CliError::Terminal)?;
            if event::poll(ATTENTION).map_err(CliError::Terminal)?
                && view.is_ended().map_err(CliError::Terminal)?
            {
                break;
            }
        }
        Ok(Outcome::Fine)
    }
}

/// A signal that ends the program, once the terminal is as it was.
struct Signal(Arc<AtomicUsize>);

impl Signal {
    /// Catches the signals that would leave the terminal as it is.
    fn awaited() -> io::Result<Self> {
        let number = Arc::new(AtomicUsize::new(0));
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            let value = usize::try_from(signal).unwrap_or_default();
            signal_hook::flag::register_usize(signal, Arc::clone(&number), value)?;
        }
        Ok(Self(number))
    }

    fn has_come(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// Does what the signal does to other programs, if one has come.
    fn obey(&self) -> io::Result<()> {
        match i32::try_from(self.0.load(Ordering::Relaxed)) {
            Ok(signal @ 1..) => emulate_default_handler(signal),
            _ => Ok(()),
        }
    }
}

/// Looks again and again, while keys are waited for: an HAProxy that stands still or starts again ends
/// nothing.
fn looks(mut client: Client, interval: Duration) -> Receiver<Result<Look, CliError>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        loop {
            thread::sleep(interval);
            if sender.send(Look::new(&mut client)).is_err() {
                return;
            }
        }
    });
    receiver
}

impl View {
    /// Does what a key says, and tells whether that is to end.
    fn is_ended(&mut self) -> io::Result<bool> {
        let Event::Key(key) = event::read()? else {
            return Ok(false);
        };
        if key.kind != KeyEventKind::Press {
            return Ok(false);
        }
        match key.code {
            KeyCode::Char('q') | KeyCode::Esc => return Ok(true),
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return Ok(true),
            KeyCode::Char('p') => self.has_problems_only = !self.has_problems_only,
            KeyCode::Up => self.offset = self.offset.saturating_sub(1),
            KeyCode::Down => self.offset = self.offset.saturating_add(1),
            KeyCode::PageUp => self.offset = self.offset.saturating_sub(20),
            KeyCode::PageDown => self.offset = self.offset.saturating_add(20),
            KeyCode::Home => self.offset = 0,
            KeyCode::End => self.offset = usize::MAX,
            _ => {}
        }
        Ok(false)
    }
}
