use proc_macro2::TokenStream;
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::{Error, Ident, LitStr, Result, Token};

use super::{DirectiveAttributes, list, set, text, variant};

/// What a keyword's attribute says of it besides its name.
#[derive(Default)]
pub(crate) struct Facts {
    /// Other spellings.
    pub(crate) aliases: Vec<LitStr>,
    sections: Option<Vec<LitStr>>,
    since: Option<Version>,
    backported: Option<Version>,
    removed: Option<Version>,
    deprecated: Option<Version>,
    instead: Option<LitStr>,
    json: Option<LitStr>,
    stage: Option<LitStr>,
    phase: Option<Ident>,
    ordered: Option<LitStr>,
    wants_unit: Option<Version>,
    again: Option<Ident>,
    feature: Option<LitStr>,
    set: Option<LitStr>,
    negates: Option<LitStr>,
    runtime_since: Option<Version>,
    within: Option<LitStr>,
    needs: Option<LitStr>,
    flags: Vec<Flag>,
}

/// A branch of HAProxy.
#[derive(Clone, Copy)]
pub(crate) struct Version {
    major: u8,
    minor: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flag {
    Experimental,
    No,
    Default,
    NotInDefaultServer,
    Runtime,
    Repeated,
    IgnoresRest,
    NamedDefaults,
    RefusedElsewhere,
    ArgumentsUnlessNo,
    TakesNothing,
    TakesAnything,
    Renamed,
    Http,
    EndsRules,
}

impl Facts {
    /// Takes one fact of a keyword.
    pub(crate) fn keyword(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let name = meta
            .path
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        match name.as_str() {
            "json" => set(meta, &mut self.json, text(meta)?)?,
            "stage" => set(meta, &mut self.stage, text(meta)?)?,
            "phase" => set(meta, &mut self.phase, meta.value()?.parse()?)?,
            "ordered" => set(meta, &mut self.ordered, text(meta)?)?,
            "wants_unit" => set(meta, &mut self.wants_unit, version(meta)?)?,
            "again" => set(meta, &mut self.again, meta.value()?.parse()?)?,
            "ends_rules" => self.flag(meta, Flag::EndsRules)?,
            "feature" => set(meta, &mut self.feature, text(meta)?)?,
            "alias" => self.aliases.push(text(meta)?),
            "sections" => set(meta, &mut self.sections, list(meta)?)?,
            "no" => self.flag(meta, Flag::No)?,
            "default" => self.flag(meta, Flag::Default)?,
            "not_in_default_server" => self.flag(meta, Flag::NotInDefaultServer)?,
            "runtime" => {
                self.flag(meta, Flag::Runtime)?;
                if meta.input.peek(Token![=]) {
                    set(meta, &mut self.runtime_since, version(meta)?)?;
                }
            }
            "set" => set(meta, &mut self.set, text(meta)?)?,
            "negates" => set(meta, &mut self.negates, text(meta)?)?,
            "repeated" => self.flag(meta, Flag::Repeated)?,
            "http" => self.flag(meta, Flag::Http)?,
            "ignores_rest" => self.flag(meta, Flag::IgnoresRest)?,
            "named_defaults" => self.flag(meta, Flag::NamedDefaults)?,
            "within" => set(meta, &mut self.within, text(meta)?)?,
            "backported" => set(meta, &mut self.backported, version(meta)?)?,
            "needs" => set(meta, &mut self.needs, text(meta)?)?,
            "takes_anything" => self.flag(meta, Flag::TakesAnything)?,
            "takes_nothing" => self.flag(meta, Flag::TakesNothing)?,
            "arguments_unless_no" => self.flag(meta, Flag::ArgumentsUnlessNo)?,
            "refused_elsewhere" => self.flag(meta, Flag::RefusedElsewhere)?,
            _ => return self.section(meta),
        }
        Ok(())
    }

    /// Takes one fact that a section may have as well.
    pub(crate) fn section(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let name = meta
            .path
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        match name.as_str() {
            "since" => set(meta, &mut self.since, version(meta)?),
            "removed" => set(meta, &mut self.removed, version(meta)?),
            "deprecated" => set(meta, &mut self.deprecated, version(meta)?),
            "instead" => set(meta, &mut self.instead, text(meta)?),
            "experimental" => self.flag(meta, Flag::Experimental),
            "renamed" => self.flag(meta, Flag::Renamed),
            _ => Err(meta.error(
                "unknown: a keyword has `again`, `alias`, `arguments_unless_no`, `backported`, `call`, `default`, \
                 `deprecated`, `ends_rules`, `experimental`, `feature`, `http`, `ignores_rest`, \
                 `instead`, `json`, `multiple`, `named_defaults`, `needs`, `negates`, `no`, \
                 `not_in_default_server`, `ordered`, `phase`, `prefix`, `refused_elsewhere`, \
                 `removed`, `renamed`, `repeated`, `runtime`, `sections`, `set`, `since`, `stage`, \
                 `takes_anything`, `takes_nothing`, `wants_unit` and `within`; a section only those of versions",
            )),
        }
    }

    /// The first version that has it, as an expression.
    pub(crate) fn since(&self) -> Option<TokenStream> {
        self.since.map(Version::tokens)
    }

    /// Takes over what the keyword does not say and the whole choice does.
    pub(crate) fn inherit(&mut self, choice: &DirectiveAttributes) {
        fn fill<T: Clone>(own: &mut Option<T>, common: Option<&T>) {
            if own.is_none() {
                *own = common.cloned();
            }
        }
        fill(&mut self.sections, choice.sections.as_ref());
        fill(&mut self.phase, choice.phase.as_ref());
        fill(&mut self.ordered, choice.ordered.as_ref());
    }

    /// Whether every statement counts.
    pub(crate) fn is_repeated(&self) -> bool {
        self.flags.contains(&Flag::Repeated)
    }

    fn flag(&mut self, meta: &ParseNestedMeta<'_>, flag: Flag) -> Result<()> {
        if self.flags.contains(&flag) {
            return Err(meta.error("said twice"));
        }
        self.flags.push(flag);
        Ok(())
    }

    /// The entry of the keyword table.
    pub(crate) fn entry(
        &self,
        name: &str,
        documentation: &str,
        syntax: &TokenStream,
    ) -> TokenStream {
        let mut entry = quote! {
            ::haproxy_model::keyword::Keyword::new(#name, #syntax).documentation(#documentation)
        };
        if !self.aliases.is_empty() {
            let aliases = &self.aliases;
            entry.extend(quote! { .aliases(&[#(#aliases),*]) });
        }
        if let Some(sections) = &self.sections {
            entry.extend(quote! { .sections(&[#(#sections),*]) });
        }
        if let Some(version) = self.since.map(Version::tokens) {
            entry.extend(quote! { .since(#version) });
        }
        if let Some(version) = self.backported.map(Version::tokens) {
            entry.extend(quote! { .backported(#version) });
        }
        if let Some(version) = self.removed.map(Version::tokens) {
            entry.extend(quote! { .removed(#version) });
        }
        if let Some(version) = self.deprecated.map(Version::tokens) {
            entry.extend(quote! { .deprecated(#version) });
        }
        if let Some(instead) = &self.instead {
            entry.extend(quote! { .instead(#instead) });
        }
        if let Some(json) = &self.json {
            entry.extend(quote! { .json(#json) });
        }
        if let Some(stage) = &self.stage {
            let stage = variant("registry::Stage", stage);
            entry.extend(quote! { .stage(#stage) });
        }
        if let Some(phase) = &self.phase {
            entry.extend(quote! { .phase(::haproxy_model::keyword::Phase::#phase) });
        }
        if let Some(ordered) = &self.ordered {
            entry.extend(quote! { .ordered(#ordered) });
        }
        if let Some(version) = self.wants_unit.map(Version::tokens) {
            entry.extend(quote! { .wanting_unit(#version) });
        }
        if let Some(again) = &self.again {
            entry.extend(quote! { .again(::haproxy_model::keyword::Again::#again) });
        }
        if let Some(feature) = &self.feature {
            entry.extend(quote! { .feature(#feature) });
        }
        if let Some(set) = &self.set {
            let setter = variant("keyword::Setter", set);
            entry.extend(quote! { .set_by(#setter) });
        }
        if let Some(negates) = &self.negates {
            entry.extend(quote! { .negating(#negates) });
        }
        if let Some(version) = self.runtime_since.map(Version::tokens) {
            entry.extend(quote! { .at_runtime_since(#version) });
        }
        if let Some(bounds) = &self.within {
            entry.extend(quote! { .within(#bounds) });
        }
        if let Some(words) = &self.needs {
            entry.extend(quote! { .needing(#words) });
        }
        for flag in &self.flags {
            entry.extend(match flag {
                Flag::Experimental => quote! { .experimental() },
                Flag::No => quote! { .accepting_no() },
                Flag::Default => quote! { .accepting_default() },
                Flag::NotInDefaultServer => quote! { .not_in_default_server() },
                Flag::Runtime => quote! { .at_runtime() },
                Flag::Repeated => quote! { .repeated() },
                Flag::IgnoresRest => quote! { .ignoring_rest() },
                Flag::NamedDefaults => quote! { .in_named_defaults() },
                Flag::RefusedElsewhere => quote! { .refused_elsewhere() },
                Flag::ArgumentsUnlessNo => quote! { .needing_arguments_unless_no() },
                Flag::TakesNothing => quote! { .taking_nothing() },
                Flag::TakesAnything => quote! { .taking_anything() },
                Flag::Renamed => quote! { .renamed() },
                Flag::Http => quote! { .only_in_http() },
                Flag::EndsRules => quote! { .ending_rules() },
            });
        }
        entry
    }
}

impl Version {
    /// An expression of it.
    pub(crate) fn tokens(self) -> TokenStream {
        let Self { major, minor } = self;
        quote! { ::haproxy_model::version::Version::new(#major, #minor) }
    }
}

/// The version that the attribute says.
pub(super) fn version(meta: &ParseNestedMeta<'_>) -> Result<Version> {
    let literal: LitStr = meta.value()?.parse()?;
    let text = literal.value();
    let error = || Error::new(literal.span(), "this is not a version such as \"3.2\"");
    let (major, minor) = text.split_once('.').ok_or_else(error)?;
    Ok(Version {
        major: major.parse().map_err(|_| error())?,
        minor: minor.parse().map_err(|_| error())?,
    })
}
