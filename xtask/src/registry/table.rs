use std::fmt::Write;

use super::dump::{Acl, Converter, Fetch, Signature};
use super::history::{Entry, History};

/// The tables of sample fetches.
pub(super) fn fetches(history: &History) -> Result<String, String> {
    let entries = history.entries(|dump| &dump.fetches);
    tables(
        "Fetch",
        "FETCHES",
        &[
            "argument_type::ArgumentType::*",
            "sample_type::SampleType::*",
        ],
        &entries,
        |name, fetch: &Fetch, versions| {
            let (signature, result) = (signature(&fetch.signature)?, sample_type(&fetch.result)?);
            let contexts = format!(
                "{:#06x}_{:04x}",
                fetch.contexts >> 16,
                fetch.contexts & 0xffff
            );
            Ok(format!(
                "Fetch::new({name:?}, {signature}, {result}, {contexts}, {versions})"
            ))
        },
    )
}

/// The tables of converters.
pub(super) fn converters(history: &History) -> Result<String, String> {
    let entries = history.entries(|dump| &dump.converters);
    tables(
        "Converter",
        "CONVERTERS",
        &[
            "argument_type::ArgumentType::*",
            "sample_type::SampleType::*",
        ],
        &entries,
        |name, converter: &Converter, versions| {
            let signature = signature(&converter.signature)?;
            let (input, output) = (
                sample_type(&converter.input)?,
                sample_type(&converter.output)?,
            );
            Ok(format!(
                "Converter::new({name:?}, {signature}, {input}, {output}, {versions})"
            ))
        },
    )
}

/// The tables of ACL keywords.
pub(super) fn acls(history: &History) -> Result<String, String> {
    let entries = history.entries(|dump| &dump.acls);
    tables(
        "Acl",
        "ACLS",
        &["match_method::MatchMethod::*"],
        &entries,
        |name, acl: &Acl, versions| {
            let (fetch, matching) = (&acl.fetch, match_method(&acl.matching)?);
            Ok(format!(
                "Acl::new({name:?}, {fetch:?}, {matching}, {versions})"
            ))
        },
    )
}

/// The table of what holds, and that of what held before where some version says otherwise.
fn tables<T>(
    kind: &str,
    table: &str,
    imports: &[&str],
    entries: &[Entry<'_, T>],
    constructor: impl Fn(&str, &T, String) -> Result<String, String>,
) -> Result<String, String> {
    let mut text = head(kind, imports);
    open(&mut text, table, kind);
    for entry in entries {
        let versions = versions(entry.since, entry.removed);
        line(&mut text, &constructor(entry.name, entry.newest, versions)?);
    }
    text.push_str("];\n");
    if entries.iter().any(|entry| !entry.former.is_empty()) {
        open(&mut text, &format!("FORMER_{table}"), kind);
        for entry in entries {
            for (former, until) in &entry.former {
                let versions = versions(entry.since, Some(*until));
                line(&mut text, &constructor(entry.name, former, versions)?);
            }
        }
        text.push_str("];\n");
    }
    Ok(finish(text))
}

fn head(kind: &str, imports: &[&str]) -> String {
    let mut uses = vec![format!("{}::{kind}", kind.to_lowercase())];
    uses.extend(imports.iter().map(|import| (*import).to_owned()));
    uses.sort();
    let mut text = String::from(
        "// Made by `cargo xtask registry` from what HAProxy prints of itself (`haproxy -dKall`).\n\
         // Do not edit.\n\n#![allow(clippy::enum_glob_use)]\n\n",
    );
    for name in uses {
        let _ = writeln!(text, "use super::{name};");
    }
    text
}

fn open(text: &mut String, table: &str, kind: &str) {
    let _ = writeln!(
        text,
        "\n#[rustfmt::skip]\npub(super) static {table}: &[{kind}] = &["
    );
}

fn finish(table: String) -> String {
    if table.contains("version(") {
        table.replacen("\n\n#[r", "\nuse super::version;\n\n#[r", 1)
    } else {
        table
    }
}

fn line(table: &mut String, entry: &str) {
    let _ = writeln!(table, "    {entry},");
}

fn versions(since: Option<(u8, u8)>, removed: Option<(u8, u8)>) -> String {
    let version = |version: Option<(u8, u8)>| match version {
        Some((major, minor)) => format!("version({major}, {minor})"),
        None => "None".to_owned(),
    };
    format!("{}, {}", version(since), version(removed))
}

fn signature(signature: &Signature) -> Result<String, String> {
    let list = |types: &[String]| {
        let types: Result<Vec<&str>, String> =
            types.iter().map(|name| argument_type(name)).collect();
        types.map(|types| format!("&[{}]", types.join(", ")))
    };
    let (required, optional) = (list(&signature.required)?, list(&signature.optional)?);
    Ok(format!("{required}, {optional}"))
}

fn argument_type(name: &str) -> Result<&'static str, String> {
    Ok(match name {
        "string" => "String",
        "integer" => "Integer",
        "table" => "Table",
        "backend" => "Backend",
        "frontend" => "Frontend",
        "server" => "Server",
        "user list" => "Userlist",
        "regex" => "Regex",
        "IPv4 address" => "Ipv4Address",
        "IPv6 address" => "Ipv6Address",
        "IPv4 mask" => "Ipv4Mask",
        "IPv6 mask" => "Ipv6Mask",
        "Protocol buffers field number" => "ProtobufField",
        _ => return Err(format!("unknown argument type '{name}'")),
    })
}

fn sample_type(name: &str) -> Result<&'static str, String> {
    Ok(match name {
        "any" => "Any",
        "same" => "Same",
        "bool" => "Boolean",
        "sint" => "SignedInteger",
        "addr" => "Address",
        "ipv4" => "Ipv4",
        "ipv6" => "Ipv6",
        "str" => "Text",
        "bin" => "Binary",
        "meth" => "Method",
        _ => return Err(format!("unknown sample type '{name}'")),
    })
}

fn match_method(name: &str) -> Result<&'static str, String> {
    Ok(match name {
        "found" => "Found",
        "bool" => "Boolean",
        "int" => "Integer",
        "ip" => "Ip",
        "bin" => "Binary",
        "len" => "Length",
        "str" => "Exact",
        "beg" => "Beginning",
        "sub" => "Substring",
        "dir" => "Directory",
        "dom" => "Domain",
        "end" => "End",
        "reg" => "Regex",
        _ => return Err(format!("unknown match method '{name}'")),
    })
}
