//! What HAProxy before 2.1 made of a message, as its manuals say: rules compare each line as text, the
//! first one included, and put other text in its place.

use haproxy_config::Document;
use regex::{Regex, RegexBuilder};

/// A message: its first line, then its headers.
pub(super) type Message = Vec<String>;

/// What these rules make of a message; `None` where they refuse it.
pub(super) fn carried_out(rules: &str, message: &Message) -> Option<Message> {
    let document = Document::parse(rules);
    let rules: Vec<Vec<String>> = document
        .lines()
        .map(|line| {
            let words = line.words().map(|word| word.value().unwrap());
            words
                .map(|word| String::from_utf8_lossy(&word).into_owned())
                .collect()
        })
        .collect();
    let mut message = message.clone();
    let kinds: [fn(&str) -> bool; 3] = [
        |keyword| keyword.starts_with("http-"),
        |keyword| !keyword.starts_with("http-") && !keyword.ends_with("add"),
        |keyword| keyword.ends_with("add"),
    ];
    for is_own in kinds {
        for rule in rules.iter().filter(|rule| is_own(&rule[0])) {
            apply(rule, &mut message)?;
        }
    }
    Some(message)
}

fn apply(rule: &[String], message: &mut Message) -> Option<()> {
    let keyword = rule[0].as_str();
    match keyword {
        "http-request" | "http-response" => {
            assert_eq!(rule[1], "set-header");
            let name = format!("{}:", rule[2].to_lowercase());
            message.retain(|line| !line.to_lowercase().starts_with(&name));
            message.push(format!("{}: {}", rule[2], rule[3]));
        }
        "reqadd" | "rspadd" => message.push(rule[1].clone()),
        "reqrep" | "reqirep" | "rsprep" | "rspirep" => {
            let search = search(keyword, &rule[1]);
            for line in message.iter_mut() {
                if let Some(found) = search.captures(line) {
                    let mut text = rule[2].clone();
                    for (index, group) in found.iter().enumerate() {
                        let group = group.map_or("", |group| group.as_str());
                        text = text.replace(&format!("\\{index}"), group);
                    }
                    *line = text;
                }
            }
        }
        "reqdel" | "reqidel" | "rspdel" | "rspidel" => {
            let search = search(keyword, &rule[1]);
            message.retain(|line| !search.is_match(line));
        }
        "reqdeny" | "reqideny" | "rspdeny" | "rspideny" => {
            let search = search(keyword, &rule[1]);
            if message.iter().any(|line| search.is_match(line)) {
                return None;
            }
        }
        other => panic!("no rule {other}"),
    }
    Some(())
}

/// The pattern of a rule; one with an `i` before the verb does not mind the case.
fn search(keyword: &str, pattern: &str) -> Regex {
    RegexBuilder::new(pattern)
        .case_insensitive(keyword.starts_with("reqi") || keyword.starts_with("rspi"))
        .build()
        .unwrap()
}
