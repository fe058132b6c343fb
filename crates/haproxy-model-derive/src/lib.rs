//! Derives that turn one field or variant into one HAProxy keyword.
//!
//! A definition says everything that is known of a keyword, once: how it is read and printed, what
//! it is for, which sections have it, and since when. From it come the implementations of
//! `haproxy_model`'s traits and a static table that anything can list.
//!
//! * `#[derive(Directive)]` on an enum makes a choice: one variant is one keyword. It implements
//!   `Argument`, `Keywords` and `Group`, `From` for each group, and `Holds` for what may be repeated.
//! * `#[derive(Directive)]` on a struct makes a sequence: its fields are arguments in this order.
//!   It implements `Argument`.
//! * `#[derive(Section)]` on a struct makes a section: its fields are the arguments of the line that
//!   opens it, and `statements` is what stands under that line. It implements `Section`.
//!
//! ```
//! use haproxy_model::keyword::Keywords;
//! use haproxy_model::language::{Directive, Words};
//! use haproxy_model::section::Section;
//! use haproxy_model::statement::Statement;
//! use haproxy_model::value::Text;
//!
//! /// Name servers, and how they are asked.
//! #[derive(Debug, Clone, PartialEq, Section)]
//! #[section("resolvers")]
//! pub struct Resolvers {
//!     /// What a server's `resolvers` names.
//!     pub name: Text,
//!     /// The lines of the section.
//!     pub statements: Vec<Statement<ResolversKeyword>>,
//! }
//!
//! /// A line of a resolvers section.
//! #[derive(Debug, Clone, PartialEq, Directive)]
//! #[directive(sections("resolvers"), accessors(Resolvers))]
//! #[non_exhaustive]
//! pub enum ResolversKeyword {
//!     /// A server to ask.
//!     #[keyword("nameserver", multiple = "nameservers")]
//!     Nameserver(Nameserver),
//!     /// How long an answer of this kind is kept.
//!     #[keyword("hold")]
//!     Hold { status: HoldStatus, period: Text },
//!     /// The time between two questions.
//!     #[keyword("timeout retry")]
//!     TimeoutRetry(Text),
//!     /// Asks the servers that the system asks.
//!     #[keyword("parse-resolv-conf")]
//!     ParseResolvConf,
//!     /// A line that no keyword here explains.
//!     #[keyword(unknown)]
//!     Unknown(Vec<Text>),
//! }
//!
//! /// A server to ask.
//! #[derive(Debug, Clone, PartialEq, Directive)]
//! pub struct Nameserver {
//!     /// Its name.
//!     pub name: Text,
//!     /// Its address, with the port.
//!     pub address: Text,
//! }
//!
//! /// A kind of answer.
//! #[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
//! pub enum HoldStatus {
//!     /// The name does not exist.
//!     #[keyword("nx")]
//!     Nx,
//!     /// An answer as it should be.
//!     #[keyword("valid")]
//!     Valid,
//! }
//!
//! let line = ["resolvers".into(), "mydns".into()];
//! let mut resolvers = Resolvers::parse_header(&mut Words::new(&line))?;
//! let line = ["hold".into(), "nx".into(), "30s".into()];
//! resolvers.parse_statement(&mut Words::new(&line))?;
//! let line = ["timeout".into(), "retry".into(), "1s".into()];
//! resolvers.parse_statement(&mut Words::new(&line))?;
//! assert_eq!(resolvers.timeout_retry().unwrap(), "1s");
//!
//! let line = ["hold".into(), "never".into()];
//! let error = resolvers.parse_statement(&mut Words::new(&line)).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "hold <status>: unknown keyword 'never', expected 'nx' or 'valid'",
//! );
//!
//! let names = ResolversKeyword::KEYWORDS.iter().map(|keyword| keyword.name);
//! assert!(names.eq(["nameserver", "hold", "timeout retry", "parse-resolv-conf"]));
//! # Ok::<(), haproxy_model::language::ArgumentError>(())
//! ```
//!
//! # Choices
//!
//! A variant has fields as a struct has: none, one without a name, or several. Its keyword is one or
//! more words; the keyword with the most words that fit is the one that counts. Doc comments become
//! the keyword's documentation.
//!
//! | attribute of the enum | |
//! |---|---|
//! | `#[directive(sections("backend", …))]` | the sections of each variant that names none |
//! | `#[directive(accessors(Backend, …))]` | a method for each variant, on these structs (see below) |
//! | `#[directive(phase = Request, ordered = "…")]` | these facts of each variant that does not say so itself |
//!
//! | attribute of a variant | |
//! |---|---|
//! | `#[keyword("timeout client")]` | the keyword |
//! | `#[keyword("hdr", call)]` | arguments in parentheses in the keyword's last word: `hdr(name)` |
//! | `#[keyword("lua.", prefix)]` | the first argument is what follows in the keyword's last word |
//! | `#[keyword(group)]` | `Topic(TopicKeyword)`: all keywords of that enum are keywords of this one |
//! | `#[keyword(group, since = "3.0")]` | the same, from that version on where theirs is earlier |
//! | `#[keyword(value)]` | `Other(T)`: what is none of the keywords, but a value all the same |
//! | `#[keyword(unknown)]` | `Unknown(Text)`: one word not understood; `Unknown(Vec<Text>)`: all of the line |
//!
//! | behind the keyword's name | |
//! |---|---|
//! | `since = "3.0"` | the first version that has it |
//! | `backported = "3.0"` | the first earlier version of which newer releases have it as well |
//! | `deprecated = "3.0"` | the first version that warns of it |
//! | `removed = "3.0"` | the first version that refuses it |
//! | `instead = "…"` | what to write instead |
//! | `renamed` | that can take its place as it stands: same arguments, same meaning |
//! | `experimental` | needs `expose-experimental-directives` |
//! | `no`, `default` | accepted behind these words |
//! | `named_defaults` | of `defaults` sections only those with a name have it, since 2.5 |
//! | `refused_elsewhere` | a proxy without the side that it is for is refused, not just warned of |
//! | `ignores_rest` | HAProxy reads no further than its arguments: what follows means nothing |
//! | `not_in_default_server` | refused by `default-server` |
//! | `runtime`, `runtime = "3.0"` | accepted by the runtime command `add server`, from that version on |
//! | `set = "server-weight"` | a runtime command sets what it says: a `Setter` |
//! | `negates = "check"` | takes back what this keyword says: as if none of both stood there |
//! | `sections("frontend", …)` | the sections that have it |
//! | `http` | counts only in proxies that speak HTTP |
//! | `ends_rules` | an action behind which no other rule of its kind is carried out |
//! | `again = Ignored` | what HAProxy makes of a second one: an `Again` |
//! | `wants_unit = "3.2"` | the first version that warns of a small time without a unit |
//! | `within = "1ms..1s"` | the least and the greatest value of its first argument; either may be left out |
//! | `needs = "type, size"` | arguments without which HAProxy refuses it: one of each group, as in `limit|key`; `*` for any |
//! | `takes_anything` | HAProxy at most warns where its first argument is none that it knows |
//! | `takes_nothing` | HAProxy accepts it without its first argument, though that says nothing, or 0 |
//! | `json = "…"` | its place in JSON, as `haproxy_model::json` describes it |
//! | `stage = "http-request"` | when HAProxy evaluates what is in it: a `Stage` |
//! | `alias = "…"` | another spelling that is read, and printed as the keyword's name; several are fine |
//! | `multiple = "servers"` | the accessor gives every value, and has this name |
//! | `phase = Request` | where among others it is best written: a `Phase` |
//! | `ordered = "…"` | a name for what its order counts with, where that is more than its like |
//! | `repeated` | every statement counts, as `multiple` says as well |
//!
//! Without a `value` or `unknown` variant, other words are an error; an `Option` or `Vec` of the
//! choice just ends before them.
//!
//! # Arguments
//!
//! Fields are read strictly in order. A field is
//!
//! | field | |
//! |---|---|
//! | `T` | a value that must be there |
//! | `Option<T>` | a value that may be left out |
//! | `Vec<T>` | all values that follow |
//! | `#[arg(keyword = "code")] T` | the word, and a value |
//! | `#[arg(keyword = "code")] Option<T>` | both, or neither |
//! | `#[arg(word = "from")] bool` | whether the word is there |
//!
//! with `#[arg(refers = "backend")]` where it refers to something by its name, and
//! `#[arg(defines = "acl")]` where it gives that a name (the kinds are those of `NameKind`), with
//! `#[arg(file = "certificate")]` where it names a file (the kinds are those of `FileKind`),
//! `#[arg(address = "bind")]` where it is an address (for what: those of `AddressPurpose`), with
//! `#[arg(keyword = "…", since = "3.2")]` where only newer versions have the word, with
//! `#[arg(stage = "…")]` where it is evaluated at another stage than the keyword, with
//! `#[arg(name = "…")]` for another name than the field's in messages, and `#[arg(inside)]` for
//! each field that stands in the parentheses of a `call`; where no field says so, it is the first.
//! Several of them, or a list, are separated by commas; one alone is the whole text. Where all of
//! them may be left out, so may the parentheses.
//!
//! `Option` and `Vec` end before a word that a later field claims (`Argument::claims`), in this type
//! or in one around it: a choice claims its keywords, a field with a word claims that word. They end
//! as well before a word that their value cannot start with (`Argument::starts`). Arguments in any
//! order are a `Vec` of a choice.
//!
//! # Accessors
//!
//! The structs named by `accessors` need a field `statements: Vec<Statement<…>>` of this choice, or
//! of one that has it as a group. A variant without fields gives a `bool`, a variant with one unnamed
//! field an `Option` of a reference to it: of the last statement of its kind, and nothing where that
//! one stands behind `no` or `default`. With `multiple` it is an iterator over all of them. A variant
//! with several fields, or named ones, gets no method: give it a struct.
//!
//! # Limits
//!
//! * `Option`, `Vec`, `Box` and `bool` are recognized by these names.
//! * Definitions have no type parameters and no conditional variants.
//! * Two groups of a choice may define the same keyword: the first one with it counts.
//! * A type that holds itself needs a `Box`, as always, and its keywords cannot be a group of itself.

mod attributes;
mod r#enum;
mod fields;
mod section;
mod r#struct;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Error, Result, parse_macro_input};

/// Makes a struct a sequence of arguments, or an enum a choice between keywords.
///
/// The attributes are in the [crate's documentation](crate).
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
///
/// The attributes are in the [crate's documentation](crate); `#[section("name", …)]` takes the facts
/// of versions, `instead`, `renamed` and `experimental` as a keyword does.
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
