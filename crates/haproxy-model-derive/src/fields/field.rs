use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Error, GenericArgument, Ident, LitStr, PathArguments, Result, Type};

use crate::attributes::ArgumentAttributes;

/// One argument.
pub(crate) struct Field {
    /// The field's name, if it has one.
    pub(crate) ident: Option<Ident>,
    /// The variable that holds its value.
    pub(crate) variable: Ident,
    /// The argument's name in messages, `<name>`, or nothing.
    pub(crate) name: String,
    /// The field's type as it is written.
    pub(crate) written: Type,
    /// The type of one value.
    pub(crate) value: Type,
    pub(crate) shape: Shape,
    /// In the keyword's word.
    pub(crate) inside: bool,
    /// What it names, and whether it defines that.
    pub(crate) names: Option<(LitStr, bool)>,
    /// What the file holds that it names.
    pub(crate) file: Option<LitStr>,
    /// The first version that has the word before it.
    pub(crate) since: Option<crate::attributes::Version>,
    /// What it is an address for.
    pub(crate) address: Option<LitStr>,
    /// When it is evaluated, where that is not when the keyword is.
    pub(crate) stage: Option<LitStr>,
    pub(crate) span: Span,
}

/// How often a value stands there, and behind what.
pub(crate) enum Shape {
    Required,
    Optional,
    List,
    Behind(LitStr),
    OptionalBehind(LitStr),
    Flag(LitStr),
}

impl Shape {
    pub(crate) fn may_be_absent(&self) -> bool {
        !matches!(self, Self::Required | Self::Behind(_))
    }
}

impl Field {
    pub(crate) fn parse(index: usize, field: &syn::Field) -> Result<Self> {
        let attributes = ArgumentAttributes::parse(&field.attrs)?;
        let optional = parameter(&field.ty, "Option");
        let list = parameter(&field.ty, "Vec");
        let shape = match (attributes.keyword, attributes.word) {
            (Some(keyword), _) if list.is_some() => {
                return Err(Error::new(
                    keyword.span(),
                    "a value behind a keyword is `T` or `Option<T>`; give a list a type of its own",
                ));
            }
            (Some(keyword), _) if optional.is_some() => Shape::OptionalBehind(keyword),
            (Some(keyword), _) => Shape::Behind(keyword),
            (_, Some(word)) if is_bool(&field.ty) => Shape::Flag(word),
            (_, Some(word)) => {
                return Err(Error::new(
                    word.span(),
                    "a field that stands for a word is a `bool`",
                ));
            }
            _ if is_bool(&field.ty) => {
                return Err(Error::new(
                    field.ty.span(),
                    "a `bool` needs the word it stands for: #[arg(word = \"…\")]",
                ));
            }
            _ if optional.is_some() => Shape::Optional,
            _ if list.is_some() => Shape::List,
            _ => Shape::Required,
        };
        let name = attributes.name.map(|name| name.value());
        let name = name.or_else(|| field.ident.as_ref().map(|ident| ident.unraw().to_string()));
        Ok(Self {
            ident: field.ident.clone(),
            variable: format_ident!("field_{index}"),
            name: name.map(|name| format!("<{name}>")).unwrap_or_default(),
            written: field.ty.clone(),
            value: optional.or(list).unwrap_or(&field.ty).clone(),
            shape,
            inside: attributes.inside,
            names: match (attributes.refers, attributes.defines) {
                (Some(kind), _) => Some((kind, false)),
                (None, defines) => defines.map(|kind| (kind, true)),
            },
            file: attributes.file,
            address: attributes.address,
            since: attributes.since,
            stage: attributes.stage,
            span: field.ident.as_ref().map_or(field.ty.span(), Ident::span),
        })
    }

    /// The value's type, as something that can be read.
    pub(crate) fn argument(&self) -> TokenStream {
        let value = &self.value;
        quote! { <#value as ::haproxy_model::language::Argument> }
    }
}

/// The type without a `Box` around it, and whether there was one.
pub(crate) fn without_box(ty: &Type) -> (&Type, bool) {
    match parameter(ty, "Box") {
        Some(inner) => (inner, true),
        None => (ty, false),
    }
}

/// The `T` of `outer<T>`.
pub(crate) fn parameter<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if segment.ident == outer => Some(inner),
        _ => None,
    }
}

fn is_bool(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("bool"))
}
