use super::kind::Kind;
use super::place::Name;
use crate::keyword::{Keyword, Syntax};

/// An argument as JSON sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// The property; empty where the argument has properties of its own.
    pub(super) name: &'static str,
    /// The word before it.
    pub(super) lead: Option<&'static str>,
    pub(super) part: Part,
    pub(super) optional: bool,
    /// In the parentheses of the keyword.
    pub(super) inside: bool,
}

/// What an argument is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Value(Kind),
    /// A word that is there or not.
    Flag(&'static str),
    /// One of these keywords, and its arguments.
    Choice(&'static [Keyword]),
    /// Any number of these keywords, each with a place of its own.
    Parameters(&'static [Keyword]),
    /// `if` or `unless`, and what follows.
    Condition,
    /// What an ACL looks at, and what it looks for.
    Criterion,
    /// What JSON cannot say.
    Other,
}

impl Slot {
    /// The arguments that the syntax describes, called by these names.
    pub(super) fn all(syntax: &'static Syntax, names: Option<&[Name]>) -> Vec<Self> {
        let empty = Self {
            name: "",
            lead: None,
            part: Part::Other,
            optional: false,
            inside: false,
        };
        let mut slots = Vec::new();
        empty.collect(syntax, &mut slots);
        let Some(names) = names else { return slots };
        let mut names = names.iter();
        for slot in &mut slots {
            if matches!(
                slot.part,
                Part::Parameters(_) | Part::Condition | Part::Criterion
            ) {
                continue;
            }
            let Some(name) = names.next() else { break };
            slot.name = name.name;
            if let (Part::Choice(keywords), "_") = (slot.part, name.name) {
                slot.part = Part::Parameters(keywords);
            }
            if let Some(kind) = name.kind {
                slot.part = Part::Value(kind);
            }
        }
        slots
    }

    /// Whether the argument is a property of its own.
    pub(super) fn has_name(&self) -> bool {
        matches!(
            self.part,
            Part::Value(_) | Part::Flag(_) | Part::Choice(_) | Part::Other
        )
    }

    fn with(self, part: Part) -> Self {
        Self { part, ..self }
    }

    fn collect(self, syntax: &'static Syntax, slots: &mut Vec<Self>) {
        match syntax {
            Syntax::Nothing => {}
            Syntax::Word(word) => slots.push(self.with(Part::Flag(word))),
            Syntax::Value(kind) => slots.push(self.with(Part::Value(Kind::of_value(kind)))),
            Syntax::Argument(name, syntax) => Self { name, ..self }.collect(syntax, slots),
            Syntax::Call(syntax) => Self {
                inside: true,
                ..self
            }
            .collect(syntax, slots),
            Syntax::Sequence([Syntax::Value("if|unless"), ..]) => {
                slots.push(self.with(Part::Condition));
            }
            Syntax::Sequence([Syntax::Value("criterion"), ..]) => {
                slots.push(self.with(Part::Criterion));
            }
            Syntax::Sequence([Syntax::Word(word), syntax]) => Self {
                lead: Some(word),
                ..self
            }
            .collect(syntax, slots),
            Syntax::Sequence(list) => {
                for syntax in *list {
                    self.collect(syntax, slots);
                }
            }
            Syntax::Optional(syntax) => Self {
                optional: true,
                ..self
            }
            .collect(syntax, slots),
            Syntax::Repeat(
                Syntax::Keywords(keywords) | Syntax::Argument(_, Syntax::Keywords(keywords)),
            ) => {
                slots.push(self.with(Part::Parameters(keywords)));
            }
            Syntax::Keywords(keywords) => slots.push(self.with(Part::Choice(keywords))),
            Syntax::List(..) | Syntax::Either(_) => slots.push(self.with(Part::Value(Kind::Text))),
            Syntax::Joined(_) | Syntax::Repeat(_) => slots.push(self.with(Part::Other)),
        }
    }
}
