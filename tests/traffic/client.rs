use std::io::{ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use tokio_rustls::rustls::StreamOwned;

use crate::scene::Proxy;

/// How long clients wait.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    host: String,
    head: String,
    body: Vec<u8>,
    address: IpAddr,
}

/// What is answered; the status is 0 where the connection is closed without an answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn new(host: &str, path: &str) -> Self {
        Self::with_method("GET", host, path)
    }

    pub(crate) fn with_method(method: &str, host: &str, path: &str) -> Self {
        Self {
            host: host.to_owned(),
            head: format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"),
            body: Vec::new(),
            address: Ipv4Addr::LOCALHOST.into(),
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.head += &format!("{name}: {value}\r\n");
        self
    }

    pub(crate) fn body(mut self, body: Vec<u8>) -> Self {
        self.head += &format!("Content-Length: {}\r\n", body.len());
        self.body = body;
        self
    }

    /// The address of the proxy that is asked.
    pub(crate) fn at(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    pub(crate) fn over_tls(&self, proxy: &Proxy) -> Answer {
        let stream = connect(self.address, proxy.https).unwrap();
        let connection = proxy.authority.client(&self.host, &[]);
        self.send(StreamOwned::new(connection, stream))
    }

    pub(crate) fn plain(&self, proxy: &Proxy) -> Answer {
        self.send(connect(self.address, proxy.http).unwrap())
    }

    /// Sends over an open connection and reads until it is closed.
    pub(crate) fn send(&self, mut stream: impl Read + Write) -> Answer {
        let head = self.head.as_bytes();
        let sent = stream
            .write_all(&[head, b"\r\n", &self.body].concat())
            .and_then(|()| stream.flush());
        if sent.is_err() {
            return Answer::default();
        }
        let bytes = read(&mut stream);
        Answer::parse(&bytes)
    }
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            return Self::default();
        };
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let headers = lines.filter_map(|line| line.split_once(": "));
        Self {
            status: status.unwrap().parse().unwrap(),
            headers: headers
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The name of the server that answered.
    pub(crate) fn server(&self) -> &str {
        self.body.lines().next().unwrap_or_default()
    }
}

/// Connects to a port of the machine.
pub(crate) fn connect(address: IpAddr, port: u16) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&SocketAddr::new(address, port), PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Connects as a client of this address.
pub(crate) fn connect_from(source: [u8; 4], port: u16) -> std::io::Result<TcpStream> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .unwrap();
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::from((source, 0))).unwrap();
        let target = SocketAddr::from(([127, 0, 0, 1], port));
        socket.connect(target).await?.into_std()
    })?;
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Everything that comes until the connection is closed, in whatever way.
///
/// # Panics
/// Where it is not closed in time.
pub(crate) fn read(stream: &mut impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 16_384];
    loop {
        match stream.read(&mut chunk) {
            Ok(0) => return bytes,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => {
                let is_late = matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut);
                assert!(!is_late, "the connection stays open");
                return bytes;
            }
        }
    }
}
