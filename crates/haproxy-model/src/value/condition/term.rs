use crate::language::{Argument, Printer};
use crate::value::AclExpression;

/// An ACL that has to hold, or that must not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term<'a> {
    /// Whether it must not hold.
    pub negated: bool,
    /// What is looked at.
    pub test: Test<'a>,
}

/// An ACL of a condition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Test<'a> {
    /// An ACL that an `acl` line declares, or one that HAProxy brings with it (`TRUE`).
    Named(&'a str),
    /// One that stands in the condition, between braces.
    Anonymous(AclExpression),
}

impl<'a> Term<'a> {
    /// The ACL of this name has to hold.
    pub const fn named(name: &'a str) -> Self {
        Self {
            negated: false,
            test: Test::Named(name),
        }
    }

    /// What would stand between braces has to hold.
    pub const fn anonymous(acl: AclExpression) -> Self {
        Self {
            negated: false,
            test: Test::Anonymous(acl),
        }
    }

    /// The opposite.
    #[must_use]
    pub fn negate(mut self) -> Self {
        self.negated = !self.negated;
        self
    }

    pub(super) fn print(&self, printer: &mut Printer) {
        let negation = if self.negated { "!" } else { "" };
        match &self.test {
            Test::Named(name) => printer.format(format_args!("{negation}{name}")),
            Test::Anonymous(acl) => {
                printer.format(format_args!("{negation}{{"));
                acl.print(printer);
                printer.word("}");
            }
        }
    }
}
