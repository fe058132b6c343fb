//! Random edits of a configuration's model, by way of its canonical text.

use haproxy_config::{Document, to_text};
use proptest::prelude::*;

use super::target;

/// An edit of a section, or of one line of a configuration's canonical text.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    Remove(usize),
    Duplicate(usize, usize),
    Swap(usize),
    ChangeWord(usize, usize),
    AddSection(usize),
    RemoveSection(usize),
    RenameSection(usize),
    MoveSection(usize, usize),
    /// Of a statement of this kind.
    Of(Kind, Action),
}

/// Statements that start with one of these words, a new one, and an argument for it.
type Kind = &'static (&'static [&'static str], &'static str, &'static str);

/// What programs change most.
const KINDS: &[(&[&str], &str, &str)] = &[
    (&["server"], "server added-here 192.0.2.7:80", "maxconn 17"),
    (&["bind"], "bind 192.0.2.7:8087", "backlog 17"),
    (
        &["http-request"],
        "http-request set-header X-Added here",
        "if { path_beg /added }",
    ),
    (
        &["http-response"],
        "http-response del-header X-Added",
        "unless { status 200 }",
    ),
    (
        &["tcp-request"],
        "tcp-request content accept",
        "if { src 192.0.2.7 }",
    ),
    (
        &["use_backend"],
        "use_backend added-here if { path_beg /added }",
        "{ src 192.0.2.7 }",
    ),
    (&["acl"], "acl added-here path_beg /added", "/more"),
    (&["log"], "log 192.0.2.7 local3", "notice"),
    (&["timeout", "maxconn", "retries"], "timeout tarpit 17s", ""),
    (&["option"], "option dontlog-normal", ""),
    (
        &["stick", "stick-table"],
        "stick on src",
        "if { path_beg /added }",
    ),
    (
        &["http-check", "tcp-check"],
        "http-check expect status 207",
        "comment added",
    ),
    (&["errorfile"], "errorfile 503 /etc/added.http", ""),
    (&["compression", "filter"], "compression algo gzip", ""),
];

#[derive(Debug, Clone)]
pub(super) enum Action {
    /// A new one behind another one.
    Insert(usize),
    Remove(usize),
    /// To where another one stands.
    Move(usize, usize),
    /// The first argument is another one.
    Rename(usize),
    /// A number in an argument is another one.
    ChangeValue(usize, usize),
    AddArgument(usize),
    RemoveArgument(usize),
}

fn action() -> impl Strategy<Value = Action> {
    let at = any::<usize>;
    prop_oneof![
        at().prop_map(Action::Insert),
        at().prop_map(Action::Remove),
        (at(), at()).prop_map(|(from, to)| Action::Move(from, to)),
        at().prop_map(Action::Rename),
        (at(), at()).prop_map(|(line, digit)| Action::ChangeValue(line, digit)),
        at().prop_map(Action::AddArgument),
        at().prop_map(Action::RemoveArgument),
    ]
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<usize>;
    prop_oneof![
        1 => at().prop_map(Edit::Remove),
        1 => (at(), at()).prop_map(|(from, to)| Edit::Duplicate(from, to)),
        1 => at().prop_map(Edit::Swap),
        1 => (at(), at()).prop_map(|(line, word)| Edit::ChangeWord(line, word)),
        1 => at().prop_map(Edit::AddSection),
        1 => at().prop_map(Edit::RemoveSection),
        1 => at().prop_map(Edit::RenameSection),
        1 => (at(), at()).prop_map(|(from, to)| Edit::MoveSection(from, to)),
        8 => (0..KINDS.len(), action()).prop_map(|(kind, action)| Edit::Of(&KINDS[kind], action)),
    ]
}

/// The canonical text of the document with the edit, and how many lines it may remove and add.
pub(super) fn edited(document: &Document, edit: &Edit) -> Option<(String, usize, usize)> {
    let text = to_text(&document.to_model(&target()).0).unwrap();
    let text = String::from_utf8(text).ok()?;
    let mut sections: Vec<Vec<String>> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        if !line.starts_with(' ') {
            sections.push(Vec::new());
        }
        sections.last_mut()?.push(line.to_owned());
    }
    let count = sections.len();
    let filled: Vec<usize> = (0..count).filter(|at| sections[*at].len() > 1).collect();
    let pick = |at: usize| (!filled.is_empty()).then(|| filled[at % filled.len()]);
    let limits = match *edit {
        Edit::Remove(at) => {
            let section = &mut sections[pick(at)?];
            section.remove(1 + at % (section.len() - 1));
            (1, 0)
        }
        Edit::Duplicate(from, to) => {
            let section = &mut sections[pick(from)?];
            let line = section[1 + from % (section.len() - 1)].clone();
            section.insert(1 + to % section.len(), line);
            (0, 1)
        }
        Edit::Swap(at) => {
            let section = &mut sections[pick(at)?];
            let line = 1 + at % (section.len() - 1);
            let other = if line + 1 < section.len() {
                line + 1
            } else {
                line
            };
            section.swap(line, other);
            (1, 1)
        }
        Edit::ChangeWord(at, word) => {
            let section = &mut sections[pick(at)?];
            let line = 1 + at % (section.len() - 1);
            let mut words: Vec<&str> = section[line].trim().split(' ').collect();
            let word = word % words.len();
            words[word] = "changed";
            section[line] = format!("    {}", words.join(" "));
            (1, 1)
        }
        Edit::AddSection(at) => {
            let lines = ["backend added-here", "    balance source"];
            sections.insert(at % (count + 1), lines.map(str::to_owned).into());
            (0, 2)
        }
        Edit::RemoveSection(at) => {
            (count > 0).then(|| sections.remove(at % count))?;
            (usize::MAX, 0)
        }
        Edit::RenameSection(at) => {
            let section = &mut sections[pick(at)?];
            let mut words: Vec<&str> = section[0].split(' ').collect();
            *words.get_mut(1)? = "renamed-here";
            section[0] = words.join(" ");
            (1, 1)
        }
        Edit::MoveSection(from, to) => {
            let section = (count > 1).then(|| sections.remove(from % count))?;
            sections.insert(to % count, section);
            (usize::MAX, usize::MAX)
        }
        Edit::Of(kind, ref action) => of_kind(&mut sections, kind, action)?,
    };
    let wanted = sections
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n")
        + "\n";
    Some((wanted, limits.0, limits.1))
}

/// Does this to a statement of the kind; how many lines that may remove and add.
fn of_kind(
    sections: &mut [Vec<String>],
    (starts, new, argument): Kind,
    action: &Action,
) -> Option<(usize, usize)> {
    let is_own = |line: &String| {
        let word = line.trim().split(' ').next().unwrap_or_default();
        starts.contains(&word)
    };
    // The lines of the kind in one of the sections that have any.
    let mut having: Vec<&mut Vec<String>> = sections
        .iter_mut()
        .filter(|section| section.iter().skip(1).any(is_own))
        .collect();
    let count = having.len();
    let pick = |at: usize| (count > 0).then(|| at / 7 % count);
    let (Action::Insert(at)
    | Action::Remove(at)
    | Action::Move(at, _)
    | Action::Rename(at)
    | Action::ChangeValue(at, _)
    | Action::AddArgument(at)
    | Action::RemoveArgument(at)) = *action;
    let section = &mut *having[pick(at)?];
    let own: Vec<usize> = (1..section.len())
        .filter(|at| is_own(&section[*at]))
        .collect();
    let line = own[at % own.len()];
    let mut words: Vec<String> = section[line].split(' ').map(str::to_owned).collect();
    match *action {
        Action::Insert(_) => {
            section.insert(line + 1, format!("    {new}"));
            return Some((0, 1));
        }
        Action::Remove(_) => {
            section.remove(line);
            return Some((1, 0));
        }
        Action::Move(_, to) => {
            let moved = section.remove(line);
            let to = own[to % own.len()];
            section.insert(to.min(section.len()), moved);
            return Some((1, 1));
        }
        Action::Rename(_) => {
            let name = words.iter_mut().filter(|word| !word.is_empty()).nth(1)?;
            "renamed-here".clone_into(name);
        }
        Action::ChangeValue(_, digit) => {
            let mut text: Vec<char> = section[line].chars().collect();
            let digits = text.iter_mut().filter(|letter| letter.is_ascii_digit());
            let mut digits: Vec<&mut char> = digits.collect();
            let at = digit % digits.len().max(1);
            let digit = digits.get_mut(at)?;
            **digit = if **digit == '7' { '8' } else { '7' };
            words = vec![text.into_iter().collect()];
        }
        Action::AddArgument(_) if argument.is_empty() => return None,
        Action::AddArgument(_) => words.push((*argument).to_owned()),
        Action::RemoveArgument(_) => {
            words.pop();
        }
    }
    section[line] = words.join(" ");
    Some((1, 1))
}
