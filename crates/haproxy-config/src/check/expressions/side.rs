use haproxy_model::registry::{Contexts, Stage};
use haproxy_model::section::proxy::Mode;
use haproxy_model::section_kind::SectionKind;

use crate::check::context::{Context, EvaluatedPlace};
use crate::check::view::{Proxy, SectionView};

/// What is known of a section where something is evaluated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    /// `None` where the section is not understood.
    kind: Option<SectionKind>,
    /// What its proxy speaks.
    mode: Option<Mode>,
    /// Its proxy is switched off.
    is_disabled: bool,
}

impl Side {
    pub(super) fn of(context: &Context<'_>, section: SectionView<'_>) -> Self {
        let proxy = context.proxy(section);
        Self {
            kind: section.section.kind(),
            mode: proxy.and_then(|proxy| proxy.mode),
            is_disabled: proxy.is_some_and(|proxy| proxy.is_disabled),
        }
    }

    /// The contexts that a stage means here.
    pub(super) fn contexts(self, stage: Stage) -> Contexts {
        let (frontend, backend) = match self.kind {
            Some(SectionKind::Frontend) => (true, false),
            Some(SectionKind::Listen | SectionKind::Defaults) => (true, true),
            _ => (false, true),
        };
        stage.contexts(frontend, backend)
    }

    /// Whether the section speaks HTTP, where that counts for a format.
    pub(super) fn in_http(self, stage: Stage) -> Option<bool> {
        match self.kind? {
            SectionKind::Global => Some(false),
            SectionKind::Frontend | SectionKind::Listen if stage != Stage::Check => {
                Some(self.mode? == Mode::Http)
            }
            _ => None,
        }
    }

    /// Whether the section speaks HTTP.
    pub(super) fn is_http(self) -> bool {
        let is_proxy = matches!(
            self.kind,
            Some(SectionKind::Frontend | SectionKind::Backend | SectionKind::Listen)
        );
        is_proxy && self.mode == Some(Mode::Http)
    }

    /// Whether the section is a proxy that is switched on, whose references are followed.
    pub(super) fn is_read(self) -> bool {
        let is_proxy = matches!(
            self.kind,
            Some(SectionKind::Frontend | SectionKind::Backend | SectionKind::Listen)
        );
        is_proxy && !self.is_disabled
    }

    /// Whether HAProxy reads what is evaluated at all.
    ///
    /// It reads the formats of logs where there is a frontend for them.
    pub(super) fn reads(
        self,
        context: &Context<'_>,
        evaluated: &EvaluatedPlace<'_>,
        keyword: &str,
    ) -> bool {
        let in_defaults = self.kind == Some(SectionKind::Defaults);
        match evaluated.evaluation.stage {
            Stage::Log if in_defaults => is_inherited(context, evaluated.section, keyword),
            Stage::Log => self.kind != Some(SectionKind::Backend),
            Stage::HttpRequest if in_defaults && keyword == "unique-id-format" => {
                is_inherited(context, evaluated.section, keyword)
            }
            _ => true,
        }
    }
}

/// Whether a frontend takes the statement with this keyword from the defaults.
fn is_inherited(context: &Context<'_>, defaults: usize, keyword: &str) -> bool {
    context.proxies().filter(Proxy::is_frontend).any(|proxy| {
        let mut chain = context.chain(&proxy);
        let nearest = chain.find(|one| one.has(keyword));
        nearest.is_some_and(|one| one.section.index == defaults)
    })
}
