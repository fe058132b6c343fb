use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{DeriveInput, Type};

use super::Keyword;
use crate::attributes::Word;
use crate::fields::{Shape, without_box};

/// The variants that may stand several times, by the type of their value, where it is that of no
/// other one.
pub(super) fn holds(input: &DeriveInput, keywords: &[Keyword]) -> TokenStream {
    let choice = &input.ident;
    let values: Vec<(&Keyword, &Type, bool)> = keywords.iter().filter_map(value).collect();
    let is_alone = |ty: &Type| {
        let text = ty.to_token_stream().to_string();
        let same = values
            .iter()
            .filter(|(_, other, _)| other.to_token_stream().to_string() == text);
        same.count() == 1
    };
    let alone = values.iter().filter(|(_, ty, _)| is_alone(ty));
    let each = alone.map(|(keyword, ty, boxed)| {
        let ident = &keyword.ident;
        let (value, wrapped) = if *boxed {
            (
                quote! { &**value },
                quote! { ::std::boxed::Box::new(value) },
            )
        } else {
            (quote! { value }, quote! { value })
        };
        quote! {
            #[automatically_derived]
            impl ::haproxy_model::keyword::Holds<#ty> for #choice {
                fn held(&self) -> ::core::option::Option<&#ty> {
                    match self {
                        Self::#ident(value) => ::core::option::Option::Some(#value),
                        _ => ::core::option::Option::None,
                    }
                }

                fn holding(value: #ty) -> Self {
                    Self::#ident(#wrapped)
                }
            }
        }
    });
    each.collect()
}

fn value(keyword: &Keyword) -> Option<(&Keyword, &Type, bool)> {
    let is_repeated = keyword.multiple.is_some() || keyword.facts.is_repeated();
    let field = keyword.fields.newtype()?;
    let is_value = is_repeated
        && matches!(field.shape, Shape::Required)
        && matches!(keyword.word, Word::Whole);
    let (ty, boxed) = without_box(&field.written);
    is_value.then_some((keyword, ty, boxed))
}
