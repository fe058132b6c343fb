//! Any values, any edits.

use super::*;

fn value() -> impl Strategy<Value = Vec<u8>> {
    let special = prop::sample::select(b" \t\n\r\"'\\#$[]{}%x0A\x0B\x0C,".to_vec());
    let byte = prop_oneof![special, 1..=u8::MAX];
    prop::collection::vec(byte, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_values_come_back_as_these_words(values in prop::collection::vec(value(), 0..6)) {
        let all = std::iter::once(b"server".to_vec()).chain(values).collect::<Vec<_>>();
        let mut document = Document::parse(FILE);
        let at = backend(&mut document, "app").push(&RawStatement::new(&all).unwrap()).unwrap();
        let bytes = document.to_bytes();

        let read = Document::parse(bytes.clone());
        let section = read.section(SectionKind::Backend, Some("app")).unwrap();
        let line = section.line(at).unwrap();
        prop_assert_eq!(line.kind(), LineKind::Statement);
        prop_assert!(!line.is_faulty() && line.tail().is_none());
        let words: Vec<Vec<u8>> = line.words().map(|word| word.value().unwrap().into_owned()).collect();
        prop_assert_eq!(words, all);

        let others: Vec<&[u8]> = bytes
            .split_inclusive(|byte| *byte == b'\n')
            .enumerate()
            .filter(|(index, _)| index + 1 != line.number())
            .map(|(_, line)| line)
            .collect();
        prop_assert_eq!(others.concat(), FILE.as_bytes());
    }

    #[test]
    fn any_value_set_in_any_file_changes_one_line(
        before in prop::collection::vec(any::<u8>(), 0..80),
        value in value(),
    ) {
        let mut text = before;
        text.extend(b"\nbackend own\n\tserver a \"b c\"  d # e\n");
        let mut document = Document::parse(text.clone());
        let index = document.sections().count() - 1;
        let mut section = document.section_at_mut(index).unwrap();
        let outcome = section.set(&[b"server", b"a"], &[&value, b"d"]).unwrap();
        let start = text.len() - b"\tserver a \"b c\"  d # e\n".len();
        let after = document.to_bytes();
        prop_assert_eq!(&after[..start], &text[..start]);
        prop_assert_eq!(outcome == SetOutcome::Unchanged, value == b"b c");
        let line = Document::parse(&after[start..]);
        let line = line.lines().next().unwrap();
        prop_assert_eq!(line.value(2).unwrap().into_owned(), value);
        prop_assert_eq!(line.comment(), Some(&b"# e"[..]));
        prop_assert_eq!(line.words().len(), 4);
    }
    #[test]
    fn a_statement_replaced_on_any_line_has_just_its_words(
        line in prop::collection::vec(piece(), 0..12),
        text in prop::collection::vec(piece(), 1..12),
        comment in prop::option::of("[ -~]{0,6}"),
    ) {
        let source = format!("backend a\n server {}\nbackend b\n", line.concat());
        let Ok(statement) = RawStatement::parse(format!("server {}", text.concat())) else {
            return Ok(());
        };
        let mut document = Document::parse(source);
        let before = document.lines().nth(1).unwrap();
        prop_assume!(!before.is_faulty() && before.tail().is_none_or(|(tail, _)| tail == Tail::Comment));
        let old_comment = before.comment().map(<[u8]>::to_vec);
        let mut section = backend(&mut document, "a");
        section.replace(1, &statement).unwrap();
        let raw = |line: haproxy_config::Line<'_>| -> Vec<Vec<u8>> {
            line.words().map(|word| word.value().map_or(word.raw().to_vec(), std::borrow::Cow::into_owned)).collect()
        };
        let wanted: Vec<Vec<u8>> = statement.words()
            .map(|word| word.value().map_or(word.raw().to_vec(), std::borrow::Cow::into_owned)).collect();
        let line = section.section().unwrap().line(1).unwrap();
        prop_assert_eq!(raw(line), wanted.clone());
        prop_assert_eq!(line.comment().map(<[u8]>::to_vec), old_comment);
        section.set_comment(1, comment.as_deref()).unwrap();
        let line = section.section().unwrap().line(1).unwrap();
        prop_assert_eq!(raw(line), wanted);
        prop_assert_eq!(line.comment().is_some(), comment.is_some());
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ", " ", "  ", "\t", "a", "b", "\\", "\\ ", "\\\\", "\"", "'", "\"x y\"", "'z'", "$X",
        "\"$X\"", "#", "# c", "\r", "\x0B", "[", "x0a", "é",
    ])
}
