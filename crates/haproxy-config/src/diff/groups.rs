use haproxy_model::config::AnySection;
use haproxy_model::section_kind::SectionKind;

use crate::align::Printed;

/// The statements of a section whose order among each other counts, by index.
pub(super) fn groups(section: &AnySection) -> Vec<(String, Vec<usize>)> {
    let all = 0..section.len();
    if !section.kind().is_some_and(SectionKind::is_proxy) {
        return vec![(String::new(), all.collect())];
    }
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for index in all {
        let group = group_of(Printed::new(section, index).name()).to_owned();
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, members)) => members.push(index),
            None => groups.push((group, vec![index])),
        }
    }
    groups
}

/// What a keyword of a proxy is ordered with: others of its first word, but for what acts on each
/// other and what does not.
fn group_of(keyword: &str) -> &str {
    let first = keyword.split(' ').next().unwrap_or_default();
    match (first, keyword) {
        // Servers start from the defaults before them.
        ("default-server" | "server" | "server-template", _) => "server",
        ("http-check" | "tcp-check" | "external-check", _) => "check",
        ("option", _) if keyword.ends_with("chk") || keyword.ends_with("check") => "check",
        // Of these, the last one counts.
        ("log-format", _) | (_, "option httplog" | "option tcplog" | "option httpslog") => {
            "log-format"
        }
        (_, "option httpclose" | "option http-server-close" | "option http-keep-alive") => {
            "connection mode"
        }
        ("option" | "timeout", _) => keyword,
        _ if first.starts_with("error") => "error",
        _ if first.starts_with("req") || first.starts_with("rsp") => "legacy",
        _ => first,
    }
}
