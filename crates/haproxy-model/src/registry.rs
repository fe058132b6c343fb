//! What HAProxy's sample fetches, converters and ACL keywords are: arguments, types, contexts,
//! versions.
//!
//! The tables come from what HAProxy prints of itself, with the newest version's facts for each name,
//! and what versions before said otherwise: [`fetch_in`] and [`converter_in`] know the difference.
//! Fetches and converters of special builds (device detection, Lua) are not in them, so a name that
//! is not found is unknown, not wrong.
//!
//! ```
//! use haproxy_model::registry::{self, Context, SampleType};
//!
//! let fetch = registry::fetch("req.hdr").expect("HAProxy has this one");
//! assert_eq!(fetch.result, SampleType::Text);
//! assert!(fetch.contexts.contains(Context::HttpRequestInFrontend));
//! assert_eq!(registry::acl("path_beg").expect("and this one").fetch, "path");
//! ```

mod acl;
mod acl_table;
mod alias;
mod argument_type;
mod backport;
mod cast;
mod context;
mod converter;
mod converter_table;
mod fetch;
mod fetch_table;
mod match_method;
mod sample_type;
mod stage;

use crate::version::Version;

pub use acl::Acl;
pub use alias::Alias;
pub use argument_type::ArgumentType;
pub use context::{Context, Contexts};
pub use converter::Converter;
pub use fetch::Fetch;
pub use match_method::MatchMethod;
pub use sample_type::SampleType;
pub use stage::Stage;

/// Every sample fetch, by name.
pub fn fetches() -> &'static [Fetch] {
    fetch_table::FETCHES
}

/// The sample fetch of this name, without arguments.
pub fn fetch(name: &str) -> Option<&'static Fetch> {
    find(fetches(), name, |fetch| fetch.name)
}

/// The sample fetch of this name as this version has it; `None` where it has none.
pub fn fetch_in(name: &str, version: Version) -> Option<&'static Fetch> {
    as_in(fetch(name)?, version)
}

/// The sample fetch as this version has it, by what the newest one has.
fn as_in(newest: &'static Fetch, version: Version) -> Option<&'static Fetch> {
    let name = newest.name;
    if !newest.is_in(version) && !backport::is_backported(name, version) {
        return None;
    }
    let mut former = fetch_table::FORMER_FETCHES.iter();
    let former = former.find(|former| former.name == name && former.is_in(version));
    Some(former.unwrap_or(newest))
}

/// Where some release of this version can use the sample fetch of this name.
///
/// Newer releases of a branch may be more generous than its first ones.
pub fn contexts_in(name: &str, version: Version) -> Contexts {
    let Some(newest) = fetch(name) else {
        return Contexts::NONE;
    };
    let own = as_in(newest, version).map_or(Contexts::NONE, |fetch| fetch.contexts);
    own.union(newest.contexts)
}

/// Every converter, by name.
pub fn converters() -> &'static [Converter] {
    converter_table::CONVERTERS
}

/// The converter of this name, without arguments.
pub fn converter(name: &str) -> Option<&'static Converter> {
    find(converters(), name, |converter| converter.name)
}

/// The converter of this name as this version has it; `None` where it has none.
pub fn converter_in(name: &str, version: Version) -> Option<&'static Converter> {
    let newest = converter(name)
        .filter(|converter| converter.is_in(version) || backport::is_backported(name, version))?;
    let mut former = converter_table::FORMER_CONVERTERS.iter();
    Some(
        former
            .find(|former| former.name == name && former.is_in(version))
            .unwrap_or(newest),
    )
}

/// Every keyword that an ACL has besides the sample fetches, by name.
pub fn acls() -> &'static [Acl] {
    acl_table::ACLS
}

/// The ACL keyword of this name, such as `path_beg`.
pub fn acl(name: &str) -> Option<&'static Acl> {
    find(acls(), name, |acl| acl.name)
}

/// Every short name of log formats, by name.
pub fn aliases() -> &'static [Alias] {
    alias::ALIASES
}

/// The short name of log formats, without its `%`.
pub fn alias(name: &str) -> Option<&'static Alias> {
    find(aliases(), name, |alias| alias.name)
}

fn find<T>(table: &'static [T], name: &str, name_of: fn(&T) -> &str) -> Option<&'static T> {
    let at = table
        .binary_search_by(|entry| name_of(entry).cmp(name))
        .ok()?;
    table.get(at)
}

#[allow(clippy::unnecessary_wraps)] // The tables are easier to read so.
const fn version(major: u8, minor: u8) -> Option<Version> {
    Some(Version::new(major, minor))
}

/// Whether a version lies in a range whose end is the first version outside it.
fn is_within(version: Version, since: Option<Version>, removed: Option<Version>) -> bool {
    since.is_none_or(|since| version >= since) && removed.is_none_or(|removed| version < removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order_and_complete() {
        assert!(fetches().is_sorted_by_key(|fetch| fetch.name));
        assert!(converters().is_sorted_by_key(|converter| converter.name));
        assert!(acls().is_sorted_by_key(|acl| acl.name));
        assert!(aliases().is_sorted_by_key(|alias| alias.name));
        for acl in acls() {
            assert!(fetch(acl.fetch).is_some(), "{}", acl.name);
        }
    }

    #[test]
    fn facts_are_those_of_haproxy() {
        let length = converter("length").unwrap();
        assert_eq!(length.input, SampleType::Text);
        assert_eq!(length.output, SampleType::SignedInteger);
        let base = fetch("base32+src").unwrap();
        assert!(!base.contexts.contains(Context::TcpRequestConnection));
        assert_eq!(acl("hdr_beg").unwrap().matching, MatchMethod::Beginning);
        assert_eq!(fetch("nosuch"), None);
    }

    #[test]
    fn versions_bound_the_use() {
        let date = converter("date").unwrap();
        assert!(!date.is_in(Version::new(2, 6)));
        assert!(date.is_in(Version::new(3, 2)));
        assert!(fetch("src").unwrap().is_in(Version::OLDEST));
        assert_eq!(fetch("fc_err").unwrap().since, version(2, 6));
        assert_eq!(fetch_in("fc_err", Version::new(2, 5)), None);
        let source = |minor| fetch_in("src", Version::new(2, minor)).unwrap().result;
        assert_eq!(source(6), SampleType::Ipv4);
        assert_eq!(
            fetch_in("src", Version::new(3, 0)).unwrap().result,
            SampleType::Address
        );
    }
}
