use crate::language::Directive;
use crate::log::Severity;
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
    EmailAlertLevel(Choice<Severity>),
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
