//! What the derives say to definitions that make no sense.

#[test]
fn misuse() {
    trybuild::TestCases::new().compile_fail("tests/misuse/*.rs");
}
