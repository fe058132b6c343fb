use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Directive, Printer, Words};
use crate::value::{Choice, Text};

/// The request of an HTTP health check, as far as the option says it.
///
/// One argument alone is the URI; with more, the method stands in front of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Httpchk {
    /// The method; `OPTIONS` where none is given. It needs a URI.
    pub method: Option<Text>,
    /// The URI; `/` where none is given.
    pub uri: Option<Text>,
    /// The version of HTTP; `HTTP/1.0` where none is given. Once, headers could follow in it. It
    /// needs a method.
    pub version: Option<Text>,
    /// The value of the `Host` header, since 3.2. It needs a version.
    pub host: Option<Text>,
}

impl Argument for Httpchk {
    const SYNTAX: &'static Syntax = &Syntax::Optional(&Syntax::Either(&[
        &Syntax::Argument("uri", Text::SYNTAX),
        &Syntax::Sequence(&[
            &Syntax::Argument("method", Text::SYNTAX),
            &Syntax::Argument("uri", Text::SYNTAX),
            &Syntax::Optional(&Syntax::Argument("version", Text::SYNTAX)),
            &Syntax::Optional(&Syntax::Argument("host", Text::SYNTAX)),
        ]),
    ]));

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let has_method = words.peek_at(1).is_some();
        let mut next = || words.next_word().map(Text::from);
        let method = if has_method { next() } else { None };
        Ok(Self {
            method,
            uri: next(),
            version: next(),
            host: next(),
        })
    }

    fn print(&self, printer: &mut Printer) {
        let words = [&self.method, &self.uri, &self.version, &self.host];
        for word in words.into_iter().flatten() {
            printer.word(word);
        }
    }
}

/// The login of a MySQL health check.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct MysqlCheck {
    /// The user to log in as; without one, just the server's greeting is read.
    #[arg(keyword = "user")]
    pub user: Option<Text>,
    /// The dialect.
    pub protocol: Option<Choice<MysqlProtocol>>,
}

/// The dialect of a MySQL login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum MysqlProtocol {
    /// Of version 4.1 and later.
    #[keyword("post-41")]
    Post41,
    /// Of versions before 4.1.
    #[keyword("pre-41")]
    Pre41,
    /// Of version 8.0 and later, with native passwords.
    #[keyword("post-80", since = "3.4")]
    Post80,
}

/// The login of a PostgreSQL health check.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct PgsqlCheck {
    /// The user to log in as.
    #[arg(keyword = "user")]
    pub user: Text,
}

/// The greeting of an SMTP health check.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct Smtpchk {
    /// The command; `HELO` where none is given.
    pub hello: Option<SmtpHello>,
    /// The domain to greet with; `localhost` where none is given.
    pub domain: Option<Text>,
}

/// The command that greets an SMTP server.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum SmtpHello {
    /// Of SMTP.
    #[keyword("HELO")]
    Helo,
    /// Of ESMTP.
    #[keyword("EHLO")]
    Ehlo,
    /// Anything else: HAProxy sends `HELO`.
    #[keyword(value)]
    Other(Text),
}
