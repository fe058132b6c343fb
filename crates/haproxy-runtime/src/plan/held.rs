use std::path::{Path, PathBuf};

use haproxy_config::{FileContent, listed_certificates, named_files};
use haproxy_model::crt_list::CrtListLine;
use haproxy_model::evaluation::FileKind;
use haproxy_model::text::to_bytes;

use super::Configuration;
use super::bundle::is_part;
use crate::client::{Caller, Error, Transport};
use crate::command::{
    AclEntry, CrtListEntry, FileName, MapEntry, PatternSet, ShowAcl, ShowMap, ShowSslCert,
    ShowSslCrtList,
};
use crate::operation::{Identity, Operation, Response, Store};

/// Asks a process what it holds of the files that its configuration names: maps, ACLs, certificates and their
/// lists, CA files, CRL files.
///
/// Files may have changed since HAProxy has read them, and commands may have changed what it has.
#[derive(Debug, Clone)]
pub struct ReadFiles {
    /// The configuration that the process runs.
    pub configuration: Configuration,
}

impl ReadFiles {
    /// Of the process that runs this configuration.
    pub fn new(configuration: Configuration) -> Self {
        Self { configuration }
    }
}

impl Operation for ReadFiles {
    /// The configuration with the files as the process has them. What it does not have stays.
    type Outcome = Configuration;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<Configuration, Error> {
        let was_kept = caller.keep();
        let result = read(caller, self.configuration.clone()).await;
        caller.set_kept(was_kept);
        if !was_kept {
            caller.disconnect();
        }
        result
    }
}

async fn read<T: Transport>(
    caller: &mut Caller<T>,
    mut configuration: Configuration,
) -> Result<Configuration, Error> {
    let mut certificates: Vec<PathBuf> = Vec::new();
    let mut seen: Vec<PathBuf> = Vec::new();
    for file in named_files(&configuration.config) {
        if seen.contains(&file.path) {
            continue;
        }
        seen.push(file.path.clone());
        let path = file.path;
        match file.content {
            FileContent::Map => {
                let command = ShowMap::new(PatternSet::file(path.to_string_lossy()));
                let entries = known(caller.call(&command).await)?;
                let line = |entry: MapEntry| format!("{} {}\n", entry.key, entry.value);
                let lines = entries.map(|entries| entries.0.into_iter().map(line).collect());
                configuration.hold(path, lines);
            }
            FileContent::Patterns => {
                let command = ShowAcl::new(PatternSet::file(path.to_string_lossy()));
                let entries = known(caller.call(&command).await)?;
                let line = |entry: AclEntry| format!("{}\n", entry.pattern);
                let lines = entries.map(|entries| entries.0.into_iter().map(line).collect());
                configuration.hold(path, lines);
            }
            FileContent::File(FileKind::CertificateList) => {
                certificates.extend(list(caller, &mut configuration, path).await?);
            }
            FileContent::File(FileKind::Certificate) if configuration.is_folder(&path) => {
                certificates.extend(configuration.members(&path));
            }
            FileContent::File(FileKind::Certificate) => {
                certificates.extend(configuration.bundle(path));
            }
            FileContent::File(FileKind::Authorities) => {
                store(caller, &mut configuration, Store::CaFile, path).await?;
            }
            FileContent::File(FileKind::Revocations) => {
                store(caller, &mut configuration, Store::CrlFile, path).await?;
            }
            _ => {}
        }
    }
    certificates.sort();
    certificates.dedup();
    let names = certificates.iter().map(|path| path.to_string_lossy());
    let commands: Vec<ShowSslCert> = names
        .map(|name| ShowSslCert::new(FileName::from(name)))
        .collect();
    let answers = caller.batch(&commands).await?;
    let mut held = Vec::new();
    for (path, answer) in certificates.into_iter().zip(answers) {
        held.extend(known(answer)?.map(|certificate| (path, certificate)));
    }
    let answers: Vec<_> = held.iter().map(|(_, certificate)| certificate).collect();
    let responses = Response::held(caller, &answers).await?;
    for ((path, certificate), response) in held.iter().zip(responses) {
        let identity = Identity::of_certificate(certificate, response);
        configuration.held.insert(path.clone(), identity);
    }
    Ok(configuration)
}

/// What HAProxy tells of a file; `None` where it does not have it, or may not tell.
fn known<A>(answer: Result<A, Error>) -> Result<Option<A>, Error> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn store<T: Transport>(
    caller: &mut Caller<T>,
    configuration: &mut Configuration,
    store: Store,
    path: PathBuf,
) -> Result<(), Error> {
    let name = FileName::from(path.to_string_lossy());
    if let Some(identity) = Identity::held(store, caller, &name).await? {
        configuration.held.insert(path, identity);
    }
    Ok(())
}

/// Reads a list; the certificates that stand in it.
async fn list<T: Transport>(
    caller: &mut Caller<T>,
    configuration: &mut Configuration,
    path: PathBuf,
) -> Result<Vec<PathBuf>, Error> {
    let command = ShowSslCrtList::new(FileName::from(path.to_string_lossy())).numbered(true);
    let Some(entries) = known(caller.call(&command).await)? else {
        return Ok(Vec::new());
    };
    let text = configuration.text(&path).unwrap_or_default();
    let mut own: Vec<&str> = text.lines().collect();
    let mut lines = Vec::new();
    let mut last: Option<&str> = None;
    for entry in &entries.0 {
        // The certificates of a bundle have an entry each; HAProxy muddles the settings of the second.
        if last.is_some_and(|line| is_named(configuration, line, entry)) {
            continue;
        }
        let found = own
            .iter()
            .position(|line| is_line_of(configuration, line, entry));
        let line = found.map(|index| own.remove(index));
        last = line.filter(|line| is_of_bundle(configuration, line));
        lines.push(match line {
            Some(line) => format!("{line}\n"),
            None => line_of(configuration, entry),
        });
    }
    configuration.hold(path, Some(lines));
    Ok(entries
        .0
        .into_iter()
        .map(|entry| PathBuf::from(entry.certificate))
        .collect())
}

/// Whether a line is for the certificates of a bundle.
pub(super) fn is_of_bundle(configuration: &Configuration, text: &str) -> bool {
    let mut paths = listed_certificates(&configuration.config, &to_bytes(text)).into_iter();
    paths.any(|path| configuration.bundle(path.clone()) != [path])
}

/// Whether an entry is what HAProxy makes of this line.
fn is_line_of(configuration: &Configuration, text: &str, entry: &CrtListEntry) -> bool {
    let line = text.parse::<CrtListLine>();
    is_named(configuration, text, entry) && line.is_ok_and(|line| has_settings(&line, entry))
}

/// Whether an entry has the certificate and the filters of this line.
fn is_named(configuration: &Configuration, text: &str, entry: &CrtListEntry) -> bool {
    let Ok(line) = text.parse::<CrtListLine>() else {
        return false;
    };
    let Some(own) = line.entry() else {
        return false;
    };
    let paths = listed_certificates(&configuration.config, &to_bytes(text));
    // What a crt-store has is not among them.
    let is_path = match paths.as_slice() {
        [path] => {
            let found = Path::new(&entry.certificate);
            path.as_path() == found
                || !configuration.files.contains_key(path) && is_part(found, path)
        }
        _ => own.certificate.as_str() == entry.certificate,
    };
    let filters = own.filters.iter().map(ToString::to_string);
    is_path && filters.eq(entry.filters.iter().cloned())
}

/// Whether an entry has the settings that this line gives it.
pub(super) fn has_settings(line: &CrtListLine, entry: &CrtListEntry) -> bool {
    let line = line.to_string();
    let (_, settings) = line.split_once('[').unwrap_or_default();
    let (settings, _) = settings.split_once(']').unwrap_or_default();
    words(settings) == words(&entry.settings)
}

/// The words of the settings of an entry, without those that HAProxy does not tell.
fn words(settings: &str) -> Vec<&str> {
    let mut all = settings.split_whitespace();
    let mut words = Vec::new();
    while let Some(word) = all.next() {
        if word == "ca-verify-file" {
            all.next();
        } else {
            words.push(word);
        }
    }
    // HAProxy has an order of its own.
    words.sort_unstable();
    words
}

/// The line that makes this entry.
fn line_of(configuration: &Configuration, entry: &CrtListEntry) -> String {
    // The folder that HAProxy puts in front.
    let base = listed_certificates(&configuration.config, b"x");
    let base = base.first().and_then(|path| path.parent());
    let path = Path::new(&entry.certificate);
    let name = base.and_then(|base| path.strip_prefix(base).ok());
    let mut line = name.unwrap_or(path).to_string_lossy().into_owned();
    if !entry.settings.is_empty() {
        let settings: Vec<&str> = entry.settings.split_whitespace().collect();
        line = format!("{line} [{}]", settings.join(" "));
    }
    for filter in &entry.filters {
        line = format!("{line} {filter}");
    }
    line.push('\n');
    line
}

impl Configuration {
    /// Takes lines for what a file holds, where there are any.
    fn hold(&mut self, path: PathBuf, lines: Option<Vec<String>>) {
        if let Some(lines) = lines {
            let content = to_bytes(&lines.concat()).into_owned();
            self.files.insert(path, content);
        }
    }
}
