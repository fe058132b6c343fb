//! Gives a backend of a running HAProxy so many servers, without a reload:
//! `cargo run -p haproxy-runtime --example scale -- /run/haproxy/admin.sock app 10.0.0.1:80 10.0.0.2:80`.

use std::time::Duration;

use haproxy_runtime::command::ShowServersState;
use haproxy_runtime::operation::{CreateServer, RemoveServer};
use haproxy_runtime::{Address, BackendName, Client, ServerPath};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let socket = arguments.next().ok_or("name the socket")?;
    let backend = BackendName::from(arguments.next().ok_or("name the backend")?);
    let wanted: Vec<String> = arguments.collect();
    let mut client = Client::new(socket.parse::<Address>()?);
    let servers = ShowServersState::new().backend(backend.clone());
    let mut present = Vec::new();
    for row in client.call(&servers)?.0 {
        let address = format!("{}:{}", row.address.as_deref().unwrap_or(""), row.port);
        if wanted.contains(&address) {
            present.push(address);
        } else {
            client
                .run(&RemoveServer::drained(row.path(), Duration::from_secs(60)).then_cut_off())?;
            println!("removed {}", row.path());
        }
    }
    for address in wanted.iter().filter(|address| !present.contains(address)) {
        let server = ServerPath::new(backend.clone(), address.replace(['.', ':'], "-"));
        let create = CreateServer::new(server.clone(), address).parameters(["check"]);
        client.run(&create.wait(Duration::from_secs(10)))?;
        println!("added {server}");
    }
    Ok(())
}
