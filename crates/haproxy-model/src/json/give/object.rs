use serde_json::{Map, Value};

use crate::json::JsonError;
use crate::json::judge::LEFT;

/// Fails where a property is left.
pub(in crate::json) fn nothing_left(object: &Map<String, Value>) -> Result<(), JsonError> {
    match object.iter().next() {
        None => Ok(()),
        Some((name, Value::Object(inner))) if !inner.is_empty() => {
            nothing_left(inner).map_err(|error| error.under(name))
        }
        Some((name, _)) => Err(JsonError::new(LEFT).under(name)),
    }
}

/// How many values there are, those in objects each by itself.
pub(in crate::json) fn count(object: &Map<String, Value>) -> usize {
    let counts = object.values().map(|value| match value {
        Value::Object(inner) => count(inner),
        _ => 1,
    });
    counts.sum()
}

/// The value at this path.
pub(in crate::json) fn look<'a>(
    object: &'a Map<String, Value>,
    path: &[&str],
) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let value = object.get(*first)?;
    if rest.is_empty() {
        return Some(value);
    }
    look(value.as_object()?, rest)
}

/// Takes the value at this path out, and objects that are empty then.
pub(in crate::json) fn remove(object: &mut Map<String, Value>, path: &[&str]) -> Option<Value> {
    let (first, rest) = path.split_first()?;
    if rest.is_empty() {
        return object.shift_remove(*first);
    }
    let inner = object.get_mut(*first)?.as_object_mut()?;
    let removed = remove(inner, rest);
    if inner.is_empty() {
        object.shift_remove(*first);
    }
    removed
}

/// The value under this name, in which dots stand behind the names of objects.
pub(in crate::json) fn look_in<'a>(
    object: &'a Map<String, Value>,
    name: &str,
) -> Option<&'a Value> {
    match name.split_once('.') {
        Some((first, rest)) => look_in(object.get(first)?.as_object()?, rest),
        None => object.get(name),
    }
}

/// Takes the value under this name out, and objects that are empty then.
pub(in crate::json) fn remove_in(object: &mut Map<String, Value>, name: &str) -> Option<Value> {
    if !name.contains('.') {
        return object.shift_remove(name);
    }
    remove(object, &name.split('.').collect::<Vec<_>>())
}

/// Does this to the object at the path, or to an empty one where there is none.
pub(super) fn inside(
    object: &mut Map<String, Value>,
    path: &[&str],
    work: impl FnOnce(&mut Map<String, Value>) -> Result<(), JsonError>,
) -> Result<(), JsonError> {
    let Some((first, rest)) = path.split_first() else {
        return work(object);
    };
    let mut empty = Map::new();
    let Some(inner) = object.get_mut(*first).and_then(Value::as_object_mut) else {
        return inside(&mut empty, rest, work);
    };
    let worked = inside(inner, rest, work);
    if inner.is_empty() {
        object.shift_remove(*first);
    }
    worked.map_err(|error| error.under(first))
}
