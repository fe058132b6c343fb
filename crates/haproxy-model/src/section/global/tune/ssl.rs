use crate::language::Directive;
use crate::section::global::{Count, Global};
use crate::value::{Choice, DurationSeconds, Leading, Scalar, Toggle};

/// TLS.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum SslTuning {
    /// How many sessions are kept to be resumed; 20000 by default.
    #[keyword("tune.ssl.cachesize", json = "tune_ssl_options.cachesize")]
    TuneSslCachesize(Count),
    /// How long a session can be resumed; 5 minutes by default.
    #[keyword("tune.ssl.lifetime", json = "tune_ssl_options.lifetime: s")]
    TuneSslLifetime(DurationSeconds),
    /// Shares no sessions between processes.
    #[keyword(
        "tune.ssl.force-private-cache",
        json = "tune_ssl_options.force_private_cache = true"
    )]
    TuneSslForcePrivateCache,
    /// The largest record to send while a connection is young, in bytes; 0 for any.
    #[keyword("tune.ssl.maxrecord", json = "tune_ssl_options.maxrecord")]
    TuneSslMaxrecord(Count),
    /// The largest record to send at any time, in bytes; 0 for any.
    #[keyword("tune.ssl.hard-maxrecord", since = "2.6")]
    TuneSslHardMaxrecord(Count),
    /// The size of the Diffie-Hellman parameters where no file gives them, in bits.
    #[keyword(
        "tune.ssl.default-dh-param",
        json = "tune_ssl_options.default_dh_param"
    )]
    TuneSslDefaultDhParam(Scalar<Leading<1_024, { i32::MAX as i64 }>>),
    /// How many generated certificates are kept; 1000 by default.
    #[keyword(
        "tune.ssl.ssl-ctx-cache-size",
        json = "tune_ssl_options.ctx_cache_size"
    )]
    TuneSslSslCtxCacheSize(Count),
    /// How much of a client's hello is kept for sample fetches, in bytes.
    #[keyword(
        "tune.ssl.capture-buffer-size", again = Refused,
        json = "tune_ssl_options.capture_buffer_size",
        since = "2.6"
    )]
    TuneSslCaptureBufferSize(Count),
    /// How much of a client's ciphers is kept, in bytes.
    #[keyword(
        "tune.ssl.capture-cipherlist-size",
        deprecated = "2.5",
        instead = "tune.ssl.capture-buffer-size",
        renamed
    )]
    TuneSslCaptureCipherlistSize(Count),
    /// Whether the keys of connections are kept for logs.
    #[keyword("tune.ssl.keylog", json = "tune_ssl_options.keylog: toggle")]
    TuneSslKeylog(Toggle),
    /// Whether certificates may be compressed.
    #[keyword(
        "tune.ssl.certificate-compression",
        json = "tune_ssl_options.certificate_compression: toggle",
        since = "3.4",
        backported = "3.2"
    )]
    TuneSslCertificateCompression(Choice<CertificateCompression>),
    /// The shortest time between two updates of an OCSP response, in seconds.
    #[keyword(
        "tune.ssl.ocsp-update.mindelay",
        ignores_rest,
        json = "tune_ssl_options.ocsp_update_min_delay",
        since = "2.8",
        deprecated = "3.0",
        instead = "ocsp-update.mindelay",
        renamed
    )]
    TuneSslOcspUpdateMindelay(Count),
    /// The longest time between two updates of an OCSP response, in seconds.
    #[keyword(
        "tune.ssl.ocsp-update.maxdelay",
        ignores_rest,
        json = "tune_ssl_options.ocsp_update_max_delay",
        since = "2.8",
        deprecated = "3.0",
        instead = "ocsp-update.maxdelay",
        renamed
    )]
    TuneSslOcspUpdateMaxdelay(Count),
}

/// Whether certificates may be compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum CertificateCompression {
    /// As the TLS library likes.
    #[keyword("auto")]
    Auto,
    /// They may not.
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
                tune.ssl.cachesize 100000
                tune.ssl.lifetime 300
                tune.ssl.lifetime 10m
                tune.ssl.force-private-cache
                tune.ssl.maxrecord 1419
                tune.ssl.hard-maxrecord 16384
                tune.ssl.default-dh-param 2048
                tune.ssl.ssl-ctx-cache-size 1000
                tune.ssl.capture-buffer-size 96
                tune.ssl.capture-cipherlist-size 96
                tune.ssl.keylog on
                tune.ssl.certificate-compression auto
                tune.ssl.ocsp-update.mindelay 60
                tune.ssl.ocsp-update.maxdelay 7200",
        );
        statements_fail::<Global>(&[(
            "tune.ssl.keylog yes",
            "tune.ssl.keylog <on|off>: expected 'on' or 'off', found 'yes'",
        )]);
    }
}
