//! How clients came back to their servers.

use super::change::Outcome;
use super::site::Site;
use super::topics::Topic;

pub(super) const TOPICS: &[Topic] = &[
    ("appsession", application_session),
    ("timeout appsession", |_| {
        Outcome::left(
            "it belongs to 'appsession'",
            "write the time behind 'expire' in the stick-table that remembers the cookies",
        )
    }),
];

fn application_session(site: &Site<'_>) -> Outcome {
    let cookie = site.argument(1).unwrap_or_default();
    let value = |name: &str| {
        let mut texts = site.texts.iter().skip_while(|text| **text != name).skip(1);
        texts.next().map(|text| &**text)
    };
    let (length, time) = (
        value("len").unwrap_or("64"),
        value("timeout").unwrap_or("3h"),
    );
    Outcome::left(
        "a stick table remembers cookies, and has a size that only you can tell",
        format!(
            "write 'stick-table type string len {length} size 100k expire {time}', \
             'stick store-response res.cook({cookie})' and 'stick match req.cook({cookie})'"
        ),
    )
}
