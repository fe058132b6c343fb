use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Report;
use crate::check::Rule;
use crate::diagnostic::{Diagnostic, Severity, Span};

impl Report<'_> {
    /// The rules are those that found something.
    pub(super) fn sarif(&self) -> String {
        let mut codes: Vec<_> = self.diagnostics.iter().map(|found| found.code).collect();
        codes.sort();
        codes.dedup();
        let rules: Vec<Value> = codes
            .iter()
            .map(|code| {
                let id = code.to_string();
                match Rule::find(&id) {
                    Some(rule) => json!({
                        "id": id,
                        "name": rule.name,
                        "shortDescription": { "text": rule.summary },
                        "fullDescription": { "text": rule.explanation },
                        "defaultConfiguration": { "level": level(rule.severity) },
                    }),
                    None => json!({ "id": id }),
                }
            })
            .collect();
        let results: Vec<Value> = self
            .diagnostics
            .iter()
            .map(|found| {
                let rule = codes.binary_search(&found.code).unwrap_or_default();
                self.result(found, rule)
            })
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "haproxy-kit",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        });
        format!("{log:#}\n")
    }

    fn result(&self, found: &Diagnostic, rule: usize) -> Value {
        let message = match &found.help {
            Some(help) => format!("{}\n{help}", found.message),
            None => found.message.clone(),
        };
        let related: Vec<Value> = found
            .related
            .iter()
            .map(|related| {
                let mut location = self.location(related.file, related.span);
                if let Some(location) = location.as_object_mut() {
                    location.insert("message".to_owned(), json!({ "text": related.message }));
                }
                location
            })
            .collect();
        json!({
            "ruleId": found.code.to_string(),
            "ruleIndex": rule,
            "level": level(found.severity),
            "message": { "text": message },
            "locations": [self.location(found.file, found.span)],
            "relatedLocations": related,
        })
    }

    fn location(&self, file: usize, span: Span) -> Value {
        let columns = self.columns(file, span);
        json!({
            "physicalLocation": {
                "artifactLocation": { "uri": uri(self.name(file)) },
                "region": {
                    "startLine": span.line,
                    "startColumn": columns.start,
                    "endLine": span.line,
                    "endColumn": columns.end,
                },
            },
        })
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
