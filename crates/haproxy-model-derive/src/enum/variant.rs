use syn::spanned::Spanned;
use syn::{DataEnum, Error, Result};

use super::fallback::Fallback;
use super::group::Group;
use super::keyword::Keyword;
use crate::attributes::{DirectiveAttributes, Role, VariantAttributes};
use crate::fields::{Field, Fields};

/// The variants of an enum, by what they stand for.
pub(super) struct Variants {
    pub(super) keywords: Vec<Keyword>,
    pub(super) groups: Vec<Group>,
    pub(super) fallback: Option<Fallback>,
}

impl Variants {
    pub(super) fn parse(data: &DataEnum, choice: &DirectiveAttributes) -> Result<Self> {
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
                    facts.inherit(choice);
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
                Role::Group => {
                    let since = attributes.facts.since();
                    this.groups.push(Group::new(variant, &fields, since)?);
                }
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

/// The only field of a variant that has just that.
pub(super) fn newtype<'a>(
    variant: &syn::Variant,
    fields: &'a Fields,
    message: &str,
) -> Result<&'a Field> {
    fields
        .newtype()
        .ok_or_else(|| Error::new(variant.span(), message))
}
