//! Edits with the values of the model.

mod document;
mod entry;
mod list;

use std::marker::PhantomData;

use haproxy_model::config::{AnySection, SectionOf};
use haproxy_model::keyword::{Group, Holds};
use haproxy_model::statement::Statement;

use super::layout::place_of;
use super::{EditError, RawStatement, SectionMut, SetOutcome};
use crate::align::Printed;
use crate::reconcile::{ReconcileError, ReconcileOptions, Writer};
use entry::Entry;

pub use list::TypedList;

/// A section of a document, to be edited with the values of the model.
///
/// A statement that changes keeps its comment and every word that means the same; no other line is
/// touched. What is new goes where its kind stands, by the [phase](haproxy_model::keyword::Phase) of
/// its keyword.
///
/// Statements in conditional blocks are not seen: which of them count depends on who reads the file.
/// An edit that is about one of them is an [`EditError::CrossesBlock`].
///
/// ```
/// use haproxy_config::Document;
/// use haproxy_model::section::proxy::TimeoutKeyword;
///
/// let mut document = Document::parse(
///     "backend app\n    timeout server 50000 # slow\n    server s1 10.0.0.1:80\n",
/// );
/// let mut backend = document.backend_mut("app")?;
/// backend.set(TimeoutKeyword::TimeoutServer("60s".parse()?))?;
/// backend.set(TimeoutKeyword::TimeoutConnect("5s".parse()?))?;
/// let mut server = backend.servers().values()[0].clone();
/// server.name = "s2".parse()?;
/// server.address = "10.0.0.2:80".parse()?;
/// backend.servers().insert(server)?;
/// assert_eq!(
///     document.to_string(),
///     "backend app\n    timeout server 60s # slow\n    timeout connect 5s\n    \
///      server s1 10.0.0.1:80\n    server s2 10.0.0.2:80\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct TypedSection<'d, S> {
    section: SectionMut<'d>,
    /// The section without statements.
    empty: S,
}

impl<'d, S> TypedSection<'d, S>
where
    S: SectionOf + Clone,
    S::Directive: Clone + PartialEq,
{
    /// The section as text, to be edited by words.
    pub fn as_text(&mut self) -> &mut SectionMut<'d> {
        &mut self.section
    }

    /// The section with the statements that stand in no conditional block.
    pub fn model(&self) -> S {
        let entries = self.entries().into_iter();
        let own = entries.filter(|entry| entry.block.is_none());
        self.with_statements(own.map(|entry| entry.statement))
    }

    /// Makes the section hold a statement: the one of its keyword changes, or of its keyword and name;
    /// where there is none, or statements of this keyword have no names and all count, it is added
    /// unless one that means the same is there.
    ///
    /// # Errors
    /// As [`TypedSection::set_statement`].
    pub fn set<G>(&mut self, value: G) -> Result<SetOutcome, EditError>
    where
        S::Directive: From<G>,
    {
        self.set_statement(&Statement::new(value.into()))
    }

    /// As [`TypedSection::set`], of a statement that may stand behind `no` or `default`.
    ///
    /// # Errors
    /// [`EditError::Ambiguous`] where several statements are meant, [`EditError::CrossesBlock`] where
    /// a conditional block holds it, [`EditError::Unrepresentable`], [`EditError::NotAStatement`].
    pub fn set_statement(
        &mut self,
        statement: &Statement<S::Directive>,
    ) -> Result<SetOutcome, EditError> {
        let wanted = self.only(statement);
        let entries = self.entries();
        let same = entries
            .iter()
            .filter(|entry| self.is_subject(entry, &wanted));
        let same: Vec<&Entry<S::Directive>> = same.collect();
        match *same.as_slice() {
            [] => self.insert_statement(statement).map(SetOutcome::Added),
            [entry] => self.change(entry, &wanted),
            [first, ..] if first.statement == *statement => Ok(SetOutcome::Unchanged),
            _ => Err(EditError::Ambiguous {
                keyword: title(&Printed::new(&wanted, 0)),
                lines: same.iter().map(|entry| entry.number).collect(),
            }),
        }
    }

    /// Adds a statement where its kind stands. Returns its line index.
    ///
    /// # Errors
    /// [`EditError::Unrepresentable`], [`EditError::NotAStatement`].
    pub fn insert<G>(&mut self, value: G) -> Result<usize, EditError>
    where
        S::Directive: From<G>,
    {
        self.insert_statement(&Statement::new(value.into()))
    }

    /// As [`TypedSection::insert`], of a statement that may stand behind `no` or `default`.
    ///
    /// # Errors
    /// As [`TypedSection::insert`].
    pub fn insert_statement(
        &mut self,
        statement: &Statement<S::Directive>,
    ) -> Result<usize, EditError> {
        let wanted = self.only(statement);
        let section = self.section.section();
        let at = section.map_or(1, |section| place_of(section, wanted.statement_keyword(0)));
        self.insert_at(at, &wanted)?;
        Ok(at)
    }

    /// Removes the statements that this is true of. Returns how many they were.
    ///
    /// # Errors
    /// [`EditError::CrossesBlock`] where a conditional block holds one of them; nothing is removed
    /// then.
    pub fn remove_where(
        &mut self,
        is_meant: impl Fn(&Statement<S::Directive>) -> bool,
    ) -> Result<usize, EditError> {
        let entries = self.entries();
        let meant = entries.iter().filter(|entry| is_meant(&entry.statement));
        let lines: Vec<usize> = meant.map(Entry::editable).collect::<Result<_, _>>()?;
        for at in lines.iter().rev() {
            self.section.remove(*at)?;
        }
        Ok(lines.len())
    }

    /// The statements that hold a `T`, as a list.
    pub fn list<G, T>(&mut self) -> TypedList<'_, 'd, S, G, T>
    where
        S::Directive: Group<G> + From<G>,
        G: Holds<T>,
    {
        TypedList {
            section: self,
            kind: PhantomData,
        }
    }

    /// The statements with their lines, those in conditional blocks as well.
    fn entries(&self) -> Vec<Entry<S::Directive>> {
        self.section.section().map_or_else(Vec::new, Entry::all)
    }

    fn with_statements(&self, statements: impl IntoIterator<Item = Statement<S::Directive>>) -> S {
        let mut section = self.empty.clone();
        section.statements_mut().extend(statements);
        section
    }

    /// A section with just this statement.
    fn only(&self, statement: &Statement<S::Directive>) -> AnySection {
        self.with_statements([statement.clone()]).into()
    }

    /// Whether the entry is what the statement would change.
    fn is_subject(&self, entry: &Entry<S::Directive>, wanted: &AnySection) -> bool {
        let own = self.only(&entry.statement);
        let (one, other) = (Printed::new(&own, 0), Printed::new(wanted, 0));
        if one.name() != other.name() || one.identity() != other.identity() {
            return false;
        }
        let is_repeated = wanted
            .statement_keyword(0)
            .is_none_or(|keyword| keyword.repeated);
        one.identity().is_some() || !is_repeated || own.statement_equals(0, wanted, 0)
    }

    fn insert_at(&mut self, at: usize, wanted: &AnySection) -> Result<(), EditError> {
        let writer = Writer::new(wanted, ReconcileOptions::default());
        let line = writer.new_line(0).map_err(refused)?;
        self.section.insert(at, &RawStatement::parse(line)?)
    }

    fn change(
        &mut self,
        entry: &Entry<S::Directive>,
        wanted: &AnySection,
    ) -> Result<SetOutcome, EditError> {
        let at = entry.editable()?;
        if self.only(&entry.statement).statement_equals(0, wanted, 0) {
            return Ok(SetOutcome::Unchanged);
        }
        let line = self.section.statement(at)?;
        let writer = Writer::new(wanted, ReconcileOptions::default());
        let bytes = writer.changed_line(0, &line).map_err(refused)?;
        self.section.rewrite(at, bytes);
        Ok(SetOutcome::Changed(at))
    }
}

/// What a statement is called: its keyword and the name of what it defines.
fn title(printed: &Printed) -> String {
    match printed.identity() {
        Some(name) => format!("{} {name}", printed.name()),
        None => printed.name().to_owned(),
    }
}

fn refused(error: ReconcileError) -> EditError {
    match error {
        ReconcileError::CrossesBlock { line, .. } => EditError::CrossesBlock { line },
        ReconcileError::Unrepresentable { source, .. } => {
            EditError::Unrepresentable { index: 0, source }
        }
        ReconcileError::Unwritable { source, .. } => source,
        ReconcileError::Ambiguous { statement } => EditError::NotAStatement {
            text: statement,
            reason: "it reads back as something else".to_owned(),
        },
    }
}
