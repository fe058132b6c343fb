use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A server on a port of its own; it runs until the tests end.
pub(crate) struct Server {
    pub(crate) port: u16,
    /// The heads of the requests so far, or what came otherwise.
    pub(crate) seen: Arc<Mutex<Vec<String>>>,
    /// The most requests at a time.
    pub(crate) most: Arc<AtomicUsize>,
}

/// What answers a request, given its head: the status and the body.
type Handler = dyn Fn(&str) -> (u16, Vec<u8>) + Send + Sync;

impl Server {
    /// A server that answers its name, and below it the head of the request.
    pub(crate) fn named(name: &'static str) -> Self {
        Self::http(move |head| (200, format!("{name}\n{head}").into_bytes()))
    }

    pub(crate) fn http(handler: impl Fn(&str) -> (u16, Vec<u8>) + Send + Sync + 'static) -> Self {
        let handler: Arc<Handler> = Arc::new(handler);
        Self::new(move |stream, server| serve(stream, &*handler, server))
    }

    /// The same over TLS.
    pub(crate) fn https(
        config: &Arc<ServerConfig>,
        handler: impl Fn(&str) -> (u16, Vec<u8>) + Send + Sync + 'static,
    ) -> Self {
        let handler: Arc<Handler> = Arc::new(handler);
        let config = Arc::clone(config);
        Self::new(move |stream, server| {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            serve(StreamOwned::new(connection, stream), &*handler, server);
        })
    }

    /// A server that does what it likes with each connection.
    pub(crate) fn new(talk: impl Fn(TcpStream, &Shared) + Send + Sync + 'static) -> Self {
        Self::on(TcpListener::bind(("127.0.0.1", 0)).unwrap(), talk)
    }

    /// The same at a port that is chosen already.
    pub(crate) fn on(
        listener: TcpListener,
        talk: impl Fn(TcpStream, &Shared) + Send + Sync + 'static,
    ) -> Self {
        let shared = Shared::default();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            seen: Arc::clone(&shared.seen),
            most: Arc::clone(&shared.most),
        };
        let talk = Arc::new(talk);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (talk, shared) = (Arc::clone(&talk), shared.clone());
                thread::spawn(move || talk(stream, &shared));
            }
        });
        server
    }

    /// A server that says its name to whom connects, and then what it hears.
    pub(crate) fn echo(name: &'static str) -> Self {
        Self::echo_on(TcpListener::bind(("127.0.0.1", 0)).unwrap(), name)
    }

    pub(crate) fn echo_on(listener: TcpListener, name: &'static str) -> Self {
        Self::on(listener, move |mut stream, _| {
            let _ = stream.write_all(format!("{name}\n").as_bytes());
            let mut chunk = [0; 4096];
            while let Ok(count @ 1..) = stream.read(&mut chunk) {
                if stream.write_all(&chunk[..count]).is_err() {
                    return;
                }
            }
        })
    }

    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

/// What the connections of a server share.
#[derive(Clone, Default)]
pub(crate) struct Shared {
    pub(crate) seen: Arc<Mutex<Vec<String>>>,
    most: Arc<AtomicUsize>,
    busy: Arc<AtomicUsize>,
}

/// Answers requests until the connection ends.
fn serve(stream: impl Read + Write, handler: &Handler, server: &Shared) {
    let mut stream = BufReader::new(stream);
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            match stream.read_line(&mut head) {
                Ok(1..) => {}
                _ => return,
            }
        }
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.parse::<usize>().unwrap())
        });
        let mut body = vec![0; length.unwrap_or(0)];
        if stream.read_exact(&mut body).is_err() {
            return;
        }
        server.seen.lock().unwrap().push(head.clone());
        let busy = server.busy.fetch_add(1, Ordering::SeqCst) + 1;
        server.most.fetch_max(busy, Ordering::SeqCst);
        let (status, body) = handler(&head);
        server.busy.fetch_sub(1, Ordering::SeqCst);
        let answer = format!(
            "HTTP/1.1 {status} Whatever\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let inner = stream.get_mut();
        let written = inner
            .write_all(answer.as_bytes())
            .and_then(|()| inner.write_all(&body))
            .and_then(|()| inner.flush());
        let is_last = head.to_lowercase().contains("\r\nconnection: close\r\n");
        if written.is_err() || is_last {
            return;
        }
    }
}
