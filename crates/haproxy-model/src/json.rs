//! Configurations as JSON, in the form of HAProxy's Data Plane API, version 3.
//!
//! A section is an object: settings are its properties, rules are lists in their order
//! (`http_request_rule_list`), named children are maps (`servers`). Times are integers in
//! milliseconds, sizes in bytes, conditions are `cond` and `cond_test`. Reading is strict: a property
//! that is unknown, of the wrong type or without its companions is a [`JsonError`] that says where.
//!
//! # Where a keyword stands
//!
//! The one definition of a keyword says it: `#[keyword("timeout client", json = "client_timeout")]`.
//!
//! | `json = …` | |
//! |---|---|
//! | `"chroot"` | the property; `"enabled"` for a keyword without arguments, `"disabled"` behind `no` |
//! | `"tune_options.maxaccept"` | the same, in an object of its own |
//! | `"daemon = true"` | the value that a keyword without arguments stands for |
//! | `"clitcpka_idle: s"` | how the argument is written (see below) |
//! | `"acl_list[](acl_name)"` | one of a list of objects, with names for the arguments in order |
//! | `"stick_rule_list[type=on](pattern)"` | the same, with a property that tells the keyword from others |
//! | `"redispatch{enabled=enabled}(interval)"` | one object, with such a property; behind `no`, its opposite |
//! | `"servers[name](name, address: address)"` | one of a map, by the property `name`; `address` has its port apart |
//! | `"redir_type = prefix (redir_value)"` | that value, and arguments beside it |
//! | `"(hdr_name, hdr_format)"` | arguments that are properties of the object around |
//! | `"= lua (lua_action)"` | what a choice calls the keyword, where that is not its name |
//! | `"no log_target_list[](nolog=true)"` | what it says behind `no` |
//! | `"sslv3 = disabled \| no_sslv3"` | several forms: the first that can is written, all are read |
//! | `"(realm) @stats \| (auth_realm)"` | a form for one kind of section, or of statements by their first word |
//!
//! Conditions and parameters in any order need no name. A keyword without `json` has no property.
//! Names of arguments are
//!
//! | name | |
//! |---|---|
//! | `table` | the property, with dots behind the names of objects |
//! | `expr: raw` | and how it is written |
//! | `sc_int: integer / sc_expr: raw` | the first property that can say it |
//! | `{user}:{passwd}` | two properties of one word |
//! | `usesrc=address` | a property of this value, without an argument |
//! | `_` | parameters, or a choice, that have places of their own |
//! | `+`, `+nx` | a word that must be there and is no property; which, where there are several |
//!
//! and they are written as `text`, `integer`, `ms`, `s`, `size` and `kib` (integers in that unit),
//! `raw` (several words as one text, as HAProxy's language has them), `sentence` (the same without
//! quotes and escapes), `phrase` (the keyword as well, and those that follow at the same place), `map`
//! (`name=value,…` as an object), `words` and `integers` (as a list), `list` (one word as a list),
//! `joined` (texts of several parameters with commas between them), `variable` (its scope apart),
//! `address` and `listener` (ports apart), `toggle` and `switch` (`on` as `"enabled"` or `true`; other
//! words stay).
//!
//! What is off without a word, as `"option": "disabled"` where HAProxy has no opposite, is read and
//! says nothing; so are an empty list, and an empty text where an argument may be missing. Listeners
//! without a name are called by their address, as `"name": "127.0.0.1:5000"`; that name is not written.
//!
//! # What properties do not say
//!
//! Two properties of our own keep the rest, and stand only where something is to be kept.
//!
//! `statements` lists the section's statements in order. Each is the list of its words where no
//! property says it (an unknown keyword, one that the Data Plane API lacks, one that a later line
//! overrides), a JSON pointer to the property that says it, or, where HAProxy's spelling differs
//! from what the property leads to, `{"at": pointer, "words": [...]}`. Properties win: a property
//! that was changed, added or removed changes its statement, whatever `statements` notes.
//!
//! `header` holds the words of the line that opens the section where it has more than the
//! properties `name` and `from` say.
//!
//! Words there are in the form of [`crate::text`]; elsewhere `${NAME}` refers to the environment.

mod error;
mod found;
mod give;
mod judge;
mod kind;
mod options;
mod place;
mod read;
mod said;
mod schema;
mod shape;
mod slot;
mod table;
mod take;
#[cfg(test)]
mod tests;
mod write;

pub use error::JsonError;

use std::collections::HashMap;

use foldhash::fast::FixedState;
use serde_json::{Map, Value};

use self::table::Table;
use crate::config::{AnySection, Config};
use crate::language::Words;
use crate::section_kind::SectionKind;

/// What is looked up by names of the definitions.
type Names<T> = HashMap<&'static str, T, FixedState>;
/// What is looked up by the names of a property and of the objects around it.
type Paths<T> = HashMap<Vec<&'static str>, T, FixedState>;

/// The property of all sections, in order.
const SECTIONS: &str = "sections";
/// The property of the section's kind, where sections of all kinds stand together.
const SECTION: &str = "section";
/// The property of the statements that no other property determines.
const STATEMENTS: &str = "statements";
/// The property of an opening line that no other property determines.
const HEADER: &str = "header";

impl AnySection {
    /// The section as JSON.
    pub fn to_json(&self) -> Value {
        match self.kind() {
            Some(kind) => Value::Object(write::section(Table::of(kind), self)),
            None => Value::Object(unknown(self)),
        }
    }

    /// The section of this kind that JSON describes.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn from_json(kind: SectionKind, value: &Value) -> Result<Self, JsonError> {
        let object = value.as_object();
        let object = object.ok_or_else(|| JsonError::new("expected an object"))?;
        section_of(kind, object.clone(), object)
    }

    /// JSON Schema of what [`AnySection::from_json`] takes.
    pub fn json_schema(kind: SectionKind) -> Value {
        schema::section(Table::of(kind))
    }
}

impl Config {
    /// The configuration as JSON: `{"sections": […]}`, each with its kind as `section`.
    pub fn to_json(&self) -> Value {
        let sections = self.sections.iter().map(|section| {
            let (kind, properties) = match (section.kind(), section.keyword()) {
                (Some(kind), Some(keyword)) => {
                    (keyword.name, write::section(Table::of(kind), section))
                }
                _ => ("", unknown(section)),
            };
            let mut object = Map::new();
            object.insert(SECTION.to_owned(), Value::from(kind));
            object.extend(properties);
            Value::Object(object)
        });
        Value::Object(Map::from_iter([(SECTIONS.to_owned(), sections.collect())]))
    }

    /// The configuration that JSON describes.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn from_json(value: &Value) -> Result<Self, JsonError> {
        let object = value.as_object().into_iter().flatten();
        let mut others = object.filter(|(name, _)| *name != SECTIONS);
        if let Some((name, _)) = others.next() {
            return Err(JsonError::new("unknown property").under(name));
        }
        let Some(Value::Array(sections)) = value.get(SECTIONS) else {
            return Err(JsonError::new("expected a list").under(SECTIONS));
        };
        let sections = sections.iter().enumerate().map(|(index, section)| {
            one(section).map_err(|error| error.under(index).under(SECTIONS))
        });
        sections.collect()
    }
}

/// A section that says of which kind it is.
fn one(value: &Value) -> Result<AnySection, JsonError> {
    let object = value.as_object();
    let object = object.ok_or_else(|| JsonError::new("expected an object"))?;
    match object.get(SECTION).map(Value::as_str) {
        Some(Some("")) => read_unknown(&mut without_section(object)),
        Some(Some(name)) => {
            let kind = SectionKind::from_keyword(name.as_bytes());
            let kind = kind.ok_or_else(|| {
                JsonError::new(format!("unknown kind of section '{name}'")).under(SECTION)
            })?;
            section_of(kind, without_section(object), object)
        }
        _ => Err(JsonError::new("expected the section's kind").under(SECTION)),
    }
}

/// What an object says besides its kind.
fn without_section(object: &Map<String, Value>) -> Map<String, Value> {
    let others = object.iter().filter(|(name, _)| *name != SECTION);
    others
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// A section of this kind, from a copy of the object.
fn section_of(
    kind: SectionKind,
    copy: Map<String, Value>,
    object: &Map<String, Value>,
) -> Result<AnySection, JsonError> {
    read::section(Table::of(kind), copy).map_err(|error| {
        let json = Value::Object(without_section(object));
        judge::explained(error, &schema::section(Table::of(kind)), &json)
    })
}

/// A section of an unknown kind: its words.
fn unknown(section: &AnySection) -> Map<String, Value> {
    let mut object = Map::new();
    let header = write::print(|printer| section.print_header(printer));
    object.insert(HEADER.to_owned(), Value::from(header));
    let lines: Vec<Value> = (0..section.len())
        .map(|index| write::print(|printer| section.print_statement(index, printer)).into())
        .collect();
    object.insert(STATEMENTS.to_owned(), Value::from(lines));
    object
}

fn read_unknown(object: &mut Map<String, Value>) -> Result<AnySection, JsonError> {
    let header = object.shift_remove(HEADER).unwrap_or_default();
    let header = read::words_of(&header).map_err(|error| error.under(HEADER))?;
    let mut section = AnySection::unknown(&mut Words::new(&read::borrowed(&header)));
    let lines = object.shift_remove(STATEMENTS).unwrap_or_default();
    for line in lines.as_array().into_iter().flatten() {
        let words = read::words_of(line).map_err(|error| error.under(STATEMENTS))?;
        // Such a section takes every line.
        let _ = section.parse_statement(&mut Words::new(&read::borrowed(&words)));
    }
    give::nothing_left(object)?;
    Ok(section)
}
