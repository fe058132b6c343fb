use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};

/// Values in one word, separated by commas: `gpc0,http_req_rate(10s)`.
///
/// Commas in parentheses belong to the value they are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommaSeparated<T>(pub Vec<T>);

impl<T: Argument> Argument for CommaSeparated<T> {
    const SYNTAX: &'static Syntax = &Syntax::Sequence(&[
        T::SYNTAX,
        &Syntax::Repeat(&Syntax::Sequence(&[&Syntax::Word(","), T::SYNTAX])),
    ]);

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let word = words.expect("a list separated by commas")?;
        let mut list = Vec::new();
        for part in parts(word) {
            list.push(words.inside(position, part, None, T::parse)?);
        }
        Ok(Self(list))
    }

    fn print(&self, printer: &mut Printer) {
        printer.joined("", ",", "", |printer| {
            for value in &self.0 {
                value.print(printer);
            }
        });
    }
}

/// The parts between commas that are in no parentheses.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    word.split(move |character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    })
}
