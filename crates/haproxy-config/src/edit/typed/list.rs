use std::marker::PhantomData;

use haproxy_model::config::{AnySection, SectionOf};
use haproxy_model::keyword::{Group, Holds, Phase};
use haproxy_model::statement::Statement;

use super::entry::Entry;
use super::{TypedSection, title};
use crate::align::Printed;
use crate::edit::{EditError, SetOutcome};

/// The statements of one keyword in a section, as a list of values: its servers, its rules.
///
/// Indexes count from 0, without statements in conditional blocks.
///
/// ```
/// use haproxy_config::Document;
/// use haproxy_model::rule::UseBackend;
///
/// let mut document = Document::parse(
///     "frontend www\n    use_backend api if { path_beg /api } # ours\n    default_backend app\n",
/// );
/// let mut frontend = document.frontend_mut("www")?;
/// let rule = UseBackend {
///     backend: "images".parse()?,
///     condition: Some("if { path_end .png }".parse()?),
/// };
/// frontend.use_backends().insert_at(0, rule)?;
/// assert_eq!(
///     document.to_string(),
///     "frontend www\n    use_backend images if { path_end .png }\n    \
///      use_backend api if { path_beg /api } # ours\n    default_backend app\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct TypedList<'s, 'd, S, G, T> {
    pub(super) section: &'s mut TypedSection<'d, S>,
    pub(super) kind: PhantomData<fn() -> (G, T)>,
}

impl<S, G, T> TypedList<'_, '_, S, G, T>
where
    S: SectionOf + Clone,
    S::Directive: Clone + PartialEq + Group<G> + From<G>,
    G: Holds<T> + 'static,
    T: Clone,
{
    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values, in order.
    pub fn values(&self) -> Vec<T> {
        let entries = self.entries();
        let values = entries
            .iter()
            .filter_map(|entry| held::<S, G, T>(&entry.statement));
        values.cloned().collect()
    }

    /// Adds a value behind the last one.
    ///
    /// # Errors
    /// [`EditError::Exists`] where one of its name is there, otherwise as
    /// [`TypedSection::insert_statement`].
    pub fn insert(&mut self, value: T) -> Result<(), EditError> {
        let (statement, _) = self.vacant(value)?;
        self.section.insert_statement(&statement).map(|_| ())
    }

    /// Adds a value before the one of this index, or behind the last one.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`], otherwise as [`TypedList::insert`].
    pub fn insert_at(&mut self, index: usize, value: T) -> Result<(), EditError> {
        if index == self.len() {
            return self.insert(value);
        }
        let at = self.entry(index)?.index;
        let (_, wanted) = self.vacant(value)?;
        self.section.insert_at(at, &wanted)
    }

    /// Makes the list hold a value: changes the one of its name, or adds it. A value without a name is
    /// added unless an equal one is there.
    ///
    /// # Errors
    /// As [`TypedSection::set_statement`].
    pub fn set(&mut self, value: T) -> Result<SetOutcome, EditError> {
        self.section.set_statement(&statement::<S, G, T>(value))
    }

    /// Makes the value of this index another one.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`], [`EditError::Unrepresentable`], [`EditError::NotAStatement`].
    pub fn replace(&mut self, index: usize, value: T) -> Result<SetOutcome, EditError> {
        let entry = self.entry(index)?;
        let wanted = self.section.only(&statement::<S, G, T>(value));
        self.section.change(&entry, &wanted)
    }

    /// Removes the value of this name, with the comment on its line.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::Ambiguous`] where several have the name.
    pub fn remove(&mut self, name: &str) -> Result<(), EditError> {
        let mut found = self.entries();
        found.retain(|entry| {
            let printed = Printed::new(&self.section.only(&entry.statement), 0);
            printed.identity() == Some(name)
        });
        match found.as_slice() {
            [] => Err(EditError::NotFound {
                keyword: name.to_owned(),
            }),
            [entry] => self.section.section.remove(entry.index),
            _ => Err(EditError::Ambiguous {
                keyword: name.to_owned(),
                lines: found.iter().map(|entry| entry.number).collect(),
            }),
        }
    }

    /// Removes the value of this index, with the comment on its line.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`].
    pub fn remove_at(&mut self, index: usize) -> Result<(), EditError> {
        let at = self.entry(index)?.index;
        self.section.section.remove(at)
    }

    /// Moves a value, with the comment on its line, so that it has the index `to`.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`], and [`EditError::CrossesBlock`] where a conditional line stands
    /// between the two places.
    pub fn move_to(&mut self, from: usize, to: usize) -> Result<(), EditError> {
        let (from, to) = (self.entry(from)?.index, self.entry(to)?.index);
        self.section.section.move_statement(from, to)
    }

    /// The statements of the list that stand in no conditional block.
    fn entries(&self) -> Vec<Entry<S::Directive>> {
        let mut entries = self.section.entries();
        entries
            .retain(|entry| entry.block.is_none() && held::<S, G, T>(&entry.statement).is_some());
        entries
    }

    fn entry(&self, index: usize) -> Result<Entry<S::Directive>, EditError> {
        let entries = self.entries();
        let lines = entries.len();
        let entry = entries.into_iter().nth(index);
        entry.ok_or(EditError::NoSuchStatement { index, lines })
    }

    /// The statement of a value whose name is not there yet.
    fn vacant(&self, value: T) -> Result<(Statement<S::Directive>, AnySection), EditError> {
        let statement = statement::<S, G, T>(value);
        let wanted = self.section.only(&statement);
        let printed = Printed::new(&wanted, 0);
        // Several ACLs of one name are alternatives.
        let phase = wanted.statement_keyword(0).map(|keyword| keyword.phase);
        if printed.identity().is_none() || phase == Some(Phase::Acl) {
            return Ok((statement, wanted));
        }
        let entries = self.section.entries();
        let taken = entries
            .iter()
            .find(|entry| self.section.is_subject(entry, &wanted));
        match taken {
            Some(entry) => Err(EditError::Exists {
                statement: title(&printed),
                line: entry.number,
            }),
            None => Ok((statement, wanted)),
        }
    }
}

fn statement<S, G, T>(value: T) -> Statement<S::Directive>
where
    S: SectionOf,
    S::Directive: From<G>,
    G: Holds<T>,
{
    Statement::new(G::holding(value).into())
}

fn held<S, G, T>(statement: &Statement<S::Directive>) -> Option<&T>
where
    S: SectionOf,
    S::Directive: Group<G>,
    G: Holds<T> + 'static,
{
    let group: &G = statement.group()?;
    group.held().filter(|_| statement.prefix.is_none())
}
