use super::Anonymizer;
use super::names::NameClass;
use crate::SectionKind;
use crate::document::{Line, LineKind, Word};
use crate::language::quote;

/// Users and groups that say nothing of whose system it is.
const SYSTEM_ACCOUNTS: [&[u8]; 7] = [
    b"daemon",
    b"haproxy",
    b"nobody",
    b"nogroup",
    b"proxy",
    b"root",
    b"www-data",
];

/// Words behind which the name of a section stands.
const SECTION_REFERENCES: [&[u8]; 14] = [
    b"cache-store",
    b"cache-use",
    b"default_backend",
    b"errorfiles",
    b"fcgi-app",
    b"from",
    b"mailers",
    b"peers",
    b"profile",
    b"resolvers",
    b"ring",
    b"table",
    b"use-fcgi-app",
    b"use_backend",
];

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A keyword, a number, or whatever is to stay as it is.
    Keep,
    /// A text in which addresses, host names, paths and names may stand.
    Text,
    Section,
    Server,
    Acl,
    /// Any other name.
    Other,
    /// Names of users or groups, separated by commas.
    NameList,
    /// A text that nothing refers to.
    Value,
    /// A format with `%` in it.
    Format,
    Account,
    Secret,
    Hash,
    /// `user:password`.
    Credentials,
    /// A host's name even without dots, with what follows it.
    Host,
}

impl Anonymizer {
    /// The words of a statement as they are to stand in the document.
    pub(super) fn statement(
        &mut self,
        line: &Line<'_>,
        section: Option<SectionKind>,
    ) -> Vec<Vec<u8>> {
        let roles = roles(line, section);
        line.words()
            .zip(roles)
            .map(|(word, role)| self.word(&word, role))
            .collect()
    }

    fn word(&mut self, word: &Word<'_>, role: Role) -> Vec<u8> {
        if role == Role::Keep {
            return word.raw().to_vec();
        }
        let Some(value) = word.value() else {
            return self.text(word.raw());
        };
        let replaced = self.value(&value, role);
        if *replaced == *value {
            return word.raw().to_vec();
        }
        match quote(&replaced) {
            Ok(raw) => raw.into_owned(),
            Err(_) => word.raw().to_vec(),
        }
    }

    fn value(&mut self, value: &[u8], role: Role) -> Vec<u8> {
        match role {
            Role::Keep => value.to_vec(),
            Role::Text => self.text(value),
            Role::Section => self.reference(NameClass::Section, value),
            Role::Server => self.reference(NameClass::Server, value),
            Role::Other => self.reference(NameClass::Other, value),
            Role::NameList => {
                let names = value.split(|byte| *byte == b',');
                let names: Vec<Vec<u8>> = names
                    .map(|name| self.reference(NameClass::Other, name))
                    .collect();
                names.join(&b',')
            }
            Role::Acl => {
                let (negation, name) = match value.strip_prefix(b"!") {
                    Some(name) => (&b"!"[..], name),
                    None => (&b""[..], value),
                };
                let known = self.names.find(NameClass::Acl, name);
                [negation, known.unwrap_or(name)].concat()
            }
            Role::Value => self.opaque(value),
            Role::Format => self.format(value),
            Role::Account if SYSTEM_ACCOUNTS.contains(&value) => value.to_vec(),
            Role::Account => b"haproxy".to_vec(),
            Role::Secret => self.pseudonyms.secret(value),
            Role::Hash => self.pseudonyms.hash(value),
            Role::Credentials => match memchr::memchr(b':', value) {
                Some(colon) => {
                    let user = value.get(..colon).unwrap_or_default();
                    let password = value.get(colon + 1..).unwrap_or_default();
                    let mut replaced = self.pseudonyms.user(user);
                    replaced.push(b':');
                    replaced.extend(self.pseudonyms.secret(password));
                    replaced
                }
                None => self.pseudonyms.secret(value),
            },
            Role::Host => self.host(value),
        }
    }

    /// A reference to a name; one that nothing defines has nothing behind it to hide but itself.
    fn reference(&mut self, class: NameClass, value: &[u8]) -> Vec<u8> {
        if let Some(known) = self.names.find(class, value) {
            return known.to_vec();
        }
        if value.iter().any(|byte| matches!(byte, b'%' | b'(' | b'/')) {
            return self.text(value);
        }
        let prefix = match class {
            NameClass::Section => "section",
            NameClass::Server => "server",
            NameClass::Acl => "acl",
            NameClass::Other => "name",
        };
        self.names.add(class, prefix, value)
    }

    /// A value that nothing refers to. Numbers, times, sizes and what is known to be an address, a
    /// host or a path keep their form.
    fn opaque(&mut self, value: &[u8]) -> Vec<u8> {
        if value.first().is_none_or(u8::is_ascii_digit) && value.len() < 12 {
            return self.text(value);
        }
        let text = self.text(value);
        let is_whole = !value
            .iter()
            .any(|byte| matches!(byte, b' ' | b'=' | b';' | b','));
        if text != value && is_whole {
            return text;
        }
        self.pseudonyms.value(value)
    }

    /// A log format: what stands between its `%` expressions is opaque.
    fn format(&mut self, value: &[u8]) -> Vec<u8> {
        if memchr::memchr(b'%', value).is_none() {
            return self.opaque(value);
        }
        let mut out = Vec::with_capacity(value.len());
        let mut rest = value;
        while !rest.is_empty() {
            let literal = memchr::memchr(b'%', rest).unwrap_or(rest.len());
            let (text, behind) = rest.split_at_checked(literal).unwrap_or((rest, b""));
            self.literal(text, &mut out);
            let length = expression_length(behind);
            let (expression, next) = behind.split_at_checked(length).unwrap_or((behind, b""));
            out.extend(self.text(expression));
            rest = next;
        }
        out
    }

    /// What stands between two expressions of a log format; its punctuation at both ends stays, as
    /// it may keep it apart from them.
    fn literal(&mut self, text: &[u8], out: &mut Vec<u8>) {
        let letters = text.iter().filter(|byte| byte.is_ascii_alphabetic());
        let first = text.iter().position(u8::is_ascii_alphanumeric);
        let last = text.iter().rposition(u8::is_ascii_alphanumeric);
        let (Some(first), Some(last), true) = (first, last, letters.count() > 2) else {
            out.extend_from_slice(text);
            return;
        };
        out.extend_from_slice(text.get(..first).unwrap_or_default());
        out.extend(self.opaque(text.get(first..=last).unwrap_or_default()));
        out.extend_from_slice(text.get(last + 1..).unwrap_or_default());
    }

    /// An address whose host may be a single word.
    fn host(&mut self, value: &[u8]) -> Vec<u8> {
        let text = self.text(value);
        let is_atom = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let length = value.iter().take_while(|byte| is_atom(byte)).count();
        let behind = value.get(length..).unwrap_or_default();
        let name = value.get(..length).unwrap_or_default();
        let is_name = name.iter().any(u8::is_ascii_alphabetic);
        if is_name && (behind.is_empty() || behind.starts_with(b":")) {
            let mut host = self.pseudonyms.host(name);
            host.extend(self.text(behind));
            return host;
        }
        text
    }
}

/// The length of the `%` expression that the text starts with.
fn expression_length(text: &[u8]) -> usize {
    let mut at = 1;
    if text.get(1) == Some(&b'{') {
        at += memchr::memchr(b'}', text).unwrap_or(1);
    }
    if text.get(at) == Some(&b'[') {
        let mut depth = 0_usize;
        for (index, byte) in text.iter().enumerate().skip(at) {
            match byte {
                b'[' => depth += 1,
                b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index + 1;
            }
        }
        return text.len();
    }
    if text.get(at) == Some(&b'%') {
        return at + 1;
    }
    let letters = text.iter().skip(at);
    (at + letters
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count())
    .min(text.len())
}

/// What each word of the statement is.
fn roles(line: &Line<'_>, section: Option<SectionKind>) -> Vec<Role> {
    let words: Vec<Word<'_>> = line.words().collect();
    let mut roles = vec![Role::Text; words.len()];
    let mut set = |index: usize, role: Role| {
        if let Some(own) = roles.get_mut(index) {
            *own = role;
        }
    };
    set(0, Role::Keep);
    if let LineKind::Directive(directive) = line.kind() {
        if !directive.is_block_edge() {
            set(1, Role::Value);
        }
        return roles;
    }
    if let LineKind::Section(_) = line.kind() {
        let keyword_at = usize::from(words.first().is_some_and(|word| word.is(b"no")));
        set(keyword_at, Role::Keep);
        if !words
            .get(keyword_at + 1)
            .is_some_and(|word| word.is(b"from"))
        {
            set(keyword_at + 1, Role::Section);
        }
    }
    let word = |index: usize| words.get(index).and_then(Word::value).unwrap_or_default();
    let is = |index: usize, value: &[u8]| words.get(index).is_some_and(|word| word.is(value));
    let keyword = word(0);
    match (&*keyword, section) {
        (b"server" | b"server-template" | b"peer", _) => {
            set(1, Role::Server);
            let address = if &*keyword == b"server-template" {
                3
            } else {
                2
            };
            set(address, Role::Host);
        }
        (b"localpeer" | b"use-server", _) => set(1, Role::Server),
        (b"nameserver" | b"mailer", _) => {
            set(1, Role::Other);
            set(2, Role::Host);
        }
        (b"acl", _) => set(1, Role::Acl),
        (b"user" | b"group", Some(SectionKind::Global)) => set(1, Role::Account),
        (b"user" | b"group", Some(SectionKind::Userlist))
        | (b"table", Some(SectionKind::Peers))
        | (b"node" | b"cookie", _) => set(1, Role::Other),
        (b"use_backend" | b"default_backend" | b"use-fcgi-app" | b"errorfiles", _) => {
            set(1, Role::Section);
        }
        (b"log", _) if !is(1, b"global") && !is(1, b"stdout") && !is(1, b"stderr") => {
            set(1, Role::Host);
        }
        (b"setenv" | b"presetenv", _) => set(2, Role::Value),
        (b"description" | b"log-tag" | b"dynamic-cookie-key", _) => set(1, Role::Value),
        (b"log-format" | b"log-format-sd" | b"error-log-format" | b"unique-id-format", _) => {
            set(1, Role::Format);
        }
        (b"stats", _) if is(1, b"auth") => set(2, Role::Credentials),
        (b"stats", _) if is(1, b"realm") || is(1, b"show-desc") || is(1, b"show-node") => {
            set(2, Role::Value);
        }
        (b"email-alert", _) if is(1, b"myhostname") => set(2, Role::Host),
        _ => {}
    }
    set_by_words(&words, &mut roles);
    set_condition(&words, &mut roles);
    roles
}

/// Roles that a word before tells.
fn set_by_words(words: &[Word<'_>], roles: &mut [Role]) {
    let is = |index: usize, value: &[u8]| words.get(index).is_some_and(|word| word.is(value));
    let mut set = |index: usize, role: Role| {
        if let Some(own) = roles.get_mut(index) {
            *own = role;
        }
    };
    let takes_actions = [
        &b"http-request"[..],
        b"http-response",
        b"http-after-response",
        b"http-check",
        b"tcp-check",
    ]
    .iter()
    .any(|keyword| is(0, keyword));
    let is_server = is(0, b"server") || is(0, b"server-template") || is(0, b"default-server");
    let is_acl = is(0, b"acl");
    let is_mail = is(0, b"email-alert");
    for (index, word) in words.iter().enumerate().skip(1) {
        let Some(value) = word.value() else {
            continue;
        };
        let is_reference = SECTION_REFERENCES.contains(&&*value) && !is_acl;
        if is_reference && !(is_mail && &*value == b"from") {
            set(index + 1, Role::Section);
        }
        match &*value {
            b"password" | b"insecure-password" if is(0, b"user") => {
                let is_hash = &*value == b"password";
                set(index + 1, if is_hash { Role::Hash } else { Role::Secret });
            }
            b"groups" if is(0, b"user") => set(index + 1, Role::NameList),
            b"users" if is(0, b"group") => set(index + 1, Role::NameList),
            b"cookie" if is_server => set(index + 1, Role::Other),
            b"name" if is(0, b"bind") => set(index + 1, Role::Other),
            b"user" if is(0, b"option") => set(index + 1, Role::Account),
            b"set-header" | b"add-header" if takes_actions && index == 1 => {
                set(index + 2, Role::Format);
            }
            b"replace-header" | b"replace-value" if takes_actions && index == 1 => {
                set(index + 3, Role::Format);
            }
            b"hdr" if takes_actions => set(index + 2, Role::Format),
            b"realm" => set(index + 1, Role::Value),
            b"string" | b"lf-string" | b"body" if takes_actions => set(index + 1, Role::Format),
            _ => {}
        }
    }
    if is_acl {
        set_patterns(words, roles, 2, words.len());
    }
}

/// What the patterns are that an ACL compares with what it fetches.
fn pattern_role(fetch: &Word<'_>) -> Role {
    let contains = |name: &[u8]| memchr::memmem::find(fetch.raw(), name).is_some();
    // What a client sends as text of its own: headers, cookies, parameters.
    let texts = [
        &b"hdr"[..],
        b"cook",
        b"urlp",
        b"url_param",
        b"http_auth_bearer",
    ];
    if contains(b"http_auth_group") {
        Role::Other
    } else if texts.into_iter().any(contains) && !contains(b"_cnt(") {
        Role::Value
    } else {
        Role::Text
    }
}

/// Whether an ACL compares what it fetches as text, not as a number or an address.
fn compares_text(words: &[Word<'_>], fetch: usize, to: usize) -> bool {
    const NUMERIC: [&[u8]; 5] = [b"eq", b"ge", b"gt", b"le", b"lt"];
    const TEXTUAL: [&[u8]; 7] = [b"beg", b"dir", b"dom", b"end", b"reg", b"str", b"sub"];
    let words = words.get(fetch + 1..to).unwrap_or_default();
    let method = words
        .windows(2)
        .find(|pair| matches!(pair, [flag, _] if flag.is(b"-m")))
        .and_then(|pair| pair.last());
    let is_numeric = words.iter().any(|word| NUMERIC.contains(&word.raw()));
    !is_numeric && method.is_none_or(|method| TEXTUAL.contains(&method.raw()))
}

/// The patterns of an ACL, behind what it fetches at word `fetch` and its flags, up to word `to`.
fn set_patterns(words: &[Word<'_>], roles: &mut [Role], fetch: usize, to: usize) {
    let pattern_role = words.get(fetch).map_or(Role::Text, pattern_role);
    if pattern_role == Role::Text || !compares_text(words, fetch, to) {
        return;
    }
    let mut index = fetch + 1;
    while let Some(word) = words.get(index).filter(|_| index < to) {
        let raw = word.raw();
        let takes_argument = matches!(raw, b"-m" | b"-u");
        let takes_file = matches!(raw, b"-f");
        if raw.starts_with(b"-") && raw.len() == 2 {
            index += 1 + usize::from(takes_argument || takes_file);
            continue;
        }
        if let Some(role) = roles.get_mut(index) {
            *role = pattern_role;
        }
        index += 1;
    }
}

/// The names of ACLs behind `if` and `unless`, and the patterns of those written in braces.
fn set_condition(words: &[Word<'_>], roles: &mut [Role]) {
    let Some(start) = words
        .iter()
        .position(|word| word.is(b"if") || word.is(b"unless"))
        .filter(|start| *start > 0)
    else {
        return;
    };
    if let Some(role) = roles.get_mut(start) {
        *role = Role::Keep;
    }
    let mut index = start + 1;
    while let Some(word) = words.get(index) {
        if word.is(b"{") || word.is(b"!{") {
            let close = words.iter().skip(index).position(|word| word.is(b"}"));
            let close = close.map_or(words.len(), |length| index + length);
            for role in roles.iter_mut().take(close).skip(index + 1) {
                *role = Role::Text;
            }
            set_patterns(words, roles, index + 1, close);
            index = close + 1;
            continue;
        }
        if let Some(role) = roles.get_mut(index) {
            *role = Role::Acl;
        }
        index += 1;
    }
}
