//! Conditional blocks.

use super::*;

#[test]
fn statements_are_added_outside_of_conditional_blocks() {
    assert_story!(BLOCKS, |document| backend(document, "app").push(&statement("mode http")), @r#"
    2
    @@ -2,2 +2,3 @@
         balance source
    +    mode http
         .if defined(DEBUG)
    "#);
    assert_story!(BLOCKS, |document| backend(document, "app")
        .add(&statement("option httpchk")), @r#"
    2
    @@ -2,2 +2,3 @@
         balance source
    +    option httpchk
         .if defined(DEBUG)
    "#);
    assert_story!(BLOCKS, |document| backend(document, "c").push(&statement("retries 3")), @r#"
    2
    @@ -13,2 +13,3 @@
         mode http
    +    retries 3
     .endif
    "#);
}

#[test]
fn statements_do_not_cross_a_conditional_line() {
    assert_story!(BLOCKS, |document| backend(document, "app").move_statement(1, 3), @"refused: the conditional line 3 stands in the way: statements cannot cross it");
}

#[test]
fn a_removed_section_leaves_the_conditions_around_it() {
    assert_story!(BLOCKS, |document| document.remove_section(0), @r#"
    ()
    @@ -1,6 +1 @@
    -backend app
    -    balance source
    -    .if defined(DEBUG)
    -    option httplog
    -    .endif
         # the end
    "#);
    assert_story!(BLOCKS, |document| document.remove_section(1), @r#"
    ()
    @@ -8,4 +8,2 @@
     .if defined(B)
    -backend b
    -    mode tcp
     .else
    "#);
    assert_story!(BLOCKS, |document| document.remove_section(2), @r#"
    ()
    @@ -11,4 +11,2 @@
     .else
    -backend c
    -    mode http
     .endif
    "#);
    assert_story!(BLOCKS, |document| document.remove_section(3), @r#"
    ()
    @@ -15,3 +15 @@
     
    -backend d
    -    mode http
    "#);
}

#[test]
fn a_section_that_a_block_holds_in_part_is_not_removed() {
    let text = "backend a\n    mode tcp\n.if defined(X)\n    retries 3\nbackend b\n.endif\n";
    assert_story!(text, |document| document.remove_section(0), @"refused: the conditional line 3 stands in the way: statements cannot cross it");
    assert_story!(text, |document| document.remove_section(7), @"refused: no statement at line index 7 of the section (2 lines)");
}
