use haproxy_model::section::proxy::EmailAlertKeyword;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::INCOMPLETE_EMAIL_ALERT,
    name: "incomplete-email-alert",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "Mails about servers are set up in part.",
    explanation: "\
HAProxy sends mails only where `email-alert from`, `email-alert to` and `email-alert mailers` are all \
set, in the proxy or its defaults; otherwise it ignores every `email-alert` line.",
    examples: &[Example::warned(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    email-alert level alert
",
        "\
mailers post
    mailer m1 192.0.2.25:25

backend app
    timeout connect 5s
    timeout server 30s
    email-alert level alert
    email-alert mailers post
    email-alert from proxy@example.com
    email-alert to ops@example.com
",
    )
    .with_version(Version::new(2, 6))],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let own = proxy
        .statements()
        .find(|(_, statement)| statement.group::<EmailAlertKeyword>().is_some());
    let Some((place, _)) = own else { return };
    if !(proxy.is_frontend() || proxy.is_backend()) {
        return;
    }
    let settings = &proxy.settings;
    let missing: Vec<&str> = [
        (settings.email_from, "email-alert from"),
        (settings.email_to, "email-alert to"),
        (settings.email_mailers, "email-alert mailers"),
    ]
    .into_iter()
    .filter_map(|(is_there, keyword)| (!is_there).then_some(keyword))
    .collect();
    if !missing.is_empty() {
        let missing = missing.join("' and '");
        let message = format!("no mail is sent without '{missing}'");
        found.push(RULE.at(context.whole(place), message));
    }
}
