use super::{Operation, undone};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    AddAclEntry, AddMapEntries, AddMapEntry, ClearAcl, ClearMap, Command, CommitAcl, CommitMap,
    Done, PatternSet, PrepareAcl, PrepareMap,
};
use crate::protocol::{DecodeError, EncodeError, Payload, Reply, Request, Specification};

/// Replaces all entries of a map at once: requests see the old ones or the new ones.
///
/// An entry that cannot be sent is refused before anything is. What was begun is removed when a later step
/// fails.
#[derive(Debug, Clone)]
pub struct ReplaceMap {
    /// The map.
    pub map: PatternSet,
    /// Keys with their values, in the order in which they are looked up.
    pub entries: Vec<(String, String)>,
}

impl ReplaceMap {
    /// These entries for this map.
    pub fn new<K: Into<String>, V: Into<String>>(
        map: PatternSet,
        entries: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let entries = entries.into_iter();
        Self {
            map,
            entries: entries
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        }
    }

    async fn fill<T: Transport>(
        caller: &mut Caller<T>,
        commands: &[MapAddition],
    ) -> Result<(), Error> {
        for answer in caller.batch(commands).await? {
            answer?;
        }
        Ok(())
    }
}

impl Operation for ReplaceMap {
    /// The version that the map has.
    type Outcome = u32;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<u32, Error> {
        let limit = caller.command_limit().await?;
        let widest = self.map.clone().at(u32::MAX);
        for addition in additions(&widest, &self.entries, limit)? {
            addition.request()?;
        }
        let version = caller.call(&PrepareMap::new(self.map.clone())).await?.0;
        let set = self.map.clone().at(version);
        let commands = additions(&set, &self.entries, limit)?;
        let filled = match Self::fill(caller, &commands).await {
            Ok(()) => caller.call(&CommitMap::new(set.clone())).await,
            Err(error) => Err(error),
        };
        match filled {
            Ok(_) => Ok(version),
            Err(error) => {
                let undo = caller.call(&ClearMap::new(set)).await.map(|_| ());
                Err(undone(error, undo))
            }
        }
    }
}

/// One or several entries for a map.
#[derive(Debug)]
enum MapAddition {
    One(AddMapEntry),
    Several(AddMapEntries),
}

impl Command for MapAddition {
    type Answer = Done;

    fn specification(&self) -> Specification {
        AddMapEntry::SPECIFICATION
    }

    fn request(&self) -> Result<Request, EncodeError> {
        match self {
            Self::One(command) => command.request(),
            Self::Several(command) => command.request(),
        }
    }

    fn decode(&self, reply: Reply) -> Result<Done, DecodeError> {
        match self {
            Self::One(command) => command.decode(reply),
            Self::Several(command) => command.decode(reply),
        }
    }
}

/// The commands that add these entries, each of at most so many bytes.
fn additions(
    set: &PatternSet,
    entries: &[(String, String)],
    limit: usize,
) -> Result<Vec<MapAddition>, EncodeError> {
    // What stands around the lines of a payload.
    let around = AddMapEntries::new(set.clone(), Payload::new("k v"))
        .request()?
        .length();
    let room = limit.saturating_sub(around);
    let mut commands = Vec::new();
    let mut lines = String::new();
    for (key, value) in entries {
        if !fits_line(key, value) {
            push_lines(&mut commands, set, &mut lines);
            let command = AddMapEntry::new(set.clone(), key.clone(), value.clone());
            commands.push(MapAddition::One(command));
            continue;
        }
        // A character of a text may stand for fewer bytes, never for more.
        if !lines.is_empty() && lines.len() + key.len() + value.len() + 2 > room {
            push_lines(&mut commands, set, &mut lines);
        }
        lines.push_str(key);
        lines.push(' ');
        lines.push_str(value);
        lines.push('\n');
    }
    push_lines(&mut commands, set, &mut lines);
    Ok(commands)
}

fn push_lines(commands: &mut Vec<MapAddition>, set: &PatternSet, lines: &mut String) {
    if !lines.is_empty() {
        let payload = Payload::new(std::mem::take(lines));
        commands.push(MapAddition::Several(AddMapEntries::new(
            set.clone(),
            payload,
        )));
    }
}

/// Whether an entry can be a line of a payload: blanks end the key, and those before the value are lost.
fn fits_line(key: &str, value: &str) -> bool {
    !key.is_empty()
        && !key.contains(|character: char| character.is_ascii_whitespace() || character == '\x0B')
        && !key.contains('\0')
        && !value.is_empty()
        && !value.contains(['\n', '\0', '\r'])
        && !value.starts_with(|character: char| character.is_ascii_whitespace())
}

/// Replaces all entries of an ACL at once: requests see the old ones or the new ones.
///
/// A pattern that cannot be sent is refused before anything is. What was begun is removed when a later step
/// fails.
#[derive(Debug, Clone)]
pub struct ReplaceAcl {
    /// The ACL.
    pub acl: PatternSet,
    /// The patterns.
    pub patterns: Vec<String>,
}

impl ReplaceAcl {
    /// These patterns for this ACL.
    pub fn new<P: Into<String>>(acl: PatternSet, patterns: impl IntoIterator<Item = P>) -> Self {
        Self {
            acl,
            patterns: patterns.into_iter().map(Into::into).collect(),
        }
    }

    fn commands(&self, set: &PatternSet) -> Vec<AddAclEntry> {
        let patterns = self.patterns.iter();
        patterns
            .map(|pattern| AddAclEntry::new(set.clone(), pattern.clone()))
            .collect()
    }

    async fn fill<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        set: &PatternSet,
    ) -> Result<(), Error> {
        for answer in caller.batch(&self.commands(set)).await? {
            answer?;
        }
        caller.call(&CommitAcl::new(set.clone())).await?;
        Ok(())
    }
}

impl Operation for ReplaceAcl {
    /// The version that the ACL has.
    type Outcome = u32;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<u32, Error> {
        for command in self.commands(&self.acl) {
            command.request()?;
        }
        let version = caller.call(&PrepareAcl::new(self.acl.clone())).await?.0;
        let set = self.acl.clone().at(version);
        match self.fill(caller, &set).await {
            Ok(()) => Ok(version),
            Err(error) => {
                let undo = caller.call(&ClearAcl::new(set)).await.map(|_| ());
                Err(undone(error, undo))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_as_long_as_the_buffer_allows() {
        let entries: Vec<_> = (0..1000)
            .map(|number| (format!("key{number}"), "value with blanks".to_owned()))
            .collect();
        let set = PatternSet::file("/etc/haproxy/hosts.map").at(3);
        let commands = additions(&set, &entries, 2000).unwrap();
        let lengths = commands
            .iter()
            .map(|command| command.request().unwrap().length());
        let lengths: Vec<usize> = lengths.collect();
        assert!(lengths.iter().all(|length| *length <= 2000), "{lengths:?}");
        assert!(lengths.len() < 20, "{}", lengths.len());
    }

    #[test]
    fn entries_that_a_line_cannot_carry_keep_their_place() {
        let entries = [("a", "1"), ("b c", "2"), ("d", "3")];
        let entries = entries.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let commands = additions(&PatternSet::number(1), &entries, 2000).unwrap();
        assert!(matches!(
            commands.as_slice(),
            [
                MapAddition::Several(_),
                MapAddition::One(_),
                MapAddition::Several(_)
            ]
        ));
    }
}
