use crate::language::{Printer, Words};
use crate::value::Text;

/// A section that is kept as it stands: of an unknown kind, or one whose opening line is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnknownSection {
    /// The words of the line that opens it.
    pub header: Vec<Text>,
    /// The words of each of its lines.
    pub lines: Vec<Vec<Text>>,
}

impl UnknownSection {
    /// A section that these words open.
    pub fn parse_header(words: &mut Words<'_>) -> Self {
        Self {
            header: take(words),
            lines: Vec::new(),
        }
    }

    /// Adds the line of these words.
    pub fn parse_line(&mut self, words: &mut Words<'_>) {
        self.lines.push(take(words));
    }

    /// Writes the words of the line that opens it.
    pub fn print_header(&self, printer: &mut Printer) {
        print(&self.header, printer);
    }

    /// Writes the words of one of its lines; nothing where there is no such line.
    pub fn print_line(&self, index: usize, printer: &mut Printer) {
        print(
            self.lines.get(index).map_or(&[][..], Vec::as_slice),
            printer,
        );
    }
}

fn take(words: &mut Words<'_>) -> Vec<Text> {
    words.rewind(0);
    let words = words.take_remaining().iter();
    words.map(|word| Text::from(&**word)).collect()
}

fn print(words: &[Text], printer: &mut Printer) {
    for word in words {
        printer.word(word);
    }
}
