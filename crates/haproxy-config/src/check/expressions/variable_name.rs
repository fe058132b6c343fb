use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::VARIABLE_NAME,
    name: "variable-name",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A variable has a name that the target does not accept.",
    explanation: "\
A variable starts with the scope that it lives in: `proc`, `sess`, `txn`, `req`, `res` or \
`check`, and since 3.1 those of the parent stream, `psess`, `ptxn`, `preq` and `pres`. Global \
variables are of the process.",
    examples: &[Example::refused(
        "\
global
    set-var txn.color str(blue)
",
        "\
global
    set-var proc.color str(blue)
",
    )],
};
