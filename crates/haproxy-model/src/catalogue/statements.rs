use super::Catalogue;
use crate::config::AnySection;
use crate::section_kind::SectionKind;

impl Catalogue {
    /// At most so many names of statements, of those that may stand in a section of this kind, that
    /// look like the start of this line; the nearest first.
    ///
    /// ```
    /// use haproxy_model::catalogue::Catalogue;
    /// use haproxy_model::section_kind::SectionKind;
    ///
    /// let line = ["timeout", "conect", "5s"];
    /// let similar = Catalogue::similar_statements(SectionKind::Backend, &line, 1);
    /// assert_eq!(similar, ["timeout connect"]);
    /// ```
    pub fn similar_statements(kind: SectionKind, line: &[&str], count: usize) -> Vec<&'static str> {
        let mut near: Vec<(usize, &str)> = Vec::new();
        for keyword in AnySection::keywords_of(kind).into_iter().flatten() {
            let words = keyword.name.split(' ').count();
            let found = line.get(..words).unwrap_or(line).join(" ");
            let most = keyword.name.len() / 4 + 1;
            // A distance is at least the difference of the lengths.
            if keyword.removed.is_none() && found.len().abs_diff(keyword.name.len()) <= most {
                let distance = strsim::damerau_levenshtein(&found, keyword.name);
                if distance <= most {
                    near.push((distance, keyword.name));
                }
            }
        }
        near.sort_by_key(|(distance, _)| *distance);
        let nearest = near.first().map_or(0, |(distance, _)| *distance);
        near.retain(|(distance, _)| *distance <= nearest + 1);
        let mut names: Vec<&str> = near.into_iter().map(|(_, name)| name).collect();
        names.dedup();
        names.truncate(count);
        names
    }
}
