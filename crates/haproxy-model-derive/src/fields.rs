//! Arguments in a fixed order: the fields of a struct or of a variant.

mod field;
mod generate;
mod syntax;

pub(crate) use field::{Field, Shape, parameter, without_box};
pub(crate) use generate::Inside;

use proc_macro2::Span;
use syn::{Error, Ident, Result};

use crate::attributes::Word;

/// The fields of a struct or of a variant.
pub(crate) struct Fields {
    style: Style,
    list: Vec<Field>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Named,
    Tuple,
    Unit,
}

impl Fields {
    pub(crate) fn of(fields: &syn::Fields) -> Result<Self> {
        Self::without(fields, None)
    }

    /// All fields but the one of this name.
    pub(crate) fn without(fields: &syn::Fields, other: Option<&Ident>) -> Result<Self> {
        let style = match fields {
            syn::Fields::Named(_) => Style::Named,
            syn::Fields::Unnamed(_) => Style::Tuple,
            syn::Fields::Unit => Style::Unit,
        };
        let list = fields
            .iter()
            .filter(|field| other.is_none() || field.ident.as_ref() != other)
            .enumerate()
            .map(|(index, field)| Field::parse(index, field))
            .collect::<Result<Vec<_>>>()?;
        let this = Self { style, list };
        this.check_order()?;
        Ok(this)
    }

    /// The only field of `Variant(Field)`.
    pub(crate) fn newtype(&self) -> Option<&Field> {
        match &*self.list {
            [field] if self.style == Style::Tuple => Some(field),
            _ => None,
        }
    }

    /// Each field's name and its variable.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&Ident, &Ident)> {
        let names = self.list.iter();
        names.filter_map(|field| Some((field.ident.as_ref()?, &field.variable)))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Puts the first field into the keyword's word where no field is said to be there.
    pub(crate) fn put_inside(&mut self, word: Word, span: Span) -> Result<()> {
        if !self.list.iter().any(|field| field.inside) {
            match self.list.first_mut() {
                Some(first) => first.inside = true,
                None => return Err(Error::new(span, "the keyword's word needs a field in it")),
            }
        }
        if let (Word::Prefix, Some(second)) = (word, self.list.iter().filter(|f| f.inside).nth(1)) {
            return Err(Error::new(
                second.span,
                "one field follows a prefix in its word",
            ));
        }
        let mut outside = self.list.iter().skip_while(|field| field.inside);
        match outside.find(|field| field.inside) {
            Some(field) => Err(Error::new(
                field.span,
                "fields in the keyword's word come before all others",
            )),
            None => Ok(()),
        }
    }

    /// Fails where a field is said to be in the keyword's word.
    pub(crate) fn nothing_inside(&self) -> Result<()> {
        match self.list.iter().find(|field| field.inside) {
            Some(field) => Err(Error::new(
                field.span,
                "`inside` is for the fields of a keyword with `call`",
            )),
            None => Ok(()),
        }
    }

    /// Whether the keyword's word may stand without anything in it.
    pub(crate) fn may_be_empty_inside(&self) -> bool {
        let mut inside = self.list.iter().filter(|field| field.inside);
        inside.all(|field| field.shape.may_be_absent())
    }

    /// A list takes all words, so that only what tells itself apart can follow it.
    fn check_order(&self) -> Result<()> {
        for (at, field) in self.list.iter().enumerate() {
            let mut following = self.list.iter().skip(at + 1);
            if !matches!(field.shape, Shape::List) {
                continue;
            }
            let wrong = following.find(|other| {
                other.inside == field.inside && matches!(other.shape, Shape::Required | Shape::List)
            });
            if let Some(wrong) = wrong {
                return Err(Error::new(
                    wrong.span,
                    "a list takes every word up to one that a later argument claims: only an \
                     Option, a keyword's value or a word can follow it",
                ));
            }
        }
        Ok(())
    }
}
