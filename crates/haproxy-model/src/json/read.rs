//! From JSON to a section.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::{Map, Value};

use super::give::{count, give_all, look, nothing_left, remove};
use super::kind::text;
use super::place::Collection;
use super::shape::Shape;
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
pub(super) fn section(
    table: &Table,
    mut object: Map<String, Value>,
) -> Result<AnySection, JsonError> {
    let notes = object.shift_remove(STATEMENTS);
    let words = if let Some(words) = object.shift_remove(HEADER) {
        words_of(&words).map_err(|error| error.under(HEADER))?
    } else {
        header(table, &mut object)?
    };
    let lines = statements(table, &mut object, notes.as_ref())?;
    let borrowed = borrowed(&words);
    let mut section = AnySection::parse_header(table.kind, &mut Words::new(&borrowed))
        .map_err(|error| JsonError::new(error.to_string()))?;
    for line in &lines {
        let added = add(&mut section, &line.words);
        // Words that no property says are kept as a document keeps a line that is not understood.
        if let (Some(pointer), Err(mut error)) = (&line.pointer, added) {
            error.path.insert_str(0, pointer);
            return Err(error);
        }
    }
    Ok(section)
}

/// The words of the line that opens a section.
pub(super) fn header(
    table: &Table,
    object: &mut Map<String, Value>,
) -> Result<Vec<String>, JsonError> {
    let Some((keyword, slots)) = &table.header else {
        return Err(JsonError::new("this section has no JSON"));
    };
    let mut words = vec![keyword.name.to_owned()];
    give_all(slots, object, &mut words)?;
    Ok(words)
}

/// The words of every statement, in order.
fn statements(
    table: &Table,
    object: &mut Map<String, Value>,
    notes: Option<&Value>,
) -> Result<Vec<Placed>, JsonError> {
    let mut given = properties(table, object)?;
    given.sort_by_key(|given| given.phase);
    if notes.is_none() {
        return Ok(given.into_iter().map(Placed::from).collect());
    }
    let mut given: Vec<Option<Given>> = given.into_iter().map(Some).collect();
    let mut lines: Vec<Placed> = Vec::new();
    let notes = match notes {
        None => &[][..],
        Some(Value::Array(notes)) => notes,
        Some(_) => return Err(JsonError::new("expected a list").under(STATEMENTS)),
    };
    let mut known = HashMap::new();
    if !notes.is_empty() {
        let given = given.iter().flatten().enumerate();
        known.extend(given.map(|(at, given)| (given.pointer.clone(), at)));
    }
    for (index, note) in notes.iter().enumerate() {
        let line = noted(table, note, &known, &mut given);
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
    Ok(lines)
}

/// A line with the place that says it; an empty place where none does.
struct Placed {
    /// The property that says its words.
    pointer: Option<String>,
    place: String,
    phase: Phase,
    words: Vec<String>,
}

impl From<Given> for Placed {
    fn from(given: Given) -> Self {
        let Given {
            pointer,
            place,
            phase,
            words,
        } = given;
        Self {
            pointer: Some(pointer),
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
    known: &HashMap<String, usize>,
    given: &mut [Option<Given>],
) -> Result<Option<Placed>, JsonError> {
    let (pointer, words) = match note {
        Value::Array(_) => {
            let words = words_of(note)?;
            return Ok(Some(Placed {
                pointer: None,
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
    let found = known.get(pointer).and_then(|at| given.get_mut(*at));
    let Some(found) = found.and_then(Option::take) else {
        return Ok(None);
    };
    let spelled = words.filter(|words| {
        let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
        table
            .say(&borrowed)
            .is_some_and(|said| said.words == found.words)
    });
    let found = Placed::from(found);
    Ok(Some(match spelled {
        Some(words) => Placed {
            pointer: None,
            words,
            ..found
        },
        None => found,
    }))
}

/// The statements that the properties say, in the order of the table.
fn properties(table: &Table, object: &mut Map<String, Value>) -> Result<Vec<Given>, JsonError> {
    let mut all = Vec::new();
    let entries = table.saying(object);
    for (index, (_, forms)) in &entries {
        for shape in forms {
            let elements = elements(table, shape, object)?;
            all.extend(elements.into_iter().map(|given| (*index, given)));
        }
    }
    let mut errors = Vec::new();
    for (index, (keyword, forms)) in &entries {
        while let Some(best) = best(table, keyword, forms, object, &mut errors) {
            best.left.put(object);
            all.push((*index, best.given));
        }
    }
    // A property may be that of several keywords.
    let wrong = errors
        .into_iter()
        .find(|(place, _)| look(object, place).is_some());
    if let Some((_, error)) = wrong {
        return Err(error);
    }
    if !object.is_empty() {
        let shapes = || entries.iter().flat_map(|(_, (_, forms))| forms);
        for shape in shapes() {
            // What is off without a word is said by none; an empty list has no elements.
            if shape.collection == Collection::Single && shape.says_nothing(object) {
                remove(object, &shape.path);
            }
            remove_empty(shape, object);
        }
        wrong_literal(table, shapes(), object)?;
        nothing_left(object)?;
    }
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
        match single(table, keyword, shape, object, forms.len() > 1) {
            Ok(Some(attempt)) if best.as_ref().is_none_or(|best| attempt.said > best.said) => {
                best = Some(attempt);
            }
            Ok(_) => {}
            Err(error) => errors.push((place, error)),
        }
    }
    best
}

/// Takes the objects around the shape out that hold nothing.
fn remove_empty(shape: &Shape, object: &mut Map<String, Value>) {
    let is_empty = |value: &Value| value.as_object().is_some_and(Map::is_empty);
    for end in (1..shape.path.len()).rev() {
        let Some(holder) = shape.path.get(..end) else {
            continue;
        };
        if look(object, holder).is_some_and(is_empty) {
            remove(object, holder);
        }
    }
}

/// The statements of the list or the map at the place of this shape.
fn elements(
    table: &Table,
    shape: &Shape,
    object: &mut Map<String, Value>,
) -> Result<Vec<Given>, JsonError> {
    if shape.collection == Collection::Single {
        return Ok(Vec::new());
    }
    let Some(value) = remove(object, &shape.path) else {
        return Ok(Vec::new());
    };
    let place = pointer(&shape.path);
    let said: Vec<(String, Value)> = match (shape.collection, value) {
        (Collection::Single, _) => return Ok(Vec::new()),
        (Collection::List, Value::Array(list)) => list
            .into_iter()
            .enumerate()
            .map(|(index, value)| (format!("{place}/{index}"), value))
            .collect(),
        (Collection::Map(_), Value::Object(map)) => map
            .into_iter()
            .map(|(key, value)| (format!("{place}{}", pointer(&[&key])), value))
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
    given.collect()
}

/// A statement that some of the properties say.
struct Attempt {
    given: Given,
    /// How many of them it says.
    said: usize,
    left: Left,
}

/// What a statement leaves of the properties.
enum Left {
    /// Of all.
    All(Map<String, Value>),
    /// Of this one.
    Of(&'static str, Option<Value>),
}

impl Left {
    fn put(self, object: &mut Map<String, Value>) {
        match self {
            Self::All(left) => *object = left,
            Self::Of(name, Some(value)) => {
                object.insert(name.to_owned(), value);
            }
            Self::Of(name, None) => {
                object.shift_remove(name);
            }
        }
    }
}

/// The statement of the property at the place of this shape.
fn single(
    table: &Table,
    keyword: &'static Keyword,
    shape: &Shape,
    object: &Map<String, Value>,
    is_one_of_several: bool,
) -> Result<Option<Attempt>, JsonError> {
    if shape.says_nothing(object) && !keyword.no {
        return Ok(None);
    }
    let only = shape.only_property();
    let mut properties = match only {
        Some(name) => {
            let value = object.get(name).cloned();
            value
                .map(|value| (name.to_owned(), value))
                .into_iter()
                .collect()
        }
        None => object.clone(),
    };
    let before = count(&properties);
    let mut words = Vec::new();
    if !shape.statement(keyword, &mut properties, &mut words)? {
        return Ok(None);
    }
    let place = shape.place();
    // Where another form or keyword may fit better, this one must do; else the section tells.
    if is_one_of_several || table.is_shared(&place) {
        check(table, &words).map_err(|error| error.under_all(&place))?;
    }
    let phase = table.phase(&place);
    let place = pointer(&place);
    let given = Given {
        pointer: place.clone(),
        place,
        phase,
        words,
    };
    let said = before.saturating_sub(count(&properties));
    let left = match only {
        Some(name) => Left::Of(name, properties.shift_remove(name)),
        None => Left::All(properties),
    };
    Ok(Some(Attempt { given, said, left }))
}

/// Fails where a property has not the value that its keyword stands for.
fn wrong_literal<'t>(
    table: &Table,
    shapes: impl Iterator<Item = &'t Shape>,
    object: &Map<String, Value>,
) -> Result<(), JsonError> {
    for shape in shapes {
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
fn words_at(table: &Table, shape: &Shape, mut value: Value) -> Result<Vec<String>, JsonError> {
    if let Some(object) = value.as_object_mut() {
        // What is off is said by none.
        for (name, off) in table.off(&shape.path) {
            if object.get(*name) == Some(off) {
                object.shift_remove(*name);
            }
        }
    }
    let candidates = table.at(&shape.path);
    // Where a property tells keywords apart, the others' errors say nothing.
    let mut candidates: Vec<_> = candidates
        .filter(|(_, shape)| match shape.tag {
            Some((name, tag)) => value.get(name).is_none_or(|value| value == tag),
            None => true,
        })
        .collect();
    if let [(keyword, shape)] = &*candidates {
        return shape.element(keyword, value);
    }
    let mut error = None;
    let given = candidates.drain(..).find_map(|(keyword, shape)| {
        let words = shape.element(keyword, value.clone());
        match words.and_then(|words| check(table, &words).map(|()| words)) {
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

/// Fails where a section has no statement of these words.
pub(super) fn check(table: &Table, words: &[String]) -> Result<(), JsonError> {
    let name = [table.kind.keyword().into(), "x".into()];
    let section = AnySection::parse_header(table.kind, &mut Words::new(&name));
    let mut section = section.map_err(|error| JsonError::new(error.to_string()))?;
    add(&mut section, words)
}

/// Adds a statement of these words.
fn add(section: &mut AnySection, words: &[String]) -> Result<(), JsonError> {
    let borrowed = borrowed(words);
    let mut read = Words::new(&borrowed);
    let parsed = section.parse_statement(&mut read);
    parsed.map_err(|error| JsonError::new(error.to_string()))?;
    if read.unrecognized().is_empty() {
        Ok(())
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
