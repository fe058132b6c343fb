use crate::language::Directive;
use crate::section::Section;
use crate::statement::Statement;
use crate::value::Text;

/// A group of mail servers that email alerts go to.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("mailers")]
pub struct Mailers {
    /// What `email-alert mailers` calls the group.
    pub name: Text,
    /// The lines of the section.
    pub statements: Vec<Statement<MailersKeyword>>,
}

/// A line of a mailers section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("mailers"), accessors(Mailers))]
#[non_exhaustive]
pub enum MailersKeyword {
    /// A mail server.
    #[keyword("mailer", multiple = "mailers")]
    Mailer(Mailer),
    /// How long a mail may take to be handed over to its server; 10 seconds where no line says it.
    #[keyword("timeout mail")]
    TimeoutMail(Text),
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
    pub address: Text,
}
