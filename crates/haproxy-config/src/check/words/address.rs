use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};

use haproxy_model::config::AnySection;
use haproxy_model::evaluation::EvaluationKind;
use haproxy_model::section::global::ProcessKeyword;
use haproxy_model::section::proxy::Mode;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;
use haproxy_model::value::{
    Address, AddressList, AddressPort, AddressPurpose, Family, Host, Transport,
};
use haproxy_model::version::Version;

use crate::check::context::{Context, Place};
use crate::check::view::SectionView;
use crate::check::{Example, Family as RuleFamily, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::to_model_text;

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSABLE_ADDRESS,
    name: "unusable-address",
    family: RuleFamily::Words,
    severity: Severity::Error,
    summary: "An address is not of a form that may stand here.",
    explanation: "\
What an address may look like depends on what it is for: `bind` needs a port and takes a range of them, \
a server may have a distance such as `+10` in its place, a source of connections neither. Some are for \
streams only and some for datagrams only; `quic4@` needs an HAProxy that was built with QUIC, and \
prefixes such as `mptcp@` a version that knows them.",
    examples: &[
        Example::refused(
            "\
frontend www
    bind 127.0.0.1
    timeout client 30s
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
",
        ),
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:8000-8010
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:8000
",
        ),
        Example::refused(
            "\
global
    log 127.0.0.1:+514 local0
",
            "\
global
    log 127.0.0.1:514 local0
",
        ),
        Example::refused(
            "\
frontend www
    bind udp@127.0.0.1:8080
    timeout client 30s
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
",
        ),
    ],
};

/// The version that takes one address only for a peer's own listener.
const ONE_PEER_LISTENER: Version = Version::new(3, 0);

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for evaluated in context.evaluations() {
        let EvaluationKind::Address(purpose) = evaluated.evaluation.kind else {
            continue;
        };
        let position = evaluated.evaluation.words.start;
        let Some(section) = context.section(evaluated.section) else {
            continue;
        };
        let place = evaluated.place;
        let word = context.line(place).and_then(|line| line.word(position));
        let Some(word) = word else {
            continue;
        };
        let text = to_model_text(&word);
        judge(context, &section, place, position, purpose, &text, found);
    }
}

/// Looks at the address that is the word at `position` of a line.
pub(super) fn judge(
    context: &Context<'_>,
    section: &SectionView<'_>,
    place: Place,
    position: usize,
    purpose: AddressPurpose,
    text: &str,
    found: &mut Vec<Diagnostic>,
) {
    let wanted = Wanted::at(context, section, place, purpose);
    let problem = match purpose {
        AddressPurpose::Bind | AddressPurpose::DatagramBind => match text.parse::<AddressList>() {
            Ok(list) if wanted.single && list.addresses().count() > 1 => {
                Some(Problem::from("only one address may stand here"))
            }
            Ok(list) => list
                .addresses()
                .find_map(|address| wanted.problem(&address)),
            Err(_) => None,
        },
        AddressPurpose::SpoofedSource if text.starts_with("hdr_ip(") => None,
        AddressPurpose::Agent => Wanted::problem_of_host(text).map(Problem::from),
        _ => match text.parse::<Address>() {
            Ok(address) => wanted.problem(&address),
            Err(_) => None,
        },
    };
    if let Some(Problem { severity, message }) = problem {
        let mut own = RULE.at(context.word(place, position), message);
        own.severity = severity;
        found.push(own);
    }
}

/// What is wrong with an address.
struct Problem {
    severity: Severity,
    message: Cow<'static, str>,
}

impl<T: Into<Cow<'static, str>>> From<T> for Problem {
    fn from(message: T) -> Self {
        Self {
            severity: Severity::Error,
            message: message.into(),
        }
    }
}

/// What an address must be like.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each true or not"
)]
struct Wanted {
    purpose: AddressPurpose,
    version: Version,
    has_quic: bool,
    exposes_experimental: bool,
    takes_range: bool,
    takes_datagrams: bool,
    is_looked_up_at_start: bool,
    single: bool,
}

impl Wanted {
    fn at(
        context: &Context<'_>,
        section: &SectionView<'_>,
        place: Place,
        purpose: AddressPurpose,
    ) -> Self {
        let target = &context.options.target;
        let version = target.version;
        let kind = section.section.kind();
        let single = purpose == AddressPurpose::Bind
            && kind == Some(SectionKind::Peers)
            && version >= ONE_PEER_LISTENER;
        let proxy = context.proxy(*section);
        let is_server = purpose == AddressPurpose::Server;
        let takes_logs = match &proxy {
            Some(proxy) => matches!(proxy.mode, Some(Mode::Log) | None),
            None => false,
        };
        // `source` is a keyword of proxies and a parameter of servers; these share out ports.
        let is_shared = purpose == AddressPurpose::Source
            && context
                .line(place)
                .and_then(|line| line.word(0))
                .is_some_and(|word| !word.is(b"source"));
        Self {
            purpose,
            version,
            has_quic: target.environment.features.contains("QUIC"),
            exposes_experimental: exposes_experimental(context),
            takes_range: (purpose.takes_range() || is_shared) && !single,
            takes_datagrams: purpose.takes_datagrams(version) && (!is_server || takes_logs),
            is_looked_up_at_start: purpose.is_looked_up_at_start()
                || is_server && kind == Some(SectionKind::Ring),
            single,
        }
    }

    fn problem(&self, address: &Address) -> Option<Problem> {
        if has_reference(address.as_str()) {
            return None;
        }
        let unknown = address.since().filter(|since| self.version < *since);
        let is_foreign = address.family() == Family::Ring && self.purpose != AddressPurpose::Log;
        if unknown.is_some() || is_foreign {
            return self.problem_of_unknown(address, unknown);
        }
        if let Some(problem) = self.problem_of_transport(address) {
            return Some(problem.into());
        }
        match address.family() {
            Family::ReverseHttp if !self.exposes_experimental => Some(
                "addresses behind 'rhttp@' are experimental: 'expose-experimental-directives' must \
                 stand in the global section above"
                    .into(),
            ),
            Family::FileDescriptor | Family::SocketPair => {
                self.problem_of_descriptor(address).map(Problem::from)
            }
            family if family.has_port() => self
                .problem_of_port(address.port())
                .map(Problem::from)
                .or_else(|| self.problem_of_name(address.host(), family).map(Problem::from)),
            _ => None,
        }
    }

    /// Of an address whose prefix the target takes for a part of the name: if nothing else is wrong
    /// with it, it depends on the network whether the name is found.
    fn problem_of_unknown(&self, address: &Address, since: Option<Version>) -> Option<Problem> {
        let (host, port) = address.without_prefix();
        let problem = port.and_then(|port| self.problem_of_port(port));
        let severity = if problem.is_some() {
            Severity::Error
        } else {
            Severity::Warning
        };
        let name = self.problem_of_name(host, Family::Ip).map(Cow::Owned);
        let problem = problem.map(Cow::Borrowed).or(name)?;
        let message = match since {
            Some(since) => Cow::Owned(format!(
                "the prefix is known since HAProxy {since}, the target is {}",
                self.version
            )),
            None => problem,
        };
        Some(Problem { severity, message })
    }

    fn problem_of_transport(&self, address: &Address) -> Option<&'static str> {
        let is_datagram = matches!(
            address.transport(),
            Some(Transport::Udp | Transport::Datagram)
        );
        let is_stream = matches!(
            address.transport(),
            Some(Transport::Tcp | Transport::Stream | Transport::Mptcp)
        );
        if address.transport() == Some(Transport::Quic) && !self.has_quic {
            return Some("the target is built without QUIC");
        }
        if is_datagram && !self.takes_datagrams {
            return Some("an address for datagrams may not stand here");
        }
        if is_stream && !self.purpose.takes_streams() {
            return Some("an address for streams may not stand here");
        }
        let is_plain = address.family().has_port() && address.transport() != Some(Transport::Quic);
        (self.purpose == AddressPurpose::Mailer && !is_plain)
            .then_some("mail needs an address for TCP")
    }

    fn problem_of_descriptor(&self, address: &Address) -> Option<&'static str> {
        let Host::Other(number) = address.host() else {
            return None;
        };
        if number.parse::<i32>().is_err() {
            return Some("the number of an open file must stand behind '@'");
        }
        let is_file = address.family() == Family::FileDescriptor;
        (is_file && !self.purpose.takes_descriptor()).then_some("an open file may not stand here")
    }

    fn problem_of_port(&self, port: AddressPort<'_>) -> Option<&'static str> {
        let needs_port = self.purpose.needs_port(self.version);
        let problem = match port {
            AddressPort::Missing if needs_port => {
                "a port must stand behind the address, as in ':80'"
            }
            AddressPort::Range(..) if self.single => "only one port may stand here",
            AddressPort::Range(..) if !self.takes_range => "a range of ports may not stand here",
            AddressPort::Single(0) | AddressPort::Range(0, _) if needs_port => {
                "the port may not be 0"
            }
            AddressPort::Offset(_) if !self.purpose.takes_offset(self.version) => {
                "a distance from another port may not stand here"
            }
            _ => return None,
        };
        Some(problem)
    }

    /// What is wrong with a host that HAProxy looks up before it starts.
    fn problem_of_name(&self, host: Host<'_>, family: Family) -> Option<String> {
        if !self.is_looked_up_at_start {
            return None;
        }
        match (host, family) {
            (Host::V6(_), Family::V4) => Some("this is no address of IPv4".to_owned()),
            (Host::V4(_), Family::V6) => Some("this is no address of IPv6".to_owned()),
            (Host::Name(_), _) if self.purpose == AddressPurpose::HttpProxy => {
                Some("a name may not stand here: write the address".to_owned())
            }
            (Host::Name(name), _) if is_no_name(name) => {
                Some(format!("'{name}' is neither an address nor a name"))
            }
            _ => None,
        }
    }

    /// What is wrong with a host without a port.
    fn problem_of_host(text: &str) -> Option<&'static str> {
        let bare = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
            .unwrap_or(text);
        let is_address = bare.parse::<Ipv6Addr>().is_ok() || matches!(text, "*");
        (!is_address && !has_reference(text) && is_no_name(text))
            .then_some("a host without a port must stand here")
    }
}

/// Whether no network has a host of this name.
fn is_no_name(name: &str) -> bool {
    let forbidden = |character: char| matches!(character, ':' | '/' | '@' | '[' | ']' | ',');
    if name.contains(forbidden) || name.starts_with('.') || name.contains("..") {
        return true;
    }
    let is_numeric = name
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    is_numeric && name.parse::<Ipv4Addr>().is_err() && !is_short_address(name)
}

/// Whether it is an address of IPv4 with fewer than four parts, or with zeros in front.
fn is_short_address(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let Some((last, first)) = parts.split_last() else {
        return false;
    };
    let longest = match first.len() {
        0 => u64::from(u32::MAX),
        1 => 0x00ff_ffff,
        2 => 0xffff,
        3 => 0xff,
        _ => return false,
    };
    let fits = |part: &str, most: u64| part.parse::<u64>().is_ok_and(|number| number <= most);
    first.iter().all(|part| fits(part, 0xff)) && fits(last, longest)
}

/// Whether some global section allows what is experimental.
fn exposes_experimental(context: &Context<'_>) -> bool {
    let sections = context.config.sections.iter();
    sections
        .filter_map(|section| match section {
            AnySection::Global(global) => Some(global),
            _ => None,
        })
        .any(|global| {
            global.statements.iter().any(|statement| {
                matches!(
                    statement.group(),
                    Some(ProcessKeyword::ExposeExperimentalDirectives)
                )
            })
        })
}
