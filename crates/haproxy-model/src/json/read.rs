//! From JSON to a section.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::give::{count, give_all, look, nothing_left, remove};
use super::kind::text;
use super::place::Collection;
use super::shape::{Shape, opposite};
use super::slot::Slot;
use super::table::Table;
use super::{HEADER, JsonError, STATEMENTS};
use crate::config::AnySection;
use crate::keyword::{Keyword, Phase};
use crate::language::Words;

/// A statement that a property says.
struct Given {
    pointer: String,
    /// The place, without index or key.
    place: String,
    phase: Phase,
    words: Vec<String>,
}

/// A section of the table's kind.
pub(super) fn section(table: &Table, value: &Value) -> Result<AnySection, JsonError> {
    let object = value.as_object();
    let mut object = object
        .ok_or_else(|| JsonError::new("expected an object"))?
        .clone();
    let notes = object.shift_remove(STATEMENTS);
    let words = if let Some(words) = object.shift_remove(HEADER) {
        words_of(&words).map_err(|error| error.under(HEADER))?
    } else {
        let keyword = keyword_of(table);
        let keyword = keyword.ok_or_else(|| JsonError::new("this section has no JSON"))?;
        header(table, keyword, &mut object)?
    };
    let lines = statements(table, &mut object, notes.as_ref())?;
    let borrowed = borrowed(&words);
    let mut section = AnySection::parse_header(table.kind, &mut Words::new(&borrowed))
        .map_err(|error| JsonError::new(error.to_string()))?;
    for words in &lines {
        // A line that is not understood is kept, as a document keeps it.
        let _ = section.parse_statement(&mut Words::new(&self::borrowed(words)));
    }
    Ok(section)
}

fn keyword_of(table: &Table) -> Option<&'static Keyword> {
    let words = [table.kind.keyword().into(), "x".into()];
    let section = AnySection::parse_header(table.kind, &mut Words::new(&words)).ok()?;
    section.keyword()
}

/// The words of the line that opens a section.
pub(super) fn header(
    table: &Table,
    keyword: &'static Keyword,
    object: &mut Map<String, Value>,
) -> Result<Vec<String>, JsonError> {
    let mut words = vec![keyword.name.to_owned()];
    give_all(
        &Slot::all(keyword.syntax, None, table.header()),
        object,
        &mut words,
    )?;
    Ok(words)
}

/// The words of every statement, in order.
pub(super) fn statements(
    table: &Table,
    object: &mut Map<String, Value>,
    notes: Option<&Value>,
) -> Result<Vec<Vec<String>>, JsonError> {
    let mut given = properties(table, object)?;
    given.sort_by_key(|given| given.phase);
    let mut given: Vec<Option<Given>> = given.into_iter().map(Some).collect();
    let mut lines: Vec<Placed> = Vec::new();
    let notes = match notes {
        None => &[][..],
        Some(Value::Array(notes)) => notes,
        Some(_) => return Err(JsonError::new("expected a list").under(STATEMENTS)),
    };
    for (index, note) in notes.iter().enumerate() {
        let line = noted(table, note, &mut given);
        lines.extend(line.map_err(|error| error.under(index).under(STATEMENTS))?);
    }
    for given in given.into_iter().flatten() {
        let last = lines.iter().rposition(|line| line.place == given.place);
        let at = if let Some(last) = last {
            last.saturating_add(1)
        } else {
            let phases: Vec<Phase> = lines.iter().map(|line| line.phase).collect();
            given.phase.place(&phases)
        };
        lines.insert(at, Placed::from(given));
    }
    Ok(lines.into_iter().map(|line| line.words).collect())
}

/// A line with the place that says it; an empty place where none does.
struct Placed {
    place: String,
    phase: Phase,
    words: Vec<String>,
}

impl From<Given> for Placed {
    fn from(given: Given) -> Self {
        let Given {
            place,
            phase,
            words,
            ..
        } = given;
        Self {
            place,
            phase,
            words,
        }
    }
}

/// The line that a note stands for, with its place; none where its property is gone.
fn noted(
    table: &Table,
    note: &Value,
    given: &mut [Option<Given>],
) -> Result<Option<Placed>, JsonError> {
    let (pointer, words) = match note {
        Value::Array(_) => {
            let words = words_of(note)?;
            return Ok(Some(Placed {
                place: String::new(),
                phase: table.phase_of(&words),
                words,
            }));
        }
        Value::String(pointer) => (pointer.as_str(), None),
        Value::Object(spelled) => {
            let pointer = spelled.get("at").and_then(Value::as_str);
            let words = spelled.get("words").map(words_of).transpose()?;
            match (pointer, words, spelled.len()) {
                (Some(pointer), Some(words), 2) => (pointer, Some(words)),
                _ => return Err(JsonError::new("expected 'at' and 'words'")),
            }
        }
        _ => return Err(JsonError::new("expected words, or where a property is")),
    };
    let mut waiting = given.iter_mut();
    let found = waiting.find(|given| given.as_ref().is_some_and(|given| given.pointer == pointer));
    let Some(mut found) = found.and_then(Option::take) else {
        return Ok(None);
    };
    let spelled = words.filter(|words| {
        let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
        table
            .say(&borrowed)
            .is_some_and(|said| said.words == found.words)
    });
    if let Some(words) = spelled {
        found.words = words;
    }
    Ok(Some(Placed::from(found)))
}

/// The statements that the properties say, in the order of the table.
fn properties(table: &Table, object: &mut Map<String, Value>) -> Result<Vec<Given>, JsonError> {
    let mut all = Vec::new();
    for (index, (_, forms)) in table.entries.iter().enumerate() {
        for shape in forms {
            let elements = elements(table, shape, object)?;
            all.extend(elements.into_iter().map(|given| (index, given)));
        }
    }
    let mut errors = Vec::new();
    for (index, (keyword, forms)) in table.entries.iter().enumerate() {
        while let Some(best) = best(table, keyword, forms, object, &mut errors) {
            *object = best.object;
            all.push((index, best.given));
        }
    }
    // A property may be that of several keywords.
    let wrong = errors
        .into_iter()
        .find(|(place, _)| look(object, place).is_some());
    if let Some((_, error)) = wrong {
        return Err(error);
    }
    for (_, shape) in table.shapes() {
        // What is off without a word is said by none; an empty list has no elements.
        if shape.collection == Collection::Single && shape.says_nothing(object) {
            remove(object, &shape.path);
        }
    }
    remove_empty(table, object);
    wrong_literal(table, object)?;
    nothing_left(object)?;
    all.sort_by_key(|(index, _)| *index);
    Ok(all.into_iter().map(|(_, given)| given).collect())
}

/// The statement of those that the keyword's forms find which says the most.
fn best(
    table: &Table,
    keyword: &'static Keyword,
    forms: &[Shape],
    object: &Map<String, Value>,
    errors: &mut Vec<(Vec<&'static str>, JsonError)>,
) -> Option<Attempt> {
    let mut best: Option<Attempt> = None;
    for shape in forms {
        let place = shape.place();
        if shape.collection != Collection::Single || look(object, &place).is_none() {
            continue;
        }
        match single(table, keyword, shape, object) {
            Ok(Some(attempt)) if best.as_ref().is_none_or(|best| attempt.left < best.left) => {
                best = Some(attempt);
            }
            Ok(_) => {}
            Err(error) => errors.push((place, error)),
        }
    }
    best
}

/// Takes objects out that hold properties, and none.
fn remove_empty(table: &Table, object: &mut Map<String, Value>) {
    let is_empty = |value: &Value| value.as_object().is_some_and(Map::is_empty);
    for (_, shape) in table.shapes() {
        for end in (1..shape.path.len()).rev() {
            let Some(holder) = shape.path.get(..end) else {
                continue;
            };
            if look(object, holder).is_some_and(is_empty) {
                remove(object, holder);
            }
        }
    }
}

/// The statements of the list or the map at the place of this shape.
fn elements(
    table: &Table,
    shape: &Shape,
    object: &mut Map<String, Value>,
) -> Result<Vec<Given>, JsonError> {
    let Some(value) = look(object, &shape.path) else {
        return Ok(Vec::new());
    };
    let place = pointer(&shape.path);
    let said: Vec<(String, &Value)> = match (shape.collection, value) {
        (Collection::Single, _) => return Ok(Vec::new()),
        (Collection::List, Value::Array(list)) => list
            .iter()
            .enumerate()
            .map(|(index, value)| (format!("{place}/{index}"), value))
            .collect(),
        (Collection::Map(_), Value::Object(map)) => map
            .iter()
            .map(|(key, value)| (format!("{place}{}", pointer(&[key])), value))
            .collect(),
        (Collection::List, _) => {
            return Err(JsonError::new("expected a list").under_all(&shape.path));
        }
        (Collection::Map(_), _) => {
            return Err(JsonError::new("expected an object").under_all(&shape.path));
        }
    };
    let given = said.into_iter().map(|(pointer, value)| {
        let words = words_at(table, shape, value).map_err(|mut error| {
            error.path.insert_str(0, &pointer);
            error
        })?;
        Ok(Given {
            pointer,
            place: place.clone(),
            phase: table.phase(&shape.path),
            words,
        })
    });
    let given = given.collect::<Result<_, _>>()?;
    remove(object, &shape.path);
    Ok(given)
}

/// A statement that some of the properties say.
struct Attempt {
    given: Given,
    /// The properties without those.
    object: Map<String, Value>,
    /// How many there are.
    left: usize,
}

/// The statement of the property at the place of this shape.
fn single(
    table: &Table,
    keyword: &'static Keyword,
    shape: &Shape,
    object: &Map<String, Value>,
) -> Result<Option<Attempt>, JsonError> {
    let mut object = object.clone();
    let mut words = Vec::new();
    if shape.says_nothing(&object) && !keyword.no
        || !shape.statement(keyword, &mut object, &mut words)?
    {
        return Ok(None);
    }
    let place = shape.place();
    let words = checked(table, words).map_err(|error| error.under_all(&place))?;
    let phase = table.phase(&place);
    let place = pointer(&place);
    let given = Given {
        pointer: place.clone(),
        place,
        phase,
        words,
    };
    let left = count(&object);
    Ok(Some(Attempt {
        given,
        object,
        left,
    }))
}

/// Fails where a property has not the value that its keyword stands for.
fn wrong_literal(table: &Table, object: &Map<String, Value>) -> Result<(), JsonError> {
    for (_, shape) in table.shapes() {
        if let (Some(expected), Some(found)) = (shape.literal(), look(object, &shape.path)) {
            let problem = match (shape.tag, found.as_str()) {
                (None, Some(name)) if table.is_shared(&shape.path) => {
                    format!("unknown value '{name}'")
                }
                _ => format!("expected {expected}, found {found}"),
            };
            return Err(JsonError::new(problem).under_all(&shape.path));
        }
    }
    Ok(())
}

/// The words that an element at the place of this shape leads to.
fn words_at(table: &Table, shape: &Shape, value: &Value) -> Result<Vec<String>, JsonError> {
    let mut error = None;
    let mut value = value.clone();
    let others = table.shapes().filter(|(_, other)| other.path == shape.path);
    if let Some(object) = value.as_object_mut() {
        // What is off is said by none.
        for (name, on) in others.flat_map(|(_, other)| other.constants()) {
            if object.get(name) == opposite(on).as_ref() {
                object.shift_remove(name);
            }
        }
    }
    let value = &value;
    let candidates = table.shapes().filter(|(_, other)| other.path == shape.path);
    // Where a property tells keywords apart, the others' errors say nothing.
    let mut candidates = candidates.filter(|(_, shape)| match shape.tag {
        Some((name, tag)) => value.get(name).is_none_or(|value| value == tag),
        None => true,
    });
    let given = candidates.find_map(|(keyword, shape)| {
        match shape
            .element(keyword, value)
            .and_then(|words| checked(table, words))
        {
            Ok(words) => Some(words),
            Err(other) => {
                error.get_or_insert(other);
                None
            }
        }
    });
    given.ok_or_else(|| {
        error.unwrap_or_else(|| match shape.tag {
            Some((name, _)) => JsonError::new("unknown value").under(name),
            None => JsonError::new("this is no value of the property"),
        })
    })
}

/// The words, where the section has a statement of them.
pub(super) fn checked(table: &Table, words: Vec<String>) -> Result<Vec<String>, JsonError> {
    let name = [table.kind.keyword().into(), "x".into()];
    let section = AnySection::parse_header(table.kind, &mut Words::new(&name));
    let mut section = section.map_err(|error| JsonError::new(error.to_string()))?;
    let borrowed = borrowed(&words);
    let mut read = Words::new(&borrowed);
    let parsed = section.parse_statement(&mut read);
    parsed.map_err(|error| JsonError::new(error.to_string()))?;
    if read.unrecognized().is_empty() {
        Ok(words)
    } else {
        Err(JsonError::new("this is not understood"))
    }
}

/// A JSON pointer to this path.
pub(super) fn pointer(path: &[&str]) -> String {
    let names = path
        .iter()
        .map(|name| format!("/{}", name.replace('~', "~0").replace('/', "~1")));
    names.collect()
}

pub(super) fn words_of(value: &Value) -> Result<Vec<String>, JsonError> {
    let list = value.as_array();
    let list = list.ok_or_else(|| JsonError::new("expected a list of words"))?;
    list.iter().map(text).collect()
}

pub(super) fn borrowed(words: &[String]) -> Vec<Cow<'_, str>> {
    words.iter().map(|word| word.as_str().into()).collect()
}
