//! Resolvers.

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::{number, unexpected};
use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells how the resolvers do.
    ShowResolvers("show resolvers") -> ResolversSections [
        /// The section that is meant; all where there is none.
        section: Option<String>,
    ];
}

/// The sections of resolvers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ResolversSections(pub Vec<ResolversSection>);

/// A section of resolvers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResolversSection {
    /// Its name.
    pub name: String,
    /// The counters of its name servers.
    pub nameservers: IndexMap<String, IndexMap<String, u64>>,
}

impl Answer for ResolversSections {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut sections: Vec<ResolversSection> = Vec::new();
        for line in reply.text().lines().filter(|line| !line.trim().is_empty()) {
            if let Some(name) = line.strip_prefix("Resolvers section ") {
                sections.push(ResolversSection {
                    name: name.to_owned(),
                    nameservers: IndexMap::new(),
                });
                continue;
            }
            let section = sections.last_mut();
            let section = section.ok_or_else(|| unexpected("a section", line))?;
            if let Some(name) = line.trim().strip_prefix("nameserver ") {
                let name = name.trim_end_matches(':').to_owned();
                section.nameservers.insert(name, IndexMap::new());
            } else if let Some((_, counters)) = section.nameservers.last_mut() {
                let (name, value) = line
                    .split_once(':')
                    .ok_or_else(|| unexpected("a counter", line))?;
                counters.insert(name.trim().to_owned(), number(value, line)?);
            }
        }
        Ok(Self(sections))
    }
}
