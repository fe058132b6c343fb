use std::path::{Path, PathBuf};

use haproxy_model::config::{AnySection, Config};
use haproxy_model::section::global::{CertificatesKeyword, ExtraFile, GlobalKeyword};

/// The files that HAProxy reads beside those of certificates, each named after its certificate.
pub(super) struct Beside {
    kinds: Vec<ExtraFile>,
    /// Whether they are named without the `.crt` of their certificate.
    is_without_ending: bool,
}

impl Beside {
    /// Those that a configuration has HAProxy read.
    pub(super) fn of(config: &Config) -> Self {
        let mut this = Self {
            kinds: vec![ExtraFile::All],
            is_without_ending: false,
        };
        let globals = config.sections.iter().filter_map(|section| match section {
            AnySection::Global(global) => Some(global),
            _ => None,
        });
        for statement in globals.flat_map(|global| &global.statements) {
            match &statement.directive {
                GlobalKeyword::Certificates(CertificatesKeyword::SslLoadExtraDelExt) => {
                    this.is_without_ending = true;
                }
                GlobalKeyword::Certificates(CertificatesKeyword::SslLoadExtraFiles(kinds)) => {
                    this.kinds = kinds
                        .iter()
                        .filter_map(|kind| kind.value().copied())
                        .collect();
                }
                _ => {}
            }
        }
        this
    }

    /// Whether HAProxy reads files of this kind.
    pub(super) fn reads(&self, kind: ExtraFile) -> bool {
        let mut kinds = self.kinds.iter();
        kinds.any(|own| *own == kind || *own == ExtraFile::All)
    }

    /// Where this one of a certificate is; `None` where HAProxy does not read it.
    pub(super) fn path(&self, certificate: &Path, kind: ExtraFile) -> Option<PathBuf> {
        let ending = match kind {
            ExtraFile::Key => ".key",
            ExtraFile::Issuer => ".issuer",
            ExtraFile::Ocsp => ".ocsp",
            ExtraFile::Sctl => ".sctl",
            _ => return None,
        };
        if !self.reads(kind) {
            return None;
        }
        let has_ending = certificate
            .extension()
            .is_some_and(|ending| ending == "crt");
        let mut path = if self.is_without_ending && has_ending {
            certificate.with_extension("")
        } else {
            certificate.to_owned()
        };
        path.as_mut_os_string().push(ending);
        Some(path)
    }
}
