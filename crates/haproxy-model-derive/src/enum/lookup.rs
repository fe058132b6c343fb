use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, LitStr, Result};

use super::Keyword;
use crate::attributes::Word;

/// The keywords by their words, as a tree: one level a word.
#[derive(Default)]
pub(super) struct Lookup {
    /// The keyword that ends here.
    end: Option<usize>,
    /// What follows, by its word.
    words: BTreeMap<String, Lookup>,
    /// The keywords that end in a word with parentheses, by what stands before them.
    calls: BTreeMap<String, usize>,
    /// The keywords that end in a word that goes on.
    prefixes: BTreeMap<String, usize>,
}

impl Lookup {
    pub(super) fn of(keywords: &[Keyword]) -> Result<Self> {
        let mut this = Self::default();
        for (index, keyword) in keywords.iter().enumerate() {
            this.insert(index, keyword, &keyword.name)?;
            for alias in &keyword.facts.aliases {
                this.insert(index, keyword, alias)?;
            }
        }
        Ok(this)
    }

    fn insert(&mut self, index: usize, keyword: &Keyword, name: &LitStr) -> Result<()> {
        let text = name.value();
        let (words, last) = match text.rsplit_once(' ') {
            Some((words, last)) => (words, last),
            None => ("", text.as_str()),
        };
        let mut node = self;
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            node = node.words.entry(word.to_owned()).or_default();
        }
        let mut taken = false;
        if keyword.may_be_whole() {
            let end = &mut node.words.entry(last.to_owned()).or_default().end;
            taken |= end.replace(index).is_some();
        }
        taken |= match keyword.word {
            Word::Whole => false,
            Word::Call => node.calls.insert(last.to_owned(), index).is_some(),
            Word::Prefix => node.prefixes.insert(last.to_owned(), index).is_some(),
        };
        if taken {
            let message = format!("'{text}' is defined twice");
            return Err(Error::new(name.span(), message));
        }
        Ok(())
    }

    /// The bits of the letters that the keywords begin with, see `Keywords::INITIALS`.
    pub(super) fn initials(&self) -> u64 {
        let words = self.words.keys();
        let heads = self.calls.keys().chain(self.prefixes.keys());
        words.chain(heads).fold(0, |bits, word| {
            bits | word
                .bytes()
                .next()
                .map_or(u64::MAX, |byte| 1 << (byte % 64))
        })
    }

    /// An expression of type `Option<(usize, usize)>`: the keyword and how many words it has.
    pub(super) fn generate(&self) -> TokenStream {
        self.node(0)
    }

    fn node(&self, depth: usize) -> TokenStream {
        let own = self
            .end
            .map(|index| quote! { ::core::option::Option::Some((#index, #depth)) });
        let own = own.unwrap_or_else(|| quote! { ::core::option::Option::None });
        if self.words.is_empty() && self.calls.is_empty() && self.prefixes.is_empty() {
            return own;
        }
        let words = self
            .words
            .iter()
            .map(|(word, node)| (word.as_str(), node.node(depth + 1)));
        let mut found = by_length(&quote! { word }, words.collect());
        let next = depth + 1;
        if !self.calls.is_empty() {
            let calls = self.calls.iter().map(|(head, index)| {
                let found = quote! { ::core::option::Option::Some((#index, #next)) };
                (head.as_str(), found)
            });
            let calls = by_length(&quote! { head }, calls.collect());
            found = quote! {
                #found.or_else(|| {
                    let (head, _) = word.split_once('(')?;
                    #calls
                })
            };
        }
        // The longest first: it is the most telling one.
        let mut prefixes: Vec<_> = self.prefixes.iter().collect();
        prefixes.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        for (prefix, index) in prefixes {
            found = quote! {
                #found.or_else(|| {
                    word.starts_with(#prefix).then_some((#index, #next))
                })
            };
        }
        quote! {
            match words.peek_at(#depth) {
                ::core::option::Option::Some(word) => #found.or(#own),
                ::core::option::Option::None => #own,
            }
        }
    }
}

/// A `match` on the text's length, then on the text.
fn by_length(text: &TokenStream, arms: Vec<(&str, TokenStream)>) -> TokenStream {
    let mut lengths: BTreeMap<usize, Vec<TokenStream>> = BTreeMap::new();
    for (word, found) in arms {
        lengths
            .entry(word.len())
            .or_default()
            .push(quote! { #word => #found, });
    }
    let lengths = lengths.iter().map(|(length, arms)| {
        quote! {
            #length => match #text {
                #(#arms)*
                _ => ::core::option::Option::None,
            },
        }
    });
    quote! {
        match #text.len() {
            #(#lengths)*
            _ => ::core::option::Option::None,
        }
    }
}
