use serde_json::Value;

use super::kind::Kind;

/// What a keyword's `json` says, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// The names of nested objects and, last, of the property; empty where the arguments are
    /// properties of the object around.
    pub(super) path: Vec<&'static str>,
    /// How many there may be.
    pub(super) collection: Collection,
    /// A property of each element that tells it from those of other keywords.
    pub(super) tag: Option<(&'static str, &'static str)>,
    /// The value of a keyword without arguments.
    pub(super) literal: Option<Value>,
    /// How the only argument is written.
    pub(super) kind: Option<Kind>,
    /// The names of the arguments, in order.
    pub(super) names: Option<Vec<Name>>,
}

/// How many values a property holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collection {
    /// One.
    Single,
    /// Any number, in order.
    List,
    /// Any number, under the text of this property of each.
    Map(&'static str),
}

/// The name of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) name: &'static str,
    pub(super) kind: Option<Kind>,
}

impl Place {
    /// `None` where the text is not such as [`crate::json`] describes.
    pub(super) fn parse(text: &'static str) -> Option<Self> {
        let (text, names) = match text.split_once('(') {
            Some((text, names)) => {
                let names = names.trim_end().strip_suffix(')')?.split(',');
                (text, Some(names.map(Name::parse).collect::<Option<_>>()?))
            }
            None => (text, None),
        };
        let (text, tag) = match text.split_once('[') {
            Some((path, tag)) if tag.contains('=') => (
                path,
                Some(tag.trim_end().strip_suffix(']')?.split_once('=')?),
            ),
            _ => (text, None),
        };
        let (text, literal) = match text.split_once('=') {
            Some((text, literal)) => (text, Some(self::literal(literal.trim()))),
            None => (text, None),
        };
        let (text, kind) = match text.split_once(':') {
            Some((text, kind)) => (text, Some(Kind::named(kind.trim())?)),
            None => (text, None),
        };
        let text = text.trim();
        let (path, collection) = match text.split_once('[') {
            Some((path, "]")) => (path, Collection::List),
            Some((path, key)) => (path, Collection::Map(key.strip_suffix(']')?)),
            None if tag.is_some() => (text, Collection::List),
            None => (text, Collection::Single),
        };
        let path = path.split('.').filter(|name| !name.is_empty()).collect();
        Some(Self {
            path,
            collection,
            tag,
            literal,
            kind,
            names,
        })
    }
}

impl Name {
    fn parse(text: &'static str) -> Option<Self> {
        let (name, kind) = match text.split_once(':') {
            Some((name, kind)) => (name, Some(Kind::named(kind.trim())?)),
            None => (text, None),
        };
        let name = name.trim();
        (!name.is_empty()).then_some(Self { name, kind })
    }
}

fn literal(text: &'static str) -> Value {
    match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        text => Value::from(text),
    }
}
