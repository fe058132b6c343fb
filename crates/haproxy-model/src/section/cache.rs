use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{LeadingInteger, LeadingPositive, Text, Toggle, Unsigned};

/// A cache of small HTTP responses.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("cache")]
pub struct Cache {
    /// What rules and filters call it.
    pub name: Text,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<CacheKeyword>>,
}

/// A line of a cache section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("cache"), accessors(Cache))]
#[non_exhaustive]
pub enum CacheKeyword {
    /// How long a response is kept at most, in seconds; 60 by default.
    #[keyword("max-age", takes_nothing, json = "max_age")]
    MaxAge(LeadingInteger),
    /// The largest response to keep, in bytes; a 256th of the cache by default.
    #[keyword("max-object-size", json = "max_object_size")]
    MaxObjectSize(Unsigned),
    /// The most responses to keep of one URL that vary by request; 10 by default.
    #[keyword("max-secondary-entries", json = "max_secondary_entries")]
    MaxSecondaryEntries(LeadingPositive),
    /// Whether responses that vary by request are kept.
    #[keyword(
        "process-vary",
        takes_nothing,
        takes_anything,
        json = "process_vary: switch"
    )]
    ProcessVary(Toggle),
    /// How large it is, in megabytes.
    #[keyword("total-max-size", json = "total_max_size")]
    TotalMaxSize(Unsigned),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Cache>(
            "cache foobar
                total-max-size 4
                max-age 240
                max-object-size 10000
                max-secondary-entries 5
                process-vary on",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Cache>(&[
            (
                "total-max-size 4k",
                "total-max-size <number>: expected a number from 0 to 4294967295, found '4k'",
            ),
            (
                "process-vary yes",
                "process-vary <on|off>: expected 'on' or 'off', found 'yes'",
            ),
        ]);
    }
}
