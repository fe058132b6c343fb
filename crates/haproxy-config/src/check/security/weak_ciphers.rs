use haproxy_model::bind::{BindParameter, BindTlsParameter};
use haproxy_model::config::AnySection;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::global::SslKeyword;
use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::server::{ServerParameter, ServerTlsParameter};
use haproxy_model::statement::Statement;
use haproxy_model::value::Text;

use crate::check::context::{Context, Place};
use crate::check::view::{Proxy, SectionView};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::WEAK_CIPHERS,
    name: "weak-ciphers",
    family: Family::Security,
    severity: Severity::Warning,
    summary: "Ciphers are allowed that protect nothing, or no longer.",
    explanation: "\
A list of ciphers counts up to TLS 1.2. RC4, DES and 3DES, MD5, the export ciphers, and those without \
encryption or without authentication can be broken, or hide nothing to begin with. Name ciphers of today, such \
as `ECDHE+AESGCM:ECDHE+CHACHA20`, or leave the line out: OpenSSL's own choice is sound.",
    examples: &[Example::accepted(
        "global\n    ssl-default-bind-ciphers ECDHE+AESGCM:DES-CBC3-SHA\n",
        "global\n    ssl-default-bind-ciphers ECDHE+AESGCM:!3DES:!aNULL\n",
    )],
};

/// What makes a cipher weak, as parts of the names of ciphers, and why.
const WEAK: &[(&str, &str)] = &[
    ("NULL", "encrypts nothing"),
    ("eNULL", "encrypts nothing"),
    ("COMPLEMENTOFALL", "encrypts nothing"),
    ("aNULL", "lets anybody answer"),
    ("ADH", "lets anybody answer"),
    ("AECDH", "lets anybody answer"),
    ("EXP", "has keys that are too short"),
    ("EXPORT", "has keys that are too short"),
    ("EXPORT40", "has keys that are too short"),
    ("EXPORT56", "has keys that are too short"),
    ("LOW", "has keys that are too short"),
    ("DES", "has keys that are too short"),
    ("3DES", "has blocks that are too short"),
    ("CBC3", "has blocks that are too short"),
    ("RC2", "is broken"),
    ("RC4", "is broken"),
    ("MD5", "is broken"),
    ("@SECLEVEL=0", "allows every cipher that OpenSSL still has"),
];

pub(super) fn check(context: &Context<'_>, view: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let AnySection::Global(global) = view.section {
        for (place, statement) in view.with_places(&global.statements) {
            if let Some(
                SslKeyword::SslDefaultBindCiphers(ciphers)
                | SslKeyword::SslDefaultServerCiphers(ciphers),
            ) = statement.group()
            {
                report(context, place, ciphers, found);
            }
        }
    }
    for (place, statement) in context.proxy(view).iter().flat_map(Proxy::statements) {
        if let Some(ciphers) = ciphers_of(statement) {
            report(context, place, ciphers, found);
        }
    }
}

fn ciphers_of(statement: &Statement<ProxyKeyword>) -> Option<&Text> {
    match statement.group()? {
        EndpointKeyword::Bind(bind) => {
            bind.parameters
                .iter()
                .find_map(|parameter| match parameter {
                    BindParameter::Tls(BindTlsParameter::Ciphers(ciphers)) => Some(ciphers),
                    _ => None,
                })
        }
        endpoint => endpoint
            .server_parameters()?
            .iter()
            .find_map(|parameter| match parameter {
                ServerParameter::Tls(ServerTlsParameter::Ciphers(ciphers)) => Some(ciphers),
                _ => None,
            }),
    }
}

fn report(context: &Context<'_>, place: Place, ciphers: &Text, found: &mut Vec<Diagnostic>) {
    if let Some((element, reason)) = weak_in(ciphers.as_str()) {
        found.push(
            RULE.at(
                context.find(place, ciphers.as_str()),
                format!("'{element}' {reason}"),
            )
            .with_help("take it out, or exclude it: ECDHE+AESGCM:!3DES"),
        );
    }
}

/// The first element of a list of ciphers that lets a weak one in, and what is wrong with it.
fn weak_in(ciphers: &str) -> Option<(&str, &'static str)> {
    let elements = || {
        ciphers
            .split([':', ',', ' '])
            .filter(|element| !element.is_empty())
    };
    let is_excluded = |name: &str| {
        let family = if name == "CBC3" { "3DES" } else { name };
        elements().any(|element| matches!(element.strip_prefix('!'), Some(own) if own == family))
    };
    elements()
        .filter(|element| !element.starts_with(['!', '-', '+']))
        .find_map(|element| {
            let parts = || element.split(['-', '+', '_']);
            let is_triple = parts().any(|part| matches!(part, "CBC3" | "3DES"));
            let (_, reason) = WEAK.iter().find(|(name, _)| {
                let is_part = *name == element || parts().any(|part| part == *name);
                is_part && !(*name == "DES" && is_triple) && !is_excluded(name)
            })?;
            Some((element, *reason))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_ciphers_are_found_by_their_parts() {
        let weak = |ciphers| weak_in(ciphers).map(|(element, _)| element);
        for sound in [
            "",
            "HIGH:!aNULL:!MD5",
            "ECDHE+AESGCM:-RC4:+3DES",
            "ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384",
            "DES-CBC3-SHA:!3DES",
            "DEFAULT:@SECLEVEL=2",
            "ALL:!ADH:!EXP",
        ] {
            assert_eq!(weak(sound), None, "{sound}");
        }
        assert_eq!(weak("HIGH:RC4"), Some("RC4"));
        assert_eq!(
            weak("HIGH,ECDHE-RSA-DES-CBC3-SHA"),
            Some("ECDHE-RSA-DES-CBC3-SHA")
        );
        assert_eq!(weak("kRSA+RC4:HIGH"), Some("kRSA+RC4"));
        assert_eq!(weak("HIGH:NULL-SHA"), Some("NULL-SHA"));
        assert_eq!(weak("ALL:@SECLEVEL=0"), Some("@SECLEVEL=0"));
        assert_eq!(
            weak_in("DES-CBC3-SHA").map(|(_, reason)| reason),
            Some("has blocks that are too short")
        );
    }
}
