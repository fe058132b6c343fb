use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Ident, Result, Type};

use super::variant::newtype;
use crate::fields::{Fields, Shape};

/// The variant for what is no keyword.
pub(super) struct Fallback {
    ident: Ident,
    field: Type,
    value: Type,
    list: bool,
    /// A value of its own, and not something that is not understood.
    pub(super) known: bool,
}

impl Fallback {
    pub(super) fn new(variant: &syn::Variant, fields: &Fields, known: bool) -> Result<Self> {
        let message = if known {
            "a value holds one argument: `Value(Text)`"
        } else {
            "what is not understood is one word, `Unknown(Text)`, or all, `Unknown(Vec<Text>)`"
        };
        let field = newtype(variant, fields, message)?;
        let list = match field.shape {
            Shape::Required => false,
            Shape::List if !known => true,
            _ => return Err(Error::new(field.span, message)),
        };
        Ok(Self {
            ident: variant.ident.clone(),
            field: field.written.clone(),
            value: field.value.clone(),
            list,
            known,
        })
    }

    pub(super) fn argument(&self) -> TokenStream {
        let field = &self.field;
        quote! { <#field as ::haproxy_model::language::Argument> }
    }

    pub(super) fn parse(&self) -> TokenStream {
        let (ident, value) = (&self.ident, &self.value);
        let derived = quote! { ::haproxy_model::language::derived };
        let read = match (self.known, self.list) {
            (true, _) => quote! { #derived::required::<#value>(words, "") },
            (false, true) => quote! { #derived::unknown_line::<#value>(words, ALL) },
            (false, false) => quote! { #derived::unknown_word::<#value>(words) },
        };
        quote! { #read.map(Self::#ident) }
    }

    pub(super) fn print(&self) -> TokenStream {
        let (ident, value) = (&self.ident, &self.value);
        let print = quote! {
            <#value as ::haproxy_model::language::Argument>::print(value, printer);
        };
        if self.list {
            quote! { Self::#ident(list) => for value in list { #print }, }
        } else {
            quote! { Self::#ident(value) => { #print } }
        }
    }

    pub(super) fn keyword(&self) -> TokenStream {
        let ident = &self.ident;
        quote! { Self::#ident(_) => return ::core::option::Option::None, }
    }
}
