use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, LitStr, Result};

use crate::attributes::{Facts, Word, documentation};
use crate::fields::{Fields, Inside};

/// A variant that is a keyword.
pub(super) struct Keyword {
    index: usize,
    pub(super) ident: Ident,
    pub(super) name: LitStr,
    pub(super) word: Word,
    pub(super) fields: Fields,
    pub(super) facts: Facts,
    pub(super) documentation: String,
    pub(super) multiple: Option<LitStr>,
    last: String,
}

impl Keyword {
    pub(super) fn new(
        index: usize,
        variant: &syn::Variant,
        name: LitStr,
        word: Word,
        mut fields: Fields,
        facts: Facts,
        multiple: Option<LitStr>,
    ) -> Result<Self> {
        match word {
            Word::Whole => fields.nothing_inside()?,
            Word::Call | Word::Prefix => fields.put_inside(word, name.span())?,
        }
        let text = name.value();
        Ok(Self {
            index,
            ident: variant.ident.clone(),
            word,
            fields,
            facts,
            documentation: documentation(&variant.attrs),
            multiple,
            last: text.rsplit(' ').next().unwrap_or_default().to_owned(),
            name,
        })
    }

    /// How the fields in the keyword's word are written.
    pub(super) fn inside(&self) -> Option<Inside<'_>> {
        match self.word {
            Word::Whole => None,
            Word::Call => Some(Inside::Call(&self.last)),
            Word::Prefix => Some(Inside::Prefix(&self.last)),
        }
    }

    /// Whether the keyword's last word may stand as it is.
    pub(super) fn may_be_whole(&self) -> bool {
        match self.word {
            Word::Whole => true,
            Word::Call => self.fields.may_be_empty_inside(),
            Word::Prefix => false,
        }
    }

    pub(super) fn entry(&self) -> TokenStream {
        let syntax = self.fields.syntax(self.inside());
        let name = self.name.value();
        self.facts.entry(&name, &self.documentation, &syntax)
    }

    pub(super) fn parse(&self) -> TokenStream {
        let index = self.index;
        let parse = self.fields.parse(self.inside());
        let value = self.fields.value(&self.path());
        quote! { #index => { #parse ::core::result::Result::Ok(#value) } }
    }

    pub(super) fn print(&self) -> TokenStream {
        let pattern = self.fields.value(&self.path());
        let name = self.name.value();
        let mut words: Vec<&str> = name.split(' ').collect();
        if self.inside().is_some() {
            words.pop();
        }
        let print = self.fields.print(self.inside());
        quote! { #pattern => { #(printer.word(#words);)* #print } }
    }

    pub(super) fn index(&self) -> TokenStream {
        let (ident, index) = (&self.ident, self.index);
        quote! { Self::#ident { .. } => #index, }
    }

    fn path(&self) -> TokenStream {
        let ident = &self.ident;
        quote! { Self::#ident }
    }
}
