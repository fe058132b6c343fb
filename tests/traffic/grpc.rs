//! A gRPC echo behind the proxy.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use serde_json::json;
use tonic::body::Body;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::codegen::http::uri::PathAndQuery;
use tonic::codegen::{BoxFuture, Service, http};
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::transport::{Certificate, ClientTlsConfig, Endpoint, Identity, Server, ServerTlsConfig};
use tonic::{Code, Request, Response, Status};

use crate::scene::{Proxy, port, scenes};

/// Messages that are bytes.
#[derive(Clone, Copy, Default)]
struct Bytes;

impl Codec for Bytes {
    type Encode = Vec<u8>;
    type Decode = Vec<u8>;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        *self
    }

    fn decoder(&mut self) -> Self {
        *self
    }
}

impl Encoder for Bytes {
    type Item = Vec<u8>;
    type Error = Status;

    fn encode(&mut self, item: Vec<u8>, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        bytes_of(buffer, &item);
        Ok(())
    }
}

fn bytes_of(buffer: &mut EncodeBuf<'_>, item: &[u8]) {
    use bytes::BufMut as _;
    buffer.put_slice(item);
}

impl Decoder for Bytes {
    type Item = Vec<u8>;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Vec<u8>>, Status> {
        use bytes::Buf as _;
        let mut item = vec![0; buffer.remaining()];
        buffer.copy_to_slice(&mut item);
        Ok(Some(item))
    }
}

/// Answers what it is told, and the header that the proxy added.
#[derive(Clone, Copy)]
struct Echo;

impl UnaryService<Vec<u8>> for Echo {
    type Response = Vec<u8>;
    type Future = Ready<Result<Response<Vec<u8>>, Status>>;

    fn call(&mut self, request: Request<Vec<u8>>) -> Self::Future {
        let seen = request.metadata().get("x-seen");
        let mut answer = seen.map_or_else(Vec::new, |seen| seen.as_bytes().to_vec());
        answer.extend(request.into_inner());
        ready(Ok(Response::new(answer)))
    }
}

impl Service<http::Request<Body>> for Echo {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<Self::Response, Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        Box::pin(async { Ok(Grpc::new(Bytes).unary(Echo, request).await) })
    }
}

impl NamedService for Echo {
    const NAME: &'static str = "echo.Echo";
}

/// Calls a method through the proxy.
async fn call(proxy: &Proxy, port: u16, host: &str, method: &str) -> Result<Vec<u8>, Code> {
    let tls = ClientTlsConfig::new()
        .ca_certificate(Certificate::from_pem(proxy.authority.pem()))
        .domain_name(host);
    let origin = format!("https://{host}").parse().unwrap();
    let endpoint = Endpoint::from_shared(format!("https://127.0.0.1:{port}")).unwrap();
    let endpoint = endpoint.origin(origin).tls_config(tls).unwrap();
    let mut client = tonic::client::Grpc::new(endpoint.connect().await.unwrap());
    client.ready().await.unwrap();
    let path = PathAndQuery::try_from(method.to_owned()).unwrap();
    let answer = client.unary(Request::new(b"hello".to_vec()), path, Bytes);
    match answer.await {
        Ok(answer) => Ok(answer.into_inner()),
        Err(status) => Err(status.code()),
    }
}

#[test]
fn calls_are_answered() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    for mut scene in scenes() {
        let back = port();
        let pem = scene.authority.certificate(&["server.example"]);
        let tls = ServerTlsConfig::new().identity(Identity::from_pem(&pem, &pem));
        let server = Server::builder().tls_config(tls).unwrap().add_service(Echo);
        let server = server.serve(([127, 0, 0, 1], back).into());
        let server = runtime.spawn(server);
        let front = port();
        let fields = json!({
            "protocol": "https", "external_grpc_port": front, "hostname": "a.example",
            "additional_hostnames": ["*.b.example"], "paths": ["/echo.Echo"], "deny_paths": ["/echo.Echo/Not"],
            "check": { "interval": 1, "rise": 1, "fall": 3 },
            "rewrites": [{ "method": "set-header", "header": "x-seen", "expression": "seen:" }],
        });
        scene.route("echo", &[back], &fields);
        let proxy = scene.start();
        let server_name = format!("echo_{back}_0");
        crate::wait("the server is up", || {
            proxy.status("echo", &server_name) == "UP"
        });
        runtime.block_on(async {
            for host in ["a.example", "X.b.example"] {
                let answer = call(&proxy, front, host, "/echo.Echo/Say").await;
                assert_eq!(answer.as_deref(), Ok(&b"seen:hello"[..]), "{host}");
            }
            for (host, method) in [
                ("a.example", "/echo.Echo/Not"),
                ("a.example", "/echo.Echoes/Say"),
                ("b.example", "/echo.Echo/Say"),
            ] {
                // The server itself would answer, or say that it has no such method.
                let answer = call(&proxy, front, host, method).await;
                let is_refused = answer
                    .clone()
                    .is_err_and(|code| code != Code::Unimplemented);
                assert!(is_refused, "{host}{method}: {answer:?}");
            }
        });
        server.abort();
    }
}
