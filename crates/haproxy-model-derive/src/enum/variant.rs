use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{DataEnum, Error, Ident, LitStr, Result, Type};

use crate::attributes::{Facts, Role, VariantAttributes, Word, documentation};
use crate::fields::{Field, Fields, Inside, Shape, without_box};

/// The variants of an enum, by what they stand for.
pub(super) struct Variants {
    pub(super) keywords: Vec<Keyword>,
    pub(super) groups: Vec<Group>,
    pub(super) fallback: Option<Fallback>,
}

/// A variant that is a keyword.
pub(super) struct Keyword {
    index: usize,
    pub(super) ident: Ident,
    pub(super) name: LitStr,
    pub(super) word: Word,
    pub(super) fields: Fields,
    pub(super) facts: Facts,
    pub(super) documentation: String,
    pub(super) multiple: Option<LitStr>,
    last: String,
}

/// A variant that holds the keywords of another enum.
pub(super) struct Group {
    ident: Ident,
    written: Type,
    ty: Type,
    boxed: bool,
}

/// The variant for what is no keyword.
pub(super) struct Fallback {
    ident: Ident,
    field: Type,
    value: Type,
    list: bool,
    /// A value of its own, and not something that is not understood.
    pub(super) known: bool,
}

impl Variants {
    pub(super) fn parse(data: &DataEnum, sections: Option<&[LitStr]>) -> Result<Self> {
        let mut this = Self {
            keywords: Vec::new(),
            groups: Vec::new(),
            fallback: None,
        };
        for variant in &data.variants {
            let attributes = VariantAttributes::parse(variant)?;
            let fields = Fields::of(&variant.fields)?;
            match attributes.role {
                Role::Keyword { name, word } => {
                    let index = this.keywords.len();
                    let mut facts = attributes.facts;
                    facts.default_sections(sections);
                    this.keywords.push(Keyword::new(
                        index,
                        variant,
                        name,
                        word,
                        fields,
                        facts,
                        attributes.multiple,
                    )?);
                }
                Role::Group => this.groups.push(Group::new(variant, &fields)?),
                Role::Value | Role::Unknown if this.fallback.is_some() => {
                    return Err(Error::new(
                        variant.ident.span(),
                        "a second variant for what is no keyword: one `value` or `unknown` is all",
                    ));
                }
                Role::Value => this.fallback = Some(Fallback::new(variant, &fields, true)?),
                Role::Unknown => this.fallback = Some(Fallback::new(variant, &fields, false)?),
            }
        }
        Ok(this)
    }
}

impl Keyword {
    fn new(
        index: usize,
        variant: &syn::Variant,
        name: LitStr,
        word: Word,
        mut fields: Fields,
        facts: Facts,
        multiple: Option<LitStr>,
    ) -> Result<Self> {
        match word {
            Word::Whole => fields.nothing_inside()?,
            Word::Call | Word::Prefix => fields.put_inside(name.span())?,
        }
        let text = name.value();
        Ok(Self {
            index,
            ident: variant.ident.clone(),
            word,
            fields,
            facts,
            documentation: documentation(&variant.attrs),
            multiple,
            last: text.rsplit(' ').next().unwrap_or_default().to_owned(),
            name,
        })
    }

    /// How the fields in the keyword's word are written.
    pub(super) fn inside(&self) -> Option<Inside<'_>> {
        match self.word {
            Word::Whole => None,
            Word::Call => Some(Inside::Call(&self.last)),
            Word::Prefix => Some(Inside::Prefix(&self.last)),
        }
    }

    /// Whether the keyword's last word may stand as it is.
    pub(super) fn may_be_whole(&self) -> bool {
        match self.word {
            Word::Whole => true,
            Word::Call => self.fields.may_be_empty_inside(),
            Word::Prefix => false,
        }
    }

    pub(super) fn entry(&self) -> TokenStream {
        let syntax = self.fields.syntax(self.inside());
        let name = self.name.value();
        self.facts.entry(&name, &self.documentation, &syntax)
    }

    pub(super) fn parse(&self) -> TokenStream {
        let index = self.index;
        let parse = self.fields.parse(self.inside());
        let value = self.fields.value(&self.path());
        quote! { #index => { #parse ::core::result::Result::Ok(#value) } }
    }

    pub(super) fn print(&self) -> TokenStream {
        let pattern = self.fields.value(&self.path());
        let name = self.name.value();
        let mut words: Vec<&str> = name.split(' ').collect();
        if self.inside().is_some() {
            words.pop();
        }
        let print = self.fields.print(self.inside());
        quote! { #pattern => { #(printer.word(#words);)* #print } }
    }

    pub(super) fn index(&self) -> TokenStream {
        let (ident, index) = (&self.ident, self.index);
        quote! { Self::#ident { .. } => #index, }
    }

    fn path(&self) -> TokenStream {
        let ident = &self.ident;
        quote! { Self::#ident }
    }
}

impl Group {
    fn new(variant: &syn::Variant, fields: &Fields) -> Result<Self> {
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

impl Fallback {
    fn new(variant: &syn::Variant, fields: &Fields, known: bool) -> Result<Self> {
        let message = if known {
            "a value holds one argument: `Value(Text)`"
        } else {
            "what is not understood is one word, `Unknown(Text)`, or all, `Unknown(Vec<Text>)`"
        };
        let field = newtype(variant, fields, message)?;
        let list = match field.shape {
            Shape::Required => false,
            Shape::List if !known => true,
            _ => return Err(Error::new(field.span, message)),
        };
        Ok(Self {
            ident: variant.ident.clone(),
            field: field.written.clone(),
            value: field.value.clone(),
            list,
            known,
        })
    }

    pub(super) fn argument(&self) -> TokenStream {
        let field = &self.field;
        quote! { <#field as ::haproxy_model::language::Argument> }
    }

    pub(super) fn parse(&self) -> TokenStream {
        let (ident, value) = (&self.ident, &self.value);
        let derived = quote! { ::haproxy_model::language::derived };
        let read = match (self.known, self.list) {
            (true, _) => quote! { #derived::required::<#value>(words, "") },
            (false, true) => quote! { #derived::unknown_line::<#value>(words, ALL) },
            (false, false) => quote! { #derived::unknown_word::<#value>(words) },
        };
        quote! { #read.map(Self::#ident) }
    }

    pub(super) fn print(&self) -> TokenStream {
        let (ident, value) = (&self.ident, &self.value);
        let print = quote! {
            <#value as ::haproxy_model::language::Argument>::print(value, printer);
        };
        if self.list {
            quote! { Self::#ident(list) => for value in list { #print }, }
        } else {
            quote! { Self::#ident(value) => { #print } }
        }
    }

    pub(super) fn keyword(&self) -> TokenStream {
        let ident = &self.ident;
        quote! { Self::#ident(_) => return ::core::option::Option::None, }
    }
}

fn newtype<'a>(variant: &syn::Variant, fields: &'a Fields, message: &str) -> Result<&'a Field> {
    fields
        .newtype()
        .ok_or_else(|| Error::new(variant.span(), message))
}
