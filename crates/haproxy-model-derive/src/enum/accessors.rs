use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{DeriveInput, Ident, Path, Result};

use super::Keyword;
use crate::fields::{Shape, without_box};

/// The methods of the sections that give the values of their statements.
pub(super) fn accessors(
    input: &DeriveInput,
    sections: &[Path],
    keywords: &[Keyword],
) -> Result<TokenStream> {
    let methods = keywords
        .iter()
        .map(|keyword| method(input, keyword))
        .collect::<Result<TokenStream>>()?;
    Ok(quote! { #(impl #sections { #methods })* })
}

/// One method, or none for a variant with several fields.
fn method(input: &DeriveInput, keyword: &Keyword) -> Result<TokenStream> {
    let (choice, variant) = (&input.ident, &keyword.ident);
    let visibility = &input.vis;
    let documentation = match &*keyword.documentation {
        "" => format!("The value of `{}`.", keyword.name.value()),
        documentation => documentation.to_owned(),
    };
    let method = name(keyword)?;
    if keyword.fields.is_empty() {
        return Ok(quote! {
            #[doc = #documentation]
            #visibility fn #method(&self) -> bool {
                ::haproxy_model::language::derived::last(
                    &self.statements,
                    |choice: &#choice| matches!(choice, #choice::#variant).then_some(()),
                ).is_some()
            }
        });
    }
    let Some(field) = keyword.fields.newtype() else {
        return Ok(TokenStream::new());
    };
    let (ty, boxed) = match field.shape {
        Shape::Required => without_box(&field.written),
        _ => (&field.written, false),
    };
    let value = if boxed {
        quote! { &**value }
    } else {
        quote! { value }
    };
    let pick = quote! {
        |choice: &#choice| match choice {
            #choice::#variant(value) => ::core::option::Option::Some(#value),
            _ => ::core::option::Option::None,
        }
    };
    Ok(if keyword.multiple.is_some() {
        quote! {
            #[doc = #documentation]
            #visibility fn #method(&self) -> impl ::core::iter::Iterator<Item = &#ty> {
                ::haproxy_model::language::derived::all(&self.statements, #pick)
            }
        }
    } else {
        quote! {
            #[doc = #documentation]
            #visibility fn #method(&self) -> ::core::option::Option<&#ty> {
                ::haproxy_model::language::derived::last(&self.statements, #pick)
            }
        }
    })
}

fn name(keyword: &Keyword) -> Result<Ident> {
    if let Some(multiple) = &keyword.multiple {
        return multiple.parse();
    }
    let mut name = String::new();
    for letter in keyword.ident.to_string().chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    let plain = format_ident!("{name}", span = keyword.ident.span());
    if syn::parse_str::<Ident>(&name).is_ok() {
        return Ok(plain);
    }
    Ok(Ident::new_raw(&name, keyword.ident.span()))
}
