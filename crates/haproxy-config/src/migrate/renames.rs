//! Keywords that have another name: the table of keywords says which.

use super::change::{Outcome, Rewrite};
use super::site::Site;

/// The statement with the name that its keyword has instead, if it is only a matter of the name.
pub(super) fn rename(site: &Site<'_>) -> Option<Outcome> {
    let instead = site.keyword.instead.filter(|_| site.keyword.renamed)?;
    let statement = site.replacing(site.keyword_length(), instead);
    Some(Rewrite::to(statement, format!("its name is '{instead}'")).into())
}
