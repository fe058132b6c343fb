use haproxy_model::config::Config;
use haproxy_model::language::Printer;

use super::from_model_text;
use crate::document::Document;
use crate::language::{QuoteError, quote};

/// The indentation of statements in a fresh file.
const INDENT: &[u8] = b"    ";

impl Document {
    /// A fresh document of a model: its sections and statements in their order, well laid out.
    ///
    /// # Errors
    /// [`QuoteError`]: a value holds what HAProxy cannot represent.
    pub fn from_model(config: &Config) -> Result<Self, QuoteError> {
        to_text(config).map(Self::parse)
    }
}

/// The text of a model: its sections and statements in their order, well laid out.
///
/// # Errors
/// [`QuoteError`]: a value holds what HAProxy cannot represent.
pub fn to_text(config: &Config) -> Result<Vec<u8>, QuoteError> {
    let mut text = Vec::new();
    let mut printer = Printer::new();
    for section in &config.sections {
        if !text.is_empty() {
            text.push(b'\n');
        }
        printer.clear();
        section.print_header(&mut printer);
        push_line(&mut text, &printer)?;
        for index in 0..section.len() {
            printer.clear();
            section.print_statement(index, &mut printer);
            text.extend_from_slice(INDENT);
            push_line(&mut text, &printer)?;
        }
    }
    Ok(text)
}

fn push_line(text: &mut Vec<u8>, printer: &Printer) -> Result<(), QuoteError> {
    for (index, word) in printer.words().enumerate() {
        if index > 0 {
            text.push(b' ');
        }
        let raw = from_model_text(word)?;
        if index == 0 && raw.first() == Some(&b'[') {
            text.extend_from_slice(&quote(&raw)?);
        } else {
            text.extend_from_slice(&raw);
        }
    }
    text.push(b'\n');
    Ok(())
}
