//! Takes a running HAProxy from one configuration to another, without a reload where that is possible:
//! `cargo run -p haproxy-runtime --example plan -- old.cfg new.cfg /run/haproxy/admin.sock`.

use haproxy_config::{Document, FileSystem, Target};
use haproxy_runtime::plan::{Configuration, ReadCapabilities, plan};
use haproxy_runtime::{Address, Client};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, socket] = arguments.as_slice() else {
        return Err("name the old configuration, the new one and the socket".into());
    };
    let mut client = Client::new(socket.parse::<Address>()?);
    let capabilities = client.run(&ReadCapabilities)?;
    let target = Target::new(capabilities.version);
    let read = |path: &String| -> Result<Configuration, Box<dyn std::error::Error>> {
        let (config, _) = Document::parse(std::fs::read(path)?).to_model(&target);
        Ok(Configuration::read(config, &FileSystem)?)
    };
    let plan = plan(&read(old)?, &read(new)?, &capabilities);
    print!("{plan}");
    if plan.needs_reload() {
        println!("nothing was done");
    } else {
        plan.apply(&mut client)?;
    }
    Ok(())
}
