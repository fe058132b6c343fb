//! A requirer says what it wants, and finds out what is wrong with it.
//!
//! `cargo run -p haproxy-route --example requirer`

use haproxy_route::{Check, RequirerApplicationData, RequirerUnitData, Schema};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut data = RequirerApplicationData {
        hostname: Some("www.example.com".to_owned()),
        paths: vec!["/shop".to_owned()],
        check: Some(Check {
            path: Some("/health".to_owned()),
            ..Check::version_0()
        }),
        ..RequirerApplicationData::new("shop", [8000])
    };
    data.validate(Schema::RouteV2)?;
    for (key, text) in data.dump(Schema::RouteV2).iter() {
        println!("application {key}: {text}");
    }
    let unit = RequirerUnitData {
        address: "192.0.2.11".parse()?,
    };
    for (key, text) in unit.dump(Schema::RouteV2).iter() {
        println!("unit {key}: {text}");
    }

    data.paths.push("/sale #1".to_owned());
    data.hostname = Some("shop".to_owned());
    if let Err(error) = data.validate(Schema::RouteV2) {
        for error in error.errors() {
            println!("{error}");
        }
    }
    Ok(())
}
