use std::net::{Ipv4Addr, Ipv6Addr};

/// The IPv6 address that the text starts with, and its length; a port behind it is not part of it.
pub(super) fn leading_ipv6(text: &[u8]) -> Option<(Ipv6Addr, usize)> {
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
    let length = text.iter().take_while(|byte| is_part(byte)).count();
    let run = text.get(..length)?;
    if memchr::memchr_iter(b':', run).count() < 2 {
        return None;
    }
    let mut end = run.len();
    loop {
        let candidate = std::str::from_utf8(run.get(..end)?).ok()?;
        if let Ok(address) = candidate.parse() {
            return Some((address, end));
        }
        end = memchr::memrchr(b':', run.get(..end)?)?;
    }
}

/// The IPv4 address that the text starts with, and its length.
pub(super) fn leading_ipv4(text: &[u8]) -> Option<(Ipv4Addr, usize)> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
    let length = text.iter().take_while(|byte| is_part(byte)).count();
    let run = text.get(..length)?;
    let run = run.strip_suffix(b".").unwrap_or(run);
    let address = std::str::from_utf8(run).ok()?.parse().ok()?;
    Some((address, run.len()))
}

/// First parts of names with dots that HAProxy itself gives a meaning.
const OWN_PREFIXES: [&[u8]; 14] = [
    b"bc",
    b"check",
    b"core",
    b"fc",
    b"http",
    b"internal",
    b"lua",
    b"proc",
    b"req",
    b"res",
    b"sess",
    b"ssl",
    b"tune",
    b"txn",
];

/// Last parts of names with dots that are files rather than hosts.
const FILE_EXTENSIONS: [&[u8]; 30] = [
    b"acl", b"bin", b"cer", b"cfg", b"conf", b"crl", b"crt", b"css", b"csr", b"db", b"gif",
    b"html", b"http", b"ico", b"ini", b"jpg", b"js", b"json", b"key", b"lst", b"lua", b"map",
    b"pem", b"php", b"png", b"sock", b"socket", b"svg", b"txt", b"xml",
];

/// What a name with dots is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dotted {
    Host,
    File,
    /// A keyword of HAProxy, a number, or nothing known.
    Other,
}

/// What this name is, which may start with a dot.
pub(super) fn dotted(name: &[u8]) -> Dotted {
    let name = name.strip_prefix(b".").unwrap_or(name);
    let name = name.strip_suffix(b".").unwrap_or(name);
    let labels: Vec<&[u8]> = name.split(|byte| *byte == b'.').collect();
    let (Some(first), Some(last)) = (labels.first(), labels.last()) else {
        return Dotted::Other;
    };
    if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) {
        return Dotted::Other;
    }
    if OWN_PREFIXES.contains(first) {
        return Dotted::Other;
    }
    if FILE_EXTENSIONS.contains(last) {
        return Dotted::File;
    }
    let is_domain =
        last.len() >= 2 && last.iter().all(u8::is_ascii_alphabetic) || last.starts_with(b"xn--");
    if is_domain {
        Dotted::Host
    } else {
        Dotted::Other
    }
}
