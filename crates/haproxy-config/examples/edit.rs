//! Adds a server and touches nothing else.

use haproxy_config::Document;
use haproxy_model::server::Server;

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut document = Document::parse("backend app\n\tserver  s1 10.0.0.1:80 # first\n");
    let server = Server::new("s2".parse()?, "10.0.0.2:80".parse()?);
    document.backend_mut("app")?.servers().insert(server)?;
    print!("{document}");
    let text = "backend app\n\tserver  s1 10.0.0.1:80 # first\n\tserver s2 10.0.0.2:80\n";
    assert_eq!(document.to_string(), text);
    Ok(())
}
