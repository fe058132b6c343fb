//! The keywords among the arguments of a keyword.

use super::{Keyword, Syntax};

/// The choices in a syntax, each with whether other arguments must stand before it.
pub(crate) fn choices_in(syntax: &Syntax) -> Vec<(&'static [Keyword], bool)> {
    let mut choices = Vec::new();
    collect(syntax, false, &mut choices);
    choices
}

/// Adds the choices in a syntax, and returns whether something must stand before what follows it.
fn collect(syntax: &Syntax, has_gap: bool, choices: &mut Vec<(&'static [Keyword], bool)>) -> bool {
    match syntax {
        Syntax::Nothing => has_gap,
        Syntax::Word(_) | Syntax::Value(_) => true,
        Syntax::Argument(_, inner) | Syntax::List(inner, _) => collect(inner, has_gap, choices),
        Syntax::Call(inner)
        | Syntax::Joined(inner)
        | Syntax::Optional(inner)
        | Syntax::Repeat(inner) => {
            collect(inner, has_gap, choices);
            has_gap
        }
        Syntax::Sequence(parts) => parts
            .iter()
            .fold(has_gap, |has_gap, part| collect(part, has_gap, choices)),
        Syntax::Either(forms) => forms.iter().fold(has_gap, |later, form| {
            collect(form, has_gap, choices) || later
        }),
        Syntax::Keywords(choice) => {
            if !choices
                .iter()
                .any(|(known, _)| std::ptr::eq(*known, *choice))
            {
                choices.push((choice, has_gap));
            }
            true
        }
    }
}
