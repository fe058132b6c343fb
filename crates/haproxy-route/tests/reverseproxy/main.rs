//! The older relations: services of units, joined, rendered, behind peers, passed on and migrated.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod certificates;
mod hostile;
mod migration;
mod monitoring;
mod options;
mod peers;
mod services;
mod statsd;
mod website;

use std::fmt::Write as _;

use haproxy_route::reverseproxy::{
    RenderOptions, Rendered, RequirerUnit, ServiceOptions, Services,
};

fn unit(name: &str, entries: &[(&str, &str)]) -> RequirerUnit {
    RequirerUnit {
        name: name.to_owned(),
        databag: entries.iter().copied().collect(),
    }
}

fn gather(units: &[RequirerUnit]) -> Services {
    Services::gather(units, &ServiceOptions::default()).unwrap()
}

/// The configuration and what goes with it.
fn story(rendered: &Rendered) -> String {
    let mut story = String::from_utf8(haproxy_config::to_text(&rendered.config).unwrap()).unwrap();
    for file in &rendered.files {
        let content = String::from_utf8_lossy(&file.content);
        writeln!(story, "{} {:o}: {content}", file.path.display(), file.mode).unwrap();
    }
    for (service, reason) in &rendered.refused {
        writeln!(story, "refused {service}: {reason}").unwrap();
    }
    story
}

fn render(services: &Services) -> String {
    story(&services.render(&RenderOptions::default()))
}

const WEB: &str = "
- service_name: web
  service_port: 81
  service_options: [mode http, balance leastconn, acl foo path_beg -i /foo, use_backend web_foo if foo,
    timeout client 50s, timeout server 50s, option httplog]
  servers: [[web_1, 10.0.0.1, 8080, check maxconn 50]]
  backends:
  - { backend_name: web_foo, servers: [[foo_1, 10.0.0.9, 8081, [check]]] }
";
