use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::value::Text;

pub type LogFormat = Text;
pub type Expression = Text;

#[derive(Debug, Clone, PartialEq)]
pub struct Condition(Vec<Text>);

impl Argument for Condition {
    const SYNTAX: &'static Syntax = &Syntax::Value("condition");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        if !Self::claims(words) {
            return Err(words.invalid("'if' or 'unless'"));
        }
        let mut all = Vec::new();
        while let Some(word) = words.next_word() {
            all.push(word.into());
        }
        Ok(Self(all))
    }

    fn print(&self, printer: &mut Printer) {
        for word in &self.0 {
            printer.word(word);
        }
    }

    fn claims(words: &Words<'_>) -> bool {
        matches!(words.peek(), Some("if" | "unless"))
    }

    fn starts(words: &Words<'_>) -> bool {
        Self::claims(words)
    }
}
