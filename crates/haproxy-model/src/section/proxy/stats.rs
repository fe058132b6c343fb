use std::fmt;
use std::str::FromStr;

use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Directive, Printer, Problem, Words};
use crate::rule::HttpRequestRule;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{Condition, DurationSeconds, Name, Text};

/// The page of statistics.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum StatsKeyword {
    /// When the page lets servers be changed.
    #[keyword(
        "stats admin",
        http,
        json = "stats_options.stats_admin = true (stats_admin_cond, stats_admin_cond_test)",
        stage = "http-request",
        phase = Statistics,
        multiple = "stats_admin",
        sections("frontend", "listen", "backend")
    )]
    StatsAdmin(Condition),
    /// A user who may see the page.
    #[keyword(
        "stats auth",
        http,
        ignores_rest,
        json = "stats_options.stats_auths[]({user}:{passwd})",
        multiple = "stats_auth"
    )]
    StatsAuth(Account),
    /// Turns the page on.
    #[keyword(
        "stats enable",
        http,
        ignores_rest,
        json = "stats_options.stats_enable = true"
    )]
    StatsEnable,
    /// Does not show HAProxy's version; what holds since 2.1 where no line says otherwise.
    #[keyword(
        "stats hide-version",
        http,
        ignores_rest,
        json = "stats_options.stats_hide_version = true"
    )]
    StatsHideVersion,
    /// Who may see the page.
    #[keyword(
        "stats http-request",
        http,
        json = "stats_options.stats_http_requests[](type)",
        stage = "http-request",
        phase = Statistics,
        multiple = "stats_http_request",
        sections("frontend", "listen", "backend")
    )]
    StatsHttpRequest(Box<HttpRequestRule>),
    /// What a browser says when it asks for the password.
    #[keyword(
        "stats realm",
        http,
        ignores_rest,
        json = "stats_options.stats_realm = true (stats_realm_realm)"
    )]
    StatsRealm(Text),
    /// How often a browser reads the page again; seconds where no unit is given.
    #[keyword(
        "stats refresh",
        http,
        ignores_rest,
        json = "stats_options.stats_refresh_delay: s"
    )]
    StatsRefresh(DurationSeconds),
    /// A section that the page shows; all where no line says it.
    #[keyword(
        "stats scope",
        http,
        ignores_rest,
        json = "stats_options.stats_scopes[]",
        multiple = "stats_scope"
    )]
    StatsScope(StatsScope),
    /// A description that the page shows; that of the process where none is given.
    #[keyword(
        "stats show-desc",
        http,
        ignores_rest,
        json = "stats_options.stats_show_desc: sentence"
    )]
    StatsShowDesc(Vec<Text>),
    /// Shows more of servers and sessions.
    #[keyword(
        "stats show-legends",
        http,
        ignores_rest,
        json = "stats_options.stats_show_legends = true"
    )]
    StatsShowLegends,
    /// Shows the statistics of HAProxy's parts.
    #[keyword(
        "stats show-modules",
        ignores_rest,
        http,
        json = "stats_options.stats_show_modules = true"
    )]
    StatsShowModules,
    /// A name of the node that the page shows; that of the process where none is given.
    #[keyword(
        "stats show-node",
        http,
        ignores_rest,
        json = "stats_options.stats_show_node_name"
    )]
    StatsShowNode(Option<Text>),
    /// Shows HAProxy's version.
    #[keyword(
        "stats show-version",
        http,
        json = "stats_options.stats_show_version = true",
        since = "3.4"
    )]
    StatsShowVersion,
    /// The start of the page's URI; `/haproxy?stats` where no line says it.
    #[keyword(
        "stats uri",
        http,
        ignores_rest,
        json = "stats_options.stats_uri_prefix"
    )]
    StatsUri(Text),
}

/// A section that the page of statistics shows.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum StatsScope {
    /// The one with the statement.
    #[keyword(".")]
    Own,
    /// That of this name.
    #[keyword(value)]
    Named(Name),
}

/// A user's name and password in one word, `user:password`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account(Text);

impl Account {
    /// The user's name.
    pub fn user(&self) -> &str {
        self.0
            .split_once(':')
            .map_or(self.0.as_str(), |(user, _)| user)
    }

    /// The password, as it is typed; nothing where there is no colon.
    pub fn password(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, password)| password)
    }
}

impl FromStr for Account {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for Account {
    const SYNTAX: &'static Syntax = &Syntax::Value("user:password");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        words
            .expect("a user and a password, as user:password")
            .map(|word| Self(word.into()))
    }

    fn print(&self, printer: &mut Printer) {
        printer.word(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                stats enable
                stats admin if TRUE
                stats auth admin:secret:word
                stats hide-version
                stats http-request auth realm Here if TRUE
                stats http-request allow
                stats http-request deny unless TRUE
                stats realm Statistics
                stats refresh 10
                stats scope .
                stats scope app
                stats show-desc all of it
                stats show-legends
                stats show-modules
                stats show-node
                stats show-node n1
                stats show-version
                stats uri /stats",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "stats uri",
            "stats uri <text>: expected a word, found the end of the line",
        )]);
    }
}
