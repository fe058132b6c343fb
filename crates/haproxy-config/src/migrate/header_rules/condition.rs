use crate::migrate::change::Statement;
use crate::migrate::line_pattern::Methods;
use crate::migrate::regex::Doubt;
use crate::migrate::site::Site;

/// Whether a regular expression minds the case of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Minds,
    Ignores,
}

/// The statement with the condition of the old one, from this word on, and with one on the method.
pub(super) fn with_methods(
    site: &Site<'_>,
    statement: Statement,
    condition: usize,
    methods: &Methods,
) -> Result<Statement, Doubt> {
    with_tests(site, statement, condition, methods, &[])
}

/// The same, with this test as well.
pub(super) fn with_tests(
    site: &Site<'_>,
    statement: Statement,
    condition: usize,
    methods: &Methods,
    test: &[String],
) -> Result<Statement, Doubt> {
    let old = site.texts_from(condition);
    let mut tests = Vec::new();
    if let Methods::These(names) = methods {
        tests.extend(["{".to_owned(), "method".to_owned()]);
        tests.extend(names.iter().map(|name| name.to_ascii_uppercase()));
        tests.push("}".to_owned());
    }
    tests.extend_from_slice(test);
    if tests.is_empty() {
        return Ok(statement.kept(site.words_from(condition)));
    }
    let is_simple = old.first().is_none_or(|first| first == "if")
        && !old.iter().any(|word| word == "or" || word == "||");
    if !is_simple {
        return Err("its condition has alternatives, or an 'unless'");
    }
    let statement = statement.word("if");
    let statement = tests
        .iter()
        .fold(statement, |statement, word| statement.word(word));
    Ok(statement.kept(site.words_from(condition + 1)))
}

/// The regular expression with the flag that makes it ignore the case, where that matters.
pub(super) fn with_case(regex: String, case: Case, has_letters: bool) -> String {
    if case == Case::Ignores && has_letters {
        format!("(?i){regex}")
    } else {
        regex
    }
}
