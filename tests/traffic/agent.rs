//! A small agent of HAProxy's stream processing offload protocol, which tells who is logged in.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use crate::server::Server;

/// The types of frames.
mod frame {
    pub(super) const HAPROXY_HELLO: u8 = 1;
    pub(super) const HAPROXY_DISCONNECT: u8 = 2;
    pub(super) const NOTIFY: u8 = 3;
    pub(super) const AGENT_HELLO: u8 = 101;
    pub(super) const AGENT_DISCONNECT: u8 = 102;
    pub(super) const ACKNOWLEDGEMENT: u8 = 103;
}

/// The scope of variables that are kept as long as a request and its answer.
const TRANSACTION: u8 = 2;

/// Where the agent sends those who are not logged in.
pub(crate) const LOGIN: &str = "https://login.example/?to=";

/// The cookie that the agent knows.
pub(crate) const KNOWN_COOKIE: &str = "let-me-in";

/// An agent, and what it was asked.
pub(crate) struct Agent {
    pub(crate) server: Server,
    pub(crate) questions: Arc<Mutex<Vec<Question>>>,
}

/// What HAProxy tells of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) message: String,
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) is_tls: bool,
    pub(crate) cookie: Option<String>,
}

/// A frame without its length.
struct Frame {
    kind: u8,
    stream: u64,
    number: u64,
    payload: Vec<u8>,
}

/// A value of the protocol.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    Nothing,
    Bool(bool),
    Number(u64),
    Bytes(Vec<u8>),
}

impl Agent {
    /// An agent for whom everybody with the cookie that it knows is logged in.
    pub(crate) fn new() -> Self {
        let questions = Arc::new(Mutex::new(Vec::new()));
        let asked = Arc::clone(&questions);
        let server = Server::new(move |stream, _| {
            let _ = talk(stream, &asked);
        });
        Self { server, questions }
    }
}

/// Answers frames until HAProxy leaves.
fn talk(mut stream: TcpStream, asked: &Mutex<Vec<Question>>) -> std::io::Result<()> {
    loop {
        let frame = Frame::read(&mut stream)?;
        let (kind, payload) = match frame.kind {
            frame::HAPROXY_HELLO => (frame::AGENT_HELLO, hello()),
            frame::NOTIFY => {
                let question = Question::parse(&frame.payload);
                let answer = answer(&question);
                asked.lock().unwrap().push(question);
                (frame::ACKNOWLEDGEMENT, answer)
            }
            frame::HAPROXY_DISCONNECT => {
                let mut payload = Vec::new();
                put_pair(&mut payload, "status-code", &Value::Number(0));
                put_pair(&mut payload, "message", &Value::Bytes(Vec::new()));
                (frame::AGENT_DISCONNECT, payload)
            }
            other => panic!("a frame of the type {other}"),
        };
        let is_last = kind == frame::AGENT_DISCONNECT || is_check(&frame);
        let answer = Frame {
            kind,
            payload,
            ..frame
        };
        answer.write(&mut stream)?;
        if is_last {
            return Ok(());
        }
    }
}

/// Whether HAProxy only wants to know that the agent is there.
fn is_check(frame: &Frame) -> bool {
    let mut rest = &frame.payload[..];
    let mut pairs = std::iter::from_fn(|| (!rest.is_empty()).then(|| pair(&mut rest)));
    frame.kind == frame::HAPROXY_HELLO
        && pairs.any(|(name, value)| name == "healthcheck" && value == Value::Bool(true))
}

fn hello() -> Vec<u8> {
    let mut payload = Vec::new();
    put_pair(&mut payload, "version", &Value::Bytes(b"2.0".to_vec()));
    put_pair(&mut payload, "max-frame-size", &Value::Number(16_380));
    put_pair(&mut payload, "capabilities", &Value::Bytes(Vec::new()));
    payload
}

fn answer(question: &Question) -> Vec<u8> {
    if question.cookie.as_deref() == Some(KNOWN_COOKIE) {
        return set_variable("is_authenticated", &Value::Bool(true));
    }
    let login = format!("{LOGIN}{}{}", question.host, question.path);
    set_variable("redirect_url", &Value::Bytes(login.into_bytes()))
}

/// The action that sets a variable.
fn set_variable(name: &str, value: &Value) -> Vec<u8> {
    let mut action = vec![1, 3, TRANSACTION];
    put_pair(&mut action, name, value);
    action
}

impl Question {
    fn parse(mut payload: &[u8]) -> Self {
        let mut question = Self {
            message: text(&mut payload),
            ..Self::default()
        };
        let count = byte(&mut payload);
        for _ in 0..count {
            let (name, value) = pair(&mut payload);
            let text = || match &value {
                Value::Bytes(bytes) => Some(String::from_utf8(bytes.clone()).unwrap()),
                _ => None,
            };
            match name.as_str() {
                "arg_host" => question.host = text().unwrap(),
                "arg_pathq" => question.path = text().unwrap(),
                "arg_ssl" => question.is_tls = value == Value::Bool(true),
                "arg_cookie" => question.cookie = text(),
                other => panic!("the argument {other}"),
            }
        }
        question
    }
}

impl Frame {
    fn read(stream: &mut TcpStream) -> std::io::Result<Self> {
        let mut length = [0; 4];
        stream.read_exact(&mut length)?;
        let mut bytes = vec![0; u32::from_be_bytes(length) as usize];
        stream.read_exact(&mut bytes)?;
        // Behind the type stand four bytes of flags; what is sent here never needs several frames.
        let (kind, mut rest) = (bytes[0], &bytes[5..]);
        let (stream, number) = (number(&mut rest), number(&mut rest));
        Ok(Self {
            kind,
            stream,
            number,
            payload: rest.to_vec(),
        })
    }

    fn write(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        const WHOLE: [u8; 4] = [0, 0, 0, 1];
        let mut bytes = vec![self.kind];
        bytes.extend(WHOLE);
        put_number(&mut bytes, self.stream);
        put_number(&mut bytes, self.number);
        bytes.extend_from_slice(&self.payload);
        let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
        stream.write_all(&[&length[..], &bytes].concat())
    }
}

fn byte(bytes: &mut &[u8]) -> u8 {
    let (first, rest) = bytes.split_first().unwrap();
    *bytes = rest;
    *first
}

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> &'a [u8] {
    let (taken, rest) = bytes.split_at(count);
    *bytes = rest;
    taken
}

/// A number of variable length.
fn number(bytes: &mut &[u8]) -> u64 {
    let mut value = u64::from(byte(bytes));
    if value < 0xf0 {
        return value;
    }
    let mut shift = 4;
    loop {
        let next = byte(bytes);
        value += u64::from(next) << shift;
        if next < 0x80 {
            return value;
        }
        shift += 7;
    }
}

fn put_number(bytes: &mut Vec<u8>, mut value: u64) {
    let low = |value: u64| value.to_le_bytes()[0];
    if value < 0xf0 {
        return bytes.push(low(value));
    }
    bytes.push(low(value) | 0xf0);
    value = (value - 0xf0) >> 4;
    while value >= 0x80 {
        bytes.push(low(value) | 0x80);
        value = (value - 0x80) >> 7;
    }
    bytes.push(low(value));
}

fn length(bytes: &mut &[u8]) -> usize {
    usize::try_from(number(bytes)).unwrap()
}

fn text(bytes: &mut &[u8]) -> String {
    let length = length(bytes);
    String::from_utf8(take(bytes, length).to_vec()).unwrap()
}

/// A name and its value.
fn pair(bytes: &mut &[u8]) -> (String, Value) {
    let name = text(bytes);
    let kind = byte(bytes);
    let value = match kind & 0x0f {
        0 => Value::Nothing,
        1 => Value::Bool(kind & 0x10 != 0),
        2..=5 => Value::Number(number(bytes)),
        8 | 9 => {
            let length = length(bytes);
            Value::Bytes(take(bytes, length).to_vec())
        }
        other => panic!("{name} is of the type {other}"),
    };
    (name, value)
}

fn put_pair(bytes: &mut Vec<u8>, name: &str, value: &Value) {
    put_number(bytes, name.len() as u64);
    bytes.extend_from_slice(name.as_bytes());
    match value {
        Value::Nothing => bytes.push(0),
        Value::Bool(value) => bytes.push(if *value { 0x11 } else { 0x01 }),
        Value::Number(number) => {
            bytes.push(3);
            put_number(bytes, *number);
        }
        Value::Bytes(content) => {
            bytes.push(8);
            put_number(bytes, content.len() as u64);
            bytes.extend_from_slice(content);
        }
    }
}
