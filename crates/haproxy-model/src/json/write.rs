//! From a section to its JSON.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::place::Collection;
use super::read;
use super::table::{Order, Said, Table};
use super::take::{Rest, fits, merge, take_all};
use super::{HEADER, STATEMENTS};
use crate::config::AnySection;
use crate::keyword::Phase;
use crate::language::Printer;

/// The properties of a section, and what they do not determine.
pub(super) fn section(table: &Table, section: &AnySection) -> Map<String, Value> {
    let mut object = Map::new();
    let lines: Vec<Vec<String>> = (0..section.len())
        .map(|index| print(|printer| section.print_statement(index, printer)))
        .collect();
    let mut said: Vec<Option<Said>> = lines.iter().map(|words| faithful(table, words)).collect();
    without_doubles(&mut said);
    let mut is_determined = is_determined(table, &lines, &said);
    let mut notes = Vec::new();
    for (words, said) in lines.into_iter().zip(said) {
        let pointer = said.and_then(|said| place(said, &words, &mut object));
        is_determined &= pointer.is_some();
        notes.push(pointer.unwrap_or_else(|| Value::from(words)));
    }
    if !is_determined {
        object.insert(STATEMENTS.to_owned(), Value::Array(notes));
    }
    let mut whole = header(table, section);
    whole.extend(object);
    whole
}

/// Whether the properties alone lead to these lines, in this order.
fn is_determined(table: &Table, lines: &[Vec<String>], said: &[Option<Said>]) -> bool {
    let mut last: Option<((Phase, Order), &Said)> = None;
    lines.iter().zip(said).all(|(words, said)| {
        let Some(said) = said else {
            return false;
        };
        let is_single = said.collection == Collection::Single;
        let order = (table.phase(&said.path), said.order);
        let follows = last.is_none_or(|(before, other)| match before.cmp(&order) {
            Ordering::Less => true,
            Ordering::Equal => !is_single && other.path == said.path,
            Ordering::Greater => false,
        });
        last = Some((order, said));
        follows && said.words == *words
    })
}

/// The properties of the line that opens the section.
fn header(table: &Table, section: &AnySection) -> Map<String, Value> {
    let words = print(|printer| section.print_header(printer));
    let mut object = Map::new();
    if let Some((_, slots)) = &table.header {
        let arguments: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        let mut rest = Rest::new(&arguments);
        let taken = take_all(slots, None, &mut rest, &mut object);
        let given = read::header(table, &mut object.clone());
        if taken.is_some() && rest.is_empty() && given.ok().as_ref() == Some(&words) {
            return object;
        }
        object.clear();
    }
    object.insert(HEADER.to_owned(), Value::from(words));
    object
}

/// What a statement says, if that leads back to a statement which says the same.
fn faithful(table: &Table, words: &[String]) -> Option<Said> {
    let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
    let said = table.say(&borrowed)?;
    read::check(table, &said.words).ok()?;
    if said.words == words {
        return Some(said);
    }
    let given: Vec<&str> = said.words.iter().map(String::as_str).collect();
    (table.say(&given)? == said).then_some(said)
}

/// Where several statements say one property, the last one does.
fn without_doubles(said: &mut [Option<Said>]) {
    let mut seen = std::collections::HashSet::new();
    for slot in said.iter_mut().rev() {
        if let Some(said) = slot
            && said.collection != Collection::List
            && !seen.insert((said.path.clone(), said.key.clone()))
        {
            *slot = None;
        }
    }
}

/// Puts the property where it belongs, and notes where that is.
fn place(said: Said, words: &[String], object: &mut Map<String, Value>) -> Option<Value> {
    let mut pointer = read::pointer(&said.path);
    match (said.collection, said.key) {
        (Collection::List, _) => {
            let list = at(object, &said.path, || Value::Array(Vec::new()))?;
            let list = list.as_array_mut()?;
            pointer = format!("{pointer}/{}", list.len());
            list.push(said.value);
        }
        (Collection::Map(_), Some(key)) => {
            pointer.push_str(&read::pointer(&[&key]));
            let map = at(object, &said.path, || Value::Object(Map::new()))?;
            map.as_object_mut()?.insert(key, said.value);
        }
        (_, _) => match said.value {
            Value::Object(more) if fits(object, &more) => merge(object, more)?,
            _ => return None,
        },
    }
    Some(if said.words == words {
        Value::from(pointer)
    } else {
        serde_json::json!({ "at": pointer, "words": words })
    })
}

fn at<'a>(
    object: &'a mut Map<String, Value>,
    path: &[&str],
    empty: fn() -> Value,
) -> Option<&'a mut Value> {
    let (first, rest) = path.split_first()?;
    if rest.is_empty() {
        return Some(object.entry(*first).or_insert_with(empty));
    }
    let inner = object
        .entry(*first)
        .or_insert_with(|| Value::Object(Map::new()));
    at(inner.as_object_mut()?, rest, empty)
}

/// The words that `write` writes.
pub(super) fn print(write: impl FnOnce(&mut Printer)) -> Vec<String> {
    let mut printer = Printer::new();
    write(&mut printer);
    printer.into_words()
}
