use syn::{Attribute, Error, LitStr, Result};

use super::facts::{Version, version};
use super::{only, set, text};

/// `#[arg(…)]` of a field.
#[derive(Default)]
pub(crate) struct ArgumentAttributes {
    /// The word before the value.
    pub(crate) keyword: Option<LitStr>,
    /// The word that the field stands for.
    pub(crate) word: Option<LitStr>,
    /// The argument's name in messages, where it is not the field's.
    pub(crate) name: Option<LitStr>,
    /// In the parentheses of the keyword.
    pub(crate) inside: bool,
    /// What the argument refers to by its name.
    pub(crate) refers: Option<LitStr>,
    /// What the argument gives a name.
    pub(crate) defines: Option<LitStr>,
    /// What the file holds that the argument names.
    pub(crate) file: Option<LitStr>,
    /// What the argument is an address for.
    pub(crate) address: Option<LitStr>,
    /// The first version that has the word before the value.
    pub(crate) since: Option<Version>,
    /// When it is evaluated, where that is not when the keyword is.
    pub(crate) stage: Option<LitStr>,
}

impl ArgumentAttributes {
    pub(crate) fn parse(attributes: &[Attribute]) -> Result<Self> {
        let mut this = Self::default();
        let Some(attribute) = only(attributes, "arg")? else {
            return Ok(this);
        };
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("keyword") {
                let word = one_word(text(&meta)?)?;
                set(&meta, &mut this.keyword, word)
            } else if meta.path.is_ident("word") {
                let word = one_word(text(&meta)?)?;
                set(&meta, &mut this.word, word)
            } else if meta.path.is_ident("name") {
                let name = text(&meta)?;
                set(&meta, &mut this.name, name)
            } else if meta.path.is_ident("refers") {
                let kind = one_word(text(&meta)?)?;
                set(&meta, &mut this.refers, kind)
            } else if meta.path.is_ident("defines") {
                let kind = one_word(text(&meta)?)?;
                set(&meta, &mut this.defines, kind)
            } else if meta.path.is_ident("file") {
                let kind = one_word(text(&meta)?)?;
                set(&meta, &mut this.file, kind)
            } else if meta.path.is_ident("address") {
                let purpose = one_word(text(&meta)?)?;
                set(&meta, &mut this.address, purpose)
            } else if meta.path.is_ident("since") {
                let since = version(&meta)?;
                set(&meta, &mut this.since, since)
            } else if meta.path.is_ident("stage") {
                let stage = one_word(text(&meta)?)?;
                set(&meta, &mut this.stage, stage)
            } else if meta.path.is_ident("inside") {
                this.inside = true;
                Ok(())
            } else {
                Err(meta.error(
                    "unknown: an argument has `keyword`, `word`, `name`, `inside`, `refers`, \
                     `defines`, `file`, `address`, `since` and `stage`",
                ))
            }
        })?;
        match (&this.keyword, &this.word) {
            (Some(_), Some(word)) => Err(Error::new(
                word.span(),
                "a field is either a value behind a `keyword` or a `word` by itself",
            )),
            _ => Ok(this),
        }
    }
}

fn one_word(text: LitStr) -> Result<LitStr> {
    if text.value().contains(char::is_whitespace) {
        return Err(Error::new(text.span(), "this is more than one word"));
    }
    Ok(text)
}
