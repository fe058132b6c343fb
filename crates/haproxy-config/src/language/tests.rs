use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Part, Scanned, parse_line, quote, scan};
use crate::document::{Document, LineKind, Word};

/// What has a meaning in a line, and a little that has none.
const ALPHABET: [&[u8]; 52] = [
    b" ",
    b" ",
    b"\t",
    b"\x0B",
    b"\x0C",
    b"\r",
    b"\0",
    b"\n",
    b"\"",
    b"\"",
    b"\"",
    b"'",
    b"'",
    b"\\",
    b"\\",
    b"#",
    b"$",
    b"$",
    b"${",
    b"}",
    b"[",
    b"]",
    b"[*]",
    b"-",
    b":",
    b".",
    b"\\x",
    b"\\x4",
    b"\\x41",
    b"\\x00",
    b"\\n",
    b"\\\"",
    b"\\'",
    b"\\ ",
    b"\\#",
    b"\\$",
    b"\\\\",
    b"\\z",
    b"\"$SET\"",
    b"${UNSET}",
    b"${UNSET-",
    b".LINE",
    b".SECTION",
    b"\xFF",
    b"\xC3\xA9",
    b"\x85",
    b"\xA0",
    b"a",
    b"word",
    b"_",
    b"n",
    b"x4",
];

fn any_line() -> impl Strategy<Value = Vec<u8>> {
    let of_alphabet = vec(select(&ALPHABET[..]), 0..24).prop_map(|pieces| pieces.concat());
    let of_bytes = vec(any::<u8>(), 0..24);
    prop_oneof![4 => of_alphabet, 1 => of_bytes].prop_map(|mut line| {
        line.retain(|byte| *byte != b'\n');
        line
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn the_scanner_finds_what_the_grammar_finds(line in any_line()) {
        let mut words = Vec::new();
        let parsed = parse_line(&line);
        if let Scanned::Words(tail) = scan(&line, &mut words) {
            prop_assert_eq!(words, parsed.words);
            prop_assert_eq!(tail, parsed.tail);
            prop_assert!(!parsed.is_scope);
            prop_assert!(parsed.faults.is_empty());
        } else {
            prop_assert!(words.is_empty(), "a line that is not taken leaves no words");
        }
    }

    #[test]
    fn words_and_what_is_between_them_make_the_line(line in any_line()) {
        let parsed = parse_line(&line);
        let mut end = 0;
        for word in &parsed.words {
            let range = word.range();
            prop_assert!(line[end..range.start].iter().copied().all(super::is_blank));
            prop_assert!(range.start < range.end);
            prop_assert!(end == 0 || range.start > end);
            end = range.end;
        }
        let tail = parsed.tail.map_or(line.len(), |(_, at)| at);
        prop_assert!(line[end..tail].iter().copied().all(super::is_blank));
    }

    #[test]
    fn the_parts_of_a_word_agree_with_the_grammar(line in any_line()) {
        let parsed = parse_line(&line);
        for data in parsed.words {
            let word = Word::new(&line, data);
            let parts: Vec<Part<'_>> = word.parts().collect();
            let has_variable = parts.iter().any(|part| matches!(part, Part::Variable(_)));
            if !parsed.is_scope && !word.is_faulty() {
                prop_assert_eq!(word.has_variable(), has_variable);
            }
            prop_assert_eq!(word.value().is_none(), has_variable && !word.is_plain());
            if word.is_plain() {
                prop_assert!(word.is(word.raw()));
            }
        }
    }

    #[test]
    fn a_quoted_value_is_one_word_of_that_value(value in vec(1_u8.., 0..24)) {
        assert_one_word(&value);
    }

    #[test]
    fn a_quoted_value_of_the_alphabet_is_one_word(pieces in vec(select(&ALPHABET[..]), 0..12)) {
        let mut value = pieces.concat();
        value.retain(|byte| *byte != 0);
        assert_one_word(&value);
    }
}

fn assert_one_word(value: &[u8]) {
    let quoted = quote(value).unwrap();
    // Anywhere in a line, the first word included, and with a comment behind it.
    let line = [&quoted, b" ".as_slice(), &quoted, b" # comment\n"].concat();
    let document = Document::parse(line);
    assert_eq!(document.line_count(), 1);
    assert_eq!(
        document
            .diagnostics()
            .iter()
            .find(|found| found.code != crate::Code::EMPTY_WORD),
        None
    );
    let line = document.lines().next().unwrap();
    let values: Vec<_> = line.words().map(|word| word.value().unwrap()).collect();
    assert_eq!(values, [value, value]);
    assert_ne!(line.kind(), LineKind::Scope);
    assert_eq!(line.comment(), Some(b"# comment".as_slice()));
}

#[test]
fn a_nul_cannot_be_quoted() {
    assert!(quote(b"a\0").is_err());
}

#[test]
fn plain_words_are_left_as_they_are() {
    for value in [
        &b"a"[..],
        b"$HOME",
        b"a[b]",
        b"%[src]",
        b"{",
        b"\xFF",
        b"192.0.2.1:80",
    ] {
        assert_eq!(&*quote(value).unwrap(), value);
    }
}
