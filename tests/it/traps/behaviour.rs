//! A running HAProxy does the same with what was made of a configuration.

use haproxy_config::Target;
use haproxy_kit_tests::haproxy::{Haproxy, Running};

use super::forms;

/// Starts HAProxy with a configuration and with all that is made of it, and compares what it tells.
fn behaves(source: &[u8], expected: &str, told: impl Fn(&Running) -> String) {
    let haproxy = Haproxy::of("3.2");
    let target = Target::from_environment(haproxy.environment()).unwrap();
    assert_eq!(told(&haproxy.start(source)), expected, "as it is");
    for (form, bytes) in forms(source, &target) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(told(&haproxy.start(&bytes)), expected, "{form}:\n{text}");
    }
}

/// The lines of an answer.
fn lines(running: &Running, command: &str) -> Vec<String> {
    let answer = running.ask(command);
    let text = String::from_utf8_lossy(&answer).into_owned();
    text.lines().map(str::to_owned).collect()
}

/// Columns of a table that starts with `# `, as `first=second` for each line.
fn columns(lines: &[String], separator: char, names: [&str; 2]) -> String {
    let header = lines.iter().find_map(|line| line.strip_prefix("# "));
    let header: Vec<&str> = header.unwrap().split(separator).collect();
    let at = names.map(|name| header.iter().position(|own| *own == name).unwrap());
    let rows = lines
        .iter()
        .filter(|line| line.contains(separator) && !line.starts_with('#'));
    let rows = rows.map(|line| {
        let fields: Vec<&str> = line.split(separator).collect();
        format!("{}={}", fields[at[0]], fields[at[1]])
    });
    rows.collect::<Vec<_>>().join(" ")
}

fn weights(running: &Running) -> String {
    let lines = lines(running, "show servers state");
    columns(&lines, ' ', ["srv_name", "srv_uweight"])
}

fn modes(running: &Running) -> String {
    // Of proxies, not of servers and listeners.
    let mut lines = lines(running, "show stat -1 2 -1");
    lines.retain(|line| line.starts_with('#') || !line.starts_with("GLOBAL"));
    columns(&lines, ',', ["pxname", "mode"])
}

fn info(running: &Running, name: &str) -> String {
    let prefix = format!("{name}: ");
    let lines = lines(running, "show info");
    let value = lines.iter().find_map(|line| line.strip_prefix(&prefix));
    value.unwrap().to_owned()
}

#[test]
fn servers_start_from_the_parameters_before_them() {
    let source = b"backend one
    server a 10.0.0.1:80
    default-server weight 50
    server b 10.0.0.2:80
    default-server weight 20
    server-template c 1-2 10.0.0.3:80
";
    behaves(source, "a=1 b=50 c1=20 c2=20", weights);
}

#[test]
fn conditional_lines_stay_where_they_are() {
    let source = b"global
.if version_atleast(2.0)
    maxconn 2000
.else
    maxconn 11
.endif
.if !version_atleast(2.0)
    nbthread 2
.endif
.if feature(NO_SUCH_FEATURE)
    nbthread 2
.else
    nbthread 1
.endif
";
    let told =
        |running: &Running| format!("{} {}", info(running, "Maxconn"), info(running, "Nbthread"));
    behaves(source, "2000 1", told);
}

#[test]
fn conditional_sections_stay_whole() {
    let source = b"backend first
    mode tcp
.if version_before(2.0)
backend never
    mode tcp
.elif version_atleast(2.0)
backend guarded
    mode http
.endif
backend last
    mode tcp
";
    behaves(source, "first=tcp guarded=http last=tcp", modes);
}

#[test]
fn proxies_before_the_first_defaults_inherit_nothing() {
    let source = b"backend p
    balance source
defaults
    mode http
backend q
defaults TCP
    mode tcp
backend r
backend s from TCP
";
    // HAProxy refuses defaults that are used both by name and without.
    let source = source.strip_suffix(b"backend s from TCP\n").unwrap();
    behaves(source, "p=tcp q=http r=tcp", modes);
}

#[test]
fn the_environment_is_set_in_its_order() {
    let source = br#"global
    setenv D one
    set-var proc.x "str(${D})"
    setenv D two
    set-var proc.y "str(${D})"
    presetenv D three
    unsetenv D
    setenv E "${D-none}"
"#;
    let told = |running: &Running| {
        let x = lines(running, "get var proc.x").join(" ");
        let y = lines(running, "get var proc.y").join(" ");
        let e = lines(running, "show env E").join(" ");
        format!("{x} {y} {e}").trim().to_owned()
    };
    let expected = "proc.x: type=str value=<one>  proc.y: type=str value=<two>  E=none";
    behaves(source, expected, told);
}

#[test]
fn long_lines_are_lines() {
    let comment = format!("# {}\n", "long ".repeat(15_000));
    let mut source = format!("backend a\n    {comment}backend b\n    mode http\n");
    source.push_str(&comment);
    source.push_str("backend c\n");
    behaves(source.as_bytes(), "a=tcp b=http c=tcp", modes);
}

#[test]
fn bytes_that_are_not_text_stay() {
    let source = b"global\n    setenv NAME caf\xe9 # \xff\n    setenv OTHER \"\xc3\xa9 ${NAME}\"\n";
    let haproxy = Haproxy::of("3.2");
    let target = Target::from_environment(haproxy.environment()).unwrap();
    for (form, bytes) in forms(source, &target) {
        let running = haproxy.start(&bytes);
        assert!(
            running.ask("show env NAME").starts_with(b"NAME=caf\xe9\n"),
            "{form}"
        );
        let other = running.ask("show env OTHER");
        assert!(other.starts_with(b"OTHER=\xc3\xa9 caf\xe9\n"), "{form}");
    }
}

#[test]
fn proxies_of_one_name_are_not_lost() {
    let source = b"backend a\n    mode http\nbackend a\n    mode tcp\n";
    let haproxy = Haproxy::of("3.2");
    let target = Target::from_environment(haproxy.environment()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("haproxy.cfg");
    for (form, bytes) in forms(source, &target) {
        std::fs::write(&file, &bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(text.matches("backend a\n").count(), 2, "{form}:\n{text}");
        assert!(!haproxy.check(&file).accepts, "{form}:\n{text}");
    }
}
