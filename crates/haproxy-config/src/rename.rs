//! Other names, with every reference to what has them.

mod error;
mod found;
mod search;

use haproxy_model::section_kind::SectionKind;

use crate::document::{Document, LineData};
use crate::files::ConfigFiles;
use crate::names::replaced;
pub use error::RenameError;
use found::Occurrence;
use search::Subject;

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
    let views: Vec<&Document> = documents.iter().map(|document| &**document).collect();
    let found = subject.find(&views)?;
    if subject.name == new {
        return Ok(Renamed::default());
    }
    subject.check(&views, new)?;
    let mut renamed = Renamed {
        unsure: found.unsure,
        ..Renamed::default()
    };
    let mut edits = Vec::new();
    for occurrence in &found.lines {
        let bytes = changed_line(&views, occurrence, new)?;
        renamed
            .changed
            .push((occurrence.document, occurrence.number));
        edits.push((occurrence.document, occurrence.number, bytes));
    }
    for (document, number, bytes) in edits {
        if let Some(document) = documents.get_mut(document) {
            document.set_line(number, bytes);
        }
    }
    Ok(renamed)
}

fn changed_line(
    documents: &[&Document],
    occurrence: &Occurrence,
    new: &str,
) -> Result<Vec<u8>, RenameError> {
    let document = documents.get(occurrence.document);
    let line = document.and_then(|document| document.lines().nth(occurrence.number - 1));
    let invalid = || RenameError::InvalidName {
        name: new.to_owned(),
    };
    let line = line.ok_or_else(invalid)?;
    replaced(&line, &occurrence.parts, new).map_err(|_| invalid())
}

impl Document {
    /// Makes the line of this number one of these bytes.
    fn set_line(&mut self, number: usize, bytes: Vec<u8>) {
        let mut lines = self.blocks.iter_mut().flat_map(|block| &mut block.lines);
        if let Some(line) = lines.nth(number - 1) {
            *line = LineData::edited(bytes, line.ending);
        }
    }
}
