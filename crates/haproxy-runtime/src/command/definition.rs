use super::Arguments;
use crate::protocol::{DecodeError, EncodeError, Reply, Request, Specification};

/// A command: data that encodes itself and decodes its answer.
///
/// All of HAProxy's are in [`command`](crate::command). A program can have its own: the trait is all that
/// a client needs.
pub trait Command: Sync {
    /// What HAProxy answers.
    type Answer: Send;

    /// What is true of the command whatever its arguments are.
    fn specification(&self) -> Specification;

    /// The command in HAProxy's form.
    fn request(&self) -> Result<Request, EncodeError>;

    /// Reads the answer. It is none that HAProxy itself calls an error.
    fn decode(&self, reply: Reply) -> Result<Self::Answer, DecodeError>;
}

/// What a command answers, read from the whole reply.
pub trait Answer: Sized + Send {
    /// Reads the reply.
    fn decode(reply: Reply) -> Result<Self, DecodeError>;
}

/// An answer that is one row a line, and can be read row by row however long it is.
pub trait Rows: Default + Send {
    /// What a line says.
    type Row: Send;

    /// Reads a line, without its end; `None` for headers and other lines that are no row.
    fn read(&mut self, line: &str) -> Result<Option<Self::Row>, DecodeError>;
}

/// A command whose answer can be read row by row.
pub trait RowsCommand: Command {
    /// How its lines are read.
    type Rows: Rows;
}

/// Reads all rows.
pub(crate) fn rows<R: Rows>(text: &str) -> Result<Vec<R::Row>, DecodeError> {
    let mut reader = R::default();
    text.lines()
        .filter_map(|line| reader.read(line).transpose())
        .collect()
}

/// One of the forms of a command, as a table lists it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Form {
    /// What is true of the command.
    pub specification: Specification,
    /// The words that must stand behind its name in this form: `addr` in `set server`.
    pub keywords: &'static [&'static str],
    /// Whether arguments must stand behind its name.
    pub needs_arguments: bool,
    /// The name of the type that is the command: `SetServerWeight`.
    pub command: &'static str,
    /// Its arguments, in the order in which they are written.
    pub parameters: &'static [FormParameter],
    /// The name of the type of its answer: `Statistics`.
    pub answer: &'static str,
    decode: fn(Reply) -> Result<serde_json::Value, DecodeError>,
    accepts: fn(Arguments<'_>) -> bool,
}

/// An argument of a command, for those who make something of all commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormParameter {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub documentation: &'static str,
    /// The word that stands before it, or for it where it is a `bool`.
    pub keyword: Option<&'static str>,
    /// Its type in Rust: `Option<u16>`.
    pub kind: &'static str,
    /// Whether it must be given.
    pub is_required: bool,
}

impl Form {
    pub(crate) const fn new<A: Answer + serde::Serialize>(
        specification: Specification,
        keywords: &'static [&'static str],
        (command, parameters, answer): (&'static str, &'static [FormParameter], &'static str),
        accepts: fn(Arguments<'_>) -> bool,
    ) -> Self {
        Self {
            specification,
            keywords,
            needs_arguments: has_required(parameters),
            accepts,
            command,
            parameters,
            answer,
            decode: |reply| {
                let text = reply.text().to_owned();
                let answer = A::decode(reply)?;
                serde_json::to_value(answer)
                    .map_err(|error| DecodeError::new(error.to_string(), &text))
            },
        }
    }

    /// The answer to this form as JSON.
    pub fn decode(&self, reply: Reply) -> Result<serde_json::Value, DecodeError> {
        (self.decode)(reply)
    }

    /// How well a command line is of this form; `None` where it is not.
    fn rank(&self, words: &[String]) -> Option<Rank> {
        let mut name = self.specification.name.split(' ');
        let mut words = words.iter();
        if !name.all(|part| words.next().is_some_and(|word| *word == part)) {
            return None;
        }
        let arguments = words.as_slice();
        let is_whole = (self.accepts)(Arguments::new(arguments));
        let is_possible = (is_whole || !self.needs_arguments || !arguments.is_empty())
            && self
                .keywords
                .iter()
                .all(|keyword| arguments.iter().any(|word| word == keyword));
        is_possible.then_some(Rank {
            name: self.specification.name.len(),
            is_whole,
            keywords: self.keywords.len(),
            needs_arguments: self.needs_arguments,
            parameters: std::cmp::Reverse(self.parameters.len()),
        })
    }

    /// The form of a command line among these: the one that says most of it.
    pub(crate) fn of<'a>(
        forms: impl Iterator<Item = &'a Self>,
        line: &str,
    ) -> Option<(&'a Self, Rank)> {
        let words = words_of(line)?;
        let ranked = forms.filter_map(|form| Some((form, form.rank(&words)?)));
        ranked.max_by(|(_, one), (_, other)| one.cmp(other))
    }
}

/// How well a command line is of a form, what says most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    /// The length of its name.
    name: usize,
    /// Whether all of the words are arguments of the form.
    pub(crate) is_whole: bool,
    keywords: usize,
    needs_arguments: bool,
    /// Of two forms without arguments, the one that has fewer is meant.
    parameters: std::cmp::Reverse<usize>,
}

/// The words of a line, as HAProxy cuts it; `None` where it is several commands.
fn words_of(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => return None,
            ' ' | '\t' => words.extend(word.take()),
            '\\' => word
                .get_or_insert_default()
                .push(characters.next().unwrap_or('\\')),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Some(words)
}

const fn has_required(parameters: &[FormParameter]) -> bool {
    match parameters {
        [first, rest @ ..] => first.is_required || has_required(rest),
        [] => false,
    }
}

/// The only one of the words, if there is one.
pub(crate) const fn first(words: &[&'static str]) -> Option<&'static str> {
    match words {
        [word, ..] => Some(word),
        [] => None,
    }
}

/// Defines commands: a struct each, with what is known of it, its encoding and its answer.
///
/// ```text
/// /// Documentation.
/// Name("words" facts()…) -> Answer {optional: Type} (required: Type, ["keyword"] required: Type) [optional: Type]
/// ```
///
/// Those in braces stand in front of what is required.
macro_rules! commands {
    ($(
        $(#[doc = $documentation:literal])+
        $name:ident($words:literal $($fact:ident($($number:literal),*))*) -> $answer:ident
            $({ $($(#[doc = $leading_documentation:literal])+ $([$leading_keyword:literal])? $leading:ident: $leading_type:ty),+ $(,)? })?
            $(( $($(#[doc = $required_documentation:literal])+ $([$required_keyword:literal])? $required:ident: $required_type:ty),+ $(,)? ))?
            $([ $($(#[doc = $optional_documentation:literal])+ $([$optional_keyword:literal])? $optional:ident: $optional_type:ty),+ $(,)? ])?
            ;
    )+) => {
        $(
            $(#[doc = $documentation])+
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name {
                $($($(#[doc = $leading_documentation])+ pub $leading: $leading_type,)+)?
                $($($(#[doc = $required_documentation])+ pub $required: $required_type,)+)?
                $($($(#[doc = $optional_documentation])+ pub $optional: $optional_type,)+)?
            }

            impl $name {
                /// What is true of the command whatever its arguments are.
                pub const SPECIFICATION: $crate::protocol::Specification =
                    $crate::protocol::Specification::new($words, concat!($($documentation, "\n"),+))$(.$fact($($number),*))*;

                /// The command with these arguments.
                #[allow(clippy::new_without_default, reason = "a command is written, not defaulted")]
                pub fn new($($($required: $required_type),+)?) -> Self {
                    Self {
                        $($($leading: Default::default(),)+)?
                        $($($required,)+)?
                        $($($optional: Default::default(),)+)?
                    }
                }

                $($(
                    $(#[doc = $leading_documentation])+
                    #[must_use]
                    pub fn $leading(mut self, $leading: impl Into<$leading_type>) -> Self {
                        self.$leading = $leading.into();
                        self
                    }
                )+)?

                $($(
                    $(#[doc = $optional_documentation])+
                    #[must_use]
                    pub fn $optional(mut self, $optional: impl Into<$optional_type>) -> Self {
                        self.$optional = $optional.into();
                        self
                    }
                )+)?
            }

            impl $crate::command::Command for $name {
                type Answer = $answer;

                fn specification(&self) -> $crate::protocol::Specification {
                    Self::SPECIFICATION
                }

                fn request(&self) -> Result<$crate::protocol::Request, $crate::protocol::EncodeError> {
                    #[allow(unused_mut, reason = "some commands have no arguments")]
                    let mut request = $crate::protocol::Request::new(&Self::SPECIFICATION);
                    $($($crate::command::parameter::push(
                        &mut request, &[$($leading_keyword)?], &self.$leading,
                    )?;)+)?
                    $($($crate::command::parameter::push(
                        &mut request, &[$($required_keyword)?], &self.$required,
                    )?;)+)?
                    $($($crate::command::parameter::push(
                        &mut request, &[$($optional_keyword)?], &self.$optional,
                    )?;)+)?
                    Ok(request)
                }

                fn decode(
                    &self,
                    reply: $crate::protocol::Reply,
                ) -> Result<Self::Answer, $crate::protocol::DecodeError> {
                    <$answer as $crate::command::Answer>::decode(reply)
                }
            }
        )+

        pub(crate) const FORMS: &[$crate::command::Form] = &[$(
            $crate::command::Form::new::<$answer>(
                $name::SPECIFICATION,
                &[$($($($required_keyword,)?)+)?],
                (
                    stringify!($name),
                    &[
                        $($($crate::command::FormParameter {
                            name: stringify!($leading),
                            documentation: concat!($($leading_documentation, "\n"),+),
                            keyword: $crate::command::definition::first(&[$($leading_keyword)?]),
                            kind: stringify!($leading_type),
                            is_required: false,
                        },)+)?
                        $($($crate::command::FormParameter {
                            name: stringify!($required),
                            documentation: concat!($($required_documentation, "\n"),+),
                            keyword: $crate::command::definition::first(&[$($required_keyword)?]),
                            kind: stringify!($required_type),
                            is_required: true,
                        },)+)?
                        $($($crate::command::FormParameter {
                            name: stringify!($optional),
                            documentation: concat!($($optional_documentation, "\n"),+),
                            keyword: $crate::command::definition::first(&[$($optional_keyword)?]),
                            kind: stringify!($optional_type),
                            is_required: false,
                        },)+)?
                    ],
                    stringify!($answer),
                ),
                #[allow(unused_mut, reason = "some commands have no arguments")]
                |mut arguments| {
                    $(arguments.take_any(&[$((
                        $crate::command::definition::first(&[$($leading_keyword)?]),
                        <$leading_type as $crate::command::Parameter>::take,
                    )),+]);)?
                    $($(
                        if !arguments.take_one(
                            $crate::command::definition::first(&[$($required_keyword)?]),
                            <$required_type as $crate::command::Parameter>::take,
                        ) {
                            return false;
                        }
                    )+)?
                    $(arguments.take_any(&[$((
                        $crate::command::definition::first(&[$($optional_keyword)?]),
                        <$optional_type as $crate::command::Parameter>::take,
                    )),+]);)?
                    arguments.is_empty()
                },
            ),
        )+];
    };
}
pub(crate) use commands;
