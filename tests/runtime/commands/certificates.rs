//! Commands about certificates and what belongs to them.

use haproxy_model::version::Version;
use haproxy_runtime::command::*;
use haproxy_runtime::protocol::{Payload, RefusalKind};

use super::Walk;
use crate::setup::certificate;

pub(super) fn certificates(walk: &mut Walk) {
    let file = || FileName::from("other.pem");
    let pem = |name: &str| Payload::new(certificate(name));
    walk.done(NewSslCert::new(file()));
    walk.done(SetSslCert::new(file(), pem("other")));
    let list = walk.done(ShowSslCerts::new()).unwrap();
    assert_eq!(list.transactions[0].name, "other.pem", "{list:?}");
    walk.done(AbortSslCert::new(file()));
    walk.done(SetSslCert::new(file(), pem("other")));
    walk.done(CommitSslCert::new(file()));
    let details = walk.done(ShowSslCert::new(file())).unwrap();
    assert_eq!(
        details.alternative_names,
        ["DNS:other.example.com", "DNS:www.other.example.com"]
    );
    if let Some(dump) = walk.done(DumpSslCert::new(file())) {
        assert!(dump.as_str().contains("BEGIN PRIVATE KEY"));
    }
    let crt_list = || FileName::from("list.txt");
    assert_eq!(walk.done(ShowSslCrtLists::new()).unwrap().0, ["list.txt"]);
    walk.done(AddSslCrtList::new(crt_list(), file()));
    let entries = walk
        .done(ShowSslCrtList::new(crt_list()).numbered(true))
        .unwrap()
        .0;
    assert_eq!(
        (entries[0].line, entries[0].settings.as_str()),
        (Some(1), "alpn h2")
    );
    walk.done(DelSslCrtList::new(crt_list(), file()));
    let line = Payload::new("other.pem [alpn http/1.1] *.example.net !a.example.net");
    walk.done(AddSslCrtListLine::new(crt_list(), line));
    if let Some(names) = walk.done(ShowSslSni::new()) {
        let wildcard = names
            .0
            .iter()
            .find(|sni| sni.name == "*.example.net")
            .unwrap();
        assert_eq!(wildcard.file, "other.pem");
        assert_eq!(wildcard.negative_filters, ["!a.example.net"]);
    }
    walk.done(DelSslCrtList::new(crt_list(), file()));
    walk.done(DelSslCert::new(file()));
    walk.refused(ShowSslCert::new(file()), RefusalKind::NotFound);

    let file = || FileName::from("new-ca.pem");
    walk.done(NewSslCaFile::new(file()));
    walk.done(SetSslCaFile::new(file(), pem("authority")));
    walk.done(AbortSslCaFile::new(file()));
    walk.done(SetSslCaFile::new(file(), pem("authority")));
    walk.done(AddSslCaFile::new(file(), pem("other")));
    walk.done(CommitSslCaFile::new(file()));
    let count = if walk.version.is_at_least(Version::new(2, 8)) {
        2
    } else {
        1
    };
    let list = walk.done(ShowSslCaFiles::new()).unwrap().files;
    let own = list
        .iter()
        .find(|entry| entry.name == "new-ca.pem")
        .unwrap();
    assert_eq!(own.certificates, Some(count));
    let certificates = walk.done(ShowSslCaFile::new(file())).unwrap().certificates;
    assert_eq!(certificates[0].subject.as_deref(), Some("/CN=Authority"));
    walk.done(DelSslCaFile::new(file()));

    let file = || FileName::from("new-crl.pem");
    walk.done(NewSslCrlFile::new(file()));
    walk.done(SetSslCrlFile::new(file(), pem("revoked")));
    walk.done(AbortSslCrlFile::new(file()));
    walk.done(SetSslCrlFile::new(file(), pem("revoked")));
    walk.done(CommitSslCrlFile::new(file()));
    let lists = walk.done(ShowSslCrlFile::new(file())).unwrap().lists;
    assert!(
        lists[0].issuer.as_deref().unwrap().contains("Authority"),
        "{lists:?}"
    );
    assert!(
        walk.done(ShowSslCrlFiles::new())
            .unwrap()
            .files
            .iter()
            .any(|e| e.name == "new-crl.pem")
    );
    walk.done(DelSslCrlFile::new(file()));

    assert_eq!(walk.done(ShowSslProviders::new()).unwrap().0, ["default"]);
    walk.done(ShowSslJwt::new());
    walk.done(AddSslJwt::new("site.pem".into()));
    walk.done(DelSslJwt::new("site.pem".into()));
    walk.done(ShowSslEch::new());
    walk.done(AddSslEch::new("public/x".into(), pem("site")));
    walk.done(SetSslEch::new("public/x".into(), pem("site")));
    walk.done(DelSslEch::new("public/x".into()));
    if let Some(status) = walk.done(AcmeStatus::new()) {
        assert!(status.0.is_empty());
    }
    walk.refused(AcmeRenew::new("none.pem".into()), RefusalKind::NotFound);
    walk.refused(
        AcmeChallengeReady::new("none.pem".into(), "a".into()),
        RefusalKind::NotFound,
    );
}

pub(super) fn ocsp_and_tickets(walk: &mut Walk) {
    assert!(walk.done(ShowSslOcspResponses::new()).unwrap().0.is_empty());
    walk.refused(ShowSslOcspResponse::new("30".into()), RefusalKind::NotFound);
    if walk.version.is_at_least(Version::new(2, 8)) {
        let command = ShowSslOcspResponseAs::new(OcspFormat::Base64, "30".into());
        walk.refused(command, RefusalKind::NotFound);
    }
    if let Some(updates) = walk.done(ShowSslOcspUpdates::new()) {
        assert!(updates.0.is_empty());
    }
    walk.refused(
        SetSslOcspResponse::new(Payload::new("AAAA")),
        RefusalKind::Other,
    );
    if let Some(result) = walk.send(&UpdateSslOcspResponse::new("none.pem".into())) {
        assert!(result.is_err());
    }
    assert!(walk.done(ShowTlsKeys::new()).unwrap().0.is_empty());
    walk.done(ShowTlsKeysOf::new("*".into()));
    walk.refused(
        SetSslTlsKey::new("#0".into(), "AAAA".into()),
        RefusalKind::NotFound,
    );
}
