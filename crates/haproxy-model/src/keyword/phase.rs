/// Where a statement is best written among those of its section.
///
/// `HAProxy` goes by rules in phases, whatever the order in which their lines stand, and warns where a
/// file suggests another one. An ACL must stand before what uses it, and the parameters that servers
/// start from before those servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// What the section is and has.
    Settings,
    /// Conditions with a name.
    Acl,
    /// Rules for the first packet of a QUIC connection.
    QuicInitial,
    /// Rules for new connections.
    Connection,
    /// Rules for connections whose handshakes are done.
    Session,
    /// Rules for the first bytes of a client.
    Content,
    /// When monitoring is told that something is wrong.
    Monitor,
    /// Rules for requests.
    Request,
    /// Redirections.
    Redirect,
    /// The choice of a backend.
    Switching,
    /// The backend where no rule chose one.
    Fallback,
    /// The choice of a server.
    ServerSelection,
    /// How clients stay with a server.
    Persistence,
    /// Rules for answers.
    Response,
    /// Who may see and do what on the page of statistics.
    Statistics,
    /// The steps of a health check.
    Check,
    /// What the servers after it start from.
    DefaultServer,
    /// Servers.
    Server,
}

impl Phase {
    /// Where a statement of this phase goes among statements of these phases, by index.
    ///
    /// Settings go behind the last setting; what has an order goes before the first statement of a
    /// later phase, or to the end.
    pub fn place(self, among: &[Self]) -> usize {
        if self == Self::Settings {
            let last = among.iter().rposition(|phase| *phase == self);
            return last.map_or(0, |last| last.saturating_add(1));
        }
        let later = among.iter().position(|phase| *phase > self);
        later.unwrap_or(among.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Phase::{self, Acl, Fallback, Request, Server, Settings, Switching};
    use crate::config::AnySection;
    use crate::section_kind::SectionKind;
    use crate::version::Version;

    #[test]
    fn statements_go_where_their_phase_is() {
        let frontend = [Settings, Acl, Switching, Fallback, Settings];
        assert_eq!(Request.place(&frontend), 2);
        assert_eq!(Acl.place(&frontend), 2);
        assert_eq!(Settings.place(&frontend), 5);
        assert_eq!(Server.place(&frontend), 5);
        assert_eq!(Settings.place(&[Server, Server]), 0);
        assert_eq!(Request.place(&[]), 0);
    }

    #[test]
    fn what_has_a_condition_comes_after_acls() {
        for kind in SectionKind::ALL {
            for keyword in AnySection::keywords_of(kind).into_iter().flatten() {
                let is_gone = keyword.removed.is_some_and(|at| at <= Version::OLDEST);
                if keyword.usage().contains("unless") && !is_gone {
                    assert!(keyword.phase > Phase::Acl, "{kind}: {}", keyword.name);
                }
            }
        }
    }
}
