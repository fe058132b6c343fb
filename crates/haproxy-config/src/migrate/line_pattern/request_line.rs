use super::http_version::{ends_with_anything, is_version, refuse_version_in};
use super::{Group, Replacement, is_whole_group};
use crate::migrate::regex::{Doubt, Kind, Token, text_of};

/// A regular expression for request lines.
#[derive(Debug)]
pub(in crate::migrate) struct RequestLinePattern<'r> {
    group: Group,
    /// The methods that it matches.
    pub(in crate::migrate) methods: Methods,
    /// The method as it stands in the pattern.
    method_text: String,
    /// What it compares with all behind the method and its blank.
    rest: Vec<Token<'r>>,
}

/// The methods of requests.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::migrate) enum Methods {
    /// Any of them; header lines may match as well, if they do.
    Any { headers: bool },
    /// These.
    These(Vec<String>),
}

/// A path with its query, and what comes in its place.
pub(in crate::migrate) struct UriReplacement {
    pub(in crate::migrate) regex: String,
    pub(in crate::migrate) replacement: Replacement,
    /// It compares a whole URI, with scheme and host.
    pub(in crate::migrate) is_absolute: bool,
}

impl<'r> RequestLinePattern<'r> {
    /// The pattern behind its `^`.
    pub(super) fn read(tokens: &[Token<'r>]) -> Result<Self, Doubt> {
        let unknown = "it is not plain which lines it matches";
        let is_open = tokens.first().is_some_and(|first| first.kind == Kind::Open);
        let depth = usize::from(is_open);
        let start = usize::from(is_open);
        let blank = tokens
            .iter()
            .position(|token| token.is_blank() && token.depth <= depth);
        let blank = blank.ok_or(unknown)?;
        let mut method = tokens.get(start..blank).ok_or(unknown)?;
        let mut group = if is_open { Group::Open } else { Group::None };
        if is_open
            && let [inner @ .., last] = method
            && last.kind == Kind::Close
            && last.depth == 0
        {
            group = Group::Closed;
            method = inner;
        }
        let mut at = blank + 1;
        if tokens.get(at).is_some_and(|token| token.text == "+") {
            at += 1;
        }
        if group == Group::Open
            && tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Close)
        {
            return Err("its first group ends with a blank");
        }
        let rest = tokens.get(at..).unwrap_or_default().to_vec();
        let methods = methods(method).ok_or(unknown)?;
        let may_have_blanks = method.first().is_some_and(|token| token.can_be(' '));
        let starts_with_slash = rest
            .first()
            .is_some_and(|token| token.kind == Kind::Literal('/'));
        if may_have_blanks && !starts_with_slash {
            return Err("it is not plain where the method ends");
        }
        Ok(Self {
            group,
            methods,
            method_text: text_of(method),
            rest,
        })
    }

    /// Everything behind the method.
    pub(in crate::migrate) fn rest(&self) -> &[Token<'r>] {
        &self.rest
    }

    /// The regular expression for the path with its query, where nothing is replaced.
    pub(in crate::migrate) fn uri_regex(&self) -> Result<String, Doubt> {
        if self.rest.iter().any(Token::is_blank) {
            return Err("it compares the version of HTTP");
        }
        if self.rest.iter().any(|token| token.kind == Kind::End) && !ends_with_anything(&self.rest)
        {
            return Err("it compares the version of HTTP");
        }
        refuse_version_in(&self.rest)?;
        let rest = text_of(&self.rest);
        Ok(match self.group {
            Group::Open => format!("^({rest}"),
            _ => format!("^{rest}"),
        })
    }

    /// What to compare with the path and its query, and what comes in its place, where this comes in
    /// place of the line.
    pub(in crate::migrate) fn replacing(
        &self,
        line: &Replacement,
    ) -> Result<UriReplacement, Doubt> {
        let other_method = "it gives the request another method";
        let line = match self.group {
            Group::None => line
                .without_start(&format!("{} ", self.method_text))
                .filter(|_| matches!(self.methods, Methods::These(_)))
                .ok_or(other_method)?,
            Group::Closed => line.without_start("\\1 ").ok_or(other_method)?,
            Group::Open => {
                let rest = line.without_start("\\1").ok_or(other_method)?;
                if rest.refers_to(1) {
                    return Err("what it puts in place repeats the start of the line");
                }
                line.clone()
            }
        };
        let (uri, replacement) = self.without_version(&line)?;
        let replacement = if self.group == Group::Closed {
            replacement.with_groups_shifted()?
        } else {
            replacement
        };
        let opening = if self.group == Group::Open { "(" } else { "" };
        Ok(UriReplacement {
            is_absolute: text_of(&self.rest).starts_with("http"),
            regex: format!("^{opening}{uri}"),
            replacement,
        })
    }

    /// The pattern and the replacement of the URI alone.
    fn without_version(&self, line: &Replacement) -> Result<(String, Replacement), Doubt> {
        let version_lost = "what it puts in place does not end with the version of HTTP as it was";
        let mut rest = self.rest.as_slice();
        if let [inner @ .., last] = rest
            && last.kind == Kind::End
        {
            rest = inner;
        }
        let inner_depth = usize::from(self.group == Group::Open);
        let depth_of = |token: &Token<'_>| token.depth;
        let blank = rest
            .iter()
            .position(|token| token.is_blank() && depth_of(token) == 0);
        let groups_before = |end: usize| {
            let before = rest.get(..end).unwrap_or_default();
            let own = usize::from(self.group != Group::None);
            own + before
                .iter()
                .filter(|token| token.kind == Kind::Open)
                .count()
        };
        if let Some(blank) = blank {
            let version = rest.get(blank + 1..).unwrap_or_default();
            if !is_version(version) {
                return Err("it compares the version of HTTP");
            }
            let group = groups_before(blank) + 1;
            let replacement = line
                .without_end(&format!(" \\{group}"))
                .ok_or(version_lost)?;
            if replacement.refers_to(group) {
                return Err(version_lost);
            }
            let uri = rest.get(..blank).unwrap_or_default();
            if uri.iter().any(Token::is_blank) {
                return Err("it has more blanks than a request line");
            }
            return Ok((format!("{}$", text_of(uri)), replacement));
        }
        // The last group takes the rest of the line, version and all.
        let open = rest
            .iter()
            .rposition(|token| token.kind == Kind::Open && token.depth == 0)
            .ok_or(version_lost)?;
        let (uri, tail) = rest.split_at_checked(open).ok_or(version_lost)?;
        let is_tail = is_whole_group(tail)
            && matches!(tail, [_, any, quantifier, _]
                if any.kind == Kind::Any && matches!(quantifier.text, "*" | "+"));
        if !is_tail || inner_depth > 0 && uri.iter().all(|token| token.kind != Kind::Close) {
            return Err(version_lost);
        }
        let group = groups_before(open) + 1;
        if line.without_end(&format!("\\{group}")).is_none() {
            return Err(version_lost);
        }
        if uri.iter().any(Token::is_blank) {
            return Err("it compares the version of HTTP");
        }
        refuse_version_in(uri)?;
        // The version is never missing, so it took one character at least.
        Ok((format!("{}(.*)", text_of(uri)), line.clone()))
    }
}

/// The methods that a start of a line matches.
fn methods(tokens: &[Token<'_>]) -> Option<Methods> {
    if let [one, quantifier] = tokens
        && matches!(quantifier.text, "*" | "+")
        && one.is_character()
        && (('A'..='Z').all(|letter| one.can_be(letter))
            || ('a'..='z').all(|letter| one.can_be(letter)))
    {
        return Some(Methods::Any {
            headers: one.can_be(':'),
        });
    }
    let mut names = vec![String::new()];
    for token in tokens {
        match token.kind {
            Kind::Literal(letter) if letter.is_ascii_alphabetic() => {
                names.last_mut()?.push(letter);
            }
            Kind::Alternation => names.push(String::new()),
            _ => return None,
        }
    }
    (!names.iter().any(String::is_empty)).then_some(Methods::These(names))
}
