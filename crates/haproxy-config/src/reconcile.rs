//! Making a document mean a model, with the smallest edits of lines.

mod error;
mod lines;
mod plan;
mod position;
mod sections;
mod statements;
mod time_suffix;
mod writer;

use haproxy_model::config::Config;

use crate::document::Document;
use crate::files::ConfigFiles;
use crate::model::{Names, ReadFiles, Target};

pub use error::ReconcileError;
pub use plan::Summary;
pub use time_suffix::{TimeSuffix, TimeSuffixError};
pub(crate) use writer::Writer;

/// How what is written anew looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ReconcileOptions {
    /// The unit of times that are written anew; `None` writes them as the model does.
    pub preferred_time_suffix: Option<TimeSuffix>,
}

impl ReconcileOptions {
    /// With this unit for times that are written anew.
    #[must_use]
    pub const fn with_preferred_time_suffix(mut self, suffix: TimeSuffix) -> Self {
        self.preferred_time_suffix = Some(suffix);
        self
    }
}

impl Document {
    /// Makes the document mean this model, as the target reads it, by the smallest edits of lines.
    ///
    /// Lines whose meaning stays are not touched: spelling, order, comments and indentation stay. A
    /// statement that changed keeps its comment and the words that still mean the same. One that is
    /// gone takes the comment on its line with it. Lines of conditional blocks that are not taken stay.
    ///
    /// ```
    /// use haproxy_config::{Document, Target};
    /// use haproxy_model::version::Version;
    ///
    /// let target = Target::new(Version::new(3, 2));
    /// let mut document = Document::parse("backend app\n  timeout server 5000 # ours\n  balance source\n");
    /// let wanted = Document::parse("backend app\n timeout server 5s\n balance leastconn\n");
    /// document.reconcile(&wanted.to_model(&target).0, &target)?;
    /// assert_eq!(
    ///     document.to_string(),
    ///     "backend app\n  timeout server 5000 # ours\n  balance leastconn\n",
    /// );
    /// # Ok::<(), haproxy_config::ReconcileError>(())
    /// ```
    ///
    /// # Errors
    /// [`ReconcileError`]; the document is then as it was.
    pub fn reconcile(
        &mut self,
        wanted: &Config,
        target: &Target,
    ) -> Result<Summary, ReconcileError> {
        self.reconcile_with(wanted, target, ReconcileOptions::default())
    }

    /// As [`Document::reconcile`], with options.
    ///
    /// # Errors
    /// [`ReconcileError`]; the document is then as it was.
    pub fn reconcile_with(
        &mut self,
        wanted: &Config,
        target: &Target,
        options: ReconcileOptions,
    ) -> Result<Summary, ReconcileError> {
        reconcile(&mut [self], wanted, target, options)
    }
}

impl ConfigFiles {
    /// The typed model of the files as one configuration: the sections in load order, the environment
    /// going from one file to the next.
    pub fn to_model(&self, target: &Target) -> Config {
        let documents: Vec<&Document> = self.files.iter().map(|file| &file.document).collect();
        ReadFiles::read(&documents, target, Names::Pass).config
    }

    /// Makes the files together mean this model, as [`Document::reconcile`] does: each statement
    /// stays in its file, and a section that is added goes beside its kind.
    ///
    /// # Errors
    /// [`ReconcileError`]; the files are then as they were.
    pub fn reconcile(
        &mut self,
        wanted: &Config,
        target: &Target,
        options: ReconcileOptions,
    ) -> Result<Summary, ReconcileError> {
        let mut documents: Vec<&mut Document> = self
            .files
            .iter_mut()
            .map(|file| &mut file.document)
            .collect();
        reconcile(&mut documents, wanted, target, options)
    }
}

fn reconcile(
    documents: &mut [&mut Document],
    wanted: &Config,
    target: &Target,
    options: ReconcileOptions,
) -> Result<Summary, ReconcileError> {
    let views: Vec<&Document> = documents.iter().map(|document| &**document).collect();
    let own = ReadFiles::read(&views, target, Names::Pass);
    if own.config == *wanted {
        return Ok(Summary::default());
    }
    let plans = sections::plan(&views, &own, wanted, options)?;
    let is_conditional = views.iter().any(|document| document.has_blocks());
    let before: Option<Vec<Document>> =
        is_conditional.then(|| views.iter().map(|document| (*document).clone()).collect());
    let mut summary = Summary::default();
    for (document, plan) in documents.iter_mut().zip(plans) {
        summary.add(&plan);
        plan.apply(document);
    }
    let Some(before) = before else {
        return Ok(summary);
    };
    // Where a block reaches over sections, what an edit means is known only by reading it again.
    let views: Vec<&Document> = documents.iter().map(|document| &**document).collect();
    let after = ReadFiles::read(&views, target, Names::Pass);
    if after.config == *wanted {
        return Ok(summary);
    }
    let edge = before.iter().enumerate().find_map(|(file, document)| {
        let line = document
            .lines()
            .find(crate::document::Line::is_block_edge)?;
        Some((file, line.number()))
    });
    for (document, before) in documents.iter_mut().zip(before) {
        **document = before;
    }
    let (file, line) = edge.unwrap_or_default();
    Err(ReconcileError::CrossesBlock { file, line })
}
