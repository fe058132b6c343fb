//! Adds a server and touches nothing else.

use haproxy_config::{Document, EditError, RawStatement, SectionKind};

pub(crate) fn main() -> Result<(), EditError> {
    let mut document = Document::parse("backend app\n\tserver  s1 10.0.0.1:80 # first\n");
    let mut backend = document.section_mut(SectionKind::Backend, Some("app"))?;
    backend.push(&RawStatement::new(["server", "s2", "10.0.0.2:80"])?)?;
    print!("{document}");
    let text = "backend app\n\tserver  s1 10.0.0.1:80 # first\n\tserver s2 10.0.0.2:80\n";
    assert_eq!(document.to_string(), text);
    Ok(())
}
