use haproxy_model::config::AnySection;
use haproxy_model::section::RingKeyword;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::to_model_text;

pub(super) const RULE: Rule = Rule {
    code: Code::SMALL_RING,
    name: "small-ring",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "A ring is to be smaller than it is.",
    explanation: "\
A ring starts with 16384 bytes and only grows: before HAProxy 3.0 a smaller `size` is ignored with a \
warning. Those versions read a plain number of bytes, so that `size 1M` means one byte; write \
`size 1048576`.",
    examples: &[Example::warned(
        "\
ring logs
    maxlen 1200
    size 8192
    timeout connect 5s
    timeout server 10s
    server log1 192.0.2.1:514
",
        "\
ring logs
    maxlen 1200
    size 32768
    timeout connect 5s
    timeout server 10s
    server log1 192.0.2.1:514
",
    )
    .with_version(Version::new(2, 8))],
};

/// The first version that lets a ring be of any size, and reads units.
const ANY_SIZE_SINCE: Version = Version::new(3, 0);
const USUAL: u64 = 16_384;

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.options.target.version >= ANY_SIZE_SINCE {
        return;
    }
    for view in context.sections() {
        let AnySection::Ring(ring) = view.section else {
            continue;
        };
        let mut current = USUAL;
        for (place, statement) in view.with_places(&ring.statements) {
            let RingKeyword::Size(_) = &statement.directive else {
                continue;
            };
            let word = context.line(place).and_then(|line| line.word(1));
            let word = word.map(|word| to_model_text(&word)).unwrap_or_default();
            let end = word.bytes().take_while(u8::is_ascii_digit).count();
            let Some(size) = word.get(..end).and_then(|digits| digits.parse().ok()) else {
                continue;
            };
            if size < current {
                let message = format!("{size} bytes are fewer than the {current} that it has");
                found.push(RULE.at(context.word(place, 1), message));
            } else {
                current = size;
            }
        }
    }
}
