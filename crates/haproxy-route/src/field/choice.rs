use serde_json::{Value, json};

use super::{Kind, Reader, Visitor};
use crate::error::ErrorKind;
use crate::json::Json;
use crate::value::Choice;

/// One of a few words.
pub(crate) struct ChoiceKind<C> {
    without: Option<C>,
    is_literal: bool,
}

/// Takes the words of an enumeration.
pub(crate) const fn enumeration<C: Choice>() -> ChoiceKind<C> {
    ChoiceKind {
        without: None,
        is_literal: false,
    }
}

/// Takes words that are written into the schema itself.
pub(crate) const fn literal<C: Choice>() -> ChoiceKind<C> {
    ChoiceKind {
        without: None,
        is_literal: true,
    }
}

impl<C: Choice> ChoiceKind<C> {
    /// The same but for one word, where `is_without`.
    pub(crate) fn without_if(self, choice: C, is_without: bool) -> Self {
        Self {
            without: is_without.then_some(choice),
            ..self
        }
    }

    fn choices(&self) -> impl Iterator<Item = C> {
        let mut all = C::ALL.to_vec();
        all.retain(|choice| Some(*choice) != self.without);
        all.into_iter()
    }
}

impl<C: Choice> Kind for ChoiceKind<C> {
    type Value = C;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<C> {
        if let Json::String(text) = json
            && let Some(choice) = self.choices().find(|choice| choice.word() == text)
        {
            return Some(choice);
        }
        let expected = in_words(&self.choices().map(Choice::word).collect::<Vec<_>>());
        reader.fail(if self.is_literal {
            ErrorKind::LiteralError { expected }
        } else {
            ErrorKind::Enum { expected }
        })
    }

    fn write(&self, value: &C) -> Json {
        Json::String(value.word().to_owned())
    }

    fn visit(&self, value: &C, visitor: &mut dyn Visitor) {
        if self.is_literal {
            visitor.text(value.word());
        } else {
            visitor.choice(C::NAME, value.word());
        }
    }

    fn json_schema(&self) -> Value {
        let words: Vec<_> = self.choices().map(Choice::word).collect();
        if self.is_literal {
            json!({ "type": "string", "enum": words })
        } else {
            json!({ "title": C::NAME, "type": "string", "enum": words })
        }
    }
}

/// The words as a choice: `'a', 'b' or 'c'`.
fn in_words(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
