//! Reads a configuration and lists the servers of each backend.

use haproxy_config::{Document, Target};
use haproxy_model::version::Version;

pub(crate) fn main() {
    let document = Document::parse("backend app\n    server s1 10.0.0.1:80 check\n");
    let (config, diagnostics) = document.to_model(&Target::new(Version::new(3, 2)));
    assert!(diagnostics.is_empty());
    for backend in config.backends() {
        let servers: Vec<&str> = backend
            .servers()
            .map(|server| server.name.as_str())
            .collect();
        println!("{}: {}", backend.name, servers.join(", "));
        assert_eq!(servers, ["s1"]);
    }
}
