//! Commands about stick tables.

use haproxy_model::version::Version;
use haproxy_runtime::command::*;
use haproxy_runtime::protocol::RefusalKind;

use super::Walk;

pub(super) fn tables(walk: &mut Walk) {
    let tables = walk.done(ShowTables::new()).unwrap().0;
    assert_eq!(
        tables
            .iter()
            .find(|table| table.name == "names")
            .unwrap()
            .size,
        1024
    );
    let key = |key: &str| EntrySelection::Key(key.to_owned());
    let data = vec![EntryData::new("gpc0", 5), EntryData::new("server_id", 2)];
    walk.done(SetTable::new("visitors".into(), key("192.0.2.1")).data(data));
    walk.done(SetTable::new("names".into(), key("a \"b\" ; c")));
    let names = walk.done(ShowTable::new("names".into())).unwrap().entries;
    assert_eq!(names.len(), 1);
    assert!(names[0].data.contains_key("gpc0"), "{names:?}");
    let filter = |comparison| {
        EntrySelection::Data(vec![DataFilter {
            data: "gpc0".into(),
            comparison,
            value: 4,
        }])
    };
    let show = |selection| ShowTable::new("visitors".into()).selection(selection);
    let more = walk
        .done(show(filter(Comparison::Greater)))
        .unwrap()
        .entries;
    assert_eq!(more[0].number("gpc0"), Some(5));
    assert!(
        walk.done(show(filter(Comparison::Less)))
            .unwrap()
            .entries
            .is_empty()
    );
    if walk.version.is_at_least(Version::new(3, 0)) {
        let pointer = EntrySelection::Pointer(more[0].pointer.clone());
        assert_eq!(walk.done(show(pointer)).unwrap().entries.len(), 1);
    }
    walk.done(ClearTable::new("visitors".into()).selection(key("192.0.2.1")));
    assert!(
        walk.done(ShowTable::new("visitors".into()))
            .unwrap()
            .entries
            .is_empty()
    );
    walk.done(ClearTable::new("names".into()));
    walk.refused(ShowTable::new("none".into()), RefusalKind::NotFound);
}
