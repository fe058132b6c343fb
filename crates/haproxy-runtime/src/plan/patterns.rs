use haproxy_config::{FileContent, named_files};

use super::Configuration;
use crate::client::{Caller, Error, Transport};
use crate::command::{PatternSet, ShowAcl, ShowMap};
use crate::operation::Operation;

/// Asks a process what the maps and ACLs hold that its configuration names.
///
/// Files may have changed since HAProxy has read them, and commands may have changed what it has.
#[derive(Debug, Clone)]
pub struct ReadPatterns {
    /// The configuration that the process runs.
    pub configuration: Configuration,
}

impl ReadPatterns {
    /// Of the process that runs this configuration.
    pub fn new(configuration: Configuration) -> Self {
        Self { configuration }
    }
}

impl Operation for ReadPatterns {
    /// The configuration with the files as the process has them. What it does not have stays.
    type Outcome = Configuration;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<Configuration, Error> {
        let mut configuration = self.configuration.clone();
        for file in named_files(&self.configuration.config) {
            let set = PatternSet::file(file.path.to_string_lossy());
            let lines: Result<Vec<String>, Error> = match file.content {
                FileContent::Map => {
                    let entries = caller.call(&ShowMap::new(set)).await;
                    let line = |entry: crate::command::MapEntry| {
                        format!("{} {}\n", entry.key, entry.value)
                    };
                    entries.map(|entries| entries.0.into_iter().map(line).collect())
                }
                FileContent::Patterns => {
                    let entries = caller.call(&ShowAcl::new(set)).await;
                    let line = |entry: crate::command::AclEntry| format!("{}\n", entry.pattern);
                    entries.map(|entries| entries.0.into_iter().map(line).collect())
                }
                _ => continue,
            };
            match lines {
                Ok(lines) => {
                    let content = haproxy_model::text::to_bytes(&lines.concat()).into_owned();
                    configuration.files.insert(file.path, content);
                }
                Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(configuration)
    }
}
