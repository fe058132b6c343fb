use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::found::Found;
use super::give::count;
use super::place::{Collection, Context};
use super::said::{Order, Said, negated, placed, said};
use super::shape::{Shape, opposite};
use super::slot::Slot;
use super::take::Rest;
use super::{Names, Paths};
use crate::config::AnySection;
use crate::keyword::{Keyword, Phase};
use crate::section_kind::SectionKind;

/// The keywords of a kind of section, with their places.
pub(super) struct Table {
    pub(super) kind: SectionKind,
    /// Each keyword with its forms.
    pub(super) entries: Vec<(&'static Keyword, Vec<Shape>)>,
    /// Where what each property says is best written.
    phases: Paths<Phase>,
    /// The keyword that opens such a section, and what follows it.
    pub(super) header: Option<(&'static Keyword, Vec<Slot>)>,
    /// The entries by the keyword's first word, without parentheses.
    by_word: Names<Vec<usize>>,
    /// The entries by the first name of a property that they may say.
    by_property: Names<Vec<usize>>,
    /// By place, the numbers of the entries and of their forms.
    by_place: Paths<Vec<(usize, usize)>>,
    /// By place, the properties that say nothing with these values.
    off: Paths<Vec<(&'static str, Value)>>,
}

impl Table {
    /// The table of sections of this kind, which is made once.
    pub(super) fn of(kind: SectionKind) -> &'static Self {
        static TABLES: [OnceLock<Table>; SectionKind::ALL.len()] =
            [const { OnceLock::new() }; SectionKind::ALL.len()];
        static NO_KIND: OnceLock<Table> = OnceLock::new();
        let at = SectionKind::ALL.iter().position(|other| *other == kind);
        let table = at.and_then(|at| TABLES.get(at)).unwrap_or(&NO_KIND);
        table.get_or_init(|| Self::new(kind))
    }

    fn new(kind: SectionKind) -> Self {
        let section = kind.keyword();
        let keyword = AnySection::keyword_of(kind);
        let header = keyword.map(|keyword| {
            let context = Context {
                section,
                statement: "",
            };
            (keyword, Slot::all(keyword.syntax, None, context))
        });
        let mut table = Self {
            kind,
            entries: Vec::new(),
            phases: Paths::default(),
            header,
            by_word: Names::default(),
            by_property: Names::default(),
            by_place: Paths::default(),
            off: Paths::default(),
        };
        for keyword in AnySection::keywords_of(kind).into_iter().flatten() {
            let statement = keyword.name.split(' ').next().unwrap_or_default();
            table.add(keyword, Shape::all(keyword, Context { section, statement }));
        }
        table
    }

    fn add(&mut self, keyword: &'static Keyword, forms: Vec<Shape>) {
        let at = self.entries.len();
        let first = keyword.name.split(' ').next().unwrap_or_default();
        self.by_word.entry(first).or_default().push(at);
        for (form, shape) in forms.iter().enumerate() {
            let place = shape.place();
            if let Some(first) = place.first() {
                let known = self.by_property.entry(first).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
            let constants = shape.constants();
            let off = constants.filter_map(|(name, on)| Some((name, opposite(on)?)));
            self.off.entry(place.clone()).or_default().extend(off);
            let phase = self.phases.entry(place.clone()).or_insert(keyword.phase);
            *phase = keyword.phase.min(*phase);
            self.by_place.entry(place).or_default().push((at, form));
        }
        self.entries.push((keyword, forms));
    }

    /// The entries that may say one of the object's properties, in order, with their numbers.
    pub(super) fn saying<'t>(
        &'t self,
        object: &Map<String, Value>,
    ) -> Vec<(usize, &'t (&'static Keyword, Vec<Shape>))> {
        let numbers = object
            .keys()
            .filter_map(|name| self.by_property.get(&**name));
        let mut numbers: Vec<usize> = numbers.flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let entries = numbers.into_iter();
        entries
            .filter_map(|at| Some((at, self.entries.get(at)?)))
            .collect()
    }

    /// The forms of all keywords at this place.
    pub(super) fn at<'t>(
        &'t self,
        place: &[&'static str],
    ) -> impl Iterator<Item = (&'static Keyword, &'t Shape)> + use<'t> {
        let numbers = self.by_place.get(place).into_iter().flatten();
        numbers.filter_map(|(at, form)| {
            let (keyword, forms) = self.entries.get(*at)?;
            Some((*keyword, forms.get(*form)?))
        })
    }

    /// All forms, each with its keyword.
    pub(super) fn shapes(&self) -> impl Iterator<Item = (&'static Keyword, &Shape)> {
        let entries = self.entries.iter();
        entries.flat_map(|(keyword, forms)| forms.iter().map(|shape| (*keyword, shape)))
    }

    /// The properties of what stands at this place that say nothing with these values.
    pub(super) fn off(&self, place: &[&'static str]) -> &[(&'static str, Value)] {
        self.off.get(place).map_or(&[], Vec::as_slice)
    }

    /// Whether several keywords have this property.
    pub(super) fn is_shared(&self, place: &[&'static str]) -> bool {
        self.at(place).nth(1).is_some()
    }

    /// Where what this property says is best written. A list is in one place, whatever is in it.
    pub(super) fn phase(&self, path: &[&'static str]) -> Phase {
        self.phases.get(path).copied().unwrap_or(Phase::Settings)
    }

    /// Where a statement of these words stands.
    pub(super) fn phase_of<W: AsRef<str>>(&self, words: &[W]) -> Phase {
        let found = self.find(words).and_then(|(_, at)| self.entries.get(at));
        found.map_or(Phase::Settings, |(keyword, _)| keyword.phase)
    }

    /// The number of the longest keyword that the words start with; of equal ones, of the first.
    fn find<'w, W: AsRef<str>>(&self, words: &'w [W]) -> Option<(Found<'w>, usize)> {
        let numbers = self.by_word.get(words.first()?.as_ref())?.iter();
        let found = numbers.filter_map(|at| {
            let (keyword, _) = self.entries.get(*at)?;
            Some((Found::start(words, keyword)?, *at))
        });
        found.reduce(|best, found| {
            if found.0.rank() > best.0.rank() {
                found
            } else {
                best
            }
        })
    }

    /// The entry that reads the list or the map at this place.
    fn reading(&self, place: &[&'static str]) -> Option<usize> {
        let mut numbers = self.by_place.get(place).into_iter().flatten();
        let is_read = |(at, form): &&(usize, usize)| {
            let shape = self
                .entries
                .get(*at)
                .and_then(|(_, forms)| forms.get(*form));
            shape.is_some_and(|shape| shape.collection != Collection::Single)
        };
        numbers.find(is_read).map(|(at, _)| *at)
    }

    /// What the words of a statement say; `None` where properties cannot say all of it.
    pub(super) fn say(&self, words: &[&str]) -> Option<Said> {
        self.first(words, |at, form, keyword, shape, object| {
            let mut said = said(keyword, shape, object)?;
            said.order = match (said.collection, &said.value) {
                (Collection::Single, Value::Object(object)) => Order {
                    entry: at,
                    single: Some((usize::MAX.saturating_sub(count(object)), form)),
                },
                _ => Order {
                    entry: self.reading(&said.path).unwrap_or(at),
                    single: None,
                },
            };
            Some(said)
        })
    }

    /// Whether these words say just the same.
    pub(super) fn says(&self, words: &[&str], said: &Said) -> bool {
        let same = self.first(words, |_, _, _, shape, object| {
            let (path, key, value) = placed(shape, object)?;
            Some(path == said.path && key == said.key && value == said.value)
        });
        same == Some(true)
    }

    /// The first form that can take the words for which this gives something: the numbers of the
    /// entry and of the form, both, and the properties.
    fn first<T>(
        &self,
        words: &[&str],
        mut give: impl FnMut(usize, usize, &'static Keyword, &Shape, Map<String, Value>) -> Option<T>,
    ) -> Option<T> {
        let (is_negated, words) = match words {
            ["no", words @ ..] => (true, words),
            words => (false, words),
        };
        let (found, at) = self.find(words)?;
        let (keyword, forms) = self.entries.get(at)?;
        let rest = words.get(found.count..)?;
        let mut forms = forms.iter().enumerate();
        forms.find_map(|(form, shape)| {
            let object = if is_negated && !shape.negated {
                negated(shape).filter(|_| rest.is_empty())?
            } else {
                (is_negated == shape.negated).then_some(())?;
                let mut rest = Rest::new(rest);
                let mut object = Map::new();
                shape.take(found.inside, &mut rest, &mut object)?;
                rest.is_empty().then_some(object)?
            };
            give(at, form, keyword, shape, object)
        })
    }
}
