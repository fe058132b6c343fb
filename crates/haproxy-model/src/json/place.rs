mod name;

pub(super) use name::Name;

use serde_json::Value;

use super::kind::Kind;

/// One form of what a keyword's `json` says, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// The names of nested objects and, last, of the property; empty where the arguments are
    /// properties of the object around.
    pub(super) path: Vec<&'static str>,
    /// How many there may be.
    pub(super) collection: Collection,
    /// A property of the object that tells it from those of other keywords.
    pub(super) tag: Option<(&'static str, &'static str)>,
    /// The value of a keyword without arguments, or the name of a choice.
    pub(super) literal: Option<Value>,
    /// How the only argument is written.
    pub(super) kind: Option<Kind>,
    /// The names of the arguments, in order.
    pub(super) names: Option<Vec<Name>>,
    /// Whether it is what the keyword says behind `no`.
    pub(super) negated: bool,
    /// Where the form counts, and no other; everywhere else where there is none.
    context: Option<&'static str>,
}

/// Where a keyword is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Context {
    /// The kind of section.
    pub(super) section: &'static str,
    /// The first word of the statement.
    pub(super) statement: &'static str,
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

impl Place {
    /// The forms of a keyword's `json`; `None` where it is not such as [`crate::json`] describes.
    pub(super) fn all(text: &'static str) -> Option<Vec<Self>> {
        text.split(" | ").map(Self::parse).collect()
    }

    /// The forms that count in the context: those that are written for it, or else for any.
    pub(super) fn all_in(text: &'static str, context: Context) -> Option<Vec<Self>> {
        let forms = Self::all(text)?;
        let is_here = |form: &Self| {
            let name = form.context;
            name.is_some_and(|name| name == context.section || name == context.statement)
        };
        let has_own = forms.iter().any(is_here);
        let counts = |form: &Self| {
            if has_own {
                is_here(form)
            } else {
                form.context.is_none()
            }
        };
        Some(forms.into_iter().filter(counts).collect())
    }

    fn parse(text: &'static str) -> Option<Self> {
        let (text, negated) = match text.strip_prefix("no ") {
            Some(text) => (text, true),
            None => (text, false),
        };
        let (text, context) = match text.split_once('@') {
            Some((text, context)) => (text, Some(context.trim())),
            None => (text, None),
        };
        let (text, names) = match text.split_once('(') {
            Some((text, names)) => (text, Some(Name::all(names.trim_end().strip_suffix(')')?)?)),
            None => (text, None),
        };
        let (text, tag, is_list) = match (text.split_once('['), text.split_once('{')) {
            (Some((path, tag)), _) if tag.contains('=') => (path, Some(tag), true),
            (_, Some((path, tag))) => (path, Some(tag), false),
            _ => (text, None, false),
        };
        let tag = match tag {
            Some(tag) => Some(tag.trim_end().strip_suffix([']', '}'])?.split_once('=')?),
            None => None,
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
            None if is_list => (text, Collection::List),
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
            negated,
            context,
        })
    }
}

/// The value that a text in a definition stands for.
fn literal(text: &'static str) -> Value {
    match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        text => Value::from(text),
    }
}
