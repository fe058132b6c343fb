use haproxy_model::config::AnySection;
use haproxy_model::section::{UserParameter, UserlistKeyword};

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::PLAIN_PASSWORD,
    name: "plain-password",
    family: Family::Security,
    severity: Severity::Info,
    summary: "A password stands in clear in a userlist.",
    explanation: "\
Who can read the configuration, a backup of it or its history knows the password. `password` takes it \
hashed, as `mkpasswd -m sha-256` prints it.",
    examples: &[Example::accepted(
        "userlist staff\n    user ann insecure-password secret\n",
        "userlist staff\n    user ann password $5$salt$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc8\n",
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for view in context.sections() {
        let AnySection::Userlist(userlist) = view.section else {
            continue;
        };
        for (place, statement) in view.with_places(&userlist.statements) {
            let UserlistKeyword::User(user) = &statement.directive else {
                continue;
            };
            let is_plain =
                |parameter: &UserParameter| matches!(parameter, UserParameter::InsecurePassword(_));
            if user.parameters.iter().any(is_plain) {
                let message = "this password can be read by everybody who can read the file";
                found.push(
                    RULE.at(context.find(place, "insecure-password"), message)
                        .with_help("write 'password' and its hash"),
                );
            }
        }
    }
}
