use super::{Config, UnknownSection};
use crate::keyword::{Keyword, Keywords};
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::section::{
    Acme, Backend, Cache, CrtStore, Defaults, FcgiApp, Frontend, Global, Healthcheck, HttpErrors,
    Listen, LogForward, LogProfile, Mailers, NamespaceList, Peers, Program, Resolvers, Ring,
    Section, Traces, Userlist,
};
use crate::section_kind::SectionKind;
use crate::value::{Name, Text};

/// A section type that a configuration can hold.
pub trait SectionOf: Section + Into<AnySection> + 'static {
    /// The section, if it is of this type.
    fn of(section: &AnySection) -> Option<&Self>;

    /// The section to change, if it is of this type.
    fn of_mut(section: &mut AnySection) -> Option<&mut Self>;
}

/// Defines [`AnySection`] with a variant for each type, and the methods of [`Config`] that give the
/// sections of each.
macro_rules! any_section {
    ($($(#[$documentation:meta])* $type:ident: $all:ident, $all_mut:ident;)*) => {
        /// A section of any kind.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum AnySection {
            $($(#[$documentation])* $type($type),)*
            /// One that is kept as it stands.
            Unknown(UnknownSection),
        }

        impl AnySection {
            /// Reads the line that opens a section of this kind; the section is empty then.
            ///
            /// Words behind the last argument are left in `words`.
            ///
            /// # Errors
            /// The word that is missing or wrong. [`AnySection::unknown`] takes such a line.
            pub fn parse_header(
                kind: SectionKind,
                words: &mut Words<'_>,
            ) -> Result<Self, ArgumentError> {
                $(if kind.keyword() == $type::KEYWORD.name {
                    return $type::parse_header(words).map(Self::$type);
                })*
                Ok(Self::unknown(words))
            }

            /// What is known of the keyword that opens the section; `None` of an unknown section.
            pub fn keyword(&self) -> Option<&'static Keyword> {
                match self {
                    $(Self::$type(_) => Some($type::KEYWORD),)*
                    Self::Unknown(_) => None,
                }
            }

            /// The keywords that may stand in a section of this kind; `None` where the model has
            /// no such kind.
            pub fn keywords_of(kind: SectionKind) -> Option<impl Iterator<Item = &'static Keyword>> {
                $(if kind.keyword() == $type::KEYWORD.name {
                    return Some(standing_in(
                        <$type as Section>::Directive::KEYWORDS,
                        $type::KEYWORD.name,
                    ));
                })*
                None
            }

            /// Writes the words of the line that opens the section.
            pub fn print_header(&self, printer: &mut Printer) {
                match self {
                    $(Self::$type(section) => section.print_header(printer),)*
                    Self::Unknown(section) => section.print_header(printer),
                }
            }

            /// Adds the statement that a line makes.
            ///
            /// # Errors
            /// What is wrong with the line. Where the section can keep lines that are not
            /// understood, the line is added all the same, as it stands.
            pub fn parse_statement(&mut self, words: &mut Words<'_>) -> Result<(), ArgumentError> {
                match self {
                    $(Self::$type(section) => section.parse_statement(words),)*
                    Self::Unknown(section) => {
                        section.parse_line(words);
                        Ok(())
                    }
                }
            }

            /// How many statements the section has.
            pub fn len(&self) -> usize {
                match self {
                    $(Self::$type(section) => section.statements().len(),)*
                    Self::Unknown(section) => section.lines.len(),
                }
            }

            /// Writes the words of a statement; nothing where there is none of this index.
            pub fn print_statement(&self, index: usize, printer: &mut Printer) {
                match self {
                    $(Self::$type(section) => {
                        if let Some(statement) = section.statements().get(index) {
                            statement.print(printer);
                        }
                    })*
                    Self::Unknown(section) => section.print_line(index, printer),
                }
            }
        }

        $(
            impl From<$type> for AnySection {
                fn from(section: $type) -> Self {
                    Self::$type(section)
                }
            }

            impl SectionOf for $type {
                fn of(section: &AnySection) -> Option<&Self> {
                    match section {
                        AnySection::$type(section) => Some(section),
                        _ => None,
                    }
                }

                fn of_mut(section: &mut AnySection) -> Option<&mut Self> {
                    match section {
                        AnySection::$type(section) => Some(section),
                        _ => None,
                    }
                }
            }
        )*

        impl Config {
            $(
                #[doc = concat!("The sections of type [`", stringify!($type), "`], in order.")]
                pub fn $all(&self) -> impl DoubleEndedIterator<Item = &$type> {
                    self.all()
                }

                #[doc = concat!(
                    "The sections of type [`", stringify!($type), "`], in order, to change."
                )]
                pub fn $all_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut $type> {
                    self.all_mut()
                }
            )*
        }
    };
}

any_section! {
    /// Settings of the whole process.
    Global: globals, globals_mut;
    /// Traces for debugging.
    Traces: traces, traces_mut;
    /// Network namespaces; obsolete.
    NamespaceList: namespace_lists, namespace_lists_mut;
    /// Users, groups and their passwords.
    Userlist: userlists, userlists_mut;
    /// An external process that the master runs.
    Program: programs, programs_mut;
    /// A buffer in memory for log messages.
    Ring: rings, rings_mut;
    /// What is logged at each step.
    LogProfile: log_profiles, log_profiles_mut;
    /// Receives log messages and forwards them.
    LogForward: log_forwards, log_forwards_mut;
    /// Mail servers for alerts.
    Mailers: mailers_sections, mailers_sections_mut;
    /// DNS servers.
    Resolvers: resolvers_sections, resolvers_sections_mut;
    /// Processes that share tables.
    Peers: peers_sections, peers_sections_mut;
    /// Error pages under one name.
    HttpErrors: http_errors_sections, http_errors_sections_mut;
    /// A cache of HTTP responses.
    Cache: caches, caches_mut;
    /// A `FastCGI` application.
    FcgiApp: fcgi_apps, fcgi_apps_mut;
    /// Certificates and where they are.
    CrtStore: crt_stores, crt_stores_mut;
    /// A certificate authority that issues certificates by ACME.
    Acme: acme_sections, acme_sections_mut;
    /// A health check under a name of its own.
    Healthcheck: healthchecks, healthchecks_mut;
    /// Settings that the proxies after it start from.
    Defaults: defaults, defaults_mut;
    /// Accepts connections.
    Frontend: frontends, frontends_mut;
    /// Servers that connections are sent to.
    Backend: backends, backends_mut;
    /// A frontend and a backend in one.
    Listen: listens, listens_mut;
}

/// Defines the methods of [`Config`] that find a section by its name.
macro_rules! by_name {
    ($($type:ident: $one:ident, $one_mut:ident;)*) => {
        impl Config {
            $(
                #[doc = concat!("The first section of type [`", stringify!($type), "`] of this name.")]
                pub fn $one(&self, name: &str) -> Option<&$type> {
                    self.all::<$type>().find(|section| section.name.as_str() == name)
                }

                #[doc = concat!(
                    "The first section of type [`", stringify!($type), "`] of this name, to change."
                )]
                pub fn $one_mut(&mut self, name: &str) -> Option<&mut $type> {
                    self.all_mut::<$type>().find(|section| section.name.as_str() == name)
                }
            )*
        }

        impl AnySection {
            /// The section's name; `None` where it has none.
            pub fn name(&self) -> Option<&str> {
                match self {
                    $(Self::$type(section) => Some(section.name.as_str()),)*
                    Self::Defaults(section) => section.name.as_ref().map(Name::as_str),
                    Self::CrtStore(section) => section.name.as_ref().map(Text::as_str),
                    Self::Global(_)
                    | Self::Traces(_)
                    | Self::NamespaceList(_)
                    | Self::Unknown(_) => None,
                }
            }
        }
    };
}

by_name! {
    Userlist: userlist, userlist_mut;
    Program: program, program_mut;
    Ring: ring, ring_mut;
    LogProfile: log_profile, log_profile_mut;
    LogForward: log_forward, log_forward_mut;
    Mailers: mailers, mailers_mut;
    Resolvers: resolvers, resolvers_mut;
    Peers: peers, peers_mut;
    HttpErrors: http_errors, http_errors_mut;
    Cache: cache, cache_mut;
    FcgiApp: fcgi_app, fcgi_app_mut;
    Acme: acme, acme_mut;
    Healthcheck: healthcheck, healthcheck_mut;
    Frontend: frontend, frontend_mut;
    Backend: backend, backend_mut;
    Listen: listen, listen_mut;
}

impl AnySection {
    /// A section that is kept as it stands, from the words of the line that opens it.
    pub fn unknown(words: &mut Words<'_>) -> Self {
        Self::Unknown(UnknownSection::parse_header(words))
    }

    /// The kind of section; `None` of an unknown section.
    pub fn kind(&self) -> Option<SectionKind> {
        SectionKind::from_keyword(self.keyword()?.name.as_bytes())
    }

    /// Whether the section has no statements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Those of the keywords that may stand in the section.
fn standing_in(
    keywords: &'static [Keyword],
    section: &'static str,
) -> impl Iterator<Item = &'static Keyword> {
    keywords
        .iter()
        .filter(move |keyword| keyword.sections.contains(&section))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn words(line: &str) -> Vec<Cow<'_, str>> {
        line.split(' ').map(Cow::Borrowed).collect()
    }

    fn read(text: &str) -> Config {
        let mut config = Config::new();
        for line in text.lines() {
            let line = words(line.trim());
            let mut reader = Words::new(&line);
            match SectionKind::from_keyword(line[0].as_bytes()) {
                Some(kind) => config.push(
                    AnySection::parse_header(kind, &mut reader)
                        .unwrap_or_else(|_| AnySection::unknown(&mut reader)),
                ),
                None => config
                    .sections
                    .last_mut()
                    .unwrap()
                    .parse_statement(&mut reader)
                    .unwrap(),
            }
        }
        config
    }

    fn print(config: &Config) -> String {
        let mut text = Vec::new();
        for section in &config.sections {
            let mut printer = Printer::new();
            section.print_header(&mut printer);
            text.push(printer.into_words().join(" "));
            for index in 0..section.len() {
                let mut printer = Printer::new();
                section.print_statement(index, &mut printer);
                text.push(format!("  {}", printer.into_words().join(" ")));
            }
        }
        text.join("\n")
    }

    #[test]
    fn sections_are_read_printed_and_found() {
        let text = "defaults base
  mode http
defaults more from base
frontend www
  bind :80
  default_backend app
frontend no/name
  bind :81
backend app from more
  balance leastconn
  no option checkcache
  server s1 10.0.0.1:80 check
mailers mail
  mailer m1 10.0.0.9:25
listen all";
        let config = read(text);
        assert_eq!(print(&config), text);
        let kinds: Vec<_> = config.sections.iter().map(AnySection::kind).collect();
        assert_eq!(kinds[0], Some(SectionKind::Defaults));
        assert_eq!(kinds[3], None);
        assert!(config.sections[6].is_empty());
        let backend = config.backend("app").unwrap();
        assert_eq!(backend.from.as_ref().unwrap().as_str(), "more");
        assert_eq!(backend.servers().count(), 1);
        assert!(config.backend("www").is_none());
        assert_eq!(config.frontends().count(), 1);
    }

    #[test]
    fn keywords_of_a_section_are_listed() {
        let names = |kind| -> Vec<&str> {
            AnySection::keywords_of(kind)
                .unwrap()
                .map(|keyword| keyword.name)
                .collect()
        };
        let frontend = names(SectionKind::Frontend);
        assert!(frontend.contains(&"bind") && !frontend.contains(&"server"));
        let backend = names(SectionKind::Backend);
        assert!(backend.contains(&"server") && !backend.contains(&"bind"));
    }

    #[test]
    fn every_kind_is_known() {
        for kind in SectionKind::ALL {
            assert!(AnySection::keywords_of(kind).unwrap().count() > 0, "{kind}");
            let line = words(kind.keyword());
            let line = [line, words("name")].concat();
            let section = AnySection::parse_header(kind, &mut Words::new(&line)).unwrap();
            assert_eq!(section.kind(), Some(kind));
        }
    }

    #[test]
    fn sections_are_small() {
        assert!(size_of::<AnySection>() <= 128);
    }
}
