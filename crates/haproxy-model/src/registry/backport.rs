use super::version;
use crate::version::Version;

/// Names that came with a later branch and that newer releases of an older one have as well, by name,
/// with the first branch that does.
///
/// Listings of 3.0.11 and 3.2.26 have them, those of the first releases do not.
const BACKPORTED: &[(&str, Option<Version>)] = &[
    ("base2", version(3, 2)),
    ("bc_err_name", version(3, 0)),
    ("bc_settings_streams_limit", version(3, 2)),
    ("bs.debug_str", version(3, 0)),
    ("fc_err_name", version(3, 0)),
    ("fs.debug_str", version(3, 0)),
    ("has_ctl", version(3, 2)),
    ("le2dec", version(3, 2)),
    ("srv_is_up", version(3, 2)),
    ("ssl_bc_sni", version(3, 2)),
    ("ssl_fc_early_rcvd", version(3, 2)),
    ("when", version(3, 0)),
];

/// Whether some release of this version has the name, although its first ones do not.
pub(super) fn is_backported(name: &str, target: Version) -> bool {
    let found = BACKPORTED.binary_search_by(|(other, _)| other.cmp(&name));
    let entry = found.ok().and_then(|at| BACKPORTED.get(at));
    entry.is_some_and(|(_, since)| since.is_some_and(|since| target >= since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_releases_have_more() {
        assert!(BACKPORTED.is_sorted_by_key(|(name, _)| *name));
        assert!(is_backported("when", Version::new(3, 0)));
        assert!(!is_backported("when", Version::new(2, 8)));
        assert!(!is_backported("src", Version::new(3, 2)));
    }
}
