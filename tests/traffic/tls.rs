//! Certificates, and TLS on both sides of the proxy.

use std::io::Read as _;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use serde_json::json;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, RootCertStore, ServerConfig, StreamOwned,
};

use crate::client::connect;
use crate::scene::{newest, scenes};
use crate::server::Server;

/// Who signs the certificates of a scene.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // Certificates must not look as if they had signed themselves.
        params
            .distinguished_name
            .push(DnType::CommonName, "authority");
        let pem = params.self_signed(&key).unwrap().pem();
        Self {
            issuer: Issuer::new(params, key),
            pem,
        }
    }

    /// Its own certificate.
    pub(crate) fn pem(&self) -> &str {
        &self.pem
    }

    /// A certificate for these names, with its key.
    pub(crate) fn certificate(&self, names: &[&str]) -> String {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(names).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        certificate.pem() + &key.serialize_pem()
    }

    pub(crate) fn client_config(&self, protocols: &[&[u8]]) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        let own = CertificateDer::from_pem_slice(self.pem.as_bytes()).unwrap();
        roots.add(own).unwrap();
        let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
        let mut config = builder
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = protocols.iter().map(|name| name.to_vec()).collect();
        Arc::new(config)
    }

    /// A client that asks for this server name.
    pub(crate) fn client(&self, name: &str, protocols: &[&[u8]]) -> ClientConnection {
        let name = ServerName::try_from(name.to_owned()).unwrap();
        ClientConnection::new(self.client_config(protocols), name).unwrap()
    }

    /// How a server speaks for these names.
    pub(crate) fn server_config(&self, names: &[&str]) -> Arc<ServerConfig> {
        let pem = self.certificate(names);
        let chain = vec![CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()];
        let key = PrivateKeyDer::from_pem_slice(pem.as_bytes()).unwrap();
        let builder = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let config = builder
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        Arc::new(config)
    }
}

/// The names of the certificate that a client is shown.
fn shown(proxy: &crate::scene::Proxy, name: &str) -> Vec<u8> {
    let stream = connect([127, 0, 0, 1].into(), proxy.https).unwrap();
    let mut stream = StreamOwned::new(proxy.authority.client(name, &[]), stream);
    while stream.conn.is_handshaking() {
        stream.conn.complete_io(&mut stream.sock).unwrap();
    }
    stream.conn.peer_certificates().unwrap()[0].to_vec()
}

#[test]
fn every_certificate_of_the_folder_is_shown_to_who_asks_for_it() {
    for mut scene in scenes() {
        scene.certificate("second.pem", &["second.example"]);
        let server = Server::named("one");
        scene.route("one", &[server.port], &json!({ "hostname": "a.example" }));
        let proxy = scene.start();
        // The client itself holds each to the name that it asks for.
        assert_ne!(shown(&proxy, "a.example"), shown(&proxy, "second.example"));
        assert_eq!(shown(&proxy, "x.b.example"), shown(&proxy, "a.example"));
    }
}

#[test]
fn servers_over_tls_are_verified_and_checked() {
    for mut scene in scenes() {
        let config = scene.authority.server_config(&["server.example"]);
        let server = Server::https(&config, |head| {
            let status = if head.starts_with("GET /down") {
                503
            } else {
                200
            };
            (status, b"secure".to_vec())
        });
        let stranger = crate::tls::Authority::new().server_config(&["server.example"]);
        let stranger = Server::https(&stranger, |_| (200, b"stranger".to_vec()));
        let check = |path: &str| json!({ "interval": 1, "rise": 1, "fall": 1, "path": path });
        let with = |host: &str, path: &str| json!({ "hostname": host, "protocol": "https", "check": check(path) });
        scene.route("good", &[server.port], &with("a.example", "/up"));
        scene.route("down", &[server.port], &with("b.example", "/down"));
        scene.route("stranger", &[stranger.port], &with("x.b.example", "/up"));
        let proxy = scene.start();
        let status = |service: &str, server: &Server| {
            proxy.status(service, &format!("{service}_{}_0", server.port))
        };
        crate::wait("the failing server is down", || {
            status("down", &server).starts_with("DOWN")
                && status("stranger", &stranger).starts_with("DOWN")
        });
        assert_eq!(proxy.get("a.example", "/").body, "secure");
        assert!(status("good", &server).starts_with("UP"));
        assert_eq!(proxy.get("x.b.example", "/").status, 503);
    }
}

#[test]
fn tls_ends_at_the_proxy_or_passes_through() {
    for mut scene in scenes() {
        let (ending, passing) = (crate::scene::port(), crate::scene::port());
        let plain = Server::echo("plain");
        let one = scene.authority.server_config(&["one.example"]);
        let two = scene.authority.server_config(&["x.two.example"]);
        let one = Server::https(&one, |_| (200, b"one".to_vec()));
        let two = Server::https(&two, |_| (200, b"two".to_vec()));
        scene.tcp(&json!({ "port": ending, "backend_port": plain.port, "sni": "a.example" }));
        for (name, server) in [("one.example", &one), ("*.two.example", &two)] {
            scene.tcp(&json!({
                "port": passing, "backend_port": server.port, "sni": name, "tls_terminate": false,
            }));
        }
        let proxy = scene.start();
        let open = |port, name: &str| {
            let stream = connect([127, 0, 0, 1].into(), port).unwrap();
            StreamOwned::new(proxy.authority.client(name, &[]), stream)
        };
        let mut stream = open(ending, "A.example");
        let mut name = [0; 6];
        stream.read_exact(&mut name).unwrap();
        assert_eq!(&name, b"plain\n");
        // A server name of nobody ends at the backend without servers.
        let mut nobody = open(ending, "b.example");
        assert!(matches!(nobody.read(&mut name), Ok(0) | Err(_)));
        for (name, server) in [("one.example", "one"), ("x.two.example", "two")] {
            let answer = crate::client::Request::new(name, "/").send(open(passing, name));
            assert_eq!(answer.body, server);
        }
        let mut nobody = open(passing, "three.example");
        assert!(nobody.conn.complete_io(&mut nobody.sock).is_err());
        // Neither is anything but TLS let through.
        let mut plain = connect([127, 0, 0, 1].into(), passing).unwrap();
        let answer = crate::client::Request::new("one.example", "/").send(&mut plain);
        assert_eq!(answer.status, 0);
    }
}

#[test]
fn clients_choose_http_2() {
    let mut scene = newest();
    let server = Server::named("one");
    scene.route("one", &[server.port], &json!({ "hostname": "a.example" }));
    let proxy = scene.start();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = proxy.authority.client_config(&[b"h2"]);
    let body = runtime.block_on(async {
        let stream = tokio::net::TcpStream::connect(("127.0.0.1", proxy.https)).await;
        let name = ServerName::try_from("a.example").unwrap();
        let connector = tokio_rustls::TlsConnector::from(config);
        let stream = connector.connect(name, stream.unwrap()).await.unwrap();
        assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
        let (sender, connection) = h2::client::handshake(stream).await.unwrap();
        let driver = tokio::spawn(async move {
            let _ = connection.await;
        });
        let mut sender = sender.ready().await.unwrap();
        let request = tonic::codegen::http::Request::get("https://a.example/over-h2");
        let (answer, _) = sender
            .send_request(request.body(()).unwrap(), true)
            .unwrap();
        let mut body = answer.await.unwrap().into_body();
        let mut bytes = Vec::new();
        while let Some(data) = body.data().await {
            let data = data.unwrap();
            let _ = body.flow_control().release_capacity(data.len());
            bytes.extend_from_slice(&data);
        }
        driver.abort();
        String::from_utf8(bytes).unwrap()
    });
    assert!(body.starts_with("one\nGET /over-h2 HTTP/1.1\r\n"), "{body}");
}
