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
    #[keyword("email-alert from", ignores_rest, json = "email_alert.from")]
    EmailAlertFrom(Text),
    /// The least severe messages that are mailed; `alert` where no line says it.
    #[keyword("email-alert level", ignores_rest, json = "email_alert.level")]
    EmailAlertLevel(Choice<Severity>),
    /// The section of the mail servers.
    #[keyword("email-alert mailers", ignores_rest, json = "email_alert.mailers")]
    EmailAlertMailers(#[arg(refers = "mailers")] Name),
    /// The name that mail servers are greeted with; the host's where no line says it.
    #[keyword(
        "email-alert myhostname",
        ignores_rest,
        json = "email_alert.myhostname"
    )]
    EmailAlertMyhostname(Text),
    /// The receiver's address.
    #[keyword("email-alert to", ignores_rest, json = "email_alert.to")]
    EmailAlertTo(Text),
}

#[cfg(test)]
mod tests {
    use crate::section::Backend;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Backend>(
            "backend x
                email-alert from a@example.com
                email-alert level notice
                email-alert mailers m
                email-alert myhostname h
                email-alert to b@example.com",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Backend>(&[(
            "email-alert level loud",
            "email-alert level: unknown keyword 'loud', expected 'emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info' or 'debug'",
        )]);
    }
}
