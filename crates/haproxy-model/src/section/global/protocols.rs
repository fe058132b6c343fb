use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{Several, StatusSet, Text};

/// How strictly HTTP and other protocols are taken.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum ProtocolsKeyword {
    /// How a header's name is spelled towards HTTP/1 peers that mind.
    #[keyword(
        "h1-case-adjust",
        json = "h1_case_adjust[](from, to)",
        multiple = "h1_case_adjusts"
    )]
    H1CaseAdjust(HeaderCase),
    /// A file of spellings of headers' names.
    #[keyword("h1-case-adjust-file", json = "h1_case_adjust_file")]
    H1CaseAdjustFile(Text),
    /// Accepts bodies of HTTP/1.0 requests with any method.
    #[keyword(
        "h1-accept-payload-with-any-method",
        json = "h1_accept_payload_with_any_method = true",
        since = "2.6"
    )]
    H1AcceptPayloadWithAnyMethod,
    /// Keeps connections on which a message had both a length and an encoding.
    #[keyword(
        "h1-do-not-close-on-insecure-transfer-encoding",
        json = "h1_do_not_close_on_insecure_transfer_encoding = true",
        since = "3.2"
    )]
    H1DoNotCloseOnInsecureTransferEncoding,
    /// Offers no websockets over HTTP/2.
    #[keyword(
        "h2-workaround-bogus-websocket-clients",
        json = "h2_workaround_bogus_websocket_clients = true",
        since = "2.6"
    )]
    H2WorkaroundBogusWebsocketClients,
    /// The status codes that count as errors.
    #[keyword("http-err-codes", json = "http_err_codes[](value: raw)", since = "3.0")]
    HttpErrCodes(Several<StatusSet>),
    /// The status codes that count as failures.
    #[keyword(
        "http-fail-codes",
        json = "http_fail_codes[](value: raw)",
        since = "3.0"
    )]
    HttpFailCodes(Several<StatusSet>),
    /// Sends checks' PROXY headers of version 2 without saying that they are checks.
    #[keyword("pp2-never-send-local", json = "pp2_never_send_local = true")]
    Pp2NeverSendLocal,
}

/// How a header's name is spelled.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct HeaderCase {
    /// The name in small letters.
    pub from: Text,
    /// The name as it is sent.
    pub to: Text,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                h1-case-adjust host Host
                h1-case-adjust-file /etc/haproxy/case
                h1-accept-payload-with-any-method
                h1-do-not-close-on-insecure-transfer-encoding
                h2-workaround-bogus-websocket-clients
                http-err-codes 400-499 -450 +500
                http-fail-codes +501,505
                pp2-never-send-local",
        );
        statements_fail::<Global>(&[(
            "h1-case-adjust host",
            "h1-case-adjust <to>: expected a word, found the end of the line",
        )]);
    }
}
