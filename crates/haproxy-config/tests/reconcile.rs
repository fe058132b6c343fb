//! Documents made to mean a model.

use haproxy_config::testing::transformed;
use haproxy_config::{
    ConfigFile, ConfigFiles, Document, ReconcileError, ReconcileOptions, Target, TimeSuffix,
};
use haproxy_model::config::Config;
use haproxy_model::version::Version;

fn target() -> Target {
    Target::new(Version::new(3, 2))
}

fn model(text: &str) -> Config {
    Document::parse(text).to_model(&target()).0
}

/// The difference that reconciling with the meaning of another text makes.
fn reconciled(before: &str, wanted: &str) -> String {
    reconciled_with(before, wanted, ReconcileOptions::default())
}

fn reconciled_with(before: &str, wanted: &str, options: ReconcileOptions) -> String {
    let wanted = model(wanted);
    transformed(before, |document| {
        document.reconcile_with(&wanted, &target(), options)?;
        assert_eq!(document.to_model(&target()).0, wanted, "{document}");
        Ok::<(), ReconcileError>(())
    })
}

const BEFORE: &str = "# head
global
    maxconn 1000

# what all have
defaults
\tmode http
\ttimeout  client 5000   # five seconds
\ttimeout  server 5000

# public
frontend www
\tbind :80 # plain
\tacl is_api path_beg /api
\tacl is_old path_beg /old   # retired soon
\thttp-request deny if is_old
\tuse_backend api if is_api

# servers
backend api
\tserver  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
\tserver  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
";

fn edited(replacements: &[(&str, &str)]) -> String {
    let edit = |text: String, (from, to): &(&str, &str)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    };
    replacements.iter().fold(BEFORE.to_owned(), edit)
}

#[test]
fn a_changed_word_changes_alone() {
    let wanted = edited(&[("s1 10.0.0.1:80 inter 5000", "s1 10.0.0.9:80 inter 5s")]);
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -18,5 +18,5 @@
     
     # servers
     backend api
    -	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    +	server  s1 10.0.0.9:80 inter 5000 weight 10 # rack 1
     	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    ");
}

#[test]
fn another_spelling_changes_nothing() {
    let wanted = edited(&[("5000", "5s"), ("# head\n", ""), ("\tbind", "  bind")]);
    assert_eq!(reconciled(BEFORE, &wanted), "");
}

#[test]
fn words_are_added_and_removed_in_their_place() {
    let wanted = edited(&[
        ("s1 10.0.0.1:80 inter 5000", "s1 10.0.0.1:80 check inter 5s"),
        (
            "s2 10.0.0.2:80 inter 5000 weight 10",
            "s2 10.0.0.2:80 weight 10",
        ),
    ]);
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -18,5 +18,5 @@
     
     # servers
     backend api
    -	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    -	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    +	server  s1 10.0.0.1:80 check inter 5000 weight 10 # rack 1
    +	server  s2 10.0.0.2:80 weight 10 # rack 2
    ");
}

#[test]
fn statements_come_and_go_beside_their_neighbours() {
    let wanted = edited(&[
        (
            "\tacl is_old path_beg /old   # retired soon\n\thttp-request deny if is_old\n",
            "",
        ),
        ("\tserver  s2", "\tserver s0 10.0.0.7:80\n\tserver  s2"),
        ("\tmode http\n", "\tmode http\n\tlog global\n"),
    ]);
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -5,6 +5,7 @@
     # what all have
     defaults
     	mode http
    +	log global
     	timeout  client 5000   # five seconds
     	timeout  server 5000
     
    @@ -12,11 +13,10 @@
     frontend www
     	bind :80 # plain
     	acl is_api path_beg /api
    -	acl is_old path_beg /old   # retired soon
    -	http-request deny if is_old
     	use_backend api if is_api
     
     # servers
     backend api
     	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    +	server s0 10.0.0.7:80
     	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    ");
}

#[test]
fn another_server_takes_no_comment_over() {
    let wanted = edited(&[("server  s2 10.0.0.2:80", "server s3 10.0.0.2:80")]);
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -19,4 +19,4 @@
     # servers
     backend api
     	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    -	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    +	server s3 10.0.0.2:80 inter 5000 weight 10
    ");
}

#[test]
fn a_moved_statement_keeps_its_line() {
    let wanted = edited(&[
        (
            "\tserver  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2\n",
            "",
        ),
        (
            "\tserver  s1",
            "\tserver s2 10.0.0.2:80 inter 5s weight 10\n\tserver s1",
        ),
    ]);
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -18,5 +18,5 @@
     
     # servers
     backend api
    +	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
     	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    -	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    ");
}

#[test]
fn sections_come_go_and_are_renamed() {
    let wanted = edited(&[
        ("frontend www", "frontend public"),
        ("# servers", "backend first\n\tbalance source\n"),
        ("global\n    maxconn 1000\n", ""),
    ]) + "backend last\n";
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -1,7 +1,4 @@
     # head
    -global
    -    maxconn 1000
    -
     # what all have
     defaults
     	mode http
    @@ -9,14 +6,19 @@
     	timeout  server 5000
     
     # public
    -frontend www
    +frontend public
     	bind :80 # plain
     	acl is_api path_beg /api
     	acl is_old path_beg /old   # retired soon
     	http-request deny if is_old
     	use_backend api if is_api
     
    +backend first
    +    balance source
    +
     # servers
     backend api
     	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
     	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    +
    +backend last
    ");
}

#[test]
fn a_moved_section_keeps_its_lines() {
    let (head, backend) = BEFORE.split_at(BEFORE.find("# servers").unwrap());
    let (front, frontend) = head.split_at(head.find("# public").unwrap());
    let wanted = format!("{front}{backend}{frontend}");
    insta::assert_snapshot!(reconciled(BEFORE, &wanted), @r"
    @@ -8,6 +8,11 @@
     	timeout  client 5000   # five seconds
     	timeout  server 5000
     
    +# servers
    +backend api
    +	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    +	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    +
     # public
     frontend www
     	bind :80 # plain
    @@ -16,7 +21,3 @@
     	http-request deny if is_old
     	use_backend api if is_api
     
    -# servers
    -backend api
    -	server  s1 10.0.0.1:80 inter 5000 weight 10 # rack 1
    -	server  s2 10.0.0.2:80 inter 5000 weight 10 # rack 2
    ");
}

const CONDITIONAL: &str = "backend app
    balance source
    .if version_atleast(3.0)
    timeout server 5s
    .else
    timeout server 6s
    .endif
    server s1 10.0.0.1:80
.if version_atleast(9.0)
backend future
    balance source
.endif
backend last
";

#[test]
fn blocks_stay_where_they_are() {
    let wanted = "backend app
    balance leastconn
    timeout server 7s
    timeout connect 1s
    server s1 10.0.0.1:80
    server s2 10.0.0.2:80
backend new
    balance source
backend last
";
    insta::assert_snapshot!(reconciled(CONDITIONAL, wanted), @r"
    @@ -1,11 +1,17 @@
     backend app
    -    balance source
    +    balance leastconn
         .if version_atleast(3.0)
    -    timeout server 5s
    +    timeout server 7s
         .else
         timeout server 6s
         .endif
    +    timeout connect 1s
         server s1 10.0.0.1:80
    +    server s2 10.0.0.2:80
    +
    +backend new
    +    balance source
    +
     .if version_atleast(9.0)
     backend future
         balance source
    ");
}

#[test]
fn what_would_cross_a_block_is_refused() {
    let wanted = "backend app
    balance source
    server s1 10.0.0.1:80
    timeout server 5s
backend last
";
    insta::assert_snapshot!(reconciled(CONDITIONAL, wanted), @r"
    error: the conditional line 3 stands in the way: the change cannot be made without crossing it
    ");
}

#[test]
fn times_get_the_unit_that_is_preferred() {
    let wanted = edited(&[
        ("timeout  client 5000", "timeout client 90000"),
        (
            "\tmode http\n",
            "\tmode http\n\ttimeout connect 60000\n\thash-balance-factor 6000\n",
        ),
    ]);
    let written = |suffix: &str| {
        let suffix: TimeSuffix = suffix.parse().unwrap();
        let options = ReconcileOptions::default().with_preferred_time_suffix(suffix);
        let difference = reconciled_with(BEFORE, &wanted, options);
        let added = difference.lines().filter(|line| line.starts_with('+'));
        added
            .map(|line| format!("{suffix:?}: {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let all = ["nearest", "none", "ms", "s", "m", "h"].map(written);
    insta::assert_snapshot!(all.join("\n"), @r"
    Nearest: +	timeout connect 1m
    Nearest: +	hash-balance-factor 6000
    Nearest: +	timeout  client 90s   # five seconds
    None: +	timeout connect 60000
    None: +	hash-balance-factor 6000
    None: +	timeout  client 90000   # five seconds
    Unit(Millisecond): +	timeout connect 60000ms
    Unit(Millisecond): +	hash-balance-factor 6000
    Unit(Millisecond): +	timeout  client 90000ms   # five seconds
    Unit(Second): +	timeout connect 60s
    Unit(Second): +	hash-balance-factor 6000
    Unit(Second): +	timeout  client 90s   # five seconds
    Unit(Minute): +	timeout connect 1m
    Unit(Minute): +	hash-balance-factor 6000
    Unit(Minute): +	timeout  client 90000   # five seconds
    Unit(Hour): +	timeout connect 60000
    Unit(Hour): +	hash-balance-factor 6000
    Unit(Hour): +	timeout  client 90000   # five seconds
    ");
}

#[test]
fn each_statement_stays_in_its_file() {
    let texts = [
        "global\n    maxconn 100 # one\n\nfrontend www\n    bind :80\n",
        "backend app\n    balance source # two\n\nbackend last\n",
    ];
    let mut files = ConfigFiles::default();
    for text in texts {
        files.files.push(ConfigFile {
            path: "haproxy.cfg".into(),
            document: Document::parse(text),
        });
    }
    let wanted = model(
        "global\n maxconn 200\nfrontend www\n bind :80\nfrontend other\n bind :81\n\
         backend first\nbackend app\n balance leastconn\nbackend last\nbackend more\n",
    );
    let options = ReconcileOptions::default();
    files.reconcile(&wanted, &target(), options).unwrap();
    let after: Vec<String> = files
        .files
        .iter()
        .map(|file| file.document.to_string())
        .collect();
    insta::assert_snapshot!(after.join("---\n"), @r"
    global
        maxconn 200 # one

    frontend www
        bind :80

    frontend other
        bind :81
    ---
    backend first

    backend app
        balance leastconn # two

    backend last

    backend more
    ");
    assert!(
        files
            .reconcile(&wanted, &target(), options)
            .unwrap()
            .is_empty()
    );
}
