//! `#[derive(Section)]`: the arguments of the opening line, and the statements.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Result, Type};

use crate::attributes::{SectionAttributes, documentation};
use crate::fields::{Fields, parameter};

/// The field of the statements.
const STATEMENTS: &str = "statements";

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let ident = &input.ident;
    let attributes = SectionAttributes::parse(input)?;
    let directive = directive(input)?;
    let Data::Struct(data) = &input.data else {
        return Err(missing_statements(input));
    };
    let statements = syn::Ident::new(STATEMENTS, ident.span());
    let fields = Fields::without(&data.fields, Some(&statements))?;
    fields.nothing_inside()?;
    let name = attributes.name.value();
    let documentation = documentation(&input.attrs);
    let entry = attributes
        .facts
        .entry(&name, &documentation, &fields.syntax(None));
    let parse = fields.parse(None);
    let print = fields.print(None);
    let (names, variables): (Vec<_>, Vec<_>) = fields.named().unzip();
    Ok(quote! {
        const _: () = {
            static KEYWORD: ::haproxy_model::keyword::Keyword = #entry;

            #[automatically_derived]
            impl ::haproxy_model::section::Section for #ident {
                const KEYWORD: &'static ::haproxy_model::keyword::Keyword = &KEYWORD;

                type Directive = #directive;

                fn parse_header(
                    words: &mut ::haproxy_model::language::Words<'_>,
                ) -> ::core::result::Result<Self, ::haproxy_model::language::ArgumentError> {
                    ::haproxy_model::language::derived::header(words, &KEYWORD, |words| {
                        #parse
                        ::core::result::Result::Ok(Self {
                            #(#names: #variables,)*
                            statements: ::std::vec::Vec::new(),
                        })
                    })
                }

                fn print_header(&self, printer: &mut ::haproxy_model::language::Printer) {
                    let Self { #(#names: #variables,)* statements: _ } = self;
                    printer.word(#name);
                    #print
                }

                fn statements(
                    &self,
                ) -> &[::haproxy_model::statement::Statement<Self::Directive>] {
                    &self.statements
                }

                fn statements_mut(
                    &mut self,
                ) -> &mut ::std::vec::Vec<::haproxy_model::statement::Statement<Self::Directive>>
                {
                    &mut self.statements
                }
            }
        };
    })
}

/// The `T` of `statements: Vec<Statement<T>>`.
fn directive(input: &DeriveInput) -> Result<&Type> {
    let Data::Struct(data) = &input.data else {
        return Err(missing_statements(input));
    };
    let field = data
        .fields
        .iter()
        .find(|field| field.ident.as_ref().is_some_and(|name| name == STATEMENTS));
    field
        .and_then(|field| parameter(&field.ty, "Vec"))
        .and_then(|statement| parameter(statement, "Statement"))
        .ok_or_else(|| missing_statements(input))
}

fn missing_statements(input: &DeriveInput) -> Error {
    Error::new(
        input.ident.span(),
        "a section is a struct with a field `statements: Vec<Statement<…>>`",
    )
}
