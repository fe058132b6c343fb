use crate::language::Directive;
use crate::section::proxy::{Httpchk, MysqlCheck, PgsqlCheck, Smtpchk};
use crate::section::{Backend, Defaults, Frontend, Listen};

/// An option of how servers are checked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen),
    ordered = "check"
)]
#[non_exhaustive]
pub enum CheckOption {
    /// Checks servers by an HTTP request.
    #[keyword(
        "option httpchk",
        json = "adv_check = httpchk (httpchk_params.uri) | adv_check = httpchk (httpchk_params.method, httpchk_params.uri, httpchk_params.version, httpchk_params.host)"
    )]
    Httpchk(Httpchk),
    /// Checks servers by an LDAP bind.
    #[keyword("option ldap-check", json = "adv_check = ldap-check")]
    LdapCheck,
    /// Checks servers by MySQL's greeting.
    #[keyword(
        "option mysql-check",
        json = "adv_check = mysql-check (mysql_check_params.username, mysql_check_params.client_version)"
    )]
    MysqlCheck(MysqlCheck),
    /// Checks servers by a PostgreSQL login.
    #[keyword(
        "option pgsql-check",
        json = "adv_check = pgsql-check (pgsql_check_params.username)"
    )]
    PgsqlCheck(PgsqlCheck),
    /// Checks servers by Redis' PING.
    #[keyword("option redis-check", json = "adv_check = redis-check")]
    RedisCheck,
    /// Checks servers by an SMTP greeting.
    #[keyword(
        "option smtpchk",
        json = "adv_check = smtpchk (smtpchk_params.hello, smtpchk_params.domain)"
    )]
    Smtpchk(Smtpchk),
    /// Checks servers by the start of SPOP.
    #[keyword("option spop-check", json = "spop_check")]
    SpopCheck,
    /// Checks servers by the start of SSL 3.
    #[keyword("option ssl-hello-chk", json = "adv_check = ssl-hello-chk")]
    SslHelloChk,
    /// Checks servers by the `tcp-check` rules.
    #[keyword("option tcp-check", json = "adv_check = tcp-check")]
    TcpCheck,
}

#[cfg(test)]
mod tests {
    use crate::section::Backend;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Backend>(
            "backend x
                option httpchk
                option httpchk /up
                option httpchk GET /up
                option httpchk GET /up HTTP/1.1
                option httpchk GET /up HTTP/1.1 example.com
                option ldap-check
                option mysql-check
                option mysql-check user u
                option mysql-check user u post-41
                option pgsql-check user u
                option redis-check
                option smtpchk
                option smtpchk EHLO example.com
                option smtpchk HI x
                option spop-check
                option ssl-hello-chk
                option tcp-check",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Backend>(&[(
            "option pgsql-check",
            "option pgsql-check <user>: expected 'user', found the end of the line",
        )]);
    }
}
