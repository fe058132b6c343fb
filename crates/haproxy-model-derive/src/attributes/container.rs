use syn::{Attribute, Error, Ident, LitStr, Path, Result};

use super::{Facts, list, nested, only, set, text};

/// `#[directive(…)]` of an enum.
#[derive(Default)]
pub(crate) struct DirectiveAttributes {
    /// The sections of every variant that does not name its own.
    pub(crate) sections: Option<Vec<LitStr>>,
    /// The section types that get a method for each variant.
    pub(crate) accessors: Option<Vec<Path>>,
    /// The phase of every variant that does not name its own.
    pub(crate) phase: Option<Ident>,
    /// What the order of every variant counts with that does not say so itself.
    pub(crate) ordered: Option<LitStr>,
}

impl DirectiveAttributes {
    pub(crate) fn parse(attributes: &[Attribute]) -> Result<Self> {
        let mut this = Self::default();
        if let Some(attribute) = only(attributes, "directive")? {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("sections") {
                    let sections = list(&meta)?;
                    set(&meta, &mut this.sections, sections)
                } else if meta.path.is_ident("accessors") {
                    let accessors = list(&meta)?;
                    set(&meta, &mut this.accessors, accessors)
                } else if meta.path.is_ident("phase") {
                    let phase = meta.value()?.parse()?;
                    set(&meta, &mut this.phase, phase)
                } else if meta.path.is_ident("ordered") {
                    let ordered = text(&meta)?;
                    set(&meta, &mut this.ordered, ordered)
                } else {
                    Err(meta.error(
                        "unknown: a directive has `sections`, `accessors`, `phase` and `ordered`",
                    ))
                }
            })?;
        }
        Ok(this)
    }
}

/// `#[section("name", …)]` of a struct.
pub(crate) struct SectionAttributes {
    /// The word that opens the section.
    pub(crate) name: LitStr,
    /// What else is known of it.
    pub(crate) facts: Facts,
}

impl SectionAttributes {
    pub(crate) fn parse(input: &syn::DeriveInput) -> Result<Self> {
        let Some(attribute) = only(&input.attrs, "section")? else {
            return Err(Error::new(
                input.ident.span(),
                "a section needs #[section(\"name\")]",
            ));
        };
        let mut facts = Facts::default();
        let name = attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
            let name: LitStr = input.parse()?;
            nested(input, |meta| facts.section(&meta))?;
            Ok(name)
        })?;
        if name.value().is_empty() || name.value().contains(char::is_whitespace) {
            return Err(Error::new(name.span(), "a section's name is one word"));
        }
        Ok(Self { name, facts })
    }
}
