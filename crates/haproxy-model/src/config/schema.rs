use serde_json::{Map, Value, json};

use super::AnySection;
use crate::section_kind::SectionKind;

/// How many names to suggest.
const SUGGESTIONS: usize = 3;
/// How many alternatives to tell where none is near.
const ALTERNATIVES: usize = 12;

/// JSON Schema of configurations in the form of [`crate::json`], and of the parts of one.
///
/// A definition is a kind of section (`frontend`) or an object in one: `frontend.acl_list` is what
/// that list holds, `backend.servers` what that map holds.
///
/// ```
/// use haproxy_model::config::ConfigSchema;
///
/// let schema = ConfigSchema::new();
/// let server = schema.definition("backend.servers").unwrap();
/// assert_eq!(server["properties"]["port"]["type"], "integer");
/// assert!(schema.definitions().contains(&"global.tune_options".to_owned()));
/// ```
#[derive(Debug, Clone)]
pub struct ConfigSchema {
    sections: Vec<(SectionKind, Value)>,
}

impl ConfigSchema {
    /// The schema of every kind of section.
    pub fn new() -> Self {
        let sections = SectionKind::ALL.map(|kind| (kind, AnySection::json_schema(kind)));
        Self {
            sections: sections.into(),
        }
    }

    /// The schema of whole configurations: what [`Config::from_json`](super::Config::from_json)
    /// takes.
    pub fn whole(&self) -> Value {
        let mut definitions = Map::new();
        for (kind, schema) in &self.sections {
            definitions.insert(kind.keyword().to_owned(), of_kind(*kind, schema));
        }
        definitions.insert("unknown".to_owned(), unknown());
        let references = definitions.keys();
        let references: Vec<Value> = references
            .map(|name| json!({ "$ref": format!("#/$defs/{name}") }))
            .collect();
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "HAProxy configuration",
            "type": "object",
            "properties": {
                "sections": { "type": "array", "items": { "oneOf": references } },
            },
            "required": ["sections"],
            "additionalProperties": false,
            "$defs": definitions,
        })
    }

    /// The names of all definitions, each kind of section before what is in it.
    pub fn definitions(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (kind, schema) in &self.sections {
            names.push(kind.keyword().to_owned());
            push_inner(kind.keyword(), schema, &mut names);
        }
        names
    }

    /// The schema of this name; `None` where there is none.
    pub fn definition(&self, name: &str) -> Option<Value> {
        let mut path = name.split('.');
        let kind = SectionKind::from_keyword(path.next()?.as_bytes())?;
        let mut schema = self.of(kind)?;
        for property in path {
            schema = element(schema.get("properties")?.get(property)?);
            schema.get("properties")?;
        }
        Some(schema.clone())
    }

    /// Names of definitions that look like this one.
    pub fn similar(&self, name: &str) -> Vec<String> {
        let definitions = self.definitions();
        let end = format!(".{name}");
        let endings = definitions.iter().filter(|own| own.ends_with(&end));
        let endings: Vec<String> = endings.cloned().collect();
        if endings.is_empty() {
            nearest(name, definitions.iter().map(String::as_str))
        } else {
            endings
        }
    }

    /// What could be meant at the place of a whole configuration's JSON that a
    /// [`JsonError`](crate::json::JsonError) tells: names of properties, or values.
    pub fn suggestions(&self, json: &Value, path: &str) -> Vec<String> {
        let mut tokens = tokens(path).into_iter();
        let (Some(first), index) = (tokens.next(), tokens.next()) else {
            return vec!["sections".to_owned()];
        };
        let index = index.and_then(|index| index.parse::<usize>().ok());
        let section = index.and_then(|index| json.get(&first)?.get(index));
        let Some(section) = section.filter(|_| first == "sections") else {
            return nearest(&first, ["sections"].into_iter());
        };
        let name = section.get("section").and_then(Value::as_str);
        let name = name.unwrap_or_default();
        let rest: Vec<String> = tokens.collect();
        match SectionKind::from_keyword(name.as_bytes()) {
            Some(kind) => self.within(kind, section, &rest),
            None => one_of(name, SectionKind::ALL.map(SectionKind::keyword).into_iter()),
        }
    }

    /// As [`ConfigSchema::suggestions`], in the JSON of a section of this kind.
    pub fn section_suggestions(&self, kind: SectionKind, json: &Value, path: &str) -> Vec<String> {
        self.within(kind, json, &tokens(path))
    }

    fn within(&self, kind: SectionKind, json: &Value, path: &[String]) -> Vec<String> {
        let Some(mut schema) = self.of(kind) else {
            return Vec::new();
        };
        let mut value = Some(json);
        for token in path {
            let inner = schema.get("properties");
            let inner = inner.and_then(|properties| properties.get(token));
            let listed = schema.get("items");
            let mapped = schema.get("additionalProperties");
            let next = inner.or(listed).or(mapped.filter(|one| one.is_object()));
            let Some(next) = next else {
                return nearest(token, properties(schema));
            };
            value = value.and_then(|value| match token.parse::<usize>() {
                Ok(index) if value.is_array() => value.get(index),
                _ => value.get(token),
            });
            schema = next;
        }
        let values = schema.get("enum").and_then(Value::as_array);
        match (values, value.and_then(Value::as_str)) {
            (Some(values), Some(found)) => {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| {
                        let text = value.as_str().map(str::to_owned);
                        text.unwrap_or_else(|| value.to_string())
                    })
                    .collect();
                nearest(found, values.iter().map(String::as_str))
            }
            _ => Vec::new(),
        }
    }

    fn of(&self, kind: SectionKind) -> Option<&Value> {
        let mut sections = self.sections.iter();
        sections
            .find(|(own, _)| *own == kind)
            .map(|(_, schema)| schema)
    }
}

impl Default for ConfigSchema {
    fn default() -> Self {
        Self::new()
    }
}

/// The schema of a section that says of which kind it is.
fn of_kind(kind: SectionKind, schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let constant = json!({ "const": kind.keyword() });
        properties.shift_insert(0, "section".to_owned(), constant);
    }
    if let Some(schema) = schema.as_object_mut() {
        let required = schema.entry("required").or_insert_with(|| json!([]));
        if let Some(required) = required.as_array_mut() {
            required.insert(0, "section".into());
        }
    }
    schema
}

/// The schema of a section that is kept as it stands.
fn unknown() -> Value {
    let words = json!({ "type": "array", "items": { "type": "string" } });
    json!({
        "type": "object",
        "properties": {
            "section": { "const": "" },
            "header": words,
            "statements": { "type": "array", "items": words },
        },
        "required": ["section", "header"],
        "additionalProperties": false,
    })
}

/// What a list or a map holds; any other schema itself.
fn element(schema: &Value) -> &Value {
    let mapped = schema.get("additionalProperties");
    let inner = schema
        .get("items")
        .or_else(|| mapped.filter(|inner| inner.is_object()));
    inner.unwrap_or(schema)
}

fn push_inner(name: &str, schema: &Value, names: &mut Vec<String>) {
    let properties = schema.get("properties").and_then(Value::as_object);
    for (property, schema) in properties.into_iter().flatten() {
        let inner = element(schema);
        if inner.get("properties").is_some() {
            let name = format!("{name}.{property}");
            names.push(name.clone());
            push_inner(&name, inner, names);
        }
    }
}

fn properties(schema: &Value) -> impl Iterator<Item = &str> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let names = properties.into_iter().flat_map(Map::keys);
    names.map(String::as_str)
}

/// The names on the way of a JSON pointer.
fn tokens(path: &str) -> Vec<String> {
    let tokens = path.split('/').skip(1);
    tokens
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
        .collect()
}

/// The names nearest to this one; all of them where none is near and they are few.
fn one_of<'a>(name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let near = nearest(name, names.clone());
    if near.is_empty() {
        return names.take(ALTERNATIVES).map(str::to_owned).collect();
    }
    near
}

fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let plain = |name: &str| name.to_lowercase().replace('-', "_");
    let wanted = plain(name);
    let most = wanted.len() / 3 + 1;
    let mut near: Vec<(usize, &str)> = names
        .filter_map(|other| {
            let own = plain(other);
            let distance = strsim::damerau_levenshtein(&wanted, &own);
            let is_part = wanted.len() > 3 && own.contains(&wanted);
            (distance <= most || is_part).then_some((distance, other))
        })
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(SUGGESTIONS);
    near.into_iter().map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn suggestions(json: &Value) -> Vec<String> {
        let error = Config::from_json(json).unwrap_err();
        ConfigSchema::new().suggestions(json, &error.path)
    }

    #[test]
    fn names_near_a_wrong_one_are_suggested() {
        let section = |section: Value| suggestions(&json!({ "sections": [section] }));
        let frontend = |name: &str| json!({ "section": "frontend", "name": "www", name: 1 });
        assert_eq!(section(frontend("max_conn")), ["maxconn"]);
        assert_eq!(section(frontend("client-timeout"))[0], "client_timeout");
        assert!(section(frontend("frobnicate")).is_empty());
        let rule = json!({
            "section": "frontend", "name": "www",
            "http_request_rule_list": [{ "type": "set-headr" }],
        });
        assert_eq!(section(rule)[0], "set-header");
        let server = json!({
            "section": "backend", "name": "app",
            "servers": { "s1": { "name": "s1", "address": "10.0.0.1", "wieght": 5 } },
        });
        assert_eq!(section(server)[0], "weight");
        assert_eq!(section(json!({ "section": "frontned" })), ["frontend"]);
        assert_eq!(suggestions(&json!({ "section": [] })), ["sections"]);
    }

    #[test]
    fn definitions_are_found_by_their_names() {
        let schema = ConfigSchema::new();
        for name in schema.definitions() {
            assert!(schema.definition(&name).is_some(), "{name}");
        }
        assert!(schema.definition("frontend.maxconn").is_none());
        assert!(
            schema
                .similar("acl_list")
                .contains(&"frontend.acl_list".to_owned())
        );
        assert_eq!(schema.similar("backed")[0], "backend");
        let whole = schema.whole();
        assert_eq!(
            whole["$defs"]["frontend"]["properties"]["section"]["const"],
            "frontend"
        );
    }
}
