use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::value::{Expression, Text};

/// A value for an agent, with or without a name: `ip=src`.
#[derive(Debug, Clone, PartialEq)]
pub struct SpoeArgument {
    /// Its name.
    pub name: Option<Text>,
    /// Where it comes from.
    pub value: Expression,
}

impl Argument for SpoeArgument {
    const SYNTAX: &'static Syntax = &Syntax::Value("[name=]expression");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let Some((name, value)) = words.peek().and_then(split) else {
            let value = Expression::parse(words)?;
            return Ok(Self { name: None, value });
        };
        let value = words.inside(position, value, None, Expression::parse)?;
        words.skip(1);
        let name = Some(name.into());
        Ok(Self { name, value })
    }

    fn print(&self, printer: &mut Printer) {
        match &self.name {
            None => self.value.print(printer),
            Some(name) => {
                printer.joined(&format!("{name}="), " ", "", |printer| {
                    self.value.print(printer);
                });
            }
        }
    }
}

/// The name and the value; `None` where what stands before the first `=` is no name.
fn split(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once('=')?;
    let is_name = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'));
    is_name.then_some((name, value))
}
