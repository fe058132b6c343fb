//! What one statement says.

use serde_json::{Map, Value};

use super::give::{address, remove};
use super::place::Collection;
use super::shape::{Shape, opposite};
use super::take::put;
use crate::keyword::Keyword;

/// What a statement says, as properties.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) path: Vec<&'static str>,
    pub(super) collection: Collection,
    /// The name under which a map holds it.
    pub(super) key: Option<String>,
    /// The element of a list or map; the section's properties where it is neither.
    pub(super) value: Value,
    /// The words that the value alone leads to.
    pub(super) words: Vec<String>,
    /// Where it is among what is read.
    pub(super) order: Order,
}

/// Where a statement is among those of its section that properties say, within its phase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Order {
    /// The entry by which it is read.
    pub(super) entry: usize,
    /// What is said at once comes behind lists and maps, what says most first: how much it leaves
    /// unsaid of all that may be said, and its form.
    pub(super) single: Option<(usize, usize)>,
}

/// What the keyword behind `no` says.
pub(super) fn negated(shape: &Shape) -> Option<Map<String, Value>> {
    let opposite = opposite(&shape.literal()?)?;
    let mut object = Map::new();
    let mut name = shape.path.join(".");
    if let Some((tag, _)) = shape.tag {
        name = format!("{name}.{tag}");
    }
    put(&mut object, &name, opposite)?;
    Some(object)
}

/// What the properties of a statement are to its section.
pub(super) fn said(
    keyword: &'static Keyword,
    shape: &Shape,
    object: Map<String, Value>,
) -> Option<Said> {
    let (path, key, value) = placed(shape, object)?;
    let words = match (shape.collection, &value) {
        (Collection::Single, Value::Object(object)) => {
            let mut words = Vec::new();
            let given = shape.statement(keyword, &mut object.clone(), &mut words);
            given.ok()?.then_some(words)?
        }
        _ => shape.element(keyword, value.clone()).ok()?,
    };
    Some(Said {
        path,
        collection: shape.collection,
        key,
        value,
        words,
        order: Order::default(),
    })
}

/// A path to properties, what a map calls the value there, and the value.
pub(super) type Place = (Vec<&'static str>, Option<String>, Value);

/// Where the properties of a statement stand in those of its section.
pub(super) fn placed(shape: &Shape, mut object: Map<String, Value>) -> Option<Place> {
    let path = shape.place();
    match shape.collection {
        Collection::Single => Some((path, None, Value::Object(object))),
        Collection::List => {
            let value = remove(&mut object, &path)?.as_array_mut()?.pop()?;
            Some((path, None, value))
        }
        Collection::Map(name) => {
            let mut value = remove(&mut object, &path)?;
            let key = key(&mut value, name)?;
            Some((path, Some(key), value))
        }
    }
}

/// What a map calls this value: the text of a property, or its address where it has none, which is
/// what the property says then.
fn key(value: &mut Value, name: &str) -> Option<String> {
    let object = value.as_object_mut()?;
    if let Some(key) = object.get(name) {
        return Some(key.as_str().map_or_else(|| key.to_string(), str::to_owned));
    }
    let address = address(object)?;
    object.shift_insert(0, name.to_owned(), Value::from(address.clone()));
    Some(address)
}
