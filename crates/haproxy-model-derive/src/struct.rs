//! `#[derive(Directive)]` of a struct: its fields, one after the other.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataStruct, DeriveInput, Error, Result};

use crate::attributes::only;
use crate::fields::Fields;

pub(crate) fn derive(input: &DeriveInput, data: &DataStruct) -> Result<TokenStream> {
    for name in ["directive", "keyword"] {
        if let Some(attribute) = only(&input.attrs, name)? {
            return Err(Error::new_spanned(
                attribute,
                format!(
                    "#[{name}] is for enums: the variant that holds a struct names its keyword"
                ),
            ));
        }
    }
    let fields = Fields::of(&data.fields)?;
    fields.nothing_inside()?;
    if fields.is_empty() {
        return Err(Error::new(
            input.ident.span(),
            "a struct without fields reads nothing: use a variant without fields",
        ));
    }
    let ident = &input.ident;
    let syntax = fields.syntax(None);
    let parse = fields.parse(None);
    let value = fields.value(&quote! { Self });
    let print = fields.print(None);
    let claims = fields.claims();
    let starts = fields.starts();
    Ok(quote! {
        #[automatically_derived]
        impl ::haproxy_model::language::Argument for #ident {
            const SYNTAX: &'static ::haproxy_model::keyword::Syntax = #syntax;

            fn parse(
                words: &mut ::haproxy_model::language::Words<'_>,
            ) -> ::core::result::Result<Self, ::haproxy_model::language::ArgumentError> {
                #parse
                ::core::result::Result::Ok(#value)
            }

            fn print(&self, printer: &mut ::haproxy_model::language::Printer) {
                let #value = self;
                #print
            }

            fn claims(words: &::haproxy_model::language::Words<'_>) -> bool {
                #claims
            }

            fn starts(words: &::haproxy_model::language::Words<'_>) -> bool {
                #starts
            }
        }
    })
}
