use serde_json::Value;

use super::place::{Collection, Place};
use super::slot::{Part, Slot};
use crate::keyword::Keyword;

/// A keyword with its place in JSON and what stands there.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) path: Vec<&'static str>,
    pub(super) collection: Collection,
    /// A property of each element that tells it from those of other keywords.
    pub(super) tag: Option<(&'static str, &'static str)>,
    pub(super) content: Content,
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
}

impl Shape {
    /// `None` where no property says the keyword.
    pub(super) fn of(keyword: &'static Keyword) -> Option<Self> {
        let place = Place::parse(keyword.json?)?;
        let slots = Slot::all(keyword.syntax, place.names.as_deref());
        let content = match &*slots {
            [] => Content::Literal(place.literal.unwrap_or_else(|| Value::from("enabled"))),
            [only] if place.names.is_none() && !place.path.is_empty() && only.has_name() => {
                let part = place.kind.map_or(only.part, Part::Value);
                Content::Direct(Slot { part, ..*only })
            }
            [first, ..] if place.names.is_none() && place.kind.is_some() => {
                let part = place.kind.map_or(first.part, Part::Value);
                Content::Direct(Slot { part, ..*first })
            }
            _ => match place.literal {
                Some(literal) => Content::Tagged(literal, slots),
                None => Content::Object(slots),
            },
        };
        Some(Self {
            path: place.path,
            collection: place.collection,
            tag: place.tag,
            content,
        })
    }

    /// The value with `no` before the keyword, where JSON has one.
    pub(super) fn negated(&self) -> Option<Value> {
        match &self.content {
            Content::Literal(Value::String(literal)) if literal == "enabled" => {
                Some(Value::from("disabled"))
            }
            _ => None,
        }
    }
}
