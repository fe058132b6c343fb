//! For tests of what changes configurations: a change as the difference that it makes.

use similar::TextDiff;

use crate::document::Document;

/// The unified difference that a change makes to a configuration; empty where it makes none.
///
/// It is made to be a snapshot: `insta::assert_snapshot!(transformed(before, change))`. A change that
/// fails is its error's text instead, and should leave the document as it was: where it did not, the
/// difference follows.
///
/// ```
/// use haproxy_config::testing::transformed;
/// use haproxy_config::{EditError, RawStatement, SectionKind};
///
/// let before = "backend app\n    server s1 10.0.0.1:80 # first\n";
/// let difference = transformed(before, |document| {
///     let mut backend = document.section_mut(SectionKind::Backend, Some("app"))?;
///     backend.push(&RawStatement::parse("server s2 10.0.0.2:80")?)?;
///     Ok::<(), EditError>(())
/// });
/// assert_eq!(
///     difference,
///     "@@ -1,2 +1,3 @@\n backend app\n     server s1 10.0.0.1:80 # first\n+    server s2 10.0.0.2:80\n",
/// );
/// ```
pub fn transformed<E: std::fmt::Display>(
    before: &str,
    change: impl FnOnce(&mut Document) -> Result<(), E>,
) -> String {
    let mut document = Document::parse(before);
    let failure = match change(&mut document) {
        Ok(()) => String::new(),
        Err(error) => format!("error: {error}\n"),
    };
    let after = document.to_string();
    let difference = TextDiff::from_lines(before, &after);
    format!("{failure}{}", difference.unified_diff())
}
