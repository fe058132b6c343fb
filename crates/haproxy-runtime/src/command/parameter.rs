use std::time::Duration;

use super::Arguments;
use crate::protocol::{EncodeError, Payload, Request};

/// What can be an argument of a command.
pub trait Parameter {
    /// Whether there is anything to write.
    fn is_given(&self) -> bool {
        true
    }

    /// Writes it behind its keyword, if it has one.
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError>;

    /// Takes its words off the front of those that a person has written; whether they are such.
    fn take(arguments: &mut Arguments<'_>) -> bool
    where
        Self: Sized,
    {
        arguments.next().is_some()
    }
}

/// Writes an argument behind its keyword.
pub(crate) fn push(
    request: &mut Request,
    keyword: &[&str],
    parameter: &impl Parameter,
) -> Result<(), EncodeError> {
    if parameter.is_given() {
        for word in keyword {
            request.push(word)?;
        }
        parameter.push_to(request)?;
    }
    Ok(())
}

impl Parameter for String {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.push(self)
    }
}

/// A word that stands where it is `true`.
impl Parameter for bool {
    fn is_given(&self) -> bool {
        *self
    }

    fn push_to(&self, _: &mut Request) -> Result<(), EncodeError> {
        Ok(())
    }

    fn take(_: &mut Arguments<'_>) -> bool {
        true
    }
}

impl<T: Parameter> Parameter for Option<T> {
    fn is_given(&self) -> bool {
        self.as_ref().is_some_and(Parameter::is_given)
    }

    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        self.iter().try_for_each(|value| value.push_to(request))
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        T::take(arguments)
    }
}

impl<T: Parameter> Parameter for Vec<T> {
    fn is_given(&self) -> bool {
        !self.is_empty()
    }

    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        self.iter().try_for_each(|value| value.push_to(request))
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        let mut count = 0;
        while arguments.take_one(None, T::take) {
            count += 1;
        }
        count > 0
    }
}

impl Parameter for Payload {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.set_payload(self.clone());
        Ok(())
    }

    /// It stands below the words.
    fn take(_: &mut Arguments<'_>) -> bool {
        true
    }
}

/// In milliseconds: how long the answer is to wait.
impl Parameter for Duration {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.wait(*self);
        request.push(&format!("{}ms", self.as_millis()))
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        arguments.next_if(|word| word.starts_with(|first: char| first.is_ascii_digit()))
    }
}

macro_rules! displayed {
    ($($type:ty),+) => {$(
        impl $crate::command::Parameter for $type {
            fn push_to(
                &self,
                request: &mut $crate::protocol::Request,
            ) -> Result<(), $crate::protocol::EncodeError> {
                request.push(&self.to_string())
            }
        }
    )+};
}
pub(crate) use displayed;

/// Those that are read as they are displayed.
macro_rules! parsed {
    ($($type:ty),+) => {$(
        impl Parameter for $type {
            fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
                request.push(&self.to_string())
            }

            fn take(arguments: &mut Arguments<'_>) -> bool {
                arguments.next_if(|word| word.parse::<Self>().is_ok())
            }
        }
    )+};
}
parsed!(
    i8,
    u8,
    u16,
    u32,
    u64,
    i32,
    i64,
    std::net::IpAddr,
    super::ServerPath
);

/// Defines the words that an argument may be.
macro_rules! words {
    ($(
        $(#[doc = $documentation:literal])+
        $name:ident { $($(#[doc = $word_documentation:literal])+ $variant:ident = $word:literal,)+ }
    )+) => {$(
        $(#[doc = $documentation])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
        pub enum $name {
            $($(#[doc = $word_documentation])+ #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// The word that HAProxy has for it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl $crate::command::Parameter for $name {
            fn push_to(
                &self,
                request: &mut $crate::protocol::Request,
            ) -> Result<(), $crate::protocol::EncodeError> {
                request.push(self.as_str())
            }

            fn take(arguments: &mut $crate::command::Arguments<'_>) -> bool {
                arguments.next_if(|word| Self::of_word(word).is_some())
            }
        }

        impl $name {
            /// What a word of HAProxy's means; `None` where it is another.
            pub fn of_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}
pub(crate) use words;
