use crate::language::Directive;
use crate::section::{Ignored, Section};
use crate::statement::Statement;
use crate::value::{Address, Duration, Text};

/// A group of mail servers that email alerts go to.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("mailers")]
pub struct Mailers {
    /// What `email-alert mailers` calls the group.
    pub name: Text,
    /// The words behind, which HAProxy ignores.
    pub ignored: Ignored,
    /// The lines of the section.
    pub statements: Vec<Statement<MailersKeyword>>,
}

/// A line of a mailers section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("mailers"), accessors(Mailers))]
#[non_exhaustive]
pub enum MailersKeyword {
    /// A mail server.
    #[keyword(
        "mailer",
        ignores_rest,
        json = "mailer_entries[name](name, address: address)",
        multiple = "mailers"
    )]
    Mailer(Mailer),
    /// How long a mail may take to be handed over to its server; 10 seconds where no line says it.
    #[keyword("timeout mail", ignores_rest, json = "timeout")]
    TimeoutMail(Duration),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A mail server, spoken to by SMTP.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Mailer {
    /// Its name.
    pub name: Text,
    /// Its address, with the port.
    #[arg(address = "mailer")]
    pub address: Address,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let mailers: Mailers = section_prints_back(
            "mailers alerts
                mailer smtp1 192.168.0.1:587
                timeout mail 20s",
        );
        assert_eq!(mailers.mailers().count(), 1);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Mailers>(&[
            (
                "mailer smtp1",
                "mailer <address>: expected an address such as 10.0.0.1:80, found the end of the line",
            ),
            (
                "timeout mail x",
                "timeout mail <time>: expected a time such as 5s, found 'x'",
            ),
        ]);
    }
}
