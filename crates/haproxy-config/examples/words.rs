//! Changes a statement by its words, whatever its keyword.

use haproxy_config::{Document, EditError, SectionKind};

pub(crate) fn main() -> Result<(), EditError> {
    let mut document = Document::parse("backend app\n    timeout server 5s # slow\n");
    let mut backend = document.section_mut(SectionKind::Backend, Some("app"))?;
    backend.set(&[b"timeout", b"server"], &[b"9s"])?;
    backend.set(&[b"log-tag"], &[b"a # b"])?;
    print!("{document}");
    let text = "backend app\n    timeout server 9s # slow\n    log-tag \"a # b\"\n";
    assert_eq!(document.to_string(), text);
    Ok(())
}
