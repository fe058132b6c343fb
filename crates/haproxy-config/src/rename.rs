//! Other names, with every reference to what has them.

mod error;
mod found;
mod search;

use std::collections::BTreeMap;

use haproxy_model::section_kind::SectionKind;

use crate::document::{Document, LineData};
use crate::files::ConfigFiles;
use crate::names::replaced;
pub use error::RenameError;
use found::Occurrence;
use search::{Reading, Subject};

/// What a rename did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Renamed {
    /// The lines that changed, each as the index of its file and its number.
    pub changed: Vec<(usize, usize)>,
    /// The lines that may refer to the old name and did not change: what they refer to is known only
    /// when HAProxy runs, or they are not understood.
    pub unsure: Vec<(usize, usize)>,
}

impl Document {
    /// Gives the sections of this kind and name another name, in this document, and so in every
    /// reference to them.
    ///
    /// ```
    /// use haproxy_config::{Document, SectionKind};
    ///
    /// let text = "frontend www\n use_backend app if { nbsrv(app) gt 0 }\nbackend app # mine\n";
    /// let mut document = Document::parse(text);
    /// document.rename_section(SectionKind::Backend, "app", "shop")?;
    /// assert_eq!(
    ///     document.to_string(),
    ///     "frontend www\n use_backend shop if { nbsrv(shop) gt 0 }\nbackend shop # mine\n"
    /// );
    /// # Ok::<(), haproxy_config::RenameError>(())
    /// ```
    ///
    /// # Errors
    /// [`RenameError`]; the document is as it was then.
    pub fn rename_section(
        &mut self,
        kind: SectionKind,
        old: &str,
        new: &str,
    ) -> Result<Renamed, RenameError> {
        rename(&mut [self], &Subject::section(kind, old), new)
    }

    /// Gives a server of the backend or listen section of this name another name.
    ///
    /// # Errors
    /// [`RenameError`]; the document is as it was then.
    pub fn rename_server(
        &mut self,
        proxy: &str,
        old: &str,
        new: &str,
    ) -> Result<Renamed, RenameError> {
        rename(&mut [self], &Subject::server(proxy, old), new)
    }

    /// Gives an ACL of a section another name, in that section: no other one knows it.
    ///
    /// # Errors
    /// [`RenameError`]; the document is as it was then.
    pub fn rename_acl(
        &mut self,
        kind: SectionKind,
        section: &str,
        old: &str,
        new: &str,
    ) -> Result<Renamed, RenameError> {
        rename(&mut [self], &Subject::acl(kind, section, old), new)
    }
}

impl ConfigFiles {
    /// As [`Document::rename_section`], in all files.
    ///
    /// # Errors
    /// [`RenameError`]; the files are as they were then.
    pub fn rename_section(
        &mut self,
        kind: SectionKind,
        old: &str,
        new: &str,
    ) -> Result<Renamed, RenameError> {
        rename(&mut self.documents(), &Subject::section(kind, old), new)
    }

    /// As [`Document::rename_server`], in all files.
    ///
    /// # Errors
    /// [`RenameError`]; the files are as they were then.
    pub fn rename_server(
        &mut self,
        proxy: &str,
        old: &str,
        new: &str,
    ) -> Result<Renamed, RenameError> {
        rename(&mut self.documents(), &Subject::server(proxy, old), new)
    }

    /// As [`Document::rename_acl`], in all files.
    ///
    /// # Errors
    /// [`RenameError`]; the files are as they were then.
    pub fn rename_acl(
        &mut self,
        kind: SectionKind,
        section: &str,
        old: &str,
        new: &str,
    ) -> Result<Renamed, RenameError> {
        rename(
            &mut self.documents(),
            &Subject::acl(kind, section, old),
            new,
        )
    }

    fn documents(&mut self) -> Vec<&mut Document> {
        let files = self.files.iter_mut();
        files.map(|file| &mut file.document).collect()
    }
}

fn rename(
    documents: &mut [&mut Document],
    subject: &Subject<'_>,
    new: &str,
) -> Result<Renamed, RenameError> {
    let readings = documents.iter().map(|document| Reading::new(document));
    let readings: Vec<Reading<'_>> = readings.collect();
    let found = subject.find(&readings)?;
    if subject.name == new {
        return Ok(Renamed::default());
    }
    subject.check(&readings, new)?;
    drop(readings);
    let edits = (0..documents.len()).map(|index| {
        let document = documents.get(index);
        document.map_or(Ok(Edits::new()), |document| {
            changed_lines(document, index, &found.lines, new)
        })
    });
    let edits: Vec<Edits> = edits.collect::<Result<_, _>>()?;
    for (document, edits) in documents.iter_mut().zip(edits) {
        document.set_lines(edits);
    }
    let changed = found.lines.iter();
    Ok(Renamed {
        changed: changed.map(|line| (line.document, line.number)).collect(),
        unsure: found.unsure,
    })
}

/// What lines of some numbers become.
type Edits = BTreeMap<usize, Vec<u8>>;

/// The lines of the document of this index with the new name.
fn changed_lines(
    document: &Document,
    index: usize,
    occurrences: &[Occurrence],
    new: &str,
) -> Result<Edits, RenameError> {
    let own = occurrences.iter().filter(|line| line.document == index);
    let own: BTreeMap<usize, &Occurrence> = own.map(|line| (line.number, line)).collect();
    let mut edits = Edits::new();
    for line in document.lines() {
        if let Some(occurrence) = own.get(&line.number()) {
            let bytes = replaced(&line, &occurrence.parts, new);
            let invalid = |_| RenameError::InvalidName {
                name: new.to_owned(),
            };
            edits.insert(line.number(), bytes.map_err(invalid)?);
        }
    }
    Ok(edits)
}

impl Document {
    /// Makes the lines of these numbers ones of these bytes.
    fn set_lines(&mut self, mut edits: Edits) {
        let lines = self.blocks.iter_mut().flat_map(|block| &mut block.lines);
        for (number, line) in (1..).zip(lines) {
            if let Some(bytes) = edits.remove(&number) {
                *line = LineData::edited(bytes, line.ending);
            }
        }
    }
}
