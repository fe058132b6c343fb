use proc_macro2::TokenStream;
use quote::quote;

use super::{Field, Fields, Inside, Shape};

impl Fields {
    /// The `Syntax` of all fields, as a reference.
    pub(crate) fn syntax(&self, inside: Option<Inside<'_>>) -> TokenStream {
        let (inner, outer) = self.split();
        let mut parts: Vec<TokenStream> = Vec::new();
        if let Some(inside) = inside {
            let syntax = match &*inner {
                // The parentheses say already that it may be left out.
                [only]
                    if matches!(only.shape, Shape::Optional)
                        && matches!(inside, Inside::Call(_)) =>
                {
                    value_syntax(only)
                }
                _ => sequence(&inner.iter().map(|field| syntax(field)).collect::<Vec<_>>()),
            };
            parts.push(match inside {
                Inside::Call(_) if self.may_be_empty_inside() => quote! {
                    &::haproxy_model::keyword::Syntax::Optional(
                        &::haproxy_model::keyword::Syntax::Call(#syntax)
                    )
                },
                Inside::Call(_) => quote! { &::haproxy_model::keyword::Syntax::Call(#syntax) },
                Inside::Prefix(_) => quote! { &::haproxy_model::keyword::Syntax::Joined(#syntax) },
            });
        }
        parts.extend(outer.iter().map(|field| syntax(field)));
        sequence(&parts)
    }
}

fn sequence(parts: &[TokenStream]) -> TokenStream {
    match parts {
        [] => quote! { &::haproxy_model::keyword::Syntax::Nothing },
        [only] => only.clone(),
        _ => quote! { &::haproxy_model::keyword::Syntax::Sequence(&[#(#parts),*]) },
    }
}

fn value_syntax(field: &Field) -> TokenStream {
    let argument = field.argument();
    let name = field.name.trim_matches(['<', '>']);
    if name.is_empty() {
        return quote! { #argument::SYNTAX };
    }
    quote! { &::haproxy_model::keyword::Syntax::Argument(#name, #argument::SYNTAX) }
}

fn syntax(field: &Field) -> TokenStream {
    let value = value_syntax(field);
    let behind = |word: &syn::LitStr| {
        quote! {
            &::haproxy_model::keyword::Syntax::Sequence(&[
                &::haproxy_model::keyword::Syntax::Word(#word),
                #value,
            ])
        }
    };
    match &field.shape {
        Shape::Required => value,
        Shape::Optional => quote! { &::haproxy_model::keyword::Syntax::Optional(#value) },
        Shape::List => quote! { &::haproxy_model::keyword::Syntax::Repeat(#value) },
        Shape::Behind(word) => behind(word),
        Shape::OptionalBehind(word) => {
            let behind = behind(word);
            quote! { &::haproxy_model::keyword::Syntax::Optional(#behind) }
        }
        Shape::Flag(word) => quote! {
            &::haproxy_model::keyword::Syntax::Optional(
                &::haproxy_model::keyword::Syntax::Word(#word)
            )
        },
    }
}
