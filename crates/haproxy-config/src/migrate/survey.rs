use std::collections::HashMap;

use haproxy_model::section_kind::SectionKind;

use crate::document::{Document, Line, Section};

/// What the whole configuration says that decides how one statement is rewritten.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// How many processes there were.
    pub(super) processes: usize,
    /// Whether the number of threads is said.
    pub(super) has_threads: bool,
    /// Whether some proxy has an `option httpchk` of its own.
    pub(super) has_http_checks: bool,
    /// Of each section of each file, whether it is of mode http.
    modes: Vec<Vec<bool>>,
}

impl Survey {
    pub(super) fn new<'d>(documents: impl Iterator<Item = &'d Document>) -> Self {
        let mut survey = Self {
            processes: 1,
            ..Self::default()
        };
        let mut modes = Modes::default();
        for document in documents {
            let mut own = Vec::new();
            for section in document.sections() {
                own.push(modes.of(section));
                match section.kind() {
                    SectionKind::Global => survey.read_global(section),
                    SectionKind::Listen | SectionKind::Backend => survey.read_backend(section),
                    _ => {}
                }
            }
            survey.modes.push(own);
        }
        survey
    }

    /// Whether the section of this index in this file is of mode http.
    pub(super) fn is_http(&self, file: usize, section: usize) -> bool {
        let modes = self.modes.get(file);
        modes.and_then(|modes| modes.get(section)).copied() == Some(true)
    }

    /// Whether there is a thread for some process of this set.
    pub(super) fn has_thread(&self, set: &str) -> bool {
        if self.has_threads || self.processes == 1 {
            return true;
        }
        let first = set.split('-').next().unwrap_or_default();
        match first.parse::<usize>() {
            Ok(first) => first <= self.processes,
            Err(_) => set != "even" || self.processes > 1,
        }
    }

    fn read_global(&mut self, section: Section<'_>) {
        for (_, line) in section.statements() {
            if line.starts_with(&[b"nbproc"]) {
                let count = line.value(1);
                let count = count.and_then(|count| std::str::from_utf8(&count).ok()?.parse().ok());
                self.processes = self.processes.max(count.unwrap_or(1));
            }
            self.has_threads |= line.starts_with(&[b"nbthread"]);
        }
    }

    fn read_backend(&mut self, section: Section<'_>) {
        let mut lines = section.statements();
        let is_check = |line: &Line<'_>| line.starts_with(&[b"option", b"httpchk"]);
        self.has_http_checks |= lines.any(|(_, line)| is_check(&line));
    }
}

/// The modes of the defaults sections met so far.
#[derive(Default)]
struct Modes {
    last: bool,
    named: HashMap<String, bool>,
}

impl Modes {
    /// Whether the section is of mode http.
    fn of(&mut self, section: Section<'_>) -> bool {
        let from = section.from_word().and_then(|word| word.value());
        let from = from.map(|name| String::from_utf8_lossy(&name).into_owned());
        let inherited = match from {
            Some(name) => self.named.get(&name).copied().unwrap_or_default(),
            None => section.kind() != SectionKind::Defaults && self.last,
        };
        let own = section.statements().map(|(_, line)| line);
        let own = own.filter(|line| line.starts_with(&[b"mode"])).last();
        let is_http = own.map_or(inherited, |line| {
            line.word(1).is_some_and(|mode| mode.is(b"http"))
        });
        if section.kind() == SectionKind::Defaults {
            self.last = is_http;
            if let Some(name) = section.name() {
                self.named.insert(name.into_owned(), is_http);
            }
        }
        is_http
    }
}
