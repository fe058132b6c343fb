use super::StoredData;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};

/// What an entry of a table holds, in one word: `gpc0,http_req_rate(10s)`.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDataList(pub Vec<StoredData>);

impl Argument for StoredDataList {
    const SYNTAX: &'static Syntax = &Syntax::List(StoredData::SYNTAX, ',');

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let word = words.expect("what to store, such as gpc0,conn_rate(10s)")?;
        let mut list = Vec::new();
        for part in parts(word) {
            list.push(words.inside(position, part, None, StoredData::parse)?);
        }
        Ok(Self(list))
    }

    fn print(&self, printer: &mut Printer) {
        printer.joined("", ",", "", |printer| {
            for data in &self.0 {
                data.print(printer);
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
