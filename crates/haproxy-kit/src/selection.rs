//! Which keywords and sections a command is about.

use clap::Args;
use haproxy_config::SectionKind;
use haproxy_model::catalogue::{Catalogue, Entry};
use haproxy_model::version::Version;

/// Options that leave keywords out.
#[derive(Debug, Args)]
pub(crate) struct Selection {
    /// Only keywords of this section, such as backend or global.
    #[arg(long, value_name = "SECTION", value_parser = section)]
    pub(crate) section: Option<String>,

    /// The version of HAProxy that matters, from 2.4 to 3.4.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    pub(crate) target: Option<Version>,
}

impl Selection {
    /// Whether the keyword stands in the section, or opens it.
    pub(crate) fn has_section_of(&self, entry: &Entry) -> bool {
        self.section.as_deref().is_none_or(|section| {
            entry.sections().any(|name| name == section)
                || entry.is_section() && entry.keyword().name == section
        })
    }

    /// Whether the target, if there is one, has the keyword where it stands.
    pub(crate) fn has_target(&self, entry: &Entry) -> bool {
        let Some(target) = self.target else {
            return true;
        };
        entry.is_in(target)
            && self.section.as_deref().is_none_or(|section| {
                entry.is_section() || entry.sections_of(target).any(|name| name == section)
            })
    }

    /// The sections of the keyword that matter.
    pub(crate) fn sections_of(&self, entry: &Entry) -> Vec<&'static str> {
        match self.target {
            Some(target) if entry.is_in(target) => entry.sections_of(target).collect(),
            _ => entry.sections().collect(),
        }
    }
}

fn section(text: &str) -> Result<String, String> {
    let sections = Catalogue::new().sections();
    if sections.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(format!("it is none of {}", sections.join(", ")))
}

/// Names the sections of a kind, for who asked for one that is not there.
pub(crate) fn other_sections<N: std::fmt::Display>(
    kind: SectionKind,
    sections: impl Iterator<Item = (SectionKind, Option<N>)>,
) -> String {
    let names: Vec<String> = sections
        .filter(|(other, _)| *other == kind)
        .map(|(_, name)| match name {
            Some(name) => format!("'{kind} {name}'"),
            None => format!("'{kind}'"),
        })
        .collect();
    if names.is_empty() {
        format!("the file has no section of kind '{kind}'")
    } else {
        format!("the file has {}", names.join(", "))
    }
}

/// A version that is supported as a target.
pub(crate) fn version(text: &str) -> Result<Version, String> {
    let supported = || {
        let (oldest, newest) = (Version::OLDEST, Version::NEWEST);
        format!("write a version from {oldest} to {newest}")
    };
    let version: Version = text.parse().map_err(|_| supported())?;
    if (Version::OLDEST..=Version::NEWEST).contains(&version) {
        Ok(version)
    } else {
        Err(supported())
    }
}
