use crate::language::Directive;
use crate::section::{Backend, Defaults, ErrorFile, Frontend, Listen};
use crate::value::{LogFormat, Name, StatusCode, Text};

/// What clients get where HAProxy itself answers with an error.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen),
    ordered = "errors"
)]
#[non_exhaustive]
pub enum ErrorKeyword {
    /// A file with the whole answer to a status.
    #[keyword(
        "errorfile",
        json = "error_files[](code: integer, file)",
        multiple = "errorfiles"
    )]
    Errorfile(ErrorFile),
    /// Answers of an `http-errors` section.
    #[keyword(
        "errorfiles",
        json = "errorfiles_from_http_errors[](name, codes: integers)",
        multiple = "errorfiles_sections"
    )]
    Errorfiles(ErrorFiles),
    /// Where a status redirects to, with status 302.
    #[keyword("errorloc", multiple = "errorloc")]
    Errorloc(ErrorLocation),
    /// Where a status redirects to, with status 302.
    #[keyword(
        "errorloc302",
        json = "errorloc302(code: integer, url)",
        multiple = "errorloc302"
    )]
    Errorloc302(ErrorLocation),
    /// Where a status redirects to, with status 303.
    #[keyword(
        "errorloc303",
        json = "errorloc303(code: integer, url)",
        multiple = "errorloc303"
    )]
    Errorloc303(ErrorLocation),
    /// An answer to a status.
    #[keyword(
        "http-error",
        needs = "status",
        json = "http_error_rule_list[type=status](_)",
        multiple = "http_error"
    )]
    HttpError(HttpError),
}

/// Answers of an `http-errors` section.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct ErrorFiles {
    /// The section's name.
    #[arg(refers = "http-errors")]
    pub section: Name,
    /// The statuses to take from it; all where none is given.
    pub statuses: Vec<StatusCode>,
}

/// Where a status redirects to.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct ErrorLocation {
    /// The status.
    pub status: StatusCode,
    /// The URL.
    pub location: Text,
}

/// An answer to a status.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct HttpError {
    /// The status and the answer, in any order; `status` must be there.
    pub parameters: Vec<HttpErrorParameter>,
}

/// A part of the answer to a status.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HttpErrorParameter {
    /// The status.
    #[keyword("status", json = "status: integer")]
    Status(StatusCode),
    /// The type of the content.
    #[keyword("content-type", json = "return_content_type")]
    ContentType(Text),
    /// HAProxy's own answer.
    #[keyword(
        "default-errorfiles",
        json = "return_content_format = default-errorfiles"
    )]
    DefaultErrorfiles,
    /// The whole answer, from a file.
    #[keyword(
        "errorfile",
        json = "return_content_format = errorfile (return_content)"
    )]
    Errorfile(#[arg(file = "answer")] Text),
    /// The answer of this `http-errors` section.
    #[keyword(
        "errorfiles",
        json = "return_content_format = errorfiles (return_content)"
    )]
    Errorfiles(#[arg(refers = "http-errors")] Name),
    /// The content, from a file.
    #[keyword("file", json = "return_content_format = file (return_content)")]
    File(#[arg(file = "content")] Text),
    /// The content, from a file that is a log format.
    #[keyword("lf-file", json = "return_content_format = lf-file (return_content)")]
    LfFile(#[arg(file = "format")] Text),
    /// The content.
    #[keyword("string", json = "return_content_format = string (return_content)")]
    String(Text),
    /// The content, as a log format.
    #[keyword(
        "lf-string",
        json = "return_content_format = lf-string (return_content)"
    )]
    LfString(LogFormat),
    /// A header.
    #[keyword("hdr", json = "return_hdrs[](name, fmt)")]
    Hdr {
        /// Its name.
        name: Text,
        /// Its value.
        value: LogFormat,
    },
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

#[cfg(test)]
mod tests {
    use crate::section::Frontend;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Frontend>(
            "frontend x
                errorfile 503 /etc/503.http
                errorfiles site
                errorfiles site 400 503
                errorloc 503 /sorry
                errorloc302 503 /sorry
                errorloc303 ${CODE} https://example.com/
                http-error status 503 default-errorfiles
                http-error status 400 content-type text/plain lf-string %ci hdr X-A %[src] hdr X-B b
                http-error errorfile /dev/null status 408
                http-error status 404 errorfiles site
                http-error status 404 content-type text/html file /a
                http-error status 404 content-type text/html lf-file /a
                http-error status 404 content-type text/html string a",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Frontend>(&[
            (
                "errorfile x /a",
                "errorfile <status>: expected a number from 100 to 999, found 'x'",
            ),
            (
                "errorloc 503",
                "errorloc <location>: expected a word, found the end of the line",
            ),
        ]);
    }
}
