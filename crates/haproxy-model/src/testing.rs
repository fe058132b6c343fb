//! What tests of definitions share.

use std::borrow::Cow;

use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::section::Section;
use crate::text::REFERENCE;

/// The words of a line without quotes; `${X}` is a reference to an environment variable, and `␣`
/// stands for a blank in a word.
pub(crate) fn words(line: &str) -> Vec<Cow<'_, str>> {
    let reference = REFERENCE.to_string();
    line.split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| {
            Cow::Owned(
                word.replace("${", &format!("{reference}{{"))
                    .replace('␣', " "),
            )
        })
        .collect()
}

fn parse<T: Argument>(line: &str) -> Result<T, ArgumentError> {
    let words = words(line);
    let mut words = Words::new(&words);
    let value = T::parse(&mut words)?;
    assert!(words.unrecognized().is_empty(), "not recognized: {line}");
    assert!(words.is_at_end(), "not read to its end: {line}");
    Ok(value)
}

fn print(value: impl Fn(&mut Printer)) -> Vec<String> {
    let mut printer = Printer::new();
    value(&mut printer);
    printer.into_words()
}

/// Each line is understood to its end, and printed as it was.
pub(crate) fn prints_back<T: Argument>(lines: &[&str]) {
    for line in lines {
        let value = parse::<T>(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(print(|printer| value.print(printer)), words(line), "{line}");
    }
}

/// Each line fails with this message.
pub(crate) fn fails<T: Argument>(lines: &[(&str, &str)]) {
    for (line, message) in lines {
        match parse::<T>(line) {
            Ok(_) => panic!("{line}: no error"),
            Err(error) => assert_eq!(error.to_string(), *message, "{line}"),
        }
    }
}

/// The section's opening line, the first one, and its statements are understood to their ends, and
/// printed as they were.
pub(crate) fn section_prints_back<T: Section>(text: &str) -> T {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let header = words(lines.next().unwrap_or_default());
    let mut section = T::parse_header(&mut Words::new(&header)).unwrap();
    assert_eq!(print(|printer| section.print_header(printer)), header);
    for line in lines {
        let line_words = words(line);
        let mut line_words = Words::new(&line_words);
        section
            .parse_statement(&mut line_words)
            .unwrap_or_else(|error| panic!("{line}: {error}"));
        assert!(
            line_words.unrecognized().is_empty(),
            "not recognized: {line}"
        );
        let statement = section.statements().last().unwrap();
        assert!(statement.rest.is_empty(), "not read to its end: {line}");
        assert_eq!(print(|printer| statement.print(printer)), words(line));
    }
    section
}

/// Each statement of the section fails with this message.
pub(crate) fn statements_fail<T: Section>(lines: &[(&str, &str)]) {
    fails::<crate::statement::Statement<T::Directive>>(lines);
}
