use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{Choice, Name, Text};

/// Mails about the state of servers.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum EmailAlertKeyword {
    /// The sender's address.
    #[keyword("email-alert from")]
    EmailAlertFrom(Text),
    /// The least severe messages that are mailed; `alert` where no line says it.
    #[keyword("email-alert level")]
    EmailAlertLevel(Choice<AlertLevel>),
    /// The section of the mail servers.
    #[keyword("email-alert mailers")]
    EmailAlertMailers(Name),
    /// The name that mail servers are greeted with; the host's where no line says it.
    #[keyword("email-alert myhostname")]
    EmailAlertMyhostname(Text),
    /// The receiver's address.
    #[keyword("email-alert to")]
    EmailAlertTo(Text),
}

/// How severe a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Directive)]
pub enum AlertLevel {
    /// The system cannot be used.
    #[keyword("emerg")]
    Emerg,
    /// Something must be done at once.
    #[keyword("alert")]
    Alert,
    /// Critical.
    #[keyword("crit")]
    Crit,
    /// An error.
    #[keyword("err")]
    Err,
    /// A warning.
    #[keyword("warning")]
    Warning,
    /// Normal, but of note.
    #[keyword("notice")]
    Notice,
    /// For information.
    #[keyword("info")]
    Info,
    /// For debugging.
    #[keyword("debug")]
    Debug,
}
