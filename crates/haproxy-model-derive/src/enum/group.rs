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
    /// The first version that has the group's keywords here.
    since: Option<TokenStream>,
}

impl Group {
    pub(super) fn new(
        variant: &syn::Variant,
        fields: &Fields,
        since: Option<TokenStream>,
    ) -> Result<Self> {
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
            since,
        })
    }

    pub(super) fn keywords(&self) -> TokenStream {
        let ty = &self.ty;
        quote! { <#ty as ::haproxy_model::keyword::Keywords> }
    }

    /// The group's keywords and since when they are keywords of the choice.
    pub(super) fn table(&self) -> TokenStream {
        let keywords = self.keywords();
        let none = || quote! { ::core::option::Option::None };
        let some = |version| quote! { ::core::option::Option::Some(#version) };
        let since = self.since.as_ref().map_or_else(none, some);
        quote! { (#keywords::KEYWORDS, #since) }
    }

    pub(super) fn parse(&self, index: usize) -> TokenStream {
        let (ident, ty) = (&self.ident, &self.written);
        let parse = quote! { <#ty as ::haproxy_model::language::Argument>::parse(words) };
        if self.since.is_none() {
            return quote! { #index => return #parse.map(Self::#ident), };
        }
        quote! {
            #index => {
                let start = words.position();
                let this = Self::#ident(#parse?);
                if let ::core::option::Option::Some(keyword) =
                    ::haproxy_model::keyword::Keywords::keyword(&this)
                {
                    words.matched(start, keyword);
                }
                return ::core::result::Result::Ok(this);
            }
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
        let keyword = quote! { #keywords::keyword(group) };
        if self.since.is_none() {
            return quote! { Self::#ident(group) => return #keyword, };
        }
        quote! {
            Self::#ident(group) => {
                return ::haproxy_model::language::derived::included(ALL, #keyword);
            }
        }
    }

    pub(super) fn group(&self, choice: &Ident) -> TokenStream {
        let (ident, ty) = (&self.ident, &self.ty);
        let (group, wrapped) = if self.boxed {
            (
                quote! { &**group },
                quote! { ::std::boxed::Box::new(group) },
            )
        } else {
            (quote! { group }, quote! { group })
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

            #[automatically_derived]
            impl ::core::convert::From<#ty> for #choice {
                fn from(group: #ty) -> Self {
                    Self::#ident(#wrapped)
                }
            }
        }
    }
}
