use super::{SpoeAgent, SpoeGroup, SpoeMessage};
use crate::language::{ArgumentError, Printer, Words};
use crate::section::Section;
use crate::value::Text;

/// All of a file.
///
/// ```
/// use haproxy_model::language::Words;
/// use haproxy_model::spoe::SpoeFile;
///
/// let mut file = SpoeFile::default();
/// for line in ["[ip-reputation]", "spoe-agent iprep", "timeout processing 10ms"] {
///     let line: Vec<_> = line.split(' ').map(Into::into).collect();
///     file.parse_line(&mut Words::new(&line))?;
/// }
/// let scope = file.scope(Some("ip-reputation")).unwrap();
/// let agent = scope.agents().next().unwrap();
/// assert_eq!(agent.timeout_processing(), Some(&"10ms".parse().unwrap()));
/// # Ok::<(), haproxy_model::language::ArgumentError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpoeFile {
    /// The scopes, in order; what stands before the first name in brackets is one without a name.
    pub scopes: Vec<SpoeScope>,
}

/// The sections of one engine.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpoeScope {
    /// The engine; `None` where the filter names none.
    pub name: Option<Text>,
    /// The sections, in order.
    pub sections: Vec<SpoeSection>,
}

/// A section of a file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SpoeSection {
    /// An agent.
    Agent(SpoeAgent),
    /// A group of messages.
    Group(SpoeGroup),
    /// A message.
    Message(SpoeMessage),
}

impl SpoeFile {
    /// The scope of this engine.
    pub fn scope(&self, name: Option<&str>) -> Option<&SpoeScope> {
        let mut scopes = self.scopes.iter();
        scopes.find(|scope| scope.name.as_deref() == name)
    }

    /// Adds what a line says.
    ///
    /// # Errors
    /// What is wrong with the line. A line that is wrong in a section is added to it all the same,
    /// as it stands; one outside of any section is not.
    pub fn parse_line(&mut self, words: &mut Words<'_>) -> Result<(), ArgumentError> {
        let Some(word) = words.peek() else {
            return Ok(());
        };
        if let Some(name) = word.strip_prefix('[') {
            let name = name.strip_suffix(']').filter(|name| !name.is_empty());
            let name = name.ok_or_else(|| words.invalid("a name in brackets"))?;
            words.skip(1);
            self.scopes.push(SpoeScope {
                name: Some(name.into()),
                sections: Vec::new(),
            });
            return Ok(());
        }
        let section = match word {
            "spoe-agent" => SpoeSection::Agent(SpoeAgent::parse_header(words)?),
            "spoe-group" => SpoeSection::Group(SpoeGroup::parse_header(words)?),
            "spoe-message" => SpoeSection::Message(SpoeMessage::parse_header(words)?),
            _ => return self.parse_statement(words),
        };
        if self.scopes.is_empty() {
            self.scopes.push(SpoeScope::default());
        }
        if let Some(scope) = self.scopes.last_mut() {
            scope.sections.push(section);
        }
        Ok(())
    }

    fn parse_statement(&mut self, words: &mut Words<'_>) -> Result<(), ArgumentError> {
        let scope = self.scopes.last_mut();
        match scope.and_then(|scope| scope.sections.last_mut()) {
            Some(SpoeSection::Agent(agent)) => agent.parse_statement(words),
            Some(SpoeSection::Group(group)) => group.parse_statement(words),
            Some(SpoeSection::Message(message)) => message.parse_statement(words),
            None => Err(words.invalid("'spoe-agent', 'spoe-group' or 'spoe-message'")),
        }
    }

    /// Writes all lines, each into an empty printer.
    pub fn print(&self, mut line: impl FnMut(&Printer)) {
        let mut printer = Printer::new();
        for scope in &self.scopes {
            if let Some(name) = &scope.name {
                printer.clear();
                printer.format(format_args!("[{name}]"));
                line(&printer);
            }
            for section in &scope.sections {
                match section {
                    SpoeSection::Agent(agent) => print(agent, &mut printer, &mut line),
                    SpoeSection::Group(group) => print(group, &mut printer, &mut line),
                    SpoeSection::Message(message) => print(message, &mut printer, &mut line),
                }
            }
        }
    }
}

impl SpoeScope {
    /// The agents; HAProxy accepts one.
    pub fn agents(&self) -> impl Iterator<Item = &SpoeAgent> {
        self.sections.iter().filter_map(|section| match section {
            SpoeSection::Agent(agent) => Some(agent),
            _ => None,
        })
    }

    /// The groups of messages.
    pub fn groups(&self) -> impl Iterator<Item = &SpoeGroup> {
        self.sections.iter().filter_map(|section| match section {
            SpoeSection::Group(group) => Some(group),
            _ => None,
        })
    }

    /// The messages.
    pub fn messages(&self) -> impl Iterator<Item = &SpoeMessage> {
        self.sections.iter().filter_map(|section| match section {
            SpoeSection::Message(message) => Some(message),
            _ => None,
        })
    }
}

fn print<S: Section>(section: &S, printer: &mut Printer, line: &mut impl FnMut(&Printer)) {
    use crate::language::Argument;

    printer.clear();
    section.print_header(printer);
    line(printer);
    for statement in section.statements() {
        printer.clear();
        statement.print(printer);
        line(printer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::words;

    #[test]
    fn a_file_reads_and_prints() {
        let text = "[ip-reputation]
            spoe-agent iprep-agent
            messages get-ip-reputation check
            groups group1
            register-var-names a b
            log global
            no log
            option var-prefix iprep
            option set-on-error error
            option set-process-time process
            option set-total-time total
            option continue-on-error
            option force-set-var
            no option dontlog-normal
            no option pipelining
            option async
            option send-frag-payload
            timeout hello 2s
            timeout idle 2m
            timeout processing 10ms
            max-frame-size 16380
            max-waiting-frames 20
            maxconnrate 100
            maxerrrate 10
            use-backend iprep-servers
            spoe-group group1
            messages check
            spoe-message get-ip-reputation
            acl local src 10.0.0.0/8
            args ip=src method req.hdr(host),lower all=str(a=b)
            event on-client-session if ! { src -f /etc/haproxy/allowed.lst }
            [other]
            spoe-message check
            event on-http-response";
        let lines: Vec<_> = text.lines().map(|line| words(line.trim())).collect();
        let mut file = SpoeFile::default();
        for line in &lines {
            let mut words = Words::new(line);
            file.parse_line(&mut words).unwrap();
            assert!(
                words.is_at_end() && words.unrecognized().is_empty(),
                "{line:?}"
            );
        }
        let mut printed = Vec::new();
        file.print(|printer| printed.push(printer.words().map(str::to_owned).collect::<Vec<_>>()));
        assert_eq!(printed, lines);
        let scope = file.scope(Some("ip-reputation")).unwrap();
        assert_eq!(scope.agents().count(), 1);
        assert_eq!(scope.groups().count(), 1);
        let message = scope.messages().next().unwrap();
        let named = message
            .arguments()
            .flatten()
            .map(|argument| argument.name.is_some());
        assert_eq!(named.collect::<Vec<_>>(), [true, false, false, true]);
    }

    #[test]
    fn wrong_lines_say_why() {
        for (text, message) in [
            ("[name", "expected a name in brackets, found '[name'"),
            (
                "timeout processing 1s",
                "expected 'spoe-agent', 'spoe-group' or 'spoe-message', found 'timeout'",
            ),
            (
                "spoe-agent",
                "spoe-agent <name>: expected a word, found the end of the line",
            ),
        ] {
            let line = words(text);
            let error = SpoeFile::default().parse_line(&mut Words::new(&line));
            assert_eq!(error.unwrap_err().to_string(), message);
        }
    }
}
