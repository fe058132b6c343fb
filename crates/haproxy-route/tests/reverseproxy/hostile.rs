//! Services of anybody.

use haproxy_route::reverseproxy::RenderOptions;

use super::{gather, unit};

#[test]
fn a_hostile_service_loses_only_itself() {
    let text = r#"
- { service_name: good, service_port: 80, servers: [[s, 10.0.0.1, 80, check]] }
- { service_name: lines, service_port: 81, service_options: ["mode http\n    bind :1"], servers: [[s, h, 1, '']] }
- { service_name: "a\nb", service_port: 82, servers: [[s, h, 1, '']] }
- { service_name: server, service_port: 83, servers: [["s\n", h, 1, '']] }
- { service_name: parameter, service_port: 84, servers: [[s, h, 1, "check\n frontend x"]] }
- { service_name: quotes, service_port: 85, service_options: ['acl "x'], servers: [[s, h, 1, '']] }
- { service_name: twice, service_port: 86, servers: [[s, h, 1, ''], [s, h, 2, '']] }
- { service_name: same, service_port: 80, servers: [[s, h, 1, '']] }
- { service_name: extra, service_port: 87, servers: [[s, h, 1, '']], backends: [{backend_name: good, servers: []}] }
- { service_name: ../up, service_port: 88, crts: [UEVN], servers: [[s, h, 1, '']] }
"#;
    let services = gather(&[unit("web/0", &[("services", text)])]);
    let rendered = services.render(&RenderOptions::default());
    let names: Vec<_> = rendered
        .config
        .backends()
        .map(|backend| backend.name.to_string())
        .collect();
    assert_eq!(names, ["good"]);
    assert_eq!(
        rendered
            .refused
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>(),
        [
            "../up",
            "a\nb",
            "extra",
            "lines",
            "parameter",
            "quotes",
            "same",
            "server",
            "twice"
        ]
    );
    assert_eq!(
        rendered.refused["lines"],
        "option 'mode http\n    bind :1': expected one line"
    );
    assert_eq!(rendered.refused["same"], "another service is at 0.0.0.0:80");
    assert!(rendered.files.is_empty());
}
