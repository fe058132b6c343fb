use syn::parse::ParseStream;
use syn::{Error, Ident, LitStr, Result, Variant};

use super::{Facts, nested, only, set};

/// `#[keyword(…)]` of a variant.
pub(crate) struct VariantAttributes {
    /// What the variant stands for.
    pub(crate) role: Role,
    /// The name of the method that gives all values, where there may be many.
    pub(crate) multiple: Option<LitStr>,
    /// What is known of the keyword.
    pub(crate) facts: Facts,
}

/// What a variant stands for.
pub(crate) enum Role {
    /// A keyword.
    Keyword {
        /// Its words.
        name: LitStr,
        /// How its last word goes on.
        word: Word,
    },
    /// The keywords of another enum.
    Group,
    /// A value that is no keyword.
    Value,
    /// Words that are not understood.
    Unknown,
}

/// How a keyword's last word goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// Not at all.
    Whole,
    /// With arguments in parentheses.
    Call,
    /// With an argument.
    Prefix,
}

impl VariantAttributes {
    pub(crate) fn parse(variant: &Variant) -> Result<Self> {
        let Some(attribute) = only(&variant.attrs, "keyword")? else {
            return Err(Error::new(
                variant.ident.span(),
                "a variant needs #[keyword(…)]: a name, `group`, `value` or `unknown`",
            ));
        };
        attribute.parse_args_with(Self::arguments)
    }

    fn arguments(input: ParseStream<'_>) -> Result<Self> {
        let mut this = Self {
            role: Role::Unknown,
            multiple: None,
            facts: Facts::default(),
        };
        if !input.peek(LitStr) {
            this.role = role(&input.parse()?)?;
            let is_group = matches!(this.role, Role::Group);
            nested(input, |meta| {
                if is_group && meta.path.is_ident("since") {
                    return this.facts.section(&meta);
                }
                Err(meta.error("only a keyword with a name has this"))
            })?;
            return Ok(this);
        }
        let name = keyword_name(input.parse()?)?;
        let mut form = Word::Whole;
        nested(input, |meta| {
            let other = if meta.path.is_ident("call") {
                Word::Call
            } else if meta.path.is_ident("prefix") {
                Word::Prefix
            } else if meta.path.is_ident("multiple") {
                let multiple = super::text(&meta)?;
                return set(&meta, &mut this.multiple, multiple);
            } else {
                return this.facts.keyword(&meta);
            };
            if form != Word::Whole {
                return Err(meta.error("a keyword is at most one of `call` and `prefix`"));
            }
            form = other;
            Ok(())
        })?;
        this.role = Role::Keyword { name, word: form };
        Ok(this)
    }
}

fn role(word: &Ident) -> Result<Role> {
    match word.to_string().as_str() {
        "group" => Ok(Role::Group),
        "value" => Ok(Role::Value),
        "unknown" => Ok(Role::Unknown),
        _ => Err(Error::new(
            word.span(),
            "expected a keyword's name in quotes, `group`, `value` or `unknown`",
        )),
    }
}

fn keyword_name(name: LitStr) -> Result<LitStr> {
    let text = name.value();
    if text.split(' ').any(str::is_empty) || text.contains(|c: char| c != ' ' && c.is_whitespace())
    {
        return Err(Error::new(
            name.span(),
            "a keyword is one or more words, one blank between them",
        ));
    }
    if text.contains(['(', ')']) {
        return Err(Error::new(
            name.span(),
            "write the keyword without parentheses, and `call` behind it",
        ));
    }
    Ok(name)
}
