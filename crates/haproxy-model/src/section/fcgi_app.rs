use crate::language::Directive;
use crate::log::Log;
use crate::rule::AclDefinition;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{Condition, LeadingPositive, LogFormat, Name, Regex, Text};

/// A `FastCGI` application.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("fcgi-app")]
pub struct FcgiApp {
    /// What `use-fcgi-app` calls it.
    pub name: Name,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<FcgiAppKeyword>>,
}

/// A line of an fcgi-app section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("fcgi-app"), accessors(FcgiApp))]
#[non_exhaustive]
pub enum FcgiAppKeyword {
    /// A condition with a name, for this section only.
    #[keyword("acl", phase = Acl, json = "acl_list[](acl_name)", multiple = "acls")]
    Acl(AclDefinition),
    /// The root of the documents, on the application's machine.
    #[keyword("docroot", json = "docroot")]
    DocumentRoot(Text),
    /// The script that a URL ending in a slash stands for.
    #[keyword("index", json = "index")]
    Index(Text),
    /// A header of requests that the application gets.
    #[keyword(
        "pass-header", phase = Request,
        json = "pass_headers[](name)",
        multiple = "pass_headers"
    )]
    PassHeader(PassHeader),
    /// What takes the script's name, and perhaps the path behind it, from the URL's path.
    #[keyword("path-info", json = "path_info")]
    PathInfo(Regex),
    /// Where the application's errors are logged.
    #[keyword(
        "log-stderr",
        json = "log_stderrs[](_, address, len, format, {sample.ranges}:{sample.size: integer}, profile, facility, level, minlevel)",
        multiple = "log_stderrs"
    )]
    LogStderr(Log),
    /// Asks the application for its limits.
    #[keyword("option get-values", json = "get_values", no, default)]
    OptionGetValues,
    /// Keeps the connection open after a response; the default.
    #[keyword("option keep-conn", json = "keep_conn", no, default)]
    OptionKeepConnection,
    /// The most requests that the application handles at a time; 1 by default.
    #[keyword("option max-reqs", json = "max_reqs")]
    OptionMaxRequests(LeadingPositive),
    /// Sends several requests at a time on a connection.
    #[keyword("option mpxs-conns", json = "mpxs_conns", no, default)]
    OptionMultiplexConnections,
    /// A parameter for the application.
    #[keyword(
        "set-param", phase = Request,
        json = "set_params[](name, format)",
        multiple = "set_params"
    )]
    SetParameter(SetParameter),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A header of requests that the application gets.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct PassHeader {
    /// The header.
    pub name: Text,
    /// When.
    pub condition: Option<Condition>,
}

/// A parameter for the application.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct SetParameter {
    /// The parameter.
    pub name: Text,
    /// Its value.
    pub format: LogFormat,
    /// When.
    pub condition: Option<Condition>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let app: FcgiApp = section_prints_back(
            r"fcgi-app php-fpm
                acl local_dst hdr(host) -i localhost
                docroot /var/www/my-app
                index index.php
                log-stderr global
                log-stderr 127.0.0.1 local0
                pass-header Authorization
                pass-header X-Secret if local_dst
                path-info ^(/.+\.php)(/.*)?$
                option get-values
                no option keep-conn
                option max-reqs 10
                option mpxs-conns
                set-param REDIRECT_STATUS 200
                set-param PHP_AUTH_DIGEST %[req.hdr(Authorization)] unless { src 10.0.0.1 }",
        );
        assert_eq!(app.document_root().unwrap(), "/var/www/my-app");
        assert!(!app.option_keep_connection());
        assert!(app.option_get_values());
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<FcgiApp>(&[(
            "no docroot /",
            "expected a keyword that may stand behind 'no', found 'docroot'",
        )]);
    }
}
