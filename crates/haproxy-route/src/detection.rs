use crate::databag::{Databag, read_databag};
use crate::field::Object;
use crate::requirer::{RequirerApplicationData, TcpRequirerApplicationData};
use crate::schema::{Interface, Schema};

/// Finds out which schema the application data of a requirer of routes was written for, where nothing
/// says it.
///
/// That is the newest that takes the databag and has every field in it, those of objects inside
/// included: `subdomains` or a check of `{"interval": 5}` tell version 0 of `haproxy-route`. Where no
/// schema takes it, the one with the fewest faults and strange fields counts, the newer of two. There
/// is none for a databag without any field of either interface.
pub fn detect_version(databag: &Databag) -> Option<Schema> {
    let mut best = None;
    for schema in Schema::ALL.into_iter().rev() {
        let Some(distance) = distance(databag, schema) else {
            continue;
        };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, schema));
        }
    }
    best.map(|(_, schema)| schema)
}

/// Whether databags of this interface have fields that databags of the other have not.
pub(crate) fn is_of_interface(databag: &Databag, interface: Interface) -> bool {
    match interface {
        Interface::Route => has_any(databag, RequirerApplicationData::NAMES),
        Interface::Tcp => has_any(databag, TcpRequirerApplicationData::NAMES),
        // Their names alone tell nothing: relations of these are known by their endpoints.
        _ => false,
    }
}

/// How far a databag is from a schema: keys that the interface does not know, then faults, then fields
/// of other versions. There is none where the databag has no field of the interface.
fn distance(databag: &Databag, schema: Schema) -> Option<(usize, usize)> {
    let interface = schema.interface();
    if !is_of_interface(databag, interface) {
        return None;
    }
    let (strange, (faults, foreign)) = match interface {
        Interface::Route => (
            strange(
                databag,
                RequirerApplicationData::NAMES,
                TcpRequirerApplicationData::NAMES,
            ),
            faults::<RequirerApplicationData>(databag, schema),
        ),
        Interface::Tcp => (
            strange(
                databag,
                TcpRequirerApplicationData::NAMES,
                RequirerApplicationData::NAMES,
            ),
            faults::<TcpRequirerApplicationData>(databag, schema),
        ),
        _ => return None,
    };
    Some((strange, faults + foreign))
}

/// How many keys only the other interface knows.
fn strange(databag: &Databag, own: &[&str], other: &[&str]) -> usize {
    let keys = databag.iter().map(|(key, _)| key);
    keys.filter(|key| other.contains(key) && !own.contains(key))
        .count()
}

fn faults<O: Object>(databag: &Databag, schema: Schema) -> (usize, usize) {
    let (_, reader) = read_databag::<O>(databag, schema);
    let foreign = reader.foreign().len();
    let faults = reader
        .finish(None::<()>)
        .map_or_else(|error| error.errors().len(), |()| 0);
    (faults, foreign)
}

fn has_any(databag: &Databag, names: &[&str]) -> bool {
    databag.iter().any(|(key, _)| names.contains(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(entries: &[(&str, &str)]) -> Option<&'static str> {
        let databag = entries.iter().copied().collect();
        detect_version(&databag).map(Schema::name)
    }

    #[test]
    fn the_newest_schema_that_fits_is_found() {
        let service = ("service", "\"web\"");
        let ports = ("ports", "[80]");
        for (field, schema) in [
            (("paths", "[]"), "route-v2"),
            (("subdomains", "[\"www\"]"), "route-v0"),
            (("check", "{\"interval\": 5}"), "route-v0"),
            (("check", "{\"path\": \"/x\"}"), "route-v2"),
            (("retry", "{\"count\": 1, \"interval\": 2}"), "route-v0"),
            (("retry", "{\"count\": 1}"), "route-v2"),
            (("deny_paths", "[\"/a b\"]"), "route-v0"),
            (("hostname", "\"localhost\""), "route-v1"),
            (("hostname", "\"a.example\""), "route-v2"),
            (("timeout", "{\"server\": 0}"), "route-v1"),
            (("hosts", "3"), "route-v2"),
            (("private-address", "10.0.0.1"), "route-v2"),
        ] {
            assert_eq!(detect(&[service, ports, field]), Some(schema), "{field:?}");
        }
        for (field, schema) in [
            (("port", "80"), "tcp-v1"),
            (("port_mapping", "\"80:80\""), "tcp-v1"),
            (("sni", "\"localhost\""), "tcp-v0"),
            (("proxy_protocol", "true"), "tcp-v1"),
        ] {
            assert_eq!(detect(&[("port", "80"), field]), Some(schema), "{field:?}");
        }
    }

    #[test]
    fn what_says_nothing_has_no_version() {
        assert_eq!(detect(&[]), None);
        assert_eq!(
            detect(&[("private-address", "10.0.0.1"), ("services", "x")]),
            None
        );
    }
}
