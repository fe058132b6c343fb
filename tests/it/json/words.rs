//! Texts for properties, where the specification leaves open what HAProxy does not.

use super::limits;

/// The property that names the elements of a map of this definition.
pub(super) fn key(definition: &str) -> &'static str {
    match definition {
        "user" => "username",
        "server_template" => "prefix",
        "crt_load" => "certificate",
        _ => "name",
    }
}

/// Texts for the property at this path; `#` is for a number.
pub(super) fn of(path: &str, pattern: Option<&str>) -> &'static [&'static str] {
    let known = OF_PROPERTY
        .iter()
        .filter(|(known, ..)| limits::is_at(path, known));
    if let Some((_, words, _)) = known.max_by_key(|(known, ..)| known.len()) {
        return words;
    }
    match pattern {
        Some(r"^[^\s]+$" | r"^\S+$" | r"^[^ ]*$") => &[
            "word#",
            "a-b.c:d_#",
            "100%",
            "a\\b",
            "${NAME}x",
            "caf\u{e9}",
        ],
        Some(r"^[A-Za-z0-9-_.:]+$") => &["name#", "A.b-c_d:#"],
        Some(r"^[A-Za-z0-9-_]+$" | r"^[A-Za-z0-9-_.]+$") => &["name#", "A-b_#"],
        Some(r#"^[A-Za-z0-9-_.:${}"]+$"# | r#"^[A-Za-z0-9-_${}"]+$"#) => &["name#", "${NAME}#"],
        Some(r"^(0x[0-9A-Fa-f]+|[0-9]+)$") => &["0x#", "#"],
        Some(r"^\S+@\S+$") => &["someone#@example.com"],
        Some(other) => panic!("no text for {path} with {other}"),
        None => &[
            "word#",
            "two words",
            "it's \"quoted\"",
            "back\\slash",
            "${HOME}/a",
            "#",
        ],
    }
}

/// The texts of a property, by its path or its name, with the reason.
const OF_PROPERTY: &[(&str, &[&str], &str)] = &[
    // Values with a form of their own.
    (
        "address",
        &["10.0.0.#", "app#.example.com", "2001:db8::#", "*"],
        "an address",
    ),
    (
        "runtime_apis[]/address",
        &["/run/haproxy#.sock", "ipv4@127.0.0.1:90#"],
        "an address with its port",
    ),
    (
        "log_target/address",
        &["/dev/log", "10.0.0.#:514", "stdout", "ring@logs"],
        "where logs go",
    ),
    (
        "fcgi_log_stderr/address",
        &["/dev/log", "10.0.0.#:514"],
        "where logs go",
    ),
    (
        "directory",
        &["https://acme#.example.com/directory"],
        "a URL",
    ),
    ("expire", &["30s", "#", "5m"], "a time"),
    ("size", &["100k", "#", "1m"], "a size"),
    (
        "cond_test",
        &["{ path_beg /a# }", "is_ok", "!is_ok || { src 10.0.0.0/8 }"],
        "a condition",
    ),
    (
        "criterion",
        &["path_beg", "src", "hdr(host)"],
        "a sample fetch",
    ),
    ("acl/value", &["/a#", "10.0.0.#"], "patterns"),
    ("expr", &["str(a#)", "int(#)"], "an expression"),
    ("set_var[]/name", &["proc.a#"], "a variable"),
    ("set_var_fmt[]/name", &["proc.b#"], "a variable"),
    ("format", &["%ci:%cp-#", "%[src] %ft"], "a log format"),
    (
        "fcgi_log_stderr/format",
        &["rfc3164", "raw"],
        "one of HAProxy's formats",
    ),
    ("sd", &["[a@# b=\"%ci\"]"], "a log format"),
    ("mode", &["660", "750"], "permissions"),
    ("backlog", &["#"], "a number"),
    ("mss", &["#", "-#"], "a number"),
    ("id", &["#"], "a number"),
    ("uid", &["#"], "a number"),
    ("log_level", &["#"], "a number"),
    (
        "shards",
        &["by-thread", "by-group", "#"],
        "a number or a way",
    ),
    ("thread", &["all", "odd", "1-4", "1/2-#"], "threads"),
    ("cpu_set", &["0-3", "all", "odd 7"], "CPUs"),
    ("process", &["1", "auto:1/1-4", "all"], "threads"),
    ("set", &["0-#", "1,3"], "CPUs"),
    ("num_or_range", &["1-4", "#"], "threads"),
    ("thread_group_lines[]/group", &["#"], "a number"),
    (
        "http_codes/value",
        &["400-499 -450 +500", "500,503"],
        "status codes",
    ),
    (
        "setcap",
        &["cap_net_admin", "cap_net_raw,cap_net_bind_service"],
        "capabilities",
    ),
    ("node", &["node#", "a-b.c"], "a name"),
    (
        "dns_accept_family",
        &["ipv4", "ipv4,ipv6", "auto"],
        "families",
    ),
    ("openlibs", &["none", "string,math"], "libraries"),
    (
        "load_extra_files",
        &["none", "bundle sctl"],
        "kinds of files",
    ),
    (
        "default_bind_options",
        &["no-sslv3 no-tls-tickets", "ssl-min-ver TLSv1.2"],
        "options",
    ),
    (
        "default_server_options",
        &["no-sslv3", "ssl-max-ver TLSv1.3"],
        "options",
    ),
    ("facility", &["local0", "daemon"], "a facility"),
    ("level", &["info", "err"], "a level"),
    ("minlevel", &["emerg", "alert"], "a level"),
    ("sample_range", &["1,3-4", "1"], "ranges"),
    ("ranges", &["1,3-4", "1"], "ranges"),
    (
        "table/store",
        &["http_req_rate(10s)", "gpc0,conn_cnt"],
        "data types",
    ),
    (
        "trace",
        &["h1 sink stderr level user start now", "all follow session"],
        "a trace",
    ),
    ("users", &["name1,name2"], "names"),
    ("groups", &["name1,name2"], "names"),
    (
        "acl_name",
        &["is_#", "a-b.c:d"],
        "HAProxy limits the characters",
    ),
    // Parameters of servers.
    (
        "resolve-net",
        &["10.0.0.0/8", "10.0.0.0/8,2001:db8::/32"],
        "networks",
    ),
    (
        "resolve_opts",
        &["allow-dup-ip", "allow-dup-ip,ignore-weight"],
        "options",
    ),
    ("source", &["10.0.0.#", "10.0.0.#:1000"], "an address"),
    ("socks4", &["10.0.0.#:1080"], "an address with its port"),
    (
        "agent-addr",
        &["10.0.0.#", "agent#.example.com"],
        "an address",
    ),
    ("health_check_address", &["10.0.0.#"], "an address"),
    ("track", &["back/server#", "server#"], "a server"),
    (
        "init-addr",
        &["last,libc,none", "10.0.0.#"],
        "ways to an address",
    ),
    (
        "sni",
        &["str(a#.example.com)", "req.hdr(host)"],
        "an expression",
    ),
    ("check-sni", &["a#.example.com"], "a name"),
    ("pool_conn_name", &["str(a#)"], "an expression"),
    (
        "hash_key",
        &["id", "addr", "addr-port"],
        "one of HAProxy's words",
    ),
    ("set-proxy-v2-tlv-fmt/id", &["0x2#", "#"], "a number"),
    (
        "set-proxy-v2-tlv-fmt/value",
        &["%ci", "%[src]"],
        "a log format",
    ),
    ("redir", &["http://a#.example.com"], "a URL"),
    (
        "description",
        &["two words", "word#", "a\\ b"],
        "words as HAProxy's language has them",
    ),
    // Words with a meaning at that place, or names that HAProxy cuts at some characters.
    ("unsetenv", &["NAME#", "A B"], "names"),
    ("resetenv", &["NAME#", "A B", ""], "names"),
    (
        "load_per_thread",
        &["/etc/a#.lua first second"],
        "a file and its arguments",
    ),
    ("passphrase_cmd", &["/bin/pass first"], "a command"),
    ("information_list", &["wurfl_id model_name"], "names"),
    ("property_name_list", &["DeviceType IsMobile"], "names"),
    ("patch_file", &["/etc/a.xml /etc/b.xml"], "files"),
    (
        "path_info",
        &["^(/.+\\.php)(/.*)?$"],
        "an expression with groups",
    ),
    (
        "acme_vars[]",
        &["word#", "a b"],
        "no comma, which starts the next one",
    ),
    (
        "acme_provider/name",
        &["name#"],
        "the name of a section is one word without a blank",
    ),
    (
        "log_profile/name",
        &["name#"],
        "the name of a section is one word without a blank",
    ),
    (
        "ca_ignore_err",
        &["all", "10,X509_V_ERR_CERT_HAS_EXPIRED"],
        "errors",
    ),
    ("crt_ignore_err", &["all", "10"], "errors"),
    (
        "domains[]",
        &["a#.example.com"],
        "no comma, which starts the next one",
    ),
];
