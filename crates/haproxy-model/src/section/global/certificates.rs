use crate::language::Directive;
use crate::section::global::{Count, Global};
use crate::value::{Address, Choice, Several, Text, Toggle};

/// Where certificates and what belongs to them come from.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum CertificatesKeyword {
    /// Where relative paths of authorities' certificates start.
    #[keyword("ca-base", again = Refused, json = "ssl_options.ca_base")]
    CaBase(Text),
    /// Where relative paths of certificates start.
    #[keyword("crt-base", again = Refused, json = "ssl_options.crt_base")]
    CrtBase(Text),
    /// Where relative paths of private keys start.
    #[keyword("key-base", again = Refused, since = "3.0")]
    KeyBase(Text),
    /// A directory of certificates to complete chains with.
    #[keyword("issuers-chain-path", json = "ssl_options.issuers_chain_path")]
    IssuersChainPath(Text),
    /// A file of Diffie-Hellman parameters for listeners.
    #[keyword("ssl-dh-param-file", json = "ssl_options.dh_param_file")]
    SslDhParamFile(#[arg(file = "dh-parameters")] Text),
    /// Replaces `.crt` by the ending of a file that belongs to it, instead of adding one.
    #[keyword("ssl-load-extra-del-ext", ignores_rest)]
    SslLoadExtraDelExt,
    /// Which files beside a certificate are looked for.
    #[keyword("ssl-load-extra-files", json = "ssl_options.load_extra_files: raw")]
    SslLoadExtraFiles(Several<Choice<ExtraFile>>),
    /// Leaves authorities that certify themselves out of what clients get.
    #[keyword(
        "ssl-skip-self-issued-ca",
        ignores_rest,
        json = "ssl_options.skip_self_issued_ca = true"
    )]
    SslSkipSelfIssuedCa,
    /// The command that prints the passphrase of an encrypted key.
    #[keyword(
        "ssl-passphrase-cmd",
        json = "ssl_options.passphrase_cmd: raw",
        since = "3.4"
    )]
    SslPassphraseCmd(Several<Text>),
    /// Whether OCSP responses are never updated, whatever other lines say.
    #[keyword(
        "ocsp-update.disable",
        takes_nothing,
        takes_anything,
        ignores_rest,
        json = "ocsp_update_options.disable: switch",
        since = "3.0"
    )]
    OcspUpdateDisable(Toggle),
    /// Whether OCSP responses are updated where a certificate says nothing.
    #[keyword(
        "ocsp-update.mode",
        takes_nothing,
        takes_anything,
        ignores_rest,
        json = "ocsp_update_options.mode: toggle",
        since = "3.0"
    )]
    OcspUpdateMode(Toggle),
    /// The shortest time between two updates of an OCSP response, in seconds; 300 by default.
    #[keyword(
        "ocsp-update.mindelay",
        ignores_rest,
        json = "ocsp_update_options.mindelay: integer",
        since = "3.0"
    )]
    OcspUpdateMindelay(Count),
    /// The longest time between two updates of an OCSP response, in seconds; 3600 by default.
    #[keyword(
        "ocsp-update.maxdelay",
        ignores_rest,
        json = "ocsp_update_options.maxdelay: integer",
        since = "3.0"
    )]
    OcspUpdateMaxdelay(Count),
    /// The HTTP proxy that OCSP updates go through.
    #[keyword(
        "ocsp-update.httpproxy",
        json = "ocsp_update_options.httpproxy(address: address)",
        since = "3.0"
    )]
    OcspUpdateHttpproxy(#[arg(address = "http-proxy")] Address),
    /// Whether certificates are renewed by ACME.
    #[keyword("acme.scheduler", json = "ssl_options.acme_scheduler", since = "3.2")]
    AcmeScheduler(Choice<AcmeScheduler>),
}

/// Files beside a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum ExtraFile {
    /// None.
    #[keyword("none")]
    None,
    /// All there are.
    #[keyword("all")]
    All,
    /// Certificates of other key types: `.rsa`, `.ecdsa`, `.dsa`.
    #[keyword("bundle")]
    Bundle,
    /// `.sctl`: timestamps for Certificate Transparency.
    #[keyword("sctl")]
    Sctl,
    /// `.ocsp`: an OCSP response.
    #[keyword("ocsp")]
    Ocsp,
    /// `.issuer`: the issuer's certificate.
    #[keyword("issuer")]
    Issuer,
    /// `.key`: the private key.
    #[keyword("key")]
    Key,
}

/// Whether certificates are renewed by ACME.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum AcmeScheduler {
    /// They are, in time.
    #[keyword("auto")]
    Auto,
    /// They are not.
    #[keyword("off")]
    Off,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                ca-base /etc/ssl/certs
                crt-base /etc/ssl/private
                key-base /etc/ssl/keys
                issuers-chain-path /etc/ssl/chains
                ssl-dh-param-file /etc/ssl/dh.pem
                ssl-load-extra-del-ext
                ssl-load-extra-files bundle sctl ocsp issuer key
                ssl-load-extra-files none
                ssl-skip-self-issued-ca
                ssl-passphrase-cmd /bin/pass first second
                ocsp-update.disable off
                ocsp-update.mode on
                ocsp-update.mindelay 60
                ocsp-update.maxdelay 7200
                ocsp-update.httpproxy 10.0.0.1:3128
                acme.scheduler off",
        );
        statements_fail::<Global>(&[(
            "ssl-load-extra-files",
            "ssl-load-extra-files: expected 'none', 'all', 'bundle', 'sctl', 'ocsp', 'issuer' or 'key', found the end of the line",
        )]);
    }
}
