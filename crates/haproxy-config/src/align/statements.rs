use haproxy_model::config::AnySection;
use haproxy_model::keyword::{Keyword, Syntax};
use haproxy_model::language::Printer;

use super::{Step, filled, matching, steps};

/// The steps from the statements of one section to those of another of its kind.
pub(crate) fn statements(old: &AnySection, new: &AnySection) -> Vec<Step> {
    let all = |section: &AnySection| (0..section.len()).collect::<Vec<_>>();
    members(old, &all(old), new, &all(new))
}

/// The steps from some statements of one section to some of another of its kind.
pub(crate) fn members(
    old: &AnySection,
    old_members: &[usize],
    new: &AnySection,
    new_members: &[usize],
) -> Vec<Step> {
    let indexes = |one: usize, other: usize| old_members.get(one).zip(new_members.get(other));
    let equal = |one, other| {
        indexes(one, other).is_some_and(|(one, other)| old.statement_equals(*one, new, *other))
    };
    let (olds, news) = (0..old_members.len(), 0..new_members.len());
    let mut pairs = matching(olds.clone(), news.clone(), equal);
    if pairs.len() < olds.len() && pairs.len() < news.len() {
        let print = |section: &AnySection, members: &[usize]| -> Vec<Printed> {
            let printed = members.iter().map(|index| Printed::new(section, *index));
            printed.collect()
        };
        let (printed, wanted) = (print(old, old_members), print(new, new_members));
        let both = |one: usize, other: usize| printed.get(one).zip(wanted.get(other));
        let namesakes =
            |one, other| both(one, other).is_some_and(|(one, other)| one.is_namesake(other));
        let similar =
            |one, other| both(one, other).is_some_and(|(one, other)| one.is_similar(other));
        pairs = filled(olds.clone(), news.clone(), &pairs, namesakes);
        pairs = filled(olds.clone(), news.clone(), &pairs, similar);
    }
    let steps = steps(olds, news, &pairs, equal);
    let own = |members: &[usize], at: usize| members.get(at).copied().unwrap_or_default();
    steps
        .into_iter()
        .map(|step| match step {
            Step::Keep { old, new } => Step::Keep {
                old: own(old_members, old),
                new: own(new_members, new),
            },
            Step::Change { old, new } => Step::Change {
                old: own(old_members, old),
                new: own(new_members, new),
            },
            Step::Remove { old } => Step::Remove {
                old: own(old_members, old),
            },
            Step::Insert { new } => Step::Insert {
                new: own(new_members, new),
            },
        })
        .collect()
}

/// A statement as the model prints it.
pub(crate) struct Printed {
    keyword: Option<&'static Keyword>,
    /// Its words, those of the keyword included.
    pub(crate) words: Vec<String>,
}

impl Printed {
    pub(crate) fn new(section: &AnySection, index: usize) -> Self {
        let mut printer = Printer::new();
        section.print_statement(index, &mut printer);
        Self {
            keyword: section.statement_keyword(index),
            words: printer.into_words(),
        }
    }

    /// The keyword's name; the first word where no keyword explains the statement.
    pub(crate) fn name(&self) -> &str {
        match self.keyword {
            Some(keyword) => keyword.name,
            None => self.words.first().map_or("", String::as_str),
        }
    }

    /// The name that the statement gives to what it defines.
    pub(crate) fn identity(&self) -> Option<&str> {
        let is_named = matches!(
            self.keyword?.syntax,
            Syntax::Sequence([Syntax::Argument("name", _), ..]) | Syntax::Argument("name", _)
        );
        self.arguments()
            .first()
            .filter(|_| is_named)
            .map(String::as_str)
    }

    fn arguments(&self) -> &[String] {
        let prefixed = matches!(
            self.words.first().map(String::as_str),
            Some("no" | "default")
        ) && self.words.len() > 1;
        let length = self.name().split(' ').count() + usize::from(prefixed);
        self.words.get(length..).unwrap_or_default()
    }

    /// Whether both define something under the same name.
    fn is_namesake(&self, other: &Self) -> bool {
        self.name() == other.name()
            && self.identity().is_some()
            && self.identity() == other.identity()
    }

    /// Whether one is likely to be the other with a change.
    fn is_similar(&self, other: &Self) -> bool {
        if self.name() != other.name() || self.identity() != other.identity() {
            return false;
        }
        let (own, others) = (self.arguments(), other.arguments());
        let longer = own.len().max(others.len());
        let common = own.iter().filter(|word| others.contains(word)).count();
        longer <= 1 || common * 2 >= longer
    }
}
