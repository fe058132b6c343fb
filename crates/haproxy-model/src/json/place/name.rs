use serde_json::Value;

use super::Kind;

/// What a place says of an argument.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::json) enum Name {
    /// Its property, and how it is written; several where the value decides.
    Property(Vec<(&'static str, Option<Kind>)>),
    /// The arguments that follow have places of their own: `_`.
    Own,
    /// It must be there, and no property says it: `+`; where there are several, as `+this`.
    There(&'static str),
    /// A property of this value, and no argument: `usesrc=address`.
    Constant(&'static str, Value),
    /// Two properties, with this text between them in the argument: `{user}:{passwd}`.
    Pair {
        first: &'static str,
        separator: &'static str,
        second: &'static str,
        kind: Kind,
    },
}

impl Name {
    /// The names between the parentheses of a place.
    pub(super) fn all(text: &'static str) -> Option<Vec<Self>> {
        if text.trim().is_empty() {
            return Some(Vec::new());
        }
        text.split(',')
            .map(|name| Self::parse(name.trim()))
            .collect()
    }

    fn parse(text: &'static str) -> Option<Self> {
        if let Some(text) = text.strip_prefix('{') {
            let (first, rest) = text.split_once('}')?;
            let (separator, rest) = rest.split_once('{')?;
            let second = rest.strip_suffix('}')?;
            let (second, kind) = property(second)?;
            return Some(Self::Pair {
                first,
                separator,
                second,
                kind: kind.unwrap_or(Kind::Text),
            });
        }
        if let Some((name, value)) = text.split_once('=') {
            return Some(Self::Constant(name.trim(), super::literal(value.trim())));
        }
        if let Some(word) = text.strip_prefix('+') {
            return Some(Self::There(word));
        }
        match text {
            "_" => Some(Self::Own),
            text => {
                let alternatives = text.split('/').map(property);
                Some(Self::Property(alternatives.collect::<Option<_>>()?))
            }
        }
    }
}

fn property(text: &'static str) -> Option<(&'static str, Option<Kind>)> {
    let (name, kind) = match text.split_once(':') {
        Some((name, kind)) => (name, Some(Kind::named(kind.trim())?)),
        None => (text, None),
    };
    let name = name.trim();
    (!name.is_empty()).then_some((name, kind))
}
