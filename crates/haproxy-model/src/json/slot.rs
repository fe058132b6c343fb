use std::iter::Peekable;
use std::slice::Iter;

use serde_json::Value;

use super::kind::{Kind, port_name};
use super::options::Options;
use super::place::{Context, Name};
use crate::keyword::Syntax;

/// An argument as JSON sees it.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The property, behind the objects that hold it; empty where the argument has properties of
    /// its own.
    pub(super) name: &'static str,
    /// The word before it.
    pub(super) lead: Option<&'static str>,
    pub(super) part: Part,
    pub(super) optional: bool,
    /// In the word of the keyword.
    pub(super) inside: Option<Inside>,
    /// What it looks like in the text.
    pub(super) syntax: &'static Syntax,
    /// Where the keyword stands.
    pub(super) context: Context,
}

/// How an argument stands in the word of its keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// In parentheses.
    Call,
    /// Right behind the keyword.
    Joined,
}

/// What an argument is.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Value(Kind),
    /// A word that is there or not.
    Flag(&'static str),
    /// A word that is there, and no property.
    Word(&'static str),
    /// One of these keywords, and its arguments.
    Choice(Options),
    /// Any number of these keywords, each with a place of its own.
    Parameters(Options),
    /// One of these keywords, with a place of its own, or else these arguments.
    Mixed {
        keywords: Options,
        slots: Vec<Slot>,
        /// Any number of times.
        repeated: bool,
    },
    /// An argument that the first of these takes which can.
    OneOf(Vec<Slot>),
    /// Two properties in one word.
    Pair {
        separator: &'static str,
        second: &'static str,
        kind: Kind,
    },
    /// A property without an argument.
    Constant(Value),
    /// `if` or `unless`, and what follows, under these names.
    Condition(&'static str, &'static str),
    /// What an ACL looks at, and what it looks for.
    Criterion,
    /// What JSON cannot say.
    Other,
}

impl Slot {
    /// The arguments that the syntax describes, called by these names.
    pub(super) fn all(
        syntax: &'static Syntax,
        names: Option<&[Name]>,
        context: Context,
    ) -> Vec<Self> {
        let empty = Self {
            name: "",
            lead: None,
            part: Part::Other,
            optional: false,
            inside: None,
            syntax,
            context,
        };
        let mut slots = Vec::new();
        let count = names.map(<[Name]>::len);
        match count.and_then(|count| empty.form(syntax, count)) {
            Some(form) => slots = form,
            None => empty.collect(syntax, &mut slots),
        }
        match names {
            Some(names) => {
                let is_constant = |name: &Name| matches!(name, Name::Constant(..));
                let ended = names.iter().all(is_constant);
                named(slots, &mut names.iter().peekable(), ended)
            }
            None => slots,
        }
    }

    /// Whether the argument is a property of its own.
    pub(super) fn has_name(&self) -> bool {
        matches!(
            self.part,
            Part::Value(_) | Part::Flag(_) | Part::Choice(_) | Part::Other
        )
    }

    /// Whether the property of this name says something of the argument.
    pub(super) fn mentions(&self, name: &str) -> bool {
        let is_first = |own: &str| own.split('.').next() == Some(name);
        let is_own = |keywords: &Options| {
            let mut forms = keywords.of_property(name).flat_map(|entry| &entry.forms);
            forms.any(|form| form.mentions(name))
        };
        match &self.part {
            Part::Parameters(keywords) => is_own(keywords),
            Part::Mixed {
                keywords, slots, ..
            } => is_own(keywords) || slots.iter().any(|slot| slot.mentions(name)),
            Part::OneOf(slots) => slots.iter().any(|slot| slot.mentions(name)),
            Part::Pair { second, .. } => is_first(self.name) || is_first(second),
            Part::Condition(kind, test) => is_first(kind) || is_first(test),
            Part::Value(Kind::Address { .. }) => {
                is_first(self.name) || port_name(self.name) == name
            }
            _ => is_first(self.name),
        }
    }

    /// The texts that the argument is limited to, if it is.
    pub(super) fn values(&self) -> Option<Vec<&'static str>> {
        values(self.syntax)
    }

    /// The same argument, written in this manner.
    pub(super) fn written(&self, kind: Kind) -> Self {
        let kind = match (kind, self.syntax) {
            (Kind::List(_), Syntax::List(_, separator)) => Kind::List(*separator),
            (Kind::Toggle { .. }, syntax) => Kind::Toggle {
                others: values(syntax).is_some(),
            },
            _ => kind,
        };
        Self {
            part: Part::Value(kind),
            ..self.clone()
        }
    }

    /// The same argument as the value of a property, written in this manner where it is said.
    pub(super) fn as_value(&self, kind: Option<Kind>) -> Self {
        let slot = kind.map_or_else(|| self.clone(), |kind| self.written(kind));
        Self {
            name: "value",
            ..slot
        }
    }

    /// Whether only its place tells it from other arguments.
    pub(super) fn is_positional(&self) -> bool {
        let is_value = matches!(self.part, Part::Value(kind) if !kind.is_many());
        is_value && self.lead.is_none() && self.inside.is_none()
    }

    fn with(&self, part: Part) -> Self {
        Self {
            part,
            ..self.clone()
        }
    }

    fn collect(&self, syntax: &'static Syntax, slots: &mut Vec<Self>) {
        let this = Self {
            syntax,
            ..self.clone()
        };
        match syntax {
            Syntax::Nothing => {}
            Syntax::Word(word) => slots.push(this.with(Part::Flag(word))),
            Syntax::Value(kind) => slots.push(this.with(Part::Value(Kind::of_value(kind)))),
            Syntax::Argument(name, syntax) => Self { name, ..this }.collect(syntax, slots),
            Syntax::Call(syntax) => {
                let inside = Some(Inside::Call);
                Self { inside, ..this }.collect(syntax, slots);
            }
            Syntax::Joined(syntax) => {
                let inside = Some(Inside::Joined);
                Self { inside, ..this }.collect(syntax, slots);
            }
            Syntax::Sequence([Syntax::Value("if|unless"), ..]) => {
                slots.push(this.with(Part::Condition("cond", "cond_test")));
            }
            Syntax::Sequence([Syntax::Value("criterion"), ..]) => {
                slots.push(this.with(Part::Criterion));
            }
            Syntax::Sequence([Syntax::Word(word), syntax]) => {
                let lead = Some(*word);
                Self { lead, ..this }.collect(syntax, slots);
            }
            Syntax::Sequence(list) => {
                for syntax in *list {
                    self.collect(syntax, slots);
                }
            }
            Syntax::Optional(syntax) => {
                let optional = true;
                Self { optional, ..this }.collect(syntax, slots);
            }
            Syntax::Repeat(inner) => {
                let part = match plain(inner) {
                    Syntax::Keywords(keywords) => {
                        Part::Parameters(Options::of(keywords, self.context))
                    }
                    inner => self.mixed(inner, true).unwrap_or(Part::Other),
                };
                let optional = true;
                slots.push(Self { optional, ..this }.with(part));
            }
            Syntax::Keywords(keywords) => {
                let options = Options::of(keywords, self.context);
                slots.push(this.with(Part::Choice(options)));
            }
            Syntax::List(..) | Syntax::Either(_) => slots.push(this.with(Part::Value(Kind::Text))),
        }
    }

    /// Where the arguments have several forms, the one with this many.
    fn form(&self, syntax: &'static Syntax, count: usize) -> Option<Vec<Self>> {
        let forms = match syntax {
            Syntax::Either(forms) | Syntax::Optional(Syntax::Either(forms)) => *forms,
            _ => return None,
        };
        if let [Syntax::Keywords(_), ..] = forms {
            return None;
        }
        // Only the first may be missing: the others are told from it by their arguments.
        let mut forms = forms.iter().enumerate().map(|(index, form)| {
            let optional = index == 0 && matches!(syntax, Syntax::Optional(_));
            let mut slots = Vec::new();
            Self {
                optional,
                ..self.clone()
            }
            .collect(form, &mut slots);
            slots
        });
        forms.find(|slots| slots.len() == count)
    }

    /// Keywords or something else.
    fn mixed(&self, syntax: &'static Syntax, repeated: bool) -> Option<Part> {
        let Syntax::Either([Syntax::Keywords(keywords), other]) = syntax else {
            return None;
        };
        let blank = Self {
            name: "",
            lead: None,
            optional: false,
            inside: None,
            ..self.clone()
        };
        let mut slots = Vec::new();
        blank.collect(other, &mut slots);
        Some(Part::Mixed {
            keywords: Options::of(keywords, self.context),
            slots,
            repeated,
        })
    }
}

/// The arguments, called by the names; those behind the last name keep their own, or are left out
/// where names have `ended`.
fn named(slots: Vec<Slot>, names: &mut Peekable<Iter<'_, Name>>, mut ended: bool) -> Vec<Slot> {
    let mut called = Vec::new();
    for mut slot in slots {
        while let Some(Name::Constant(name, value)) = names.peek() {
            let part = Part::Constant(value.clone());
            called.push(Slot {
                name,
                lead: None,
                part,
                inside: None,
                ..slot.clone()
            });
            names.next();
        }
        match (&slot.part, names.peek()) {
            (Part::Parameters(_), None) if ended => continue,
            (Part::Criterion, _) | (Part::Parameters(_), None) => {}
            (Part::Condition(..), next) => {
                if let Some(Name::Property(first)) = next {
                    let first = first.first().map_or("", |(name, _)| name);
                    names.next();
                    if let Some(Name::Property(second)) = names.next() {
                        let second = second.first().map_or("", |(name, _)| name);
                        slot.part = Part::Condition(first, second);
                    }
                }
            }
            (Part::Parameters(_), Some(Name::Own)) => {
                names.next();
            }
            (Part::Parameters(_), Some(Name::Property(property)))
                if !matches!(&**property, [(_, Some(_))]) => {}
            (Part::Mixed { .. }, next) => {
                if matches!(next, Some(Name::Own)) {
                    names.next();
                }
                slot = inner_named(slot, names);
            }
            (_, None) if ended && slot.has_name() => continue,
            (_, None) => {}
            (_, Some(_)) => {
                if let Some(name) = names.next() {
                    slot = call(slot, name, names);
                    let is_many = matches!(slot.part, Part::Value(kind) if kind.is_many());
                    ended = is_many && names.peek().is_none();
                }
            }
        }
        called.push(slot);
    }
    for name in names {
        if let (Name::Constant(name, value), Some(last)) = (name, called.last()) {
            let part = Part::Constant(value.clone());
            called.push(Slot {
                name,
                lead: None,
                part,
                inside: None,
                ..last.clone()
            });
        }
    }
    called
}

/// The argument under its name.
fn call(slot: Slot, name: &Name, names: &mut Peekable<Iter<'_, Name>>) -> Slot {
    match name {
        Name::Property(alternatives) => {
            let mut alternatives: Vec<Slot> = alternatives
                .iter()
                .map(|(name, kind)| {
                    let slot = kind.map_or_else(|| slot.clone(), |kind| slot.written(kind));
                    Slot { name, ..slot }
                })
                .collect();
            match (alternatives.len(), alternatives.pop()) {
                (1, Some(only)) => only,
                (_, Some(last)) => {
                    alternatives.push(last);
                    slot.with(Part::OneOf(alternatives))
                }
                (_, None) => slot,
            }
        }
        Name::Own => match (slot.syntax, &slot.part) {
            (_, Part::Choice(keywords)) => {
                let parameters = Part::Parameters(keywords.clone());
                slot.with(parameters)
            }
            (syntax, _) => match slot.mixed(plain(syntax), false) {
                Some(part) => inner_named(slot.with(part), names),
                None => slot,
            },
        },
        Name::There(word) if !word.is_empty() => slot.with(Part::Word(word)),
        Name::There(_) => match &slot.part {
            Part::Flag(word) => slot.with(Part::Word(word)),
            Part::Choice(keywords) if keywords.only().is_some() => {
                let only = keywords.only().map_or("", |only| only.name);
                slot.with(Part::Word(only))
            }
            _ => slot,
        },
        Name::Constant(..) => slot,
        Name::Pair {
            first,
            separator,
            second,
            kind,
        } => Slot {
            name: first,
            ..slot.with(Part::Pair {
                separator,
                second,
                kind: *kind,
            })
        },
    }
}

/// The argument with names for what stands where no keyword does.
fn inner_named(slot: Slot, names: &mut Peekable<Iter<'_, Name>>) -> Slot {
    match slot.part.clone() {
        Part::Mixed {
            keywords,
            slots,
            repeated,
        } => slot.with(Part::Mixed {
            keywords,
            slots: named(slots, names, false),
            repeated,
        }),
        _ => slot,
    }
}

/// The syntax without the names of arguments around it.
fn plain(syntax: &'static Syntax) -> &'static Syntax {
    match syntax {
        Syntax::Argument(_, syntax) => plain(syntax),
        syntax => syntax,
    }
}

fn values(syntax: &'static Syntax) -> Option<Vec<&'static str>> {
    match syntax {
        Syntax::Keywords(keywords) => Some(keywords.iter().map(|keyword| keyword.name).collect()),
        Syntax::Argument(_, inner)
        | Syntax::Optional(inner)
        | Syntax::Repeat(inner)
        | Syntax::List(inner, _) => values(inner),
        Syntax::Either(forms) => {
            let forms = forms.iter().map(|form| values(form));
            Some(forms.collect::<Option<Vec<_>>>()?.concat())
        }
        _ => None,
    }
}
