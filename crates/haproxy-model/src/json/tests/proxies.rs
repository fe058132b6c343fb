//! Statements of proxies, each with its properties.

mod check;
mod reading;
mod rule;
mod setting;

use serde_json::Value;

use super::{fails, section};
use crate::config::AnySection;
use crate::section_kind::SectionKind;

/// Each line alone in a section says these properties, and they say the line.
fn lines_say(kind: SectionKind, lines: &[(&str, Value)]) {
    for (line, expected) in lines {
        let section = section(kind, &format!("{} x\n{line}", kind.keyword()));
        let mut json = section.to_json();
        let object = json.as_object_mut().unwrap();
        assert_eq!(object.shift_remove("name"), Some("x".into()), "{line}");
        assert_eq!(
            serde_json::to_string_pretty(&json).unwrap(),
            serde_json::to_string_pretty(expected).unwrap(),
            "{line}"
        );
        json["name"] = "x".into();
        assert_eq!(
            AnySection::from_json(kind, &json).as_ref(),
            Ok(&section),
            "{line}"
        );
    }
}

/// Only what JSON says counts: the line that it leads to.
fn json_says(kind: SectionKind, expected: &[(Value, &str)]) {
    for (json, line) in expected {
        let mut whole = json.clone();
        whole["name"] = "x".into();
        let section = AnySection::from_json(kind, &whole).unwrap();
        assert_eq!(super::text(&section).join("; "), *line, "{json}");
    }
}
