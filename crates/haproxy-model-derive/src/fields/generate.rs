use proc_macro2::TokenStream;
use quote::quote;

use super::{Field, Fields, Shape, Style};
use crate::attributes::variant;

/// The word that holds the first fields.
#[derive(Clone, Copy)]
pub(crate) enum Inside<'a> {
    /// Arguments in the parentheses of this word.
    Call(&'a str),
    /// An argument right behind this text.
    Prefix(&'a str),
}

impl Fields {
    /// Statements that read the fields from `words` into variables.
    ///
    /// `last` is the position of the keyword's last word, where there is one.
    pub(crate) fn parse(&self, inside: Option<Inside<'_>>) -> TokenStream {
        let (inner, outer) = self.split();
        let outer = parse_all(&outer);
        let Some(inside) = inside else {
            return outer;
        };
        let statements = parse_all(&inner);
        let variables: Vec<_> = inner.iter().map(|field| &field.variable).collect();
        let body = quote! {
            |words: &mut ::haproxy_model::language::Words<'_>| {
                #statements
                ::core::result::Result::Ok((#(#variables,)*))
            }
        };
        let read = match inside {
            Inside::Prefix(prefix) => quote! {
                ::haproxy_model::language::derived::joined(words, last, #prefix, #body)?
            },
            Inside::Call(_) => {
                let separator = match &*inner {
                    [only] if !matches!(only.shape, Shape::List) => {
                        quote! { ::core::option::Option::None }
                    }
                    _ => quote! { ::core::option::Option::Some(',') },
                };
                quote! {
                    ::haproxy_model::language::derived::call(words, last, #separator, #body)?
                }
            }
        };
        quote! { let (#(#variables,)*) = #read; #outer }
    }

    /// The value, or the pattern, of `path` with the fields' variables.
    pub(crate) fn value(&self, path: &TokenStream) -> TokenStream {
        let variables = self.list.iter().map(|field| &field.variable);
        let names = self.list.iter().filter_map(|field| field.ident.as_ref());
        match self.style {
            Style::Unit => quote! { #path },
            Style::Tuple => quote! { #path(#(#variables),*) },
            Style::Named => quote! { #path { #(#names: #variables),* } },
        }
    }

    /// Statements that write the fields, whose variables are references.
    ///
    /// With fields in the keyword's word, they write that word as well.
    pub(crate) fn print(&self, inside: Option<Inside<'_>>) -> TokenStream {
        let (inner, outer) = self.split();
        let outer: TokenStream = outer.into_iter().map(print).collect();
        let Some(inside) = inside else {
            return outer;
        };
        let mut absent = quote! { false };
        if self.may_be_empty_inside() {
            let each = inner.iter().map(|field| {
                let variable = &field.variable;
                match field.shape {
                    Shape::Flag(_) => quote! { !*#variable },
                    Shape::List => quote! { #variable.is_empty() },
                    _ => quote! { #variable.is_none() },
                }
            });
            absent = quote! { #(#each)&&* };
        }
        let inner: TokenStream = inner.into_iter().map(print).collect();
        let body = quote! { |printer: &mut ::haproxy_model::language::Printer| { #inner } };
        match inside {
            Inside::Prefix(prefix) => quote! {
                printer.joined(#prefix, "", "", #body);
                #outer
            },
            Inside::Call(word) => {
                let open = format!("{word}(");
                let call = quote! { printer.joined(#open, ",", ")", #body); };
                if self.may_be_empty_inside() {
                    quote! { if #absent { printer.word(#word); } else { #call } #outer }
                } else {
                    quote! { #call #outer }
                }
            }
        }
    }

    /// Whether the next word can only be the start of these fields.
    pub(crate) fn claims(&self) -> TokenStream {
        either(self.first().map(claims))
    }

    /// Whether the next word may be the start of these fields.
    pub(crate) fn starts(&self) -> TokenStream {
        either(self.first().map(starts))
    }

    /// The fields that may be the first.
    fn first(&self) -> impl Iterator<Item = &Field> {
        let required = self.list.iter().position(|f| !f.shape.may_be_absent());
        let count = required.map_or(self.list.len(), |at| at + 1);
        self.list.iter().take(count)
    }

    pub(super) fn split(&self) -> (Vec<&Field>, Vec<&Field>) {
        self.list.iter().partition(|field| field.inside)
    }
}

fn parse_all(fields: &[&Field]) -> TokenStream {
    let mut statements = TokenStream::new();
    for (at, field) in fields.iter().enumerate() {
        let variable = &field.variable;
        let mut read = parse(field);
        let mut following = fields.iter().skip(at + 1).peekable();
        if following.peek().is_some() && !matches!(field.shape, Shape::Flag(_)) {
            let claims = either(following.map(|field| claims(field)));
            read = quote! {
                ::haproxy_model::language::derived::before(words, |words| #claims, |words| #read)
            };
        }
        if let Some(stage) = &field.stage {
            let stage = variant("registry::Stage", stage);
            read = quote! {
                ::haproxy_model::language::derived::at_stage(words, #stage, |words| #read)
            };
        }
        let question = match field.shape {
            Shape::Flag(_) => None,
            _ => Some(quote! { ? }),
        };
        let mention = mention(field);
        let start = mention
            .is_some()
            .then(|| quote! { let start = words.position(); });
        statements.extend(quote! { #start let #variable = #read #question; #mention });
    }
    statements
}

fn parse(field: &Field) -> TokenStream {
    let (name, value) = (&field.name, &field.value);
    let derived = quote! { ::haproxy_model::language::derived };
    match &field.shape {
        Shape::Required => quote! { #derived::required::<#value>(words, #name) },
        Shape::Optional => quote! { #derived::optional::<#value>(words, #name) },
        Shape::List => quote! { #derived::list::<#value>(words, #name) },
        Shape::Behind(word) => quote! { #derived::behind::<#value>(words, #word, #name) },
        Shape::OptionalBehind(word) => {
            quote! { #derived::optional_behind::<#value>(words, #word, #name) }
        }
        Shape::Flag(word) => quote! { words.take(#word) },
    }
}

/// Notes what the words that were read since `start` name.
fn mention(field: &Field) -> Option<TokenStream> {
    let before = match field.shape {
        Shape::Behind(_) | Shape::OptionalBehind(_) => Some(quote! { + 1 }),
        _ => None,
    };
    let name = field.names.as_ref().map(|(kind, defines)| {
        let kind = variant("reference::NameKind", kind);
        let role = if *defines {
            quote! { Defines }
        } else {
            quote! { Refers }
        };
        quote! {
            words.mention(
                start #before,
                #kind,
                ::haproxy_model::reference::Role::#role,
            );
        }
    });
    let file = field.file.as_ref().map(|kind| {
        let kind = variant("evaluation::FileKind", kind);
        quote! { words.note_file(start #before, #kind); }
    });
    let address = field.address.as_ref().map(|purpose| {
        let purpose = variant("value::AddressPurpose", purpose);
        quote! { words.note_address(start #before, #purpose); }
    });
    let since = match (&field.since, &field.shape) {
        (Some(since), Shape::Behind(word) | Shape::OptionalBehind(word)) => {
            let since = since.tokens();
            Some(quote! {
                if words.position() > start {
                    const KEYWORD: ::haproxy_model::keyword::Keyword =
                        ::haproxy_model::keyword::Keyword::new(
                            #word,
                            &::haproxy_model::keyword::Syntax::Nothing,
                        )
                        .since(#since);
                    words.matched(start, &KEYWORD);
                }
            })
        }
        _ => None,
    };
    let any = name.is_some() || file.is_some() || address.is_some() || since.is_some();
    any.then(|| quote! { #name #file #address #since })
}

fn claims(field: &Field) -> TokenStream {
    let argument = field.argument();
    match &field.shape {
        Shape::Required | Shape::Optional | Shape::List => quote! { #argument::claims(words) },
        Shape::Behind(word) | Shape::OptionalBehind(word) | Shape::Flag(word) => {
            quote! { words.peek() == ::core::option::Option::Some(#word) }
        }
    }
}

fn starts(field: &Field) -> TokenStream {
    let argument = field.argument();
    match &field.shape {
        Shape::Required | Shape::Optional | Shape::List => quote! { #argument::starts(words) },
        _ => claims(field),
    }
}

fn either(conditions: impl Iterator<Item = TokenStream>) -> TokenStream {
    let conditions: Vec<_> = conditions.collect();
    match &*conditions {
        [] => quote! { false },
        conditions => quote! { #(#conditions)||* },
    }
}

fn print(field: &Field) -> TokenStream {
    let (argument, variable) = (field.argument(), &field.variable);
    let value = quote! { #argument::print(value, printer); };
    match &field.shape {
        Shape::Required => quote! { #argument::print(#variable, printer); },
        Shape::Optional => quote! {
            if let ::core::option::Option::Some(value) = #variable { #value }
        },
        Shape::List => quote! { for value in #variable { #value } },
        Shape::Behind(word) => quote! {
            printer.word(#word);
            #argument::print(#variable, printer);
        },
        Shape::OptionalBehind(word) => quote! {
            if let ::core::option::Option::Some(value) = #variable {
                printer.word(#word);
                #value
            }
        },
        Shape::Flag(word) => quote! { if *#variable { printer.word(#word); } },
    }
}
