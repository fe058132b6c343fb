use crate::language::Directive;
use crate::section::proxy::{Httpchk, MysqlCheck, PgsqlCheck, Smtpchk};
use crate::section::{Backend, Defaults, Frontend, Listen};

/// An option of how servers are checked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum CheckOption {
    /// Checks servers by an HTTP request.
    #[keyword("option httpchk")]
    Httpchk(Httpchk),
    /// Checks servers by an LDAP bind.
    #[keyword("option ldap-check")]
    LdapCheck,
    /// Checks servers by MySQL's greeting.
    #[keyword("option mysql-check")]
    MysqlCheck(MysqlCheck),
    /// Checks servers by a PostgreSQL login.
    #[keyword("option pgsql-check")]
    PgsqlCheck(PgsqlCheck),
    /// Checks servers by Redis' PING.
    #[keyword("option redis-check")]
    RedisCheck,
    /// Checks servers by an SMTP greeting.
    #[keyword("option smtpchk")]
    Smtpchk(Smtpchk),
    /// Checks servers by the start of SPOP.
    #[keyword("option spop-check")]
    SpopCheck,
    /// Checks servers by the start of SSL 3.
    #[keyword("option ssl-hello-chk")]
    SslHelloChk,
    /// Checks servers by the `tcp-check` rules.
    #[keyword("option tcp-check")]
    TcpCheck,
}
