use std::fmt::Write as _;

use super::{Report, printable};

impl Report<'_> {
    pub(super) fn short(&self) -> String {
        let mut text = String::new();
        for found in self.diagnostics {
            let _ = writeln!(
                text,
                "{}:{}:{}: {}[{}]: {}",
                self.name(found.file),
                found.span.line,
                self.columns(found.file, found.span).start,
                found.severity,
                found.code,
                printable(found.message.as_bytes()),
            );
        }
        text
    }
}
