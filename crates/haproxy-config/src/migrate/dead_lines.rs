use std::collections::HashSet;

use haproxy_model::version::Version;

use crate::condition::evaluate_condition;
use crate::document::{Directive, Document, Line, LineKind};
use crate::environment::Environment;

/// The numbers of the lines that a version never reads: those of blocks that are for other versions.
pub(super) fn dead_lines(document: &Document, version: Version) -> HashSet<usize> {
    let mut dead = HashSet::new();
    if !document.lines().any(|line| line.is_block_edge()) {
        return dead;
    }
    let environment = Environment::new(format!("{version}.0"));
    let mut open: Vec<Block> = Vec::new();
    for line in document.lines() {
        match line.kind() {
            LineKind::Directive(Directive::If) => {
                open.push(Block::new(decide(&line, &environment)));
            }
            LineKind::Directive(Directive::Elif) => {
                if let Some(block) = open.last_mut() {
                    block.next(decide(&line, &environment));
                }
            }
            LineKind::Directive(Directive::Else) => {
                if let Some(block) = open.last_mut() {
                    block.next(Some(true));
                }
            }
            LineKind::Directive(Directive::Endif) => {
                open.pop();
            }
            _ if open.iter().any(|block| block.is_dead) => {
                dead.insert(line.number());
            }
            _ => {}
        }
    }
    dead
}

/// A conditional block, at one of its branches.
struct Block {
    is_dead: bool,
    /// A branch before is read whatever the environment.
    is_done: bool,
}

impl Block {
    fn new(condition: Option<bool>) -> Self {
        Self {
            is_dead: condition == Some(false),
            is_done: condition == Some(true),
        }
    }

    fn next(&mut self, condition: Option<bool>) {
        self.is_dead = self.is_done || condition == Some(false);
        self.is_done |= condition == Some(true);
    }
}

/// What the condition says, where only the version decides.
fn decide(line: &Line<'_>, environment: &Environment) -> Option<bool> {
    let words: Option<Vec<_>> = line.words().skip(1).map(|word| word.value()).collect();
    let condition = words?.join(&b' ');
    let text = std::str::from_utf8(&condition).ok()?;
    let mut rest = text.to_owned();
    for predicate in ["version_atleast(", "version_before("] {
        while let Some(start) = rest.find(predicate) {
            let end = start + rest.get(start..)?.find(')')?;
            rest.replace_range(start..=end, "");
        }
    }
    let is_operator = |character: char| "!&|() 01".contains(character);
    if rest.chars().all(is_operator) {
        evaluate_condition(&condition, environment).ok()
    } else {
        None
    }
}
