use std::collections::BTreeMap;

use haproxy_runtime::command::{
    ShowAcl, ShowAcls, ShowInfo, ShowMap, ShowMaps, ShowServersState, ShowSslCaFile,
    ShowSslCaFiles, ShowSslCert, ShowSslCerts, ShowSslCrtList, ShowSslCrtLists,
    ShowSslOcspResponse, ShowStat,
};
use haproxy_runtime::{Client, PatternSet};

/// What a process is like, without what depends on when and where it was started.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// What is said of each server.
    servers: BTreeMap<String, Vec<String>>,
    /// The most connections of each frontend and server.
    limits: BTreeMap<String, Option<i64>>,
    info: Vec<Option<String>>,
    maps: BTreeMap<String, Vec<String>>,
    acls: BTreeMap<String, Vec<String>>,
    certificates: BTreeMap<String, Vec<String>>,
    authorities: BTreeMap<String, Vec<Option<String>>>,
    lists: Vec<String>,
}

impl Picture {
    pub(super) fn of(client: &mut Client) -> Self {
        let states = client.call(&ShowServersState::new()).unwrap().0;
        let servers = states.into_iter().map(|row| {
            let column = |name: &str| row.others.get(name).cloned().unwrap_or_default();
            // Of checks only whether they run: 0x02 and 0x04.
            let runs = |name: &str| {
                let state = column(name).parse::<u32>().unwrap();
                (state & 0x06 == 0x06).to_string()
            };
            let facts = vec![
                format!("{:?}:{}", row.address, row.port),
                row.weight.to_string(),
                row.admin_state.is_maintenance().to_string(),
                row.admin_state.is_drain().to_string(),
                runs("srv_check_state"),
                column("srv_check_port"),
                column("srv_check_addr"),
                column("srv_use_ssl"),
            ];
            (row.path().to_string(), facts)
        });
        let servers = servers.collect();
        let statistics = client.call(&ShowStat::new()).unwrap();
        let limits = statistics.iter().filter(|row| row.service() != "BACKEND");
        let limits = limits
            .map(|row| {
                let name = format!("{}/{}", row.proxy(), row.service());
                (name, row.session_limit())
            })
            .collect();
        let info = client.call(&ShowInfo::new()).unwrap();
        let info = ["Maxconn", "ConnRateLimit", "SessRateLimit", "SslRateLimit"]
            .map(|name| info.get(name).map(str::to_owned));
        Self {
            servers,
            limits,
            info: info.to_vec(),
            maps: maps(client),
            acls: acls(client),
            certificates: certificates(client),
            authorities: authorities(client),
            lists: lists(client),
        }
    }
}

fn maps(client: &mut Client) -> BTreeMap<String, Vec<String>> {
    let files = client.call(&ShowMaps::new()).unwrap().0.into_iter();
    let files = files.filter_map(|row| row.file).collect::<Vec<_>>();
    let entries = files.into_iter().map(|file| {
        let entries = client
            .call(&ShowMap::new(PatternSet::file(&file)))
            .unwrap()
            .0;
        let entries = entries
            .into_iter()
            .map(|entry| format!("{} {}", entry.key, entry.value));
        (file, entries.collect())
    });
    entries.collect()
}

fn acls(client: &mut Client) -> BTreeMap<String, Vec<String>> {
    let files = client.call(&ShowAcls::new()).unwrap().0.into_iter();
    let files = files.filter_map(|row| row.file).collect::<Vec<_>>();
    let patterns = files.into_iter().map(|file| {
        let patterns = client
            .call(&ShowAcl::new(PatternSet::file(&file)))
            .unwrap()
            .0;
        (
            file,
            patterns.into_iter().map(|entry| entry.pattern).collect(),
        )
    });
    patterns.collect()
}

/// Each with its chain and OCSP response.
fn certificates(client: &mut Client) -> BTreeMap<String, Vec<String>> {
    let files = client.call(&ShowSslCerts::new()).unwrap().files;
    let certificates = files.into_iter().map(|entry| {
        let command = ShowSslCert::new(entry.name.as_str().into());
        let mut details = client.call(&command).unwrap();
        let mut facts = vec![details.fingerprint.unwrap()];
        facts.append(&mut details.chain);
        let key = details.details.get("OCSP Response Key");
        for key in key.into_iter().filter(|key| !key.is_empty()) {
            let response = client.call(&ShowSslOcspResponse::new(key.clone()));
            facts.push(response.unwrap().0);
        }
        (entry.name, facts)
    });
    certificates.collect()
}

fn authorities(client: &mut Client) -> BTreeMap<String, Vec<Option<String>>> {
    let files = client.call(&ShowSslCaFiles::new()).unwrap().files;
    // HAProxy's own client has the system's authorities.
    let files = files
        .into_iter()
        .filter(|entry| !entry.name.starts_with('@'));
    let authorities = files.map(|entry| {
        let file = client
            .call(&ShowSslCaFile::new(entry.name.as_str().into()))
            .unwrap();
        let mut own: Vec<_> = file
            .certificates
            .into_iter()
            .map(|one| one.fingerprint)
            .collect();
        own.sort();
        (entry.name, own)
    });
    authorities.collect()
}

fn lists(client: &mut Client) -> Vec<String> {
    let lists = client.call(&ShowSslCrtLists::new()).unwrap().0;
    if !lists.iter().any(|list| list == "list.txt") {
        return Vec::new();
    }
    let entries = client
        .call(&ShowSslCrtList::new("list.txt".into()).numbered(true))
        .unwrap()
        .0;
    let entries = entries.into_iter();
    entries
        .map(|entry| {
            format!(
                "{} [{}] {:?}",
                entry.certificate, entry.settings, entry.filters
            )
        })
        .collect()
}
