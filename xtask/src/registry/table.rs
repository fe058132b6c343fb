use std::fmt::Write;

use super::dump::Signature;
use super::history::{Entry, History};

/// The table of sample fetches.
pub(super) fn fetches(history: &History) -> Result<String, String> {
    let mut table = start(
        "Fetch",
        "FETCHES",
        &[
            "argument_type::ArgumentType::*",
            "sample_type::SampleType::*",
        ],
    );
    for entry in history.entries(|dump| &dump.fetches) {
        let Entry { name, newest, .. } = &entry;
        let signature = signature(&newest.signature)?;
        let (result, versions) = (sample_type(&newest.result)?, versions(&entry));
        let contexts = format!(
            "{:#06x}_{:04x}",
            newest.contexts >> 16,
            newest.contexts & 0xffff
        );
        line(
            &mut table,
            &format!("Fetch::new({name:?}, {signature}, {result}, {contexts}, {versions})"),
        );
    }
    Ok(finish(table))
}

/// The table of converters.
pub(super) fn converters(history: &History) -> Result<String, String> {
    let mut table = start(
        "Converter",
        "CONVERTERS",
        &[
            "argument_type::ArgumentType::*",
            "sample_type::SampleType::*",
        ],
    );
    for entry in history.entries(|dump| &dump.converters) {
        let Entry { name, newest, .. } = &entry;
        let signature = signature(&newest.signature)?;
        let (input, output) = (sample_type(&newest.input)?, sample_type(&newest.output)?);
        let versions = versions(&entry);
        line(
            &mut table,
            &format!("Converter::new({name:?}, {signature}, {input}, {output}, {versions})"),
        );
    }
    Ok(finish(table))
}

/// The table of ACL keywords.
pub(super) fn acls(history: &History) -> Result<String, String> {
    let mut table = start("Acl", "ACLS", &["match_method::MatchMethod::*"]);
    for entry in history.entries(|dump| &dump.acls) {
        let Entry { name, newest, .. } = &entry;
        let fetch = &newest.fetch;
        let (matching, versions) = (match_method(&newest.matching)?, versions(&entry));
        line(
            &mut table,
            &format!("Acl::new({name:?}, {fetch:?}, {matching}, {versions})"),
        );
    }
    Ok(finish(table))
}

fn start(entry: &str, table: &str, imports: &[&str]) -> String {
    let mut uses = vec![format!("{}::{entry}", entry.to_lowercase())];
    uses.extend(imports.iter().map(|import| (*import).to_owned()));
    uses.sort();
    let mut text = String::from(
        "// Made by `cargo xtask registry` from what HAProxy prints of itself (`haproxy -dKall`).\n\
         // Do not edit.\n\n#![allow(clippy::enum_glob_use)]\n\n",
    );
    for name in uses {
        let _ = writeln!(text, "use super::{name};");
    }
    let _ = writeln!(
        text,
        "\n#[rustfmt::skip]\npub(super) static {table}: &[{entry}] = &["
    );
    text
}

fn finish(table: String) -> String {
    let table = table + "];\n";
    if table.contains("version(") {
        table.replacen("\n\n#[", "\nuse super::version;\n\n#[", 1)
    } else {
        table
    }
}

fn line(table: &mut String, entry: &str) {
    let _ = writeln!(table, "    {entry},");
}

fn versions<T>(entry: &Entry<'_, T>) -> String {
    let version = |version: Option<(u8, u8)>| match version {
        Some((major, minor)) => format!("version({major}, {minor})"),
        None => "None".to_owned(),
    };
    format!("{}, {}", version(entry.since), version(entry.removed))
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
