use haproxy_model::config::AnySection;
use haproxy_model::section_kind::SectionKind;

use crate::align::Printed;

/// The statements of a section whose order among each other counts, by index.
///
/// In a proxy these are those of one keyword, and what the keyword says that its order counts with.
pub(super) fn groups(section: &AnySection) -> Vec<(String, Vec<usize>)> {
    let all = 0..section.len();
    if !section.kind().is_some_and(SectionKind::is_proxy) {
        return vec![(String::new(), all.collect())];
    }
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for index in all {
        let keyword = section.statement_keyword(index);
        let group = match keyword {
            Some(keyword) => keyword.ordered.unwrap_or(keyword.name).to_owned(),
            None => Printed::new(section, index).name().to_owned(),
        };
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, members)) => members.push(index),
            None => groups.push((group, vec![index])),
        }
    }
    groups
}
