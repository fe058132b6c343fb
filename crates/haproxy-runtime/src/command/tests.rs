//! What the processes of the tests do not say or have: answers by their form, requests by their words.

use std::time::Duration;

use super::*;
use crate::protocol::{Payload, Reply};

fn decode<A: Answer>(text: &str) -> A {
    A::decode(Reply::new(text.as_bytes(), true)).unwrap()
}

fn line(command: &impl Command) -> String {
    String::from_utf8(command.request().unwrap().line().to_vec()).unwrap()
}

#[test]
fn requests_are_their_words_in_order() {
    let server = || ServerPath::new("app", "s1");
    assert_eq!(
        line(
            &AddBackend::new("new".into(), "base".into())
                .mode(ProxyMode::Http)
                .guid("g".to_owned())
        ),
        "add backend new from base mode http guid g"
    );
    assert_eq!(
        line(
            &AddServer::new(server(), "192.0.2.1:80".into()).parameters(vec![
                "check".into(),
                "sni".into(),
                "str(a b)".to_owned()
            ])
        ),
        "add server app/s1 192.0.2.1:80 check sni str(a\\ b)"
    );
    let condition = WaitCondition::BackendRemovable("app".into());
    assert_eq!(
        line(&Wait::new(Duration::from_secs(2)).condition(condition)),
        "wait 2000ms be-removable app"
    );
    assert_eq!(
        line(&CommitMap::new(PatternSet::file("/etc/a;b.map").at(7))),
        "commit map @7 /etc/a\\;b.map"
    );
    assert_eq!(
        line(&SetServerAddress::new(server(), "192.0.2.2".into()).port("+1".to_owned())),
        "set server app/s1 addr 192.0.2.2 port +1"
    );
    assert_eq!(
        line(&ShowSess::new().suspicious(true).older(30)),
        "show sess susp older 30"
    );
    assert_eq!(
        line(&AcmeChallengeReady::new("a.pem".into(), "a.example".into())),
        "acme challenge_ready a.pem domain a.example"
    );
    assert_eq!(
        line(&ShowSslSni::new().expired(true).offset("30d".to_owned())),
        "show ssl sni -A -t 30d"
    );
    assert_eq!(
        line(&Raw::words(["add", "map", "m", "a b", "c;d"]).unwrap()),
        "add map m a\\ b c\\;d"
    );
    let payload = AddMapEntries::new(PatternSet::number(3), Payload::new("a b"));
    assert_eq!(line(&payload), "add map #3");
}

#[test]
fn a_wait_takes_its_time() {
    let request = Wait::new(Duration::from_secs(90)).request().unwrap();
    assert_eq!(request.patience(), Duration::from_secs(90));
}

#[test]
fn captured_errors_are_put_together() {
    let text = "Total events captured on [21/Nov/2026:15:45:35.712] : 3\n\n\
        [21/Nov/2026:15:45:30.001] frontend public (#2): invalid request\n  \
        backend <NONE> (#-1), server <NONE> (#-1), event #2, src 127.0.0.1:4711\n  \
        request length 30 bytes, error at position 8:\n\n  \
        00000  GET / \\x00HTTP/1.1\\r\\n\n  00021  a: b long lin\n  00034+ e\\r\\n\n";
    let errors: Errors = decode(text);
    assert_eq!(errors.total, 3);
    let capture = &errors.captures[0];
    assert_eq!(capture.date, "21/Nov/2026:15:45:30.001");
    assert_eq!(capture.position, Some(8));
    assert_eq!(
        capture.bytes,
        "GET / \\x00HTTP/1.1\\r\\na: b long line\\r\\n"
    );
    assert!(capture.description.contains("public"));
}

#[test]
fn caches_have_entries() {
    let text = "0x7f00: store (shctx:0x7f10, available blocks:4000)\n\
        0x7f20 hash:12345 vary:0x0011 size:2100 (3 blocks), refcount:1, expire:-4\n";
    let caches: Caches = decode(text);
    let entry = &caches.0[0].entries[0];
    assert_eq!(
        (entry.hash, entry.size, entry.expires_in),
        (Some(12345), Some(2100), Some(-4))
    );
    assert_eq!(entry.details["refcount"], "1");
}

#[test]
fn updates_of_ocsp_and_acme_are_read() {
    let text = "OCSP Certid | Path | Next Update | Last Update | Successes | Failures | Last Update Status | Last Update Status (str)\n\
        30aa | /a.pem | 30/Jan/2027:00:08:09 +0000 | - | 0 | 1 | 2 | HTTP error\n";
    let updates: OcspUpdates = decode(text);
    assert_eq!(
        (updates.0[0].failures, updates.0[0].last_update.as_deref()),
        (1, None)
    );
    let text = "# certificate\tsection\tstate\texpiration date (UTC)\texpires in\tscheduled date (UTC)\tscheduled in\n\
        a.pem\tle\tScheduled\t2027-08-04T11:50:54Z\t89d\t2027-07-27T23:50:55Z\t82d\n";
    let certificates: AcmeCertificates = decode(text);
    assert_eq!(certificates.0[0].state, "Scheduled");
}

#[test]
fn what_came_with_3_4_is_read() {
    let names: Names = decode("#filename\ntokens.pem\nother.pem\n");
    assert_eq!(names.0, ["tokens.pem", "other.pem"]);
    let text = "***\nfrontend: www\n\n bind: www/@own.cfg:9\n\n ECH entry: 0 public_name: example.org age: 5 \
        (has private key)\n    [fe0d,94,example.org,[0020,0001,0001],c392,00,00]\n";
    let report: Report = decode(text);
    let bind = &report.0[1].below[0];
    assert_eq!(bind.line, "bind: www/@own.cfg:9");
    assert!(
        report.0[1].below[1]
            .line
            .contains("public_name: example.org")
    );
    assert!(report.0[1].below[1].below[0].line.starts_with("[fe0d,94"));
    for text in [
        "New backend registered.",
        "Backend published.",
        "Backend unpublished.",
        "Backend deleted.",
        "",
    ] {
        let done: Done = decode(&format!("{text}\n"));
        assert_eq!(done.message, text);
    }
}

#[test]
fn later_columns_and_fields_are_kept() {
    let names: SniList = decode("# a\nwww/own:1\ta.example\t-\trsa\ta.pem\tNov 1\tNov 2\tlater\n");
    assert_eq!(names.0[0].others, ["later"]);
    let rows: Statistics = decode("# pxname,svname,scur,new_column,\na,b,1,9,\n");
    assert_eq!(rows.0[0].get("new_column"), Some("9"));
    let states: ServersState = decode(
        "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight \
         srv_time_since_last_change srv_fqdn srv_port srv_new\n3 a 1 s 192.0.2.1 2 0 1 1 5 - 80 x\n",
    );
    assert_eq!(states.0[0].others["srv_new"], "x");
    let table: TableContents = decode(
        "# table: t, type: ip, size:10, used:1\n0x1: key=192.0.2.1 use=0 exp=5 shard=2 new_rate(1000)=7 gpc0=1\n",
    );
    let entry = &table.entries[0];
    assert_eq!(
        (entry.shard, entry.data["new_rate"].period),
        (Some(2), Some(1000))
    );
    let maps: PatternSets = decode(
        "# id (file) description\n4 (a (b).map) used by x curr_ver=1 next_ver=2 entry_cnt=3 new=4\n",
    );
    assert_eq!(
        (maps.0[0].file.as_deref(), maps.0[0].entries),
        (Some("a (b).map"), Some(3))
    );
}

#[test]
fn what_is_no_answer_is_an_error() {
    let wrong = |text: &str| Reply::new(text.as_bytes(), true);
    assert!(MapEntries::decode(wrong("no entry\n")).is_err());
    assert!(ServersState::decode(wrong("1\n# be_id be_name\n1 a\n")).is_err());
    assert!(TableContents::decode(wrong("# table: t\n")).is_err());
    assert!(CliLevel::decode(wrong("root\n")).is_err());
    assert!(Info::decode(wrong("words\n")).is_err());
    assert!(Statistics::decode(wrong("# a,b,\n1,\n")).is_err());
    assert!(Metrics::decode(wrong("F.1.2:x\n")).is_err());
    assert!(WeightAnswer::decode(wrong("heavy\n")).is_err());
}
