//! What is wrong with JSON that was refused, by its schema.

use serde_json::{Map, Value};

use super::JsonError;

/// What is said of a property where it could not be told what is wrong with it.
pub(super) const LEFT: &str = "unknown property, or one that cannot stand here";

/// The error, told by the schema where that knows better what is wrong there.
pub(super) fn explained(error: JsonError, schema: &Value, json: &Value) -> JsonError {
    let mut schema = schema;
    let mut value = json;
    let mut path: Vec<String> = Vec::new();
    for token in tokens(&error.path) {
        let (Some(inner), Some(next)) = (within(schema, &token), member(value, &token)) else {
            break;
        };
        (schema, value) = (inner, next);
        path.push(token);
    }
    if let Some(fault) = fault(schema, value) {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        return fault.under_all(&names);
    }
    if error.problem == LEFT {
        let problem = "this property cannot stand here, beside the others";
        return JsonError {
            problem: problem.to_owned(),
            ..error
        };
    }
    error
}

/// What is wrong with a value, or with one in it.
fn fault(schema: &Value, value: &Value) -> Option<JsonError> {
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return (!values.contains(value)).then(|| {
            let found = match value {
                Value::String(text) => format!("'{text}'"),
                other => other.to_string(),
            };
            JsonError::new(format!(
                "unknown value {found}, expected {}",
                one_of(values)
            ))
        });
    }
    let expected = schema.get("type").and_then(Value::as_str);
    match (value, expected) {
        (Value::Object(object), Some("object")) => fault_in(schema, object),
        (Value::Array(list), Some("array")) => {
            let items = schema.get("items")?;
            let mut list = list.iter().enumerate();
            list.find_map(|(at, value)| Some(fault(items, value)?.under(at)))
        }
        (Value::Bool(_), Some("boolean"))
        | (Value::String(_), Some("string"))
        | (Value::Number(_), Some("integer"))
        | (_, None) => None,
        (_, Some("object")) => Some(JsonError::new("expected an object")),
        (_, Some("array")) => Some(JsonError::new("expected a list")),
        (_, Some("boolean")) => Some(JsonError::new("expected true or false")),
        (_, Some("integer")) => Some(JsonError::new("expected an integer")),
        (_, Some(_)) => Some(JsonError::new("expected a string")),
    }
}

fn fault_in(schema: &Value, object: &Map<String, Value>) -> Option<JsonError> {
    object.iter().find_map(|(name, value)| {
        let found = match within(schema, name) {
            Some(inner) => fault(inner, value)?,
            None => JsonError::new("unknown property"),
        };
        Some(found.under(name))
    })
}

/// The schema of what an object or a list calls so.
fn within<'s>(schema: &'s Value, name: &str) -> Option<&'s Value> {
    let property = schema.get("properties").and_then(|all| all.get(name));
    let others = schema.get("additionalProperties");
    property
        .or_else(|| others.filter(|others| others.is_object()))
        .or_else(|| schema.get("items"))
}

fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Array(list) => list.get(name.parse::<usize>().ok()?),
        value => value.get(name),
    }
}

/// The names on the way of a JSON pointer.
fn tokens(path: &str) -> impl Iterator<Item = String> {
    let tokens = path.split('/').skip(1);
    tokens.map(|token| token.replace("~1", "/").replace("~0", "~"))
}

/// The values, for people.
fn one_of(values: &[Value]) -> String {
    let texts = values.iter().map(|value| match value {
        Value::String(text) => format!("'{text}'"),
        other => other.to_string(),
    });
    let texts: Vec<String> = texts.collect();
    match &*texts {
        [] => "none".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
