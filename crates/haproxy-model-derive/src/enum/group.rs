use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Ident, Result, Type};

use super::variant::newtype;
use crate::fields::{Fields, Shape, without_box};

/// A variant that holds the keywords of another enum.
pub(super) struct Group {
    ident: Ident,
    written: Type,
    ty: Type,
    boxed: bool,
}

impl Group {
    pub(super) fn new(variant: &syn::Variant, fields: &Fields) -> Result<Self> {
        let field = newtype(
            variant,
            fields,
            "a group holds one enum: `Topic(TopicKeyword)`",
        )?;
        if !matches!(field.shape, Shape::Required) {
            return Err(Error::new(field.span, "a group holds the enum itself"));
        }
        let (ty, boxed) = without_box(&field.written);
        Ok(Self {
            ident: variant.ident.clone(),
            written: field.written.clone(),
            ty: ty.clone(),
            boxed,
        })
    }

    pub(super) fn keywords(&self) -> TokenStream {
        let ty = &self.ty;
        quote! { <#ty as ::haproxy_model::keyword::Keywords> }
    }

    pub(super) fn parse(&self, index: usize) -> TokenStream {
        let (ident, ty) = (&self.ident, &self.written);
        quote! {
            #index => return <#ty as ::haproxy_model::language::Argument>::parse(words)
                .map(Self::#ident),
        }
    }

    pub(super) fn print(&self) -> TokenStream {
        let (ident, ty) = (&self.ident, &self.written);
        quote! {
            Self::#ident(group) => {
                <#ty as ::haproxy_model::language::Argument>::print(group, printer);
            }
        }
    }

    pub(super) fn keyword(&self) -> TokenStream {
        let (ident, keywords) = (&self.ident, self.keywords());
        quote! { Self::#ident(group) => return #keywords::keyword(group), }
    }

    pub(super) fn group(&self, choice: &Ident) -> TokenStream {
        let (ident, ty) = (&self.ident, &self.ty);
        let group = if self.boxed {
            quote! { &**group }
        } else {
            quote! { group }
        };
        quote! {
            #[automatically_derived]
            impl ::haproxy_model::keyword::Group<#ty> for #choice {
                fn group(&self) -> ::core::option::Option<&#ty> {
                    match self {
                        Self::#ident(group) => ::core::option::Option::Some(#group),
                        _ => ::core::option::Option::None,
                    }
                }
            }
        }
    }
}
