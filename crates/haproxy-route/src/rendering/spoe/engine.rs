//! The engine by which HAProxy asks an agent.

use haproxy_config::from_model_text;
use haproxy_model::language::Words;
use haproxy_model::spoe::SpoeFile;

use super::super::host::HOST;
use super::{SpoeAuthentication, agent_name, engine_name};
use crate::statement::{StatementError, literal};

/// The engine as text of the file.
pub(super) fn text(agent: &SpoeAuthentication) -> Result<Vec<u8>, String> {
    let id = agent.relation_id;
    let cookie = format!("arg_cookie=req.cook({})", agent.cookie);
    let name = format!("spoe-agent-{id}");
    let prefix = format!("auth_{id}");
    let scope = format!("[{}]", engine_name(id));
    let backend = agent_name(id);
    let mut event = vec!["event", &agent.event, "if", "{", HOST];
    // The agent is asked only about requests that it guards.
    let wildcard = agent.hostname.strip_prefix('*');
    match wildcard {
        Some(suffix) => event.extend(["-m", "end", "-i", "--", suffix, "}"]),
        None => event.extend(["-i", "--", &agent.hostname, "}"]),
    }
    let lines = [
        vec![scope.as_str()],
        vec!["spoe-agent", &name],
        vec!["messages", &agent.message],
        vec!["option", "var-prefix", &prefix],
        vec!["timeout", "hello", "2s"],
        vec!["timeout", "idle", "2m"],
        vec!["timeout", "processing", "1s"],
        vec!["use-backend", &backend],
        vec!["spoe-message", &agent.message],
        vec![
            "args",
            "arg_ssl=ssl_fc",
            "arg_host=req.hdr(host)",
            "arg_pathq=pathq",
            &cookie,
        ],
        event,
    ];
    let mut file = SpoeFile::default();
    for line in &lines {
        if line.iter().any(|word| word.contains('\0')) {
            return Err(StatementError::Nul.to_string());
        }
        let words: Vec<_> = line.iter().map(|word| literal(word)).collect();
        let mut reader = Words::new(&words);
        let read = file.parse_line(&mut reader);
        read.map_err(|error| error.to_string())?;
        if !reader.is_at_end() || !reader.unrecognized().is_empty() {
            let word = line.first().copied().unwrap_or_default().to_owned();
            return Err(StatementError::Rest { word }.to_string());
        }
    }
    let mut text = Vec::new();
    let mut fault = None;
    file.print(|printer| {
        let mut words = printer.words().peekable();
        let is_statement = words.peek().is_some_and(|word| {
            !word.starts_with('[') && !matches!(*word, "spoe-agent" | "spoe-message")
        });
        if is_statement {
            text.extend_from_slice(b"    ");
        }
        for (index, word) in words.enumerate() {
            if index > 0 {
                text.push(b' ');
            }
            match from_model_text(word) {
                Ok(raw) => text.extend_from_slice(&raw),
                Err(error) => fault = Some(error.to_string()),
            }
        }
        text.push(b'\n');
    });
    match fault {
        Some(fault) => Err(fault),
        None => Ok(text),
    }
}
