//! Peers of the older charm, one of which passes its clients on.

use haproxy_config::to_text;
use haproxy_route::Databag;
use haproxy_route::reverseproxy::{
    Peer, RenderOptions, RequirerUnit, ServiceOptions, Services, website,
};

use crate::client::{Request, connect};
use crate::scene::{here, ports, scenes};
use crate::server::Server;

#[test]
fn clients_go_to_the_first_peer_that_works() {
    for scene in scenes() {
        let server = Server::named("web");
        let front = ports(2);
        let databag = format!(
            "[{{service_name: web, service_port: {front}, service_options: [mode http, balance leastconn, \
             timeout client 5s, timeout connect 5s, timeout server 5s, http-response set-header Via-Unit UNIT], \
             servers: [[web_1, 127.0.0.1, {}, check]]}}]",
            server.port
        );
        let units = ["127.0.0.1", "127.0.0.2"];
        let proxies: Vec<_> = (0..2)
            .map(|own| {
                let said = databag.replace("UNIT", &own.to_string());
                let unit = RequirerUnit {
                    name: "web/0".to_owned(),
                    databag: Databag::from_iter([("services", said)]),
                };
                let services = Services::gather(&[unit], &ServiceOptions::default()).unwrap();
                let said = website(&services, &[], units[own]).unwrap().all_services;
                let other = 1 - own;
                let peer = Peer::new(format!("haproxy/{other}"), units[other], &said).unwrap();
                let services =
                    services.behind_peers(&format!("haproxy/{own}"), units[own], &[peer]);
                let rendered = services.render(&RenderOptions::default());
                assert!(rendered.refused.is_empty(), "{:?}", rendered.refused);
                let text = String::from_utf8(to_text(&rendered.config).unwrap()).unwrap();
                // Both units are on one machine, so each takes its own address alone.
                let text = text.replace("bind 0.0.0.0:", &format!("bind {}:", units[own]));
                let defaults = "defaults\n    timeout connect 2s\n    timeout client 5s\n    timeout server 5s\n";
                let text = here(&text, 0, 0).replace(" check\n", " check inter 100ms\n");
                let text = text.replace(" check backup\n", " check inter 100ms backup\n");
                scene.haproxy.start((defaults.to_owned() + &text).as_bytes())
            })
            .collect();
        let served_by = |unit: [u8; 4]| {
            let stream = connect(unit.into(), front).unwrap();
            let answer = Request::new("a.example", "/").send(stream);
            answer.header("via-unit").map(str::to_owned)
        };
        // Both pass on to the first.
        crate::wait("the first unit", || {
            served_by([127, 0, 0, 2]).as_deref() == Some("0")
        });
        assert_eq!(served_by([127, 0, 0, 1]).as_deref(), Some("0"));
        let mut proxies = proxies.into_iter();
        drop(proxies.next());
        crate::wait("the second unit", || {
            served_by([127, 0, 0, 2]).as_deref() == Some("1")
        });
    }
}
