//! Tells what differs in meaning between two configurations.

use haproxy_config::{Document, Target, diff};
use haproxy_model::version::Version;

pub(crate) fn main() {
    let target = Target::new(Version::new(3, 2));
    let model = |text: &str| Document::parse(text).to_model(&target).0;
    let old = model("backend app\n    timeout server 5000 # slow\n    balance source\n");
    let new = model("backend app\n    balance leastconn\n    timeout server 5s\n");
    let changes = diff(&old, &new);
    for change in &changes {
        println!("{}: {}: {:?}", change.section, change.path, change.after);
    }
    assert_eq!(changes.len(), 1);
}
