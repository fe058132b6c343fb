use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::Text;

/// Network namespaces that `namespace` parameters name.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("namespace_list")]
pub struct NamespaceList {
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<NamespaceListKeyword>>,
}

/// A line of a `namespace_list` section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("namespace_list"), accessors(NamespaceList))]
#[non_exhaustive]
pub enum NamespaceListKeyword {
    /// A namespace of the system.
    #[keyword("namespace", takes_nothing, multiple = "namespaces")]
    Namespace(Text),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<NamespaceList>("namespace_list\nnamespace blue\nnamespace red");
    }
}
