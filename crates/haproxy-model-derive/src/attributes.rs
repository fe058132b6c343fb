//! What the attributes of a definition say.

mod argument;
mod container;
mod facts;
mod variant;

pub(crate) use argument::ArgumentAttributes;
pub(crate) use container::{DirectiveAttributes, SectionAttributes};
pub(crate) use facts::{Facts, Version};
pub(crate) use variant::{Role, VariantAttributes, Word};

use proc_macro2::TokenStream;
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, Expr, ExprLit, Ident, Lit, LitStr, Meta, Result, Token, parenthesized,
};

/// The text of the doc comments: lines of a paragraph joined, paragraphs apart by an empty line.
pub(crate) fn documentation(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        let Meta::NameValue(meta) = &attribute.meta else {
            continue;
        };
        let Expr::Lit(ExprLit {
            lit: Lit::Str(line),
            ..
        }) = &meta.value
        else {
            continue;
        };
        if !meta.path.is_ident("doc") {
            continue;
        }
        let lines = line.value();
        for line in lines.split('\n').map(str::trim) {
            if line.is_empty() {
                text.push_str("\n\n");
            } else {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                text.push_str(line);
            }
        }
    }
    text.trim().to_owned()
}

/// The attribute of this name; a second one is an error.
pub(crate) fn only<'a>(attributes: &'a [Attribute], name: &str) -> Result<Option<&'a Attribute>> {
    let mut found = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name));
    let first = found.next();
    match found.next() {
        Some(second) => Err(Error::new_spanned(
            second,
            format!("a second #[{name}]: write one"),
        )),
        None => Ok(first),
    }
}

/// `name = "text"`.
fn text(meta: &ParseNestedMeta<'_>) -> Result<LitStr> {
    let text: LitStr = meta.value()?.parse()?;
    if text.value().trim().is_empty() {
        return Err(Error::new(text.span(), "this text is empty"));
    }
    Ok(text)
}

/// The variant that `a-name` is of an enum of the model, such as `AName`.
pub(crate) fn variant(path: &str, name: &LitStr) -> TokenStream {
    let words: Vec<String> = name.value().split('-').map(capitalized).collect();
    let variant = Ident::new(&words.concat(), name.span());
    let path: Vec<Ident> = path
        .split("::")
        .map(|part| Ident::new(part, name.span()))
        .collect();
    quote! { ::haproxy_model #(::#path)* ::#variant }
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// `name("a", "b")` or `name(A, B)`.
fn list<T: Parse>(meta: &ParseNestedMeta<'_>) -> Result<Vec<T>> {
    let content;
    parenthesized!(content in meta.input);
    let list = Punctuated::<T, Token![,]>::parse_terminated(&content)?;
    if list.is_empty() {
        return Err(meta.error("this list is empty"));
    }
    Ok(list.into_iter().collect())
}

/// Sets a value, once.
fn set<T>(meta: &ParseNestedMeta<'_>, place: &mut Option<T>, value: T) -> Result<()> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(meta.error("said twice")),
    }
}

/// The rest of an attribute behind its first part: nothing, or a comma and `name = value`s.
fn nested(
    input: ParseStream<'_>,
    logic: impl FnMut(ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    let rest: TokenStream = input.parse()?;
    syn::parse::Parser::parse2(syn::meta::parser(logic), rest)
}
