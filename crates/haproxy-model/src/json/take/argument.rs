//! From the words of one argument to properties.

use serde_json::{Map, Value};

use super::{Rest, put};
use crate::json::found::Found;
use crate::json::kind::{Kind, join, port_name, readable};
use crate::json::shape::Shape;
use crate::json::slot::{Part, Slot};
use crate::keyword::Keyword;

impl Slot {
    /// Whether it says nothing where it does not stand.
    pub(super) fn may_be_missing(&self) -> bool {
        self.optional || matches!(self.part, Part::Parameters(_))
    }

    pub(super) fn take(&self, rest: &mut Rest<'_>, object: &mut Map<String, Value>) -> Option<()> {
        if let Part::Constant(value) = &self.part {
            return put(object, self.name, value.clone());
        }
        if let Some(lead) = self.lead {
            if rest.peek() != Some(lead) {
                return self.optional.then_some(());
            }
            rest.skip(1);
        } else if self.optional
            && !self.is_repeated()
            && (rest.is_empty() || self.is_elsewhere(rest))
        {
            return Some(());
        }
        if self.name.is_empty() && self.has_name() {
            return None;
        }
        match &self.part {
            Part::Value(kind) => self.take_value(*kind, rest, object),
            Part::Flag(word) => {
                if rest.peek() != Some(word) {
                    return self.optional.then_some(());
                }
                rest.skip(1);
                put(object, self.name, Value::Bool(true))
            }
            Part::Word(word) => (rest.next()? == *word).then_some(()),
            Part::Choice(keywords) => self.take_choice(keywords, rest, object),
            Part::Parameters(keywords) => {
                self.take_repeated(rest, |rest| self.take_keyword(keywords, rest, object))
            }
            Part::Mixed {
                keywords,
                slots,
                repeated,
            } => {
                let slots: Vec<&Slot> = slots.iter().collect();
                let one = |rest: &mut Rest<'_>| {
                    if Found::longest(rest.words, keywords.iter()).is_some() {
                        self.take_keyword(keywords, rest, object)
                    } else {
                        rest.take(&slots, object)
                    }
                };
                if *repeated {
                    self.take_repeated(rest, one)
                } else {
                    let mut one = one;
                    one(rest)
                }
            }
            Part::OneOf(slots) => slots.iter().find_map(|slot| {
                let (mut words, mut said) = (rest.clone(), object.clone());
                slot.take(&mut words, &mut said)?;
                (*rest, *object) = (words, said);
                Some(())
            }),
            Part::Pair {
                separator,
                second,
                kind,
            } => {
                let word = rest.next()?;
                let (first, last) = match kind {
                    Kind::Integer => word.rsplit_once(separator)?,
                    _ => word.split_once(separator)?,
                };
                put(object, self.name, Value::from(readable(first)))?;
                put(object, second, kind.value(last)?)
            }
            Part::Condition(kind, test) => {
                if !matches!(rest.peek(), Some("if" | "unless")) {
                    return self.optional.then_some(());
                }
                put(object, kind, Value::from(rest.next()?))?;
                put(object, test, Value::from(join(rest.words)))?;
                rest.words = &[];
                Some(())
            }
            Part::Criterion => {
                put(object, "criterion", Value::from(readable(rest.next()?)))?;
                if !rest.is_empty() {
                    put(object, "value", Value::from(join(rest.words)))?;
                }
                rest.words = &[];
                Some(())
            }
            Part::Constant(_) => Some(()),
            Part::Other => None,
        }
    }

    /// Whether it takes nothing as well where something stands.
    fn is_repeated(&self) -> bool {
        matches!(
            self.part,
            Part::Parameters(_) | Part::Mixed { repeated: true, .. }
        )
    }

    /// Whether what stands next is an argument that follows this one.
    fn is_elsewhere(&self, rest: &Rest<'_>) -> bool {
        let is_own = match self.part {
            Part::Flag(_) => true,
            Part::Choice(keywords) => Found::longest(rest.words, keywords.iter()).is_some(),
            _ => false,
        };
        !is_own && rest.is_claimed()
    }

    /// Takes one after the other, each of which may start where another ends.
    fn take_repeated<'a>(
        &self,
        rest: &mut Rest<'a>,
        mut one: impl FnMut(&mut Rest<'a>) -> Option<()>,
    ) -> Option<()> {
        let around = rest.following.len();
        while !rest.is_empty() && !rest.is_claimed() {
            self.add_claims(&mut rest.following);
            one(rest)?;
            rest.following.truncate(around);
        }
        Some(())
    }

    /// Takes a keyword that has a place of its own.
    fn take_keyword(
        &self,
        keywords: &'static [Keyword],
        rest: &mut Rest<'_>,
        object: &mut Map<String, Value>,
    ) -> Option<()> {
        let found = Found::longest(rest.words, keywords.iter())?;
        rest.skip(found.count);
        let forms = Shape::all(found.keyword, self.context);
        longest_form(&forms, found.inside, rest, object)
    }

    /// Takes a keyword as the value of a property.
    fn take_choice(
        &self,
        keywords: &'static [Keyword],
        rest: &mut Rest<'_>,
        object: &mut Map<String, Value>,
    ) -> Option<()> {
        let found = Found::longest(rest.words, keywords.iter())?;
        rest.skip(found.count);
        let forms = Shape::all(found.keyword, self.context);
        let name = forms.first().and_then(|form| form.name.clone());
        let name = name.unwrap_or_else(|| Value::from(found.keyword.name));
        put(object, self.name, name)?;
        if forms.is_empty() {
            let slots = Self::all(found.keyword.syntax, None, self.context);
            return slots.is_empty().then_some(());
        }
        longest_form(&forms, found.inside, rest, object)
    }

    fn take_value(
        &self,
        kind: Kind,
        rest: &mut Rest<'_>,
        object: &mut Map<String, Value>,
    ) -> Option<()> {
        if kind.is_many() {
            let words = rest.next_all()?;
            return put(object, self.name, kind.value_of(&words)?);
        }
        let word = rest.next()?;
        match kind {
            Kind::Variable => {
                let (scope, name) = word.split_once('.')?;
                put(object, self.name, Value::from(name))?;
                put(object, "var_scope", Value::from(scope))
            }
            Kind::Address { range } => {
                let (address, port, end) = match ports(word) {
                    (_, _, Some(_)) if !range => (word, None, None),
                    parts => parts,
                };
                if port.is_none() || !address.is_empty() {
                    put(object, self.name, Value::from(readable(address)))?;
                }
                if let Some(port) = port {
                    put(object, port_name(self.name), Value::from(port))?;
                }
                end.map_or(Some(()), |end| put(object, "port-range-end", end.into()))
            }
            Kind::Joined if object.contains_key(self.name) => {
                let joined = object.get_mut(self.name)?;
                *joined = Value::from(format!("{},{}", joined.as_str()?, readable(word)));
                Some(())
            }
            kind => put(object, self.name, kind.value(word)?),
        }
    }
}

/// Takes the words by the form that can take the most, the first of those.
fn longest_form(
    forms: &[Shape],
    inside: Option<&str>,
    rest: &mut Rest<'_>,
    object: &mut Map<String, Value>,
) -> Option<()> {
    if let [only] = forms {
        return only.take(inside, rest, object);
    }
    let taken = forms.iter().filter_map(|form| {
        let (mut words, mut said) = (rest.clone(), object.clone());
        form.take(inside, &mut words, &mut said)?;
        Some((words, said))
    });
    let (words, said) = taken.min_by_key(|(words, _)| words.words.len())?;
    (*rest, *object) = (words, said);
    Some(())
}

/// An address apart from its port and the end of a range of ports, where they are numbers.
fn ports(word: &str) -> (&str, Option<u16>, Option<u16>) {
    let whole = (word, None, None);
    if word.contains(',') {
        return whole;
    }
    match word.rsplit_once(':') {
        Some((address, ports)) if !address.ends_with(':') => {
            let (first, last) = match ports.split_once('-') {
                Some((first, last)) => (first, Some(last)),
                None => (ports, None),
            };
            match (number(first), last.map(number)) {
                (Some(first), None) => (address, Some(first), None),
                (Some(first), Some(Some(last))) => (address, Some(first), Some(last)),
                _ => whole,
            }
        }
        _ => whole,
    }
}

/// A port, written as JSON writes it.
fn number(text: &str) -> Option<u16> {
    let number: u16 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}
