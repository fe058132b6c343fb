//! Rules that compared header lines as text, which named parts of a message do since.

mod condition;

use super::change::{Outcome, Rewrite, Ruleset, Statement, Step};
use super::line_pattern::{HeaderPattern, LinePattern, Methods, Replacement, RequestLinePattern};
use super::regex::{Doubt, has_letters};
use super::site::Site;
use super::topics::Topic;
use Ruleset::{Request, Response};
use condition::{Case, with_case, with_methods, with_tests};

pub(super) const TOPICS: &[Topic] = &[
    ("block", block),
    ("reqadd", |site| addition(site, Request)),
    ("rspadd", |site| addition(site, Response)),
    ("reqrep", |site| replacement(site, Request, Case::Minds)),
    ("reqirep", |site| replacement(site, Request, Case::Ignores)),
    ("cliexp", |site| replacement(site, Request, Case::Minds)),
    ("rsprep", |site| replacement(site, Response, Case::Minds)),
    ("rspirep", |site| replacement(site, Response, Case::Ignores)),
    ("srvexp", |site| replacement(site, Response, Case::Minds)),
    ("reqdel", |site| removal(site, Request)),
    ("reqidel", |site| removal(site, Request)),
    ("rspdel", |site| removal(site, Response)),
    ("rspidel", |site| removal(site, Response)),
    ("reqdeny", |site| {
        refusal(site, Request, Case::Minds, "deny")
    }),
    ("reqideny", |site| {
        refusal(site, Request, Case::Ignores, "deny")
    }),
    ("reqtarpit", |site| {
        refusal(site, Request, Case::Minds, "tarpit")
    }),
    ("reqitarpit", |site| {
        refusal(site, Request, Case::Ignores, "tarpit")
    }),
    ("rspdeny", |site| {
        refusal(site, Response, Case::Minds, "deny")
    }),
    ("rspideny", |site| {
        refusal(site, Response, Case::Ignores, "deny")
    }),
    ("reqallow", exception),
    ("reqiallow", exception),
    ("reqpass", exception),
    ("reqipass", exception),
];

fn block(site: &Site<'_>) -> Outcome {
    let deny = site.keyword.instead.unwrap_or("http-request deny");
    Rewrite::to(
        site.replacing(1, deny),
        format!("'{deny}' has the same form"),
    )
    .in_phase(Request, Step::First)
    .into()
}

fn addition(site: &Site<'_>, rules: Ruleset) -> Outcome {
    let line = site.argument(1).unwrap_or_default();
    let advice = format!("write '{} add-header NAME VALUE'", rules.keyword());
    let Some((name, value)) = line.split_once(':') else {
        return Outcome::left("its line is not a name, a colon and a value", advice);
    };
    let value = value.trim_matches([' ', '\t']);
    let is_name = |character: char| {
        character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character)
    };
    if name.is_empty()
        || !name.chars().all(is_name)
        || value.is_empty()
        || value.contains(['\r', '\n'])
    {
        return Outcome::left("its line is not one header with a value", advice);
    }
    let statement = Statement::new(rules.keyword())
        .word("add-header")
        .word(name)
        .word(&value.replace('%', "%%"))
        .kept(site.words_from(2));
    Rewrite::to(statement, "a rule adds the header")
        .in_phase(rules, Step::Additions)
        .into()
}

fn replacement(site: &Site<'_>, rules: Ruleset, case: Case) -> Outcome {
    let search = site.argument(1).unwrap_or_default();
    let line = Replacement::new(site.argument(2).unwrap_or_default());
    let made = match LinePattern::read(search) {
        Ok(LinePattern::Header(header)) => header_replacement(site, rules, case, &header, &line),
        Ok(LinePattern::RequestLine(request)) if rules == Request => {
            path_replacement(site, case, &request, &line)
        }
        Ok(LinePattern::RequestLine(_)) => Err("it is not plain which header it is about"),
        Err(doubt) => Err(doubt),
    };
    match made {
        Ok(rewrite) => rewrite.in_phase(rules, Step::Lines).into(),
        Err(doubt) => {
            let what = match rules {
                Request => "http-request replace-pathq, replace-header or set-header",
                Response => "http-response replace-header or set-header",
            };
            Outcome::left(doubt, format!("write what it is for with {what}"))
        }
    }
}

fn header_replacement(
    site: &Site<'_>,
    rules: Ruleset,
    case: Case,
    header: &HeaderPattern<'_>,
    line: &Replacement,
) -> Result<Rewrite, Doubt> {
    let value = header.value_replacement(line)?;
    let regex = with_case(header.value_regex()?, case, has_letters(&header.value));
    let statement = Statement::new(rules.keyword())
        .word("replace-header")
        .word(&header.name)
        .word(&regex)
        .word(&value.into_format())
        .kept(site.words_from(3));
    Ok(Rewrite::to(statement, "a rule replaces the header's value"))
}

fn path_replacement(
    site: &Site<'_>,
    case: Case,
    request: &RequestLinePattern<'_>,
    line: &Replacement,
) -> Result<Rewrite, Doubt> {
    let uri = request.replacing(line)?;
    let action = if uri.is_absolute {
        "replace-uri"
    } else {
        "replace-pathq"
    };
    let statement = Statement::new("http-request")
        .word(action)
        .word(&with_case(uri.regex, case, has_letters(request.rest())))
        .word(&uri.replacement.into_format());
    let statement = with_methods(site, statement, 3, &request.methods)?;
    let rewrite = Rewrite::to(statement, "a rule replaces the path");
    Ok(match request.methods {
        Methods::Any { headers: true } => rewrite.with_review(
            "headers whose value looks like such a path were rewritten, too, and are not any more",
        ),
        _ => rewrite,
    })
}

fn removal(site: &Site<'_>, rules: Ruleset) -> Outcome {
    let search = site.argument(1).unwrap_or_default();
    let advice = format!("write '{} del-header NAME'", rules.keyword());
    let statement = |name: &str| {
        Statement::new(rules.keyword())
            .word("del-header")
            .word(name)
    };
    let rest = site.words_from(2);
    let made = match LinePattern::read(search) {
        Ok(LinePattern::Header(header)) if header.takes_any_value() => {
            Ok(statement(&header.name).kept(rest))
        }
        Ok(LinePattern::Header(_)) => Err("it removes some values of a header and not others"),
        Ok(LinePattern::RequestLine(_)) => Err("it is not plain which header it is about"),
        Err(doubt) => Err(doubt),
    };
    let made = made.or_else(|doubt| {
        let start = start_of_name(search).ok_or(doubt)?;
        Ok::<_, Doubt>(statement(start).word("-m").word("beg").kept(rest))
    });
    match made {
        Ok(statement) => Rewrite::to(statement, "a rule removes the header")
            .in_phase(rules, Step::Lines)
            .into(),
        Err(doubt) => Outcome::left(doubt, advice),
    }
}

/// How the first lines of messages start.
const FIRST_LINES: [&str; 10] = [
    "CONNECT", "DELETE", "GET", "HEAD", "HTTP", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
];

/// The start of headers' names that the regular expression is, if it is no more than that.
fn start_of_name(regex: &str) -> Option<&str> {
    let start = regex.strip_prefix('^')?;
    let start = start.strip_suffix(".*").unwrap_or(start);
    let is_plain = start
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
    let is_in_first_line = FIRST_LINES.iter().any(|line| {
        line.get(..start.len())
            .is_some_and(|line| line.eq_ignore_ascii_case(start))
    });
    (is_plain && !start.is_empty() && !is_in_first_line).then_some(start)
}

fn refusal(site: &Site<'_>, rules: Ruleset, case: Case, action: &str) -> Outcome {
    match refusing(site, rules, case, action) {
        Ok(rewrite) => rewrite.in_phase(rules, Step::Lines).into(),
        Err(doubt) => Outcome::left(
            doubt,
            format!(
                "write '{} {action} if …' with conditions on the path or on headers",
                rules.keyword()
            ),
        ),
    }
}

fn refusing(site: &Site<'_>, rules: Ruleset, case: Case, action: &str) -> Result<Rewrite, Doubt> {
    let search = site.argument(1).unwrap_or_default();
    let (fetch, regex, methods) = match LinePattern::read(search)? {
        LinePattern::Header(header) => {
            let fetch = match rules {
                Request => format!("req.fhdr({})", header.name),
                Response => format!("res.fhdr({})", header.name),
            };
            let regex = header.value_regex()?;
            (fetch, regex, Methods::Any { headers: false })
        }
        LinePattern::RequestLine(request) if rules == Request => {
            let regex = request.uri_regex()?;
            ("pathq".to_owned(), regex, request.methods)
        }
        LinePattern::RequestLine(_) => return Err("it is not plain which header it is about"),
    };
    let headers = methods == (Methods::Any { headers: true });
    let statement = Statement::new(rules.keyword()).word(action);
    let mut test = vec!["{".to_owned(), fetch, "-m".to_owned(), "reg".to_owned()];
    if case == Case::Ignores {
        test.push("-i".to_owned());
    }
    test.extend([regex, "}".to_owned()]);
    let statement = with_tests(site, statement, 2, &methods, &test)?;
    let rewrite = Rewrite::to(statement, "a rule with a condition refuses it");
    Ok(if headers {
        rewrite.with_review(
            "headers whose value looks like such a path were refused, too, and are not any more",
        )
    } else {
        rewrite
    })
}

fn exception(site: &Site<'_>) -> Outcome {
    let name = site.keyword.name;
    Outcome::left(
        format!("what '{name}' exempts goes through rules of other sections, too"),
        "put the opposite condition on each rule that it exempts from",
    )
}
