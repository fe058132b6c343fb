use serde_json::{Map, Value};

use super::give::look;
use super::kind::Kind;
use super::place::{Collection, Context, Place};
use super::slot::{Part, Slot};
use crate::keyword::Keyword;

/// A keyword with its place in JSON and what stands there.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) path: Vec<&'static str>,
    pub(super) collection: Collection,
    /// A property of the object that tells it from those of other keywords.
    pub(super) tag: Option<(&'static str, &'static str)>,
    pub(super) content: Content,
    /// What a choice between keywords calls the keyword, where that is not its own name.
    pub(super) name: Option<Value>,
    /// Whether it is what the keyword says behind `no`.
    pub(super) negated: bool,
}

/// What a property holds.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// This value, where the keyword stands.
    Literal(Value),
    /// Its only argument.
    Direct(Slot),
    /// This value, and its arguments beside it.
    Tagged(Value, Vec<Slot>),
    /// An object of its arguments.
    Object(Vec<Slot>),
    /// Its own words and those of its arguments, behind those of others at the same place.
    Phrase(&'static str, Vec<Slot>),
}

impl Shape {
    /// The forms of the keyword, the one that is written first; none where no property says it.
    pub(super) fn all(keyword: &'static Keyword, context: Context) -> Vec<Self> {
        let places = keyword.json.and_then(|text| Place::all_in(text, context));
        let places = places.unwrap_or_default().into_iter();
        places
            .map(|place| Self::at(place, keyword, context))
            .collect()
    }

    fn at(place: Place, keyword: &'static Keyword, around: Context) -> Self {
        let slots = Slot::all(keyword.syntax, place.names.as_deref(), around);
        let name = place.literal.clone().filter(|_| place.path.is_empty());
        let content = match &*slots {
            _ if place.path.is_empty() => Content::Object(slots),
            _ if place.kind == Some(Kind::Phrase) => Content::Phrase(keyword.name, slots),
            [] if place.tag.is_some() => Content::Object(slots),
            [] => Content::Literal(place.literal.unwrap_or_else(|| Value::from("enabled"))),
            [only] if place.names.is_none() && place.tag.is_none() && only.has_name() => {
                Content::Direct(only.as_value(place.kind))
            }
            [first, ..] if place.names.is_none() && place.kind.is_some() => {
                Content::Direct(first.as_value(place.kind))
            }
            _ => match place.literal {
                Some(literal) => Content::Tagged(literal, slots),
                None => Content::Object(slots),
            },
        };
        Self {
            path: place.path,
            collection: place.collection,
            tag: place.tag,
            content,
            name,
            negated: place.negated,
        }
    }

    /// Whether the property of this name says something of the keyword.
    pub(super) fn mentions(&self, name: &str) -> bool {
        match (&self.content, self.path.first()) {
            (_, Some(first)) => *first == name,
            (Content::Object(slots), None) => slots.iter().any(|slot| slot.mentions(name)),
            (_, None) => false,
        }
    }

    /// The one property of a section that it has to do with; `None` where there may be others.
    pub(super) fn only_property(&self) -> Option<&'static str> {
        match (&self.content, &*self.path) {
            (Content::Tagged(..), [_]) | (_, []) => None,
            (_, [first, ..]) => Some(first),
        }
    }

    /// Where it is known to be: its place, or where it has none, the first of its properties.
    pub(super) fn place(&self) -> Vec<&'static str> {
        match &self.content {
            Content::Object(slots) if self.path.is_empty() => {
                let first = slots
                    .iter()
                    .find(|slot| slot.has_name() && !slot.name.is_empty());
                first.map_or_else(Vec::new, |slot| slot.name.split('.').collect())
            }
            _ => self.path.clone(),
        }
    }

    /// Whether the property of this name is an argument that must be there.
    pub(super) fn requires(&self, name: &str) -> bool {
        match &self.content {
            Content::Object(slots) => slots.iter().any(|slot| slot.name == name && !slot.optional),
            _ => false,
        }
    }

    /// The properties that stand for no argument, and their values.
    pub(super) fn constants(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        let slots = match &self.content {
            Content::Object(slots) | Content::Tagged(_, slots) => &**slots,
            _ => &[],
        };
        slots.iter().filter_map(|slot| match &slot.part {
            Part::Constant(value) => Some((slot.name, value)),
            _ => None,
        })
    }

    /// Whether the property is there and stands for no statement.
    pub(super) fn says_nothing(&self, object: &Map<String, Value>) -> bool {
        let is_optional = matches!(&self.content, Content::Direct(slot) if slot.optional);
        let is_empty = |value: &Value| match value {
            Value::Array(list) => list.is_empty(),
            Value::String(text) => is_optional && text.is_empty(),
            _ => false,
        };
        look(object, &self.path).is_some_and(is_empty) || self.is_negated(object)
    }

    /// The value that tells the keyword, at the place that has it, where there is one.
    pub(super) fn literal(&self) -> Option<Value> {
        match (&self.content, self.tag) {
            (Content::Literal(literal) | Content::Tagged(literal, _), _) => Some(literal.clone()),
            (Content::Object(_), Some((_, tag))) if self.collection == Collection::Single => {
                Some(Value::from(tag))
            }
            _ => None,
        }
    }
}

/// The opposite of what turns something on or off.
pub(super) fn opposite(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(value) => Some(Value::Bool(!value)),
        Value::String(text) => match text.as_str() {
            "enabled" => Some(Value::from("disabled")),
            "disabled" => Some(Value::from("enabled")),
            _ => None,
        },
        _ => None,
    }
}
