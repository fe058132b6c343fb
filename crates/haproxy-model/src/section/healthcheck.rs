use crate::language::Directive;
use crate::rule::{HttpCheckRule, TcpCheckRule};
use crate::section::proxy::{Httpchk, MysqlCheck, PgsqlCheck, Smtpchk};
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{Name, Text};

/// A health check under a name of its own.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("healthcheck", since = "3.4")]
pub struct Healthcheck {
    /// What servers call it.
    pub name: Name,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<HealthcheckKeyword>>,
}

/// A line of a healthcheck section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("healthcheck"), accessors(Healthcheck))]
#[non_exhaustive]
pub enum HealthcheckKeyword {
    /// What kind of check it is.
    #[keyword("type", json = "(type)")]
    Type(HealthcheckType),
    /// A step of a check by HTTP.
    #[keyword(group)]
    HttpCheck(Box<HttpCheckRule>),
    /// A step of a check by TCP.
    #[keyword(group)]
    TcpCheck(Box<TcpCheckRule>),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A kind of check.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HealthcheckType {
    /// By the `tcp-check` rules.
    #[keyword("tcp-check")]
    TcpCheck,
    /// By an HTTP request.
    #[keyword(
        "httpchk",
        json = "(httpchk_params.uri) | (httpchk_params.method, httpchk_params.uri, httpchk_params.version, httpchk_params.host)"
    )]
    Httpchk(Box<Httpchk>),
    /// By the start of SSL 3.
    #[keyword("ssl-hello-chk")]
    SslHello,
    /// By an SMTP greeting.
    #[keyword("smtpchk", json = "(smtpchk_params.hello, smtpchk_params.domain)")]
    Smtp(Smtpchk),
    /// By a `PostgreSQL` login.
    #[keyword("pgsql-check", json = "(pgsql_check_params.username)")]
    Pgsql(PgsqlCheck),
    /// By Redis' PING.
    #[keyword("redis-check")]
    Redis,
    /// By the greeting of `MySQL`.
    #[keyword(
        "mysql-check",
        json = "(mysql_check_params.username, mysql_check_params.client_version)"
    )]
    Mysql(MysqlCheck),
    /// By an LDAP bind.
    #[keyword("ldap-check")]
    Ldap,
    /// By the start of SPOP.
    #[keyword("spop-check")]
    Spop,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let check: Healthcheck = section_prints_back(
            "healthcheck web
                type httpchk
                type httpchk GET /health HTTP/1.1 example.com
                type mysql-check user check
                type pgsql-check user postgres
                type smtpchk EHLO domain.tld
                type redis-check
                type ldap-check
                type spop-check
                type ssl-hello-chk
                type tcp-check
                tcp-check connect addr 127.0.0.1 port 20002 ssl
                http-check send meth GET uri /health ver HTTP/1.1
                http-check expect status 200",
        );
        let steps = check
            .statements
            .iter()
            .filter_map(Statement::group::<HttpCheckRule>);
        assert_eq!(steps.count(), 2);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Healthcheck>(&[("type ping", "type: unknown keyword 'ping'")]);
    }
}
