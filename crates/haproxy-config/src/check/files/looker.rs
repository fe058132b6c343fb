use std::borrow::Cow;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use haproxy_model::certificate::CertificateParameter;
use haproxy_model::config::AnySection;
use haproxy_model::crt_list::{CrtListError, CrtListLine, CrtListParameter};
use haproxy_model::evaluation::{EvaluationKind, FileKind};
use haproxy_model::language::Words;
use haproxy_model::pattern_file::MapLine;
use haproxy_model::spoe::SpoeFile;

use super::certificate::{Certificate, Validity};
use super::folders::Folders;
use super::named_file::{Content, NamedFile, Values};
use super::{
    Files, certificate_expiry, file_syntax, invalid_certificate, key_mismatch, missing_file,
};
use crate::check::Rule;
use crate::check::context::{Context, EvaluatedPlace};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::document::Document;
use crate::model::model_words;

/// Endings of files in a folder of certificates that belong to other files.
const BESIDE: [&str; 5] = ["key", "ocsp", "sctl", "issuer", "dh"];
/// Endings of the files that stand for a certificate of several kinds of key.
const BUNDLE: [&str; 3] = ["rsa", "ecdsa", "dsa"];

/// Looks at files, each once for every line that names it.
pub(super) struct Looker<'c, 'a> {
    context: &'c Context<'a>,
    files: Files<'c>,
    folders: Folders<'a>,
}

/// Where a finding goes.
struct Site<'f> {
    place: (usize, Span),
    found: &'f mut Vec<Diagnostic>,
}

impl Site<'_> {
    fn report(&mut self, rule: &Rule, message: impl Into<String>) {
        self.found.push(rule.at(self.place, message));
    }

    fn warn(&mut self, rule: &Rule, message: impl Into<String>) {
        self.report_as(Severity::Warning, rule, message);
    }

    fn inform(&mut self, rule: &Rule, message: impl Into<String>) {
        self.report_as(Severity::Info, rule, message);
    }

    fn report_as(&mut self, severity: Severity, rule: &Rule, message: impl Into<String>) {
        let mut finding = rule.at(self.place, message);
        finding.severity = severity;
        self.found.push(finding);
    }
}

impl<'c, 'a> Looker<'c, 'a> {
    pub(super) fn new(context: &'c Context<'a>, files: Files<'c>) -> Self {
        Self {
            context,
            files,
            folders: Folders::of(context.config),
        }
    }

    /// Looks at the files that something names.
    pub(super) fn look(&mut self, evaluated: &EvaluatedPlace<'a>, found: &mut Vec<Diagnostic>) {
        let Some(line) = self.context.line(evaluated.place) else {
            return;
        };
        let words: Vec<Cow<'_, str>> = model_words(&line).collect();
        let words: Vec<&str> = words.iter().map(|word| &**word).collect();
        if !self.is_read(evaluated, &words) {
            return;
        }
        let first = evaluated.evaluation.words.start;
        for file in NamedFile::of(evaluated.evaluation, &words) {
            let section = self.context.section(evaluated.section);
            let store = section.and_then(|section| match section.section {
                AnySection::CrtStore(store) => Some(store),
                _ => None,
            });
            let at = evaluated.place;
            let path = self
                .folders
                .path(self.files, store, at.file, file.kind, &file.path);
            let Some(path) = path else { continue };
            let place = self.context.part(at, file.word, file.range.clone());
            let mut site = Site { place, found };
            let has_key = matches!(file.kind, Content::File(FileKind::Certificate))
                && words.iter().skip(first).any(|word| *word == "key");
            self.file(file.kind, &path, has_key, &mut site);
        }
    }

    /// Whether HAProxy reads what the line names: the certificate of a server only with TLS, and not
    /// where the proxy is switched off; all else as soon as it stands there.
    fn is_read(&self, evaluated: &EvaluatedPlace<'a>, words: &[&str]) -> bool {
        let kind = evaluated.evaluation.kind;
        if kind != EvaluationKind::File(FileKind::Certificate) {
            return true;
        }
        match words.first() {
            Some(&"server" | &"server-template") => {
                let section = self.context.section(evaluated.section);
                let proxy = section.and_then(|section| self.context.proxy(section));
                let mut words = words.iter();
                !proxy.is_some_and(|proxy| proxy.is_disabled)
                    && words.any(|word| matches!(*word, "ssl" | "check-ssl"))
            }
            Some(&"default-server") => false,
            _ => true,
        }
    }

    fn file(&self, kind: Content, path: &Path, has_key: bool, site: &mut Site<'_>) {
        let files = self.files.source;
        if let Content::File(FileKind::Certificate | FileKind::Authorities | FileKind::Revocations) =
            kind
            && let Some(entries) = files.entries(path)
        {
            if kind == Content::File(FileKind::Certificate) {
                for entry in entries.iter().filter(|entry| is_certificate(entry)) {
                    self.file(kind, entry, false, site);
                }
            }
            return;
        }
        let bytes = match files.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                if kind != Content::File(FileKind::Certificate) || !self.has_bundle(path, site) {
                    let reason = match error.kind() {
                        ErrorKind::NotFound => "there is no such file".to_owned(),
                        _ => format!("it cannot be read: {error}"),
                    };
                    let message = format!("'{}': {reason}", path.display());
                    site.report(&missing_file::RULE, message);
                }
                return;
            }
        };
        match kind {
            Content::File(FileKind::Certificate) => {
                self.certificate(path, &bytes, has_key, site);
            }
            Content::File(FileKind::Authorities | FileKind::Issuer | FileKind::Authority) => {
                let mut authorities = Certificate::default();
                authorities.add(&bytes);
                if let Some(fault) = authorities.fault {
                    let message = format!("'{}' holds {fault}", path.display());
                    site.report(&invalid_certificate::RULE, message);
                } else if !authorities.has_certificate() {
                    let message = format!("'{}' holds no certificate", path.display());
                    site.report(&invalid_certificate::RULE, message);
                }
            }
            Content::File(FileKind::CertificateList) => self.list(path, &bytes, site),
            Content::File(FileKind::Spoe) => spoe(path, &bytes, site),
            Content::Map { keys, values } => map(path, &bytes, (keys, values), site),
            _ => {}
        }
    }

    /// Whether the certificate is there as several, one for each kind of key; looks at them.
    fn has_bundle(&self, path: &Path, site: &mut Site<'_>) -> bool {
        let mut is_there = false;
        for ending in BUNDLE {
            let path = beside(path, ending);
            if let Ok(bytes) = self.files.source.read(&path) {
                is_there = true;
                self.certificate(&path, &bytes, false, site);
            }
        }
        is_there
    }

    fn certificate(&self, path: &Path, bytes: &[u8], has_key: bool, site: &mut Site<'_>) {
        let files = self.files.source;
        let mut certificate = Certificate::default();
        certificate.add(bytes);
        if !certificate.has_key() {
            for path in [beside(path, "key"), path.with_extension("key")] {
                if let Ok(bytes) = files.read(&path) {
                    certificate.add(&bytes);
                    break;
                }
            }
        }
        let name = path.display();
        let fault = match certificate.fault {
            Some(fault) => Some(fault),
            None if !certificate.has_certificate() => Some("no certificate"),
            None if !certificate.has_key() && !has_key => Some("no private key"),
            None => None,
        };
        if let Some(fault) = fault {
            site.report(
                &invalid_certificate::RULE,
                format!("'{name}' holds {fault}"),
            );
            return;
        }
        if !has_key && certificate.is_mismatch() {
            let message = format!("the private key of '{name}' is not that of its certificate");
            site.report(&key_mismatch::RULE, message);
        }
        let rule = &certificate_expiry::RULE;
        match certificate.validity(files.now()) {
            Validity::Valid => {}
            Validity::Expired(day) => site.report(rule, format!("'{name}' expired: {day}")),
            Validity::NotYet(day) => site.report(rule, format!("'{name}' is valid from: {day}")),
            Validity::Soon(day) => site.inform(rule, format!("'{name}' expires soon: {day}")),
        }
    }

    fn list(&self, path: &Path, bytes: &[u8], site: &mut Site<'_>) {
        let text = String::from_utf8_lossy(bytes);
        // A certificate may stand there several times, for several names.
        let mut seen = HashSet::new();
        for (index, line) in text.lines().enumerate() {
            let number = index.saturating_add(1);
            let entry = match line.parse::<CrtListLine>() {
                Ok(CrtListLine::Entry(entry)) => entry,
                Ok(_) => continue,
                Err(error) => {
                    let message = format!("line {number} of '{}': {error}", path.display());
                    // HAProxy takes what stands behind a bracket that is never closed for nothing.
                    if error == CrtListError::Brackets && !line.contains(']') {
                        site.warn(&file_syntax::RULE, message);
                    } else {
                        site.report(&file_syntax::RULE, message);
                    }
                    continue;
                }
            };
            for parameter in &entry.parameters {
                if let CrtListParameter::Unknown(word) = parameter {
                    let message = format!(
                        "line {number} of '{}': there is no parameter '{word}'",
                        path.display()
                    );
                    site.report(&file_syntax::RULE, message);
                }
            }
            let name = entry.certificate.as_str();
            if name.starts_with('@') || !seen.insert(name.to_owned()) {
                continue;
            }
            let kind = Content::File(FileKind::Certificate);
            let file = site.place.0;
            let certificate = self
                .folders
                .path(self.files, None, file, kind, Path::new(name));
            let has_key = entry.parameters.iter().any(|parameter| {
                matches!(
                    parameter,
                    CrtListParameter::Certificate(CertificateParameter::Key(_))
                )
            });
            if let Some(certificate) = certificate {
                self.file(kind, &certificate, has_key, site);
            }
        }
    }
}

fn spoe(path: &Path, bytes: &[u8], site: &mut Site<'_>) {
    let document = Document::parse(bytes.to_vec());
    let mut file = SpoeFile::default();
    for line in document.lines() {
        let words: Vec<_> = model_words(&line).collect();
        if words.is_empty() {
            continue;
        }
        let mut words = Words::new(&words);
        if let Err(error) = file.parse_line(&mut words) {
            let number = line.number();
            let message = format!("line {number} of '{}': {error}", path.display());
            site.report(&file_syntax::RULE, message);
        }
    }
}

fn map(path: &Path, bytes: &[u8], (keys, values): (Values, Values), site: &mut Site<'_>) {
    let text = String::from_utf8_lossy(bytes);
    for (index, line) in text.lines().enumerate() {
        let Ok(line) = line.parse::<MapLine>();
        let Some((key, value)) = line.entry() else {
            continue;
        };
        let wrong = if !keys.is_key(key) {
            Some((keys, key))
        } else if !values.is_value(value) {
            Some((values, value))
        } else {
            None
        };
        if let Some((expected, found)) = wrong {
            let number = index.saturating_add(1);
            let (expected, path) = (expected.as_str(), path.display());
            let message =
                format!("line {number} of '{path}': expected {expected}, found '{found}'");
            site.report(&file_syntax::RULE, message);
        }
    }
}

/// Whether a file in a folder of certificates is one itself.
fn is_certificate(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().and_then(OsStr::to_str);
    !name.starts_with('.') && !ending.is_some_and(|ending| BESIDE.contains(&ending))
}

/// The path with another ending behind it.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(".");
    path.push(ending);
    PathBuf::from(path)
}
