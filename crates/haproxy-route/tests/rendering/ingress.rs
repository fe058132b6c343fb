use haproxy_route::{
    Ingress, IngressUnit, Rendering, RenderingOptions, render_ingress, render_ingress_per_unit,
};

use super::{lines_of, options, reasons, section};

fn application(id: u64, name: &str) -> Ingress {
    Ingress {
        relation_id: id,
        model: "m".to_owned(),
        application: name.to_owned(),
        port: 8080.into(),
        strip_prefix: false,
        hosts: ["10.0.0.1", "fd00::1", "web.local"]
            .map(str::to_owned)
            .into(),
    }
}

fn unit(id: u64, name: &str) -> IngressUnit {
    IngressUnit {
        relation_id: id,
        model: "m".to_owned(),
        unit: name.to_owned(),
        port: 8080.into(),
        strip_prefix: true,
        host: "10.0.0.1".to_owned(),
    }
}

fn routes(rendering: &Rendering, frontend: &str) -> String {
    let frontend = section(rendering, &format!("frontend {frontend}"));
    let routes = frontend.split_once("unless { ssl_fc }\n");
    routes.unwrap_or_default().1.to_owned()
}

#[test]
fn an_application_is_below_a_path() {
    let stripped = Ingress {
        strip_prefix: true,
        ..application(2, "web")
    };
    let rendering = render_ingress(&[stripped, application(1, "db")], &options());
    assert_eq!(
        section(&rendering, "frontend ingress").split_once("    http-request").unwrap().0,
        "frontend ingress
    mode http
    bind [::]:80 v4v6
    bind [::]:443 v4v6 ssl crt /var/lib/haproxy/certs alpn h2,http/1.1
    filter compression
    compression algo gzip
    compression type text/html text/plain text/css text/javascript text/xml application/javascript application/json application/rss+xml application/atom+xml application/xml image/svg+xml
    compression offload
"
    );
    assert_eq!(
        routes(&rendering, "ingress"),
        "    acl host_example.com req.hdr(host),field(1,:) -i example.com
    acl path_m-db path -i /m-db
    acl path_m-db path_beg -i /m-db/
    use_backend m-db if path_m-db host_example.com
    acl path_m-web path -i /m-web
    acl path_m-web path_beg -i /m-web/
    use_backend m-web if path_m-web host_example.com
    default_backend default
"
    );
    assert_eq!(
        section(&rendering, "backend m-web"),
        "backend m-web
    balance roundrobin
    http-request replace-path /m-web(/)?(.*) '/\\2'
    server m-web-0 10.0.0.1:8080 check
    server m-web-1 [fd00::1]:8080 check
    server m-web-2 web.local:8080 check init-addr last,libc,none
"
    );
    assert_eq!(rendering.endpoints[&2], ["https://example.com/m-web/"]);
    assert_eq!(lines_of(&rendering, 2).len(), 3 + 5);
    let plain = RenderingOptions {
        plain_prefixes: true,
        ..options()
    };
    let rendering = render_ingress(&[application(1, "db")], &plain);
    assert!(routes(&rendering, "ingress").contains("acl path_m-db path_beg -i /m-db\n"));
}

#[test]
fn a_unit_is_below_a_path() {
    let units = [unit(1, "web/10"), unit(1, "web/2")];
    let rendering = render_ingress_per_unit(&units, &options());
    assert_eq!(
        routes(&rendering, "ingress_per_unit"),
        "    acl host_example.com req.hdr(host),field(1,:) -i example.com
    acl path_m_web_2 path -i /m-web/2
    acl path_m_web_2 path_beg -i /m-web/2/
    use_backend m-web-2 if path_m_web_2 host_example.com
    acl path_m_web_10 path -i /m-web/10
    acl path_m_web_10 path_beg -i /m-web/10/
    use_backend m-web-10 if path_m_web_10 host_example.com
    default_backend default
"
    );
    assert_eq!(
        section(&rendering, "backend m-web-2"),
        "backend m-web-2
    http-request replace-path /m-web/2(/)?(.*) '/\\2'
    server unit 10.0.0.1:8080 check
"
    );
    assert_eq!(
        rendering.endpoints[&1],
        [
            "https://example.com/m-web/2/",
            "https://example.com/m-web/10/"
        ]
    );
}

#[test]
fn a_bad_relation_costs_nobody_else_the_route() {
    for (bad, reason) in [
        (
            Ingress {
                port: 70000.into(),
                ..application(2, "b")
            },
            "port must be from 1 to 65535",
        ),
        (
            Ingress {
                model: "m n".to_owned(),
                ..application(2, "b")
            },
            "the names of the model and the application are not those of Juju",
        ),
        (
            Ingress {
                hosts: vec!["..".to_owned()],
                ..application(2, "b")
            },
            "the host of a server is neither an address nor a name",
        ),
        (
            Ingress {
                application: "a".to_owned(),
                ..application(2, "b")
            },
            "the path '/m-a' is taken",
        ),
    ] {
        let rendering = render_ingress(&[application(1, "a"), bad], &options());
        assert_eq!(reasons(&rendering, 2), [reason]);
        assert_eq!(rendering.endpoints[&1], ["https://example.com/m-a/"]);
        assert!(lines_of(&rendering, 2).is_empty());
    }
    let nameless = RenderingOptions {
        external_hostname: None,
        ..options()
    };
    let rendering = render_ingress(&[application(1, "a")], &nameless);
    assert_eq!(
        reasons(&rendering, 1),
        ["the provider has no external host name"]
    );
    assert!(rendering.ports.is_empty());
}
