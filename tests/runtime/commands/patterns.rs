//! Commands about maps and ACLs.

use haproxy_runtime::command::*;
use haproxy_runtime::protocol::{Payload, RefusalKind};

use super::{Walk, blocked, hosts};

pub(super) fn patterns(walk: &mut Walk) {
    let maps = walk.done(ShowMaps::new()).unwrap().0;
    let own = maps
        .iter()
        .find(|map| map.file.as_deref() == Some("hosts.map"))
        .unwrap();
    assert_eq!((own.current_version, own.entries), (Some(0), Some(2)));
    let entries = walk.done(ShowMap::new(own.set())).unwrap().0;
    assert_eq!(entries[1].value, "answer here");
    let found = walk
        .done(GetMap::new(hosts(), "a.example.com".into()))
        .unwrap()
        .0;
    assert_eq!(
        (found[0].is_match, found[0].value.as_deref()),
        (true, Some("app"))
    );
    walk.done(AddMapEntry::new(hosts(), "k".into(), "v".into()));
    walk.done(AddMapEntries::new(hosts(), Payload::new("k2 v2\nk3 v3\n")));
    walk.done(SetMapEntry::new(hosts(), "k".into(), "w".into()));
    let reference = PatternKey::Reference(entries[0].reference.clone());
    walk.done(SetMapEntry::new(hosts(), reference.clone(), "other".into()));
    walk.done(DelMapEntry::new(hosts(), reference));
    walk.refused(
        DelMapEntry::new(hosts(), "none".into()),
        RefusalKind::NotFound,
    );
    let version = walk.done(PrepareMap::new(hosts())).unwrap().0;
    walk.done(AddMapEntry::new(
        hosts().at(version),
        "x".into(),
        "y".into(),
    ));
    assert_eq!(
        walk.done(ShowMap::new(hosts().at(version)))
            .unwrap()
            .0
            .len(),
        1
    );
    walk.done(CommitMap::new(hosts().at(version)));
    assert_eq!(walk.done(ShowMap::new(hosts())).unwrap().0[0].key, "x");
    walk.done(ClearMap::new(hosts()));
    assert!(walk.done(ShowMap::new(hosts())).unwrap().0.is_empty());
    walk.refused(
        ShowMap::new(PatternSet::file("none")),
        RefusalKind::NotFound,
    );

    let acls = walk.done(ShowAcls::new()).unwrap().0;
    assert!(
        acls.iter()
            .any(|acl| acl.file.as_deref() == Some("blocked.acl"))
    );
    assert_eq!(
        walk.done(ShowAcl::new(blocked())).unwrap().0[1].pattern,
        "192.0.2.0/24"
    );
    let found = walk
        .done(GetAcl::new(blocked(), "192.0.2.9".into()))
        .unwrap()
        .0;
    assert_eq!(
        (found[0].is_match, found[0].entry.as_deref()),
        (true, Some("192.0.2.0/24"))
    );
    walk.done(AddAclEntry::new(blocked(), "198.51.100.1".into()));
    walk.refused(
        AddAclEntry::new(blocked(), "no address".into()),
        RefusalKind::Other,
    );
    walk.done(DelAclEntry::new(blocked(), "198.51.100.1".into()));
    let version = walk.done(PrepareAcl::new(blocked())).unwrap().0;
    walk.done(CommitAcl::new(blocked().at(version)));
    walk.done(ClearAcl::new(blocked()));
    assert!(walk.done(ShowAcl::new(blocked())).unwrap().0.is_empty());
}
