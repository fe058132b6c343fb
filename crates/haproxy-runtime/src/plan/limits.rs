use haproxy_config::Place;
use haproxy_model::config::Config;
use haproxy_model::keyword::Setter;
use haproxy_model::section_kind::SectionKind;

use super::planner::{Planner, words};
use super::reason::Why;
use super::setting::GlobalLimit;
use super::step::Step;
use crate::command::{SetFrontendMaxconn, SetGlobalMaxconn, SetRateLimit};

/// A limit as a statement says it.
#[derive(Debug, Clone)]
struct Said {
    place: Place,
    /// The value as it is written.
    text: String,
}

impl Said {
    fn number(&self) -> Result<u64, Why> {
        let number = self.text.parse::<u64>().ok();
        let number = number.filter(|number| i32::try_from(*number).is_ok());
        number.ok_or_else(|| Why::Value {
            value: self.text.clone(),
        })
    }
}

const LIMITS: [(Setter, GlobalLimit); 4] = [
    (Setter::ConnectionRate, GlobalLimit::Maxconnrate),
    (Setter::SessionRate, GlobalLimit::Maxsessrate),
    (Setter::SslSessionRate, GlobalLimit::Maxsslrate),
    (Setter::CompressionRate, GlobalLimit::Maxcomprate),
];

impl Planner<'_> {
    /// Limits of the process and of frontends.
    pub(super) fn limits(&mut self) {
        for (setter, limit) in LIMITS {
            self.rate(setter, limit);
        }
        self.global_maxconn();
        self.frontends();
    }

    fn rate(&mut self, setter: Setter, limit: GlobalLimit) {
        let old = global(&self.old.config, setter);
        let new = global(&self.new.config, setter);
        let number = |said: &Option<Said>| said.as_ref().map_or(Ok(0), Said::number);
        let step = self
            .require(&SetRateLimit::SPECIFICATION)
            .and_then(|()| Ok((number(&old)?, number(&new)?)));
        match step {
            Ok((before, after)) if before == after => {}
            Ok((before, after)) => self.steps.push(Step::SetGlobal {
                limit,
                before: Some(before),
                after,
            }),
            Err(why) if is_changed(old.as_ref(), new.as_ref()) => {
                self.refuse(places(old, new), limit.keyword(), why);
            }
            Err(_) => {}
        }
    }

    fn global_maxconn(&mut self) {
        let old = global(&self.old.config, Setter::GlobalMaxconn);
        let new = global(&self.new.config, Setter::GlobalMaxconn);
        if !is_changed(old.as_ref(), new.as_ref()) {
            return;
        }
        let numbers = |said: &Option<Said>| said.as_ref().map(Said::number).transpose();
        let step = self
            .require(&SetGlobalMaxconn::SPECIFICATION)
            .and_then(|()| Ok((numbers(&old)?, numbers(&new)?)));
        let step = step.and_then(|(before, after)| {
            // None, and 0, is what HAProxy computes.
            let after = after.filter(|after| *after > 0).ok_or(Why::Computed)?;
            let limit = self.capabilities.hard_maxconn.or(before);
            match limit.ok_or(Why::Computed)? {
                limit if after > limit => Err(Why::BeyondStart { limit }),
                _ => Ok(Step::SetGlobal {
                    limit: GlobalLimit::Maxconn,
                    before,
                    after,
                }),
            }
        });
        match step {
            Ok(step) => self.steps.push(step),
            Err(why) => self.refuse(places(old, new), "maxconn", why),
        }
    }

    fn frontends(&mut self) {
        let (old, new) = (&self.old.config, &self.new.config);
        let is_frontend = |kind| matches!(kind, SectionKind::Frontend | SectionKind::Listen);
        let sections = new.sections.iter().enumerate();
        let pairs = sections.filter_map(|(index, section)| {
            let key = (
                section.kind().filter(|kind| is_frontend(*kind))?,
                section.name()?,
            );
            let before = old
                .sections
                .iter()
                .position(|old| old.kind() == Some(key.0) && old.name() == Some(key.1))?;
            Some((key.1.to_owned(), before, index))
        });
        for (name, before, after) in pairs.collect::<Vec<_>>() {
            let before = frontend(&self.old.config, &self.old_lineage, before);
            let after = frontend(&self.new.config, &self.new_lineage, after);
            if !is_changed(before.as_ref(), after.as_ref()) {
                continue;
            }
            let number = |said: &Option<Said>| said.as_ref().map(Said::number).transpose();
            let step = self
                .require(&SetFrontendMaxconn::SPECIFICATION)
                .and_then(|()| Ok((number(&before)?, number(&after)?)));
            let step = step.and_then(|(old, new)| {
                // Where nothing says it, it is what the process computed when it started.
                let computed = self.capabilities.hard_maxconn;
                Ok(Step::SetFrontendMaxconn {
                    frontend: name.clone().into(),
                    before: old.or(computed),
                    after: new.or(computed).ok_or(Why::Computed)?,
                })
            });
            match step {
                Ok(step) => self.steps.push(step),
                Err(why) => self.refuse(places(before, after), "maxconn", why),
            }
        }
    }
}

fn is_changed(old: Option<&Said>, new: Option<&Said>) -> bool {
    old.map(|said| &said.text) != new.map(|said| &said.text)
}

fn places(old: Option<Said>, new: Option<Said>) -> (Option<Place>, Option<Place>) {
    (old.map(|said| said.place), new.map(|said| said.place))
}

/// What the last statement with this setter says.
fn last(config: &Config, section: usize, setter: Setter) -> Option<Said> {
    let own = config.sections.get(section)?;
    let statement = (0..own.len()).rev().find(|index| {
        let keyword = own.statement_keyword(*index);
        keyword.is_some_and(|keyword| keyword.set == Some(setter))
    })?;
    let place = Place {
        section,
        statement: Some(statement),
    };
    let text = words(config, place)?.into_iter().nth(1)?;
    Some(Said { place, text })
}

fn global(config: &Config, setter: Setter) -> Option<Said> {
    let sections = config.sections.iter().enumerate().rev();
    let mut globals = sections.filter(|(_, own)| own.kind() == Some(SectionKind::Global));
    globals.find_map(|(index, _)| last(config, index, setter))
}

/// What a frontend's own statements, its defaults or the limit of the process say.
fn frontend(config: &Config, lineage: &[Option<usize>], section: usize) -> Option<Said> {
    let chain = std::iter::successors(Some(section), |index| {
        lineage
            .get(*index)
            .copied()
            .flatten()
            .filter(|own| own < index)
    });
    let mut chain = chain.filter_map(|index| last(config, index, Setter::FrontendMaxconn));
    let said = chain.next().filter(|said| said.text != "0");
    said.or_else(|| global(config, Setter::GlobalMaxconn).filter(|said| said.text != "0"))
}
