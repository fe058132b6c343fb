//! Derives that turn one field or variant into one HAProxy keyword.

mod attributes;
mod r#enum;
mod fields;
mod section;
mod r#struct;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Error, Result, parse_macro_input};

/// Makes a struct a sequence of arguments, or an enum a choice between keywords.
#[proc_macro_derive(Directive, attributes(directive, keyword, arg))]
pub fn directive(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let derived = without_parameters(&input).and_then(|()| match &input.data {
        Data::Struct(data) => r#struct::derive(&input, data),
        Data::Enum(data) => r#enum::derive(&input, data),
        Data::Union(_) => Err(Error::new(
            input.ident.span(),
            "a directive is a struct or an enum",
        )),
    });
    derived.unwrap_or_else(Error::into_compile_error).into()
}

/// Makes a struct a section: the arguments of its opening line, and its statements.
#[proc_macro_derive(Section, attributes(section, arg))]
pub fn section(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let derived = without_parameters(&input).and_then(|()| section::derive(&input));
    derived.unwrap_or_else(Error::into_compile_error).into()
}

fn without_parameters(input: &DeriveInput) -> Result<()> {
    if input.generics.params.is_empty() {
        return Ok(());
    }
    Err(Error::new_spanned(
        &input.generics,
        "a definition has no parameters",
    ))
}
