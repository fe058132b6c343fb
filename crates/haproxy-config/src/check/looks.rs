//! The looks of all rules, divided among threads.

use std::ops::Range;

use super::context::Context;
use super::entry::{ConfigurationLook, FilesLook, Look, ProxyLook, SectionLook, ServersLook};
use super::files::Files;
use super::servers::States;
use crate::diagnostic::Diagnostic;
use crate::parallel;

/// In how many parts the sections are divided for each thread, so that all end at about the same time.
const PARTS_OF_A_THREAD: usize = 8;

/// The looks that rules ask for, by what they look at.
#[derive(Default)]
pub(super) struct Looks {
    reading: Vec<ConfigurationLook>,
    configuration: Vec<ConfigurationLook>,
    files: Vec<FilesLook>,
    sections: Vec<SectionLook>,
    proxies: Vec<ProxyLook>,
    servers: Vec<ServersLook>,
}

/// What is done without regard to what others find.
enum Task {
    /// All looks at what reading found.
    Reading(Vec<Diagnostic>),
    Configuration(ConfigurationLook),
    /// All looks at these sections, and at the proxies among them.
    Sections(Range<usize>),
}

impl FromIterator<Look> for Looks {
    fn from_iter<I: IntoIterator<Item = Look>>(all: I) -> Self {
        let mut looks = Self::default();
        for look in all {
            match look {
                Look::Elsewhere => {}
                Look::Reading(look) => looks.reading.push(look),
                Look::Configuration(look) => looks.configuration.push(look),
                Look::Files(look) => looks.files.push(look),
                Look::Section(look) => looks.sections.push(look),
                Look::Proxy(look) => looks.proxies.push(look),
                Look::Servers(look) => looks.servers.push(look),
            }
        }
        looks
    }
}

impl Looks {
    /// What they find, with what is left of what reading found.
    ///
    /// It is the same, and in the same order, for any number of threads.
    pub(super) fn take(
        &self,
        context: &Context<'_>,
        files: Files<'_>,
        read: Vec<Diagnostic>,
        threads: usize,
    ) -> Vec<Diagnostic> {
        let parts = if threads == 1 {
            1
        } else {
            threads * PARTS_OF_A_THREAD
        };
        let mut tasks = vec![Task::Reading(read)];
        tasks.extend(self.configuration.iter().copied().map(Task::Configuration));
        tasks.extend(context.parts(parts).into_iter().map(Task::Sections));
        let found = parallel::each(threads, tasks, |task| self.carry_out(task, context));
        let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
        // Where files come from need not be fit for several threads.
        for look in &self.files {
            look(context, files, &mut found);
        }
        found
    }

    fn carry_out(&self, task: Task, context: &Context<'_>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        match task {
            Task::Reading(read) => {
                found = read;
                for look in &self.reading {
                    look(context, &mut found);
                }
            }
            Task::Configuration(look) => look(context, &mut found),
            Task::Sections(range) => self.look_at_sections(context, range, &mut found),
        }
        found
    }

    /// All looks are taken at a section before the next one: what is near in memory is looked at
    /// together.
    fn look_at_sections(
        &self,
        context: &Context<'_>,
        range: Range<usize>,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut servers = Vec::new();
        for section in range.filter_map(|index| context.section(index)) {
            for look in &self.sections {
                look(context, section, found);
            }
            let Some(proxy) = context.proxy(section) else {
                continue;
            };
            for look in &self.proxies {
                look(context, &proxy, found);
            }
            servers.clear();
            if proxy.is_backend() && !proxy.is_disabled {
                servers.extend(States::of(context, &proxy));
            }
            for look in &self.servers {
                look(context, &proxy, &servers, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use haproxy_model::version::Version;

    use super::*;
    use crate::check::{CheckOptions, entries};
    use crate::document::Document;
    use crate::files::FileSystem;
    use crate::model::{Names, ReadFiles, Target};

    #[test]
    fn findings_are_the_same_for_any_number_of_threads() {
        let backends = (0..100).map(|number| {
            format!(
                "backend app{number}\n  acl unused path_beg /{number}\n  balance leastcon\n  \
                 server s 192.0.2.1 check\n  server s 192.0.2.1:80 track x\n  frobnicate\n  \
                 http-request deny if {{ nosuch }}\n  server t ${{HOST}}:80\n"
            )
        });
        let document = Document::parse(backends.collect::<String>());
        let options = CheckOptions::new(Target::new(Version::new(3, 2)));
        let take = |threads: usize| {
            let mut read = ReadFiles::read(&[&document], &options.target, Names::Note);
            let found = std::mem::take(&mut read.diagnostics);
            let context = Context::new(&[&document], &read, &options);
            let looks: Looks = entries().flat_map(|entry| entry.looks).collect();
            let files = Files {
                source: &FileSystem,
                paths: &[],
            };
            looks.take(&context, files, found, threads)
        };
        let alone = take(1);
        assert!(alone.len() > 700, "{}", alone.len());
        for threads in 2..5 {
            assert_eq!(take(threads), alone);
        }
    }
}
