use haproxy_model::config::AnySection;
use haproxy_model::section::PeersKeyword;
use haproxy_model::version::Version;

use crate::check::context::{Context, Place};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::PEERS_LISTENER,
    name: "peers-listener",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "A peers section listens at more than one place.",
    explanation: "\
Other processes reach this one at one address: that of its own `peer` line, or that of the only `bind` \
line, beside which the others are `server` lines. `peer` and `bind` exclude each other, and `bind` has \
one address and one port.",
    examples: &[Example::refused(
        "\
peers shared
    bind 127.0.0.1:10000
    bind 127.0.0.1:10001
    server lb1
    server lb2 192.0.2.2:10000
",
        "\
peers shared
    disabled
    bind 127.0.0.1:10000
    server lb1
    server lb2 192.0.2.2:10000
",
    )],
};

/// Since when a `bind` line of peers has one address and one port.
const ONE_ADDRESS_SINCE: Version = Version::new(2, 8);

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let version = context.options.target.version;
    for view in context.sections() {
        let AnySection::Peers(peers) = view.section else {
            continue;
        };
        let mut first: Option<Place> = None;
        for (place, statement) in view.with_places(&peers.statements) {
            let message = match (&statement.directive, first) {
                (PeersKeyword::Bind(_), Some(_)) => "these peers have a 'bind' line already",
                (PeersKeyword::Bind(bind), None) => {
                    first = Some(place);
                    let is_one = bind.addresses.addresses().count() < 2;
                    if is_one || version < ONE_ADDRESS_SINCE {
                        continue;
                    }
                    "peers listen at one address"
                }
                (PeersKeyword::Peer(_), Some(_)) => "'peer' lines and 'bind' exclude each other",
                _ => continue,
            };
            let mut finding = RULE.at(context.whole(place), message);
            if let Some(first) = first.filter(|first| *first != place) {
                let (file, span) = context.whole(first);
                finding = finding.with_related(file, span, "they listen here");
            }
            found.push(finding);
        }
    }
}
