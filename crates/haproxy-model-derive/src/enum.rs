//! `#[derive(Directive)]` of an enum: a choice, one variant for one keyword.

mod accessors;
mod fallback;
mod group;
mod holds;
mod keyword;
mod lookup;
mod variant;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, DeriveInput, Error, Result};

use self::fallback::Fallback;
use self::group::Group;
use self::keyword::Keyword;
use self::lookup::Lookup;
use self::variant::Variants;
use crate::attributes::DirectiveAttributes;

pub(crate) fn derive(input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let attributes = DirectiveAttributes::parse(&input.attrs)?;
    let variants = Variants::parse(data, &attributes)?;
    if variants.keywords.is_empty() && variants.groups.is_empty() {
        return Err(Error::new(
            input.ident.span(),
            "a choice needs at least one keyword",
        ));
    }
    let lookup = Lookup::of(&variants.keywords)?;
    let accessors = match &attributes.accessors {
        Some(sections) => accessors::accessors(input, sections, &variants.keywords)?,
        None => TokenStream::new(),
    };
    let tables = tables(&variants);
    let argument = argument(input, &variants);
    let keywords = keywords(input, &variants, &lookup);
    let groups = groups(input, &variants.groups);
    let holds = holds::holds(input, &variants.keywords);
    Ok(quote! {
        const _: () = {
            #tables
            #argument
            #keywords
            #groups
            #holds
            #accessors
        };
    })
}

/// The keywords of the variants, and all keywords.
fn tables(variants: &Variants) -> TokenStream {
    let entries = variants.keywords.iter().map(Keyword::entry);
    let count = variants.keywords.len();
    let own = quote! {
        static OWN: [::haproxy_model::keyword::Keyword; #count] = [#(#entries),*];
    };
    if variants.groups.is_empty() {
        return quote! {
            #own
            const ALL: &[::haproxy_model::keyword::Keyword] = &OWN;
        };
    }
    let groups = variants.groups.iter().map(Group::keywords);
    let tables = variants.groups.iter().map(Group::table);
    quote! {
        #own
        const COUNT: usize = #count #(+ #groups::KEYWORDS.len())*;
        static EVERY: [::haproxy_model::keyword::Keyword; COUNT] =
            ::haproxy_model::language::derived::concatenate(
                &[(&OWN, ::core::option::Option::None), #(#tables),*]
            );
        const ALL: &[::haproxy_model::keyword::Keyword] = &EVERY;
    }
}

fn argument(input: &DeriveInput, variants: &Variants) -> TokenStream {
    let ident = &input.ident;
    let own = quote! { &::haproxy_model::keyword::Syntax::Keywords(ALL) };
    let syntax = match &variants.fallback {
        Some(fallback @ Fallback { known: true, .. }) => {
            let value = fallback.argument();
            quote! { &::haproxy_model::keyword::Syntax::Either(&[#own, #value::SYNTAX]) }
        }
        _ => own,
    };
    let parse = parse(variants);
    let print = variants.keywords.iter().map(Keyword::print);
    let print_groups = variants.groups.iter().map(Group::print);
    let print_fallback = variants.fallback.as_ref().map(Fallback::print);
    let claims = quote! { <Self as ::haproxy_model::language::Argument>::claims(words) };
    let (words, starts) = match &variants.fallback {
        None => (quote! { words }, claims),
        Some(fallback) if fallback.known => {
            let value = fallback.argument();
            (
                quote! { words },
                quote! { #claims || #value::starts(words) },
            )
        }
        // Any word does.
        Some(_) => (quote! { _ }, quote! { true }),
    };
    quote! {
        #[automatically_derived]
        impl ::haproxy_model::language::Argument for #ident {
            const SYNTAX: &'static ::haproxy_model::keyword::Syntax = #syntax;

            #parse

            fn print(&self, printer: &mut ::haproxy_model::language::Printer) {
                match self { #(#print)* #(#print_groups)* #print_fallback }
            }

            fn claims(words: &::haproxy_model::language::Words<'_>) -> bool {
                <Self as ::haproxy_model::keyword::Keywords>::lookup(words).is_some()
            }

            fn starts(#words: &::haproxy_model::language::Words<'_>) -> bool {
                #starts
            }
        }
    }
}

/// Finds the variant and reads its arguments.
fn parse(variants: &Variants) -> TokenStream {
    let count = variants.keywords.len();
    let arms = variants.keywords.iter().map(Keyword::parse);
    let groups = variants
        .groups
        .iter()
        .enumerate()
        .map(|(at, group)| group.parse(count + at));
    let fallback = variants.fallback.as_ref().map(Fallback::parse);
    let unknown = quote! {
        ::core::result::Result::Err(::haproxy_model::language::derived::unknown_keyword(words, ALL))
    };
    let fallback = fallback.unwrap_or_else(|| unknown.clone());
    let joined = variants
        .keywords
        .iter()
        .any(|keyword| keyword.inside().is_some());
    let last = joined.then(|| {
        quote! { let last = words.position().saturating_add(count).saturating_sub(1); }
    });
    let choice =
        (!variants.groups.is_empty()).then(|| quote! { match index { #(#groups)* _ => {} } });
    quote! {
        fn parse(
            words: &mut ::haproxy_model::language::Words<'_>,
        ) -> ::core::result::Result<Self, ::haproxy_model::language::ArgumentError> {
            let ::core::option::Option::Some((index, count)) =
                <Self as ::haproxy_model::keyword::Keywords>::lookup(words)
            else {
                return #fallback;
            };
            #choice
            #last
            ::haproxy_model::language::derived::in_keyword(words, count, OWN.get(index), |words| {
                match index {
                    #(#arms)*
                    _ => #unknown,
                }
            })
        }
    }
}

fn keywords(input: &DeriveInput, variants: &Variants, lookup: &Lookup) -> TokenStream {
    let ident = &input.ident;
    let count = variants.keywords.len();
    let own_initials = lookup.initials();
    let lookup = lookup.generate();
    let initials = variants.groups.iter().map(|group| {
        let keywords = group.keywords();
        quote! { | #keywords::INITIALS }
    });
    let initial = (!variants.groups.is_empty()).then(|| {
        quote! { let initial = ::haproxy_model::language::derived::initial(words); }
    });
    let groups = variants.groups.iter().enumerate().map(|(at, group)| {
        let (index, keywords) = (count + at, group.keywords());
        quote! {
            let found = if #keywords::INITIALS & initial == 0 {
                found
            } else {
                ::haproxy_model::language::derived::longer(found, #index, #keywords::lookup(words))
            };
        }
    });
    let keyword = variants.keywords.iter().map(Keyword::index);
    let group_keyword = variants.groups.iter().map(Group::keyword);
    let fallback = variants.fallback.as_ref();
    let fallback_keyword = fallback.map(Fallback::keyword);
    let which = quote! { match self { #(#keyword)* #(#group_keyword)* #fallback_keyword } };
    let which = if variants.keywords.is_empty() {
        which
    } else {
        quote! { let index: usize = #which; OWN.get(index) }
    };
    let unknown = fallback.filter(|fallback| !fallback.known);
    let unknown = unknown.map(|unknown| {
        let parse = unknown.parse();
        quote! { #parse.ok() }
    });
    let unknown = unknown.unwrap_or_else(|| quote! { ::core::option::Option::None });
    quote! {
        #[automatically_derived]
        impl ::haproxy_model::keyword::Keywords for #ident {
            const KEYWORDS: &'static [::haproxy_model::keyword::Keyword] = ALL;
            const INITIALS: u64 = #own_initials #(#initials)*;

            #[allow(unreachable_code, reason = "where every variant is a group")]
            fn keyword(&self) -> ::core::option::Option<&'static ::haproxy_model::keyword::Keyword> {
                #which
            }

            fn lookup(
                words: &::haproxy_model::language::Words<'_>,
            ) -> ::core::option::Option<(usize, usize)> {
                let found: ::core::option::Option<(usize, usize)> = #lookup;
                #initial
                #(#groups)*
                found
            }

            fn unknown(
                words: &mut ::haproxy_model::language::Words<'_>,
            ) -> ::core::option::Option<Self> {
                #unknown
            }
        }
    }
}

/// The values of a group, and the choice as a group of itself.
fn groups(input: &DeriveInput, groups: &[Group]) -> TokenStream {
    let ident = &input.ident;
    let each = groups.iter().map(|group| group.group(ident));
    quote! {
        #[automatically_derived]
        impl ::haproxy_model::keyword::Group<#ident> for #ident {
            fn group(&self) -> ::core::option::Option<&#ident> {
                ::core::option::Option::Some(self)
            }
        }
        #(#each)*
    }
}
