use haproxy_model::keyword::Keywords;
use haproxy_model::rule::{HttpRequestAction, HttpResponseAction};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{CompressionKeyword, FilterKeyword, RuleKeyword};

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::FILTER_ORDER,
    name: "filter-order",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "Filters are missing, or in an order that does not work.",
    explanation: "\
`compression` and a cache are filters. HAProxy adds them by itself where a proxy has no other filters; \
beside another one, such as `filter trace`, their place has to be said with `filter compression` and \
`filter cache`. What a cache stores must not be compressed yet, so `filter cache` stands first. A proxy \
has one `filter compression`.",
    examples: &[
        Example::refused(
            "\
cache small
    total-max-size 4

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter compression
    filter cache small
    compression algo gzip
    http-request cache-use small
    http-response cache-store small
",
            "\
cache small
    total-max-size 4

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter cache small
    filter compression
    compression algo gzip
    http-request cache-use small
    http-response cache-store small
",
        ),
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter trace
    compression algo gzip
",
            "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    filter trace
    filter compression
    compression algo gzip
",
        ),
    ],
};

/// The filters of a proxy.
#[derive(Default)]
struct Filters<'a> {
    compression: Option<Place>,
    caches: Vec<&'a str>,
    /// One that needs the places of the others to be said.
    other: Option<Place>,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !(proxy.is_frontend() || proxy.is_backend()) || proxy.is_disabled {
        return;
    }
    let mut filters = Filters::default();
    for (place, statement) in proxy.statements() {
        match statement.group() {
            Some(FilterKeyword::FilterCompression) => {
                if let Some(first) = filters.compression {
                    let (file, span) = context.whole(first);
                    let message = "a proxy has one compression filter";
                    found.push(RULE.at(context.whole(place), message).with_related(
                        file,
                        span,
                        "here it is already",
                    ));
                }
                filters.compression.get_or_insert(place);
            }
            Some(FilterKeyword::FilterCache(name)) => {
                if let Some(compression) = filters.compression {
                    let (file, span) = context.whole(compression);
                    let message = "a cache stands before the compression filter";
                    found.push(RULE.at(context.whole(place), message).with_related(
                        file,
                        span,
                        "this one compresses before",
                    ));
                }
                filters.caches.push(name.as_str());
            }
            Some(FilterKeyword::FilterCompReq | FilterKeyword::FilterCompRes) => {
                filters.compression.get_or_insert(place);
            }
            Some(FilterKeyword::FilterFcgiApp(_)) | None => {}
            Some(_) => {
                filters.other.get_or_insert(place);
            }
        }
    }
    if let Some(other) = filters.other {
        check_places(context, proxy, &filters, other, found);
    }
}

/// Looks for what is a filter whose place among the others is not said.
fn check_places(
    context: &Context<'_>,
    proxy: &Proxy<'_>,
    filters: &Filters<'_>,
    other: Place,
    found: &mut Vec<Diagnostic>,
) {
    let mut needs: Vec<(Place, String)> = Vec::new();
    for (place, statement) in proxy.statements() {
        let filter = match &statement.directive {
            ProxyKeyword::Compression(own) if filters.compression.is_none() => {
                compresses(own).then(|| "filter compression".to_owned())
            }
            ProxyKeyword::Rule(rule) => cache(rule)
                .filter(|name| !filters.caches.contains(name))
                .map(|name| format!("filter cache {name}")),
            _ => None,
        };
        if let Some(filter) = filter
            && needs.iter().all(|(_, own)| *own != filter)
        {
            needs.push((place, filter));
        }
    }
    for (place, filter) in needs {
        let (file, span) = context.whole(other);
        let message = format!("beside other filters, '{filter}' has to say where this one stands");
        found.push(RULE.at(context.whole(place), message).with_related(
            file,
            span,
            "this is another filter",
        ));
    }
}

fn compresses(keyword: &CompressionKeyword) -> bool {
    let keyword = keyword.keyword();
    keyword.is_some_and(|keyword| keyword.name.starts_with("compression algo"))
}

/// The cache that a rule uses or fills.
fn cache(rule: &RuleKeyword) -> Option<&str> {
    match rule {
        RuleKeyword::HttpRequest(rule) => match &rule.action {
            HttpRequestAction::CacheUse(name) => Some(name.as_str()),
            _ => None,
        },
        RuleKeyword::HttpResponse(rule) => match &rule.action {
            HttpResponseAction::CacheStore(name) => Some(name.as_str()),
            _ => None,
        },
        _ => None,
    }
}
