use super::{Config, UnknownSection};
use crate::keyword::{Keyword, Keywords};
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::section::{
    Acme, Backend, Cache, CrtStore, Defaults, FcgiApp, Frontend, Global, Healthcheck, HttpErrors,
    Listen, LogForward, LogProfile, Mailers, NamespaceList, Peers, Program, Resolvers, Ring,
    Section, Traces, Userlist,
};
use crate::section_kind::SectionKind;

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

            /// The kind of section; `None` of an unknown section.
            pub const fn kind(&self) -> Option<SectionKind> {
                match self {
                    $(Self::$type(_) => Some(SectionKind::$type),)*
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

            /// What is known of the keyword that opens a section of this kind; `None` where the
            /// model has no such kind.
            pub fn keyword_of(kind: SectionKind) -> Option<&'static Keyword> {
                $(if kind.keyword() == $type::KEYWORD.name {
                    return Some($type::KEYWORD);
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

            /// What is known of a statement's keyword; `None` where there is no such statement or
            /// no keyword explains it.
            pub fn statement_keyword(&self, index: usize) -> Option<&'static Keyword> {
                match self {
                    $(Self::$type(section) => {
                        section.statements().get(index)?.directive.keyword()
                    })*
                    Self::Unknown(_) => None,
                }
            }

            /// Whether a statement means the same as a statement of another section of this kind.
            pub fn statement_equals(&self, index: usize, other: &Self, at: usize) -> bool {
                match (self, other) {
                    $((Self::$type(section), Self::$type(other)) => {
                        let statement = section.statements().get(index);
                        statement.is_some() && statement == other.statements().get(at)
                    })*
                    (Self::Unknown(section), Self::Unknown(other)) => {
                        let line = section.lines.get(index);
                        line.is_some() && line == other.lines.get(at)
                    }
                    _ => false,
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

impl AnySection {
    /// A section that is kept as it stands, from the words of the line that opens it.
    pub fn unknown(words: &mut Words<'_>) -> Self {
        Self::Unknown(UnknownSection::parse_header(words))
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
