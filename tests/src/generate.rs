//! Configurations of any size, as a tool would write them and people amend them.

use std::fmt::Write;

/// A configuration of so many backends with so many servers each: about 1,100 bytes a backend of ten.
///
/// # Panics
/// Never: writing to a string does not fail.
pub fn configuration(backends: usize, servers: usize) -> String {
    let mut text = String::from(HEAD);
    for backend in 0..backends {
        writeln!(
            text,
            "    use_backend app-{backend:05} if {{ req.hdr(host) -i \"app-{backend:05}.example.com\" }}"
        )
        .unwrap();
    }
    for backend in 0..backends {
        write_backend(&mut text, backend, servers);
    }
    text
}

const HEAD: &str = r#"# Written by a generator for tests.
global
    log /dev/log local0
    log /dev/log local1 notice
    chroot /var/lib/haproxy
    stats socket /run/haproxy/admin.sock mode 660 level admin
    maxconn 200000
    tune.bufsize 32768

defaults base
    mode http
    log global
    option httplog
    option dontlognull
    log-format "%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %tsc %{+Q}r"
    timeout connect 5s
    timeout client  50s
    timeout server  50s

frontend public from base
    bind :80
    bind :443 ssl crt /etc/haproxy/certificates alpn h2,http/1.1
    http-request redirect scheme https code 301 unless { ssl_fc }
    http-request set-header X-Forwarded-Proto https
"#;

fn write_backend(text: &mut String, backend: usize, servers: usize) {
    let (high, low) = (backend / 250 % 250, backend % 250);
    write!(
        text,
        r#"
# application {backend}, owned by team-{team}
backend app-{backend:05} from base
    balance leastconn
    option httpchk GET /health
    http-check send hdr Host "app-{backend:05}.example.com"
    http-request set-header X-Application "application {backend}" if {{ path_beg /api }}
    http-response set-header Cache-Control 'no-store, max-age=0'  # team-{team} asked for it
    timeout server 30s
"#,
        team = backend % 17
    )
    .unwrap();
    for server in 0..servers {
        writeln!(
            text,
            "    server app-{backend:05}-{server} 10.{high}.{low}.{server}:8080 check inter 5s weight {}",
            100 + server
        )
        .unwrap();
    }
}
