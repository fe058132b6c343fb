//! Certificates and error pages, beside the configuration.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use haproxy_route::reverseproxy::{
    CharmOptions, DefaultCertificate, KeyedCertificate, RenderOptions, reply,
};

use super::{gather, render, story, unit};

#[test]
fn certificates_and_error_pages_become_files() {
    let text = "
- service_name: web
  service_port: 443
  crts: [DEFAULT, EXTERNAL, 'UEVN']
  errorfiles: [{http_status: 503, content: 'SFRUUA=='}]
  servers: [[s, 10.0.0.1, 80, check]]
- { service_name: dir, service_port: 444, crts: [/etc/ssl/web], servers: [[s, 10.0.0.1, 80, check]] }";
    let services = gather(&[unit("web/0", &[("services", text)])]);
    let options = RenderOptions {
        default_certificate: Some(b"OWN".to_vec()),
        ..RenderOptions::default()
    };
    assert_eq!(
        story(&services.render(&options)),
        "frontend haproxy-443
    bind 0.0.0.0:443 ssl crt /var/lib/haproxy/default.pem no-sslv3 crt /var/lib/haproxy/service_web/1.pem no-sslv3 crt /var/lib/haproxy/service_web/2.pem no-sslv3
    default_backend web

backend web
    errorfile 503 /var/lib/haproxy/service_web/503.http
    server s 10.0.0.1:80 check

frontend haproxy-444
    bind 0.0.0.0:444 ssl crt /etc/ssl/web no-sslv3
    default_backend dir

backend dir
    server s 10.0.0.1:80 check
/var/lib/haproxy/default.pem 600: OWN
/var/lib/haproxy/service_web/503.http 644: HTTP
/var/lib/haproxy/service_web/2.pem 600: PEM
"
    );
    assert!(render(&services).ends_with("refused web: there is no default certificate\n"));
}

/// The text in Base64, as options have it.
fn encoded(text: &str) -> String {
    STANDARD.encode(text)
}

#[test]
fn the_options_say_the_charms_own_certificate() {
    let read = |certificate: &str, key: &str| {
        let options = format!("ssl_cert: {certificate}\nssl_key: {key}");
        CharmOptions::read(&options).map(|options| options.certificate)
    };
    let (pem, key) = (encoded("CERTIFICATE\n"), encoded("KEY\n"));
    let Some(DefaultCertificate::Given(given)) = read(&pem, &key).unwrap() else {
        panic!("no certificate");
    };
    assert_eq!(given.to_pem(), b"CERTIFICATE\nKEY\n");
    assert!(!format!("{given:?}").contains("KEY"));
    assert_eq!(read("''", "''").unwrap(), None);
    assert_eq!(
        read(&pem, "''").unwrap_err().to_string(),
        "ssl_key: expected PEM in Base64"
    );
    assert_eq!(
        read("SELFSIGNED", "''").unwrap(),
        Some(DefaultCertificate::SelfSigned)
    );
}

const DEFAULT_PEM: &str = "# ours
-----BEGIN CERTIFICATE-----
AAAA
-----END CERTIFICATE-----
-----BEGIN EC PRIVATE KEY-----
BBBB
-----END EC PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
CCCC
-----END CERTIFICATE-----
";

#[test]
fn a_certificate_is_made_once() {
    let new = || {
        Ok::<_, std::convert::Infallible>(KeyedCertificate {
            certificate: b"NEW\n".to_vec(),
            key: b"KEY\n".to_vec(),
        })
    };
    let settle = |current: Option<&str>| {
        let current = current.map(str::as_bytes);
        let settled = DefaultCertificate::SelfSigned.settle(current, new);
        String::from_utf8(settled.unwrap().certificate).unwrap()
    };
    assert_eq!(settle(None), "NEW\n");
    // Half a file is none.
    let half = DEFAULT_PEM.split_once("BBBB").unwrap().0;
    assert_eq!(settle(Some(half)), "NEW\n");
    assert_eq!(
        settle(Some(DEFAULT_PEM)),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n\
         -----BEGIN CERTIFICATE-----\nCCCC\n-----END CERTIFICATE-----\n"
    );
}

#[test]
fn units_hear_of_the_certificate() {
    let certificate = KeyedCertificate::parse(DEFAULT_PEM.as_bytes()).unwrap();
    let said = reply("192.0.2.1", Some(&certificate));
    assert_eq!(said.get("public-address"), Some("192.0.2.1"));
    let told = STANDARD.decode(said.get("ssl_cert").unwrap()).unwrap();
    assert_eq!(told, certificate.certificate);
    let said = reply("192.0.2.1", None);
    let keys: Vec<_> = said.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["public-address"]);
}

/// Only where certificates can be made.
#[cfg(feature = "self-signed")]
#[test]
fn a_certificate_signs_itself() {
    for name in ["proxy.example", "192.0.2.1"] {
        let made = KeyedCertificate::self_signed(name).unwrap();
        assert_eq!(KeyedCertificate::parse(&made.to_pem()), Some(made));
    }
    let error = KeyedCertificate::self_signed("ü").unwrap_err();
    assert_eq!(error.name, "ü");
}
