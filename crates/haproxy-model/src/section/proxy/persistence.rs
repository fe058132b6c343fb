use super::{Cookie, StickRule};
use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::stick_table::StickTable;
use crate::value::{Choice, Condition, Duration, LeadingInteger, Text};

/// How clients stay with a server, and what is remembered of them.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum PersistenceKeyword {
    /// The cookie by which clients stay with a server.
    #[keyword(
        "cookie",
        http,
        json = "cookie(name)",
        sections("defaults", "listen", "backend")
    )]
    Cookie(Cookie),
    /// The key from which the values of dynamic cookies are computed.
    #[keyword(
        "dynamic-cookie-key",
        ignores_rest,
        json = "dynamic_cookie_key",
        sections("defaults", "listen", "backend")
    )]
    DynamicCookieKey(Text),
    /// The table of the section.
    #[keyword(
        "stick-table",
        needs = "type, size",
        json = "stick_table(_)",
        sections("frontend", "listen", "backend")
    )]
    StickTable(StickTable),
    /// Looks for the client's server in a table, and notes it there.
    #[keyword(
        "stick on",
        stage = "choose-server",
        phase = Persistence, ordered = "stick",
        json = "stick_rule_list[type=on](pattern: raw, table)",
        multiple = "stick_on"
    )]
    StickOn(StickRule),
    /// Looks for the client's server in a table.
    #[keyword(
        "stick match",
        stage = "choose-server",
        phase = Persistence, ordered = "stick",
        json = "stick_rule_list[type=match](pattern: raw, table)",
        multiple = "stick_match"
    )]
    StickMatch(StickRule),
    /// Notes the client's server in a table, by something in the request.
    #[keyword(
        "stick store-request",
        stage = "choose-server",
        phase = Persistence, ordered = "stick",
        json = "stick_rule_list[type=store-request](pattern: raw, table)",
        multiple = "stick_store_request"
    )]
    StickStoreRequest(StickRule),
    /// Notes the client's server in a table, by something in the answer.
    #[keyword(
        "stick store-response",
        stage = "stick-store",
        phase = Persistence, ordered = "stick",
        json = "stick_rule_list[type=store-response](pattern: raw, table)",
        multiple = "stick_store_response"
    )]
    StickStoreResponse(StickRule),
    /// Clients stay with a server by a cookie of RDP; `msts` where none is named.
    #[keyword(
        "persist rdp-cookie",
        ignores_rest,
        json = "persist_rule{type=rdp-cookie}(rdp_cookie_name)",
        call,
        sections("defaults", "listen", "backend")
    )]
    PersistRdpCookie(Option<Text>),
    /// When clients are sent even to a server that is down.
    #[keyword(
        "force-persist",
        stage = "tcp-request-content",
        phase = Persistence,
        json = "force_persist_list[] | force_persist",
        multiple = "force_persist"
    )]
    ForcePersist(Condition),
    /// When the cookie does not count.
    #[keyword(
        "ignore-persist",
        stage = "tcp-request-content",
        phase = Persistence,
        json = "ignore_persist_list[] | ignore_persist",
        multiple = "ignore_persist"
    )]
    IgnorePersist(Condition),
    /// Learned which cookie of the application belongs to which server.
    #[keyword("appsession", removed = "1.6", instead = "stick on cookie(…)")]
    Appsession(Box<Appsession>),
}

/// A cookie of the application that was learned.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Appsession {
    /// The cookie's name.
    pub cookie: Text,
    /// How much of its value counted.
    #[arg(keyword = "len")]
    pub length: Option<LeadingInteger>,
    /// How long it was remembered.
    #[arg(keyword = "timeout")]
    pub timeout: Option<Duration>,
    /// The rest, in any order.
    pub parameters: Vec<AppsessionParameter>,
}

/// How a cookie of the application was learned.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum AppsessionParameter {
    /// From requests as well.
    #[keyword("request-learn")]
    RequestLearn,
    /// Names that start like it counted too.
    #[keyword("prefix")]
    Prefix,
    /// Where in the URI it could stand.
    #[keyword("mode")]
    Mode(Choice<AppsessionMode>),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// Where in a URI the cookie of an application could stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum AppsessionMode {
    /// Behind a semicolon in the path.
    #[keyword("path-parameters")]
    PathParameters,
    /// In the query.
    #[keyword("query-string")]
    QueryString,
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                cookie SRV
                cookie SRV insert indirect nocache postonly preserve httponly secure
                cookie SRV prefix
                cookie SRV rewrite domain .a.example domain b.example maxidle 30m maxlife 8h dynamic attr SameSite=Lax
                dynamic-cookie-key secret
                stick-table type ip size 1m
                stick-table type ipv4 size 1m expire 30s store gpc0,http_req_rate(10s) store conn_cur
                stick-table type string len 64 size 100k nopurge peers mypeers srvkey addr
                stick-table size 10 type binary len 4 write-to other recv-only brates-factor 1024
                stick-table type ipv6 size 1 store gpc(3),gpc_rate(3,10s),gpt(2),bytes_in_rate(1m),server_id,server_key,glitch_rate(5s)
                stick on src
                stick on src table peers/t if TRUE
                stick match req.cook(id),lower table t unless { src 10.0.0.1 }
                stick store-request src
                stick store-response res.cook(id) table t
                persist rdp-cookie
                persist rdp-cookie(msts)
                force-persist if { src 10.0.0.0/8 }
                ignore-persist unless TRUE
                appsession JSESSIONID len 52 timeout 3h request-learn prefix mode path-parameters",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[
            (
                "cookie",
                "cookie <name>: expected a word, found the end of the line",
            ),
            (
                "stick-table type ip size 1m store conn_rate(x)",
                "conn_rate <time>: expected a time such as 5s, found 'x'",
            ),
            (
                "force-persist",
                "force-persist: expected 'if' or 'unless', found the end of the line",
            ),
        ]);
    }
}
