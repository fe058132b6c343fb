//! Watches the servers of a running HAProxy and tells when one changes its state:
//! `cargo run -p haproxy-runtime --example watch -- /run/haproxy/admin.sock`.

use std::collections::HashMap;
use std::time::Duration;

use haproxy_runtime::command::ShowStat;
use haproxy_runtime::{Address, Client};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let socket = std::env::args().nth(1).ok_or("name the socket")?;
    let mut client = Client::new(socket.parse::<Address>()?).kept();
    let mut states = HashMap::new();
    loop {
        for row in client.rows(&ShowStat::new())? {
            let row = row?;
            let name = format!("{}/{}", row.proxy(), row.service());
            let state = row.status().unwrap_or("?").to_owned();
            let before = states.insert(name.clone(), state.clone());
            if before.as_ref() != Some(&state) {
                let before = before.unwrap_or_default();
                println!("{name}: {before} -> {state}, {:?} sessions", row.sessions());
            }
        }
        std::thread::sleep(Duration::from_secs(1));
    }
}
