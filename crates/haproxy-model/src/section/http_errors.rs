use crate::language::Directive;
use crate::section::{Ignored, Section};
use crate::statement::Statement;
use crate::value::{StatusCode, Text};

/// Error pages under one name.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("http-errors")]
pub struct HttpErrors {
    /// What `errorfiles` calls it.
    pub name: Text,
    /// The words behind, which HAProxy ignores.
    pub ignored: Ignored,
    /// The lines of the section.
    pub statements: Vec<Statement<HttpErrorsKeyword>>,
}

/// A line of an http-errors section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("http-errors"), accessors(HttpErrors))]
#[non_exhaustive]
pub enum HttpErrorsKeyword {
    /// The response to send with a status code.
    #[keyword(
        "errorfile",
        ignores_rest,
        json = "error_files[](code: integer, file)",
        multiple = "errorfiles"
    )]
    Errorfile(ErrorFile),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// The response to send with a status code.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct ErrorFile {
    /// The status code that HAProxy means to send.
    pub status: StatusCode,
    /// The file with the whole response, headers included.
    #[arg(file = "answer")]
    pub file: Text,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let errors: HttpErrors = section_prints_back(
            "http-errors website-1
                errorfile 400 /etc/haproxy/errorfiles/site1/400.http
                errorfile 408 /dev/null",
        );
        assert_eq!(errors.errorfiles().count(), 2);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<HttpErrors>(&[(
            "errorfile abc /dev/null",
            "errorfile <status>: expected a number from 100 to 999, found 'abc'",
        )]);
    }
}
