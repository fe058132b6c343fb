use super::{refused, understood};
use crate::keyword::Keywords;
use crate::rule::{AclDefinition, LegacyRule, Redirect, UseBackend, UseServer};
use crate::version::Version;

#[test]
fn conditions_with_names() {
    understood::<AclDefinition>(&[
        "local src 10.0.0.0/8 192.168.0.0/16",
        "static path_beg -i -m beg /a -- /b",
        "many src_conn_cnt gt 5",
    ]);
    refused::<AclDefinition>(&[(
        "a!b path /",
        "<name>: expected a name of letters, digits, '-', '_', '.' and ':', found 'a!b'",
    )]);
}

#[test]
fn choices_of_backends_and_servers() {
    understood::<UseBackend>(&[
        "static if TRUE",
        "%[req.hdr(host),lower]",
        "b unless a or b",
    ]);
    understood::<UseServer>(&["s1 if TRUE", "%[src] unless a"]);
    refused::<UseServer>(&[(
        "s1",
        "<condition>: expected 'if' or 'unless', found the end of the line",
    )]);
}

#[test]
fn redirections() {
    understood::<Redirect>(&[
        "location /%20 code 301 if TRUE",
        "code 0301x prefix / drop-query append-slash",
        "scheme https if !secure",
        "location / set-cookie SEEN=1 clear-cookie USERID= ignore-empty",
    ]);
}

#[test]
fn rules_on_raw_lines() {
    understood::<LegacyRule>(&[
        "block if bad",
        "reqadd 'X-Proto: https' if secure",
        "reqirep '^Host: www.(.*)$' 'Host: \\1' if TRUE",
        "reqidel ^X-Forwarded-For:.*",
        "reqsetbe ^Host:.*x back",
        "rspidel ^Server:.*",
        "rsprep a b",
    ]);
    let removed = LegacyRule::KEYWORDS.iter().map(|keyword| keyword.removed);
    assert!(
        removed.eq(LegacyRule::KEYWORDS
            .iter()
            .map(|_| Some(Version::new(2, 1))))
    );
}
