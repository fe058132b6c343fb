//! Whole sections.

use super::*;

#[test]
fn sections_are_added_renamed_and_removed() {
    assert_story!(FILE, |document| document
        .insert_section(3, SectionKind::Backend, Some("static"))?
        .push(&statement("server x 10.0.2.1:80")), @r#"
    1
    @@ -18,2 +18,5 @@
     
    +backend static
    +    server x 10.0.2.1:80
    +
     # Only for programs.
    "#);
    assert_story!(FILE, |document| backend(document, "app").rename("shop"), @r#"
    ()
    @@ -12,3 +12,3 @@
     
    -backend app
    +backend shop
         balance roundrobin
    "#);
    assert_story!(FILE, |document| backend(document, "app").rename("a b#c"), @r#"
    ()
    @@ -12,3 +12,3 @@
     
    -backend app
    +backend "a b#c"
         balance roundrobin
    "#);
    assert_story!(FILE, |document| document.remove_section(2), @r#"
    ()
    @@ -12,8 +12,2 @@
     
    -backend app
    -    balance roundrobin
    -    timeout server 50s
    -    server s1 10.0.0.1:80 check
    -    server s2 10.0.0.2:80 check  # the "second"
    -
     # Only for programs.
    "#);
}

#[test]
fn a_section_keeps_a_name_of_its_own() {
    assert_story!(FILE, |document| backend(document, "app").rename("api"), @"refused: section 'backend api' exists already");
    assert_story!(FILE, |document| backend(document, "app").rename(""), @"refused: a section 'backend' needs a name");
    assert_story!(FILE, |document| document.section_mut(SectionKind::Global, None)?.rename("x"), @"refused: a section 'global' takes no name");
    assert_story!("defaults web\n", |document| document.section_mut(SectionKind::Defaults, Some("web"))?.rename("from"), @"refused: 'defaults from' would be a section without a name");
    assert_story!(FILE, |document| document.add_section(SectionKind::Defaults, Some("from")).map(drop), @"refused: 'defaults from' would be a section without a name");
    assert_story!(FILE, |document| document
        .add_section(SectionKind::Backend, Some("app")).map(|_| ()), @"refused: section 'backend app' exists already");
    assert_story!(FILE, |document| document
        .add_section(SectionKind::Backend, None).map(|_| ()), @"refused: a section 'backend' needs a name");
}

#[test]
fn a_section_is_selected_as_a_person_writes_it() {
    let text = "defaults\ndefaults\nbackend app\n";
    let find = |selector: &str| {
        let selector: SectionSelector = selector.parse().map_err(|error| format!("{error}"))?;
        let document = Document::parse(text);
        document
            .find_section(&selector)
            .map_err(|error| error.to_string())
    };
    assert_eq!(find(" backend  app "), Ok(2));
    insta::assert_snapshot!(find("defaults").unwrap_err(), @"more than one section 'defaults', at lines 1, 2");
    insta::assert_snapshot!(find("backend ap").unwrap_err(), @"no section 'backend ap'");
    insta::assert_snapshot!(find("backnd app").unwrap_err(), @"'backnd' is not a kind of section (known: global, traces, namespace_list, userlist, program, ring, log-profile, log-forward, mailers, resolvers, peers, http-errors, cache, fcgi-app, crt-store, acme, healthcheck, defaults, frontend, backend, listen)");
    insta::assert_snapshot!(find("backend app two").unwrap_err(), @"'two' is too much: a section is selected by KIND or 'KIND NAME'");
    insta::assert_snapshot!(find("").unwrap_err(), @"a section is selected by KIND or 'KIND NAME', such as 'backend app'");
}

#[test]
fn a_section_goes_above_the_condition_of_the_next() {
    assert_story!(BLOCKS, |document| document
        .insert_section(1, SectionKind::Backend, Some("x")).map(|_| ()), @r#"
    ()
    @@ -7,2 +7,4 @@
     
    +backend x
    +
     .if defined(B)
    "#);
}
