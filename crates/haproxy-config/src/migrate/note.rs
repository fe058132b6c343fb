use std::fmt;

/// What a migration did, and what it leaves to people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Migration {
    /// A note for every statement that changed, or should, in the order of files and lines.
    pub changes: Vec<Note>,
}

impl Migration {
    /// Whether nothing is left that the version refuses.
    pub fn is_complete(&self) -> bool {
        !self.has(NoteKind::Left)
    }

    /// Whether some note is of this kind.
    pub fn has(&self, kind: NoteKind) -> bool {
        self.changes.iter().any(|note| note.kind == kind)
    }
}

/// What became of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The index of its file; 0 where there is one document.
    pub file: usize,
    /// The number of its line before the migration.
    pub line: usize,
    /// The keyword that the note is about.
    pub keyword: String,
    /// What became of it.
    pub kind: NoteKind,
    /// Why, in one sentence.
    pub message: String,
    /// What to do, or to look at.
    pub help: Option<String>,
    /// The line as it was, without indentation.
    pub before: String,
    /// The statements that stand there instead; none where it was removed or is left.
    pub after: Vec<String>,
}

/// What became of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    /// It was rewritten, or removed, and means the same.
    Rewritten,
    /// It was rewritten or removed, and something about it is for a person to look at.
    Review,
    /// The version refuses it, and it stays as it is.
    Left,
    /// The version takes it with a warning, and it stays as it is.
    Deprecated,
}

impl NoteKind {
    /// The word for it in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rewritten => "rewritten",
            Self::Review => "review",
            Self::Left => "left",
            Self::Deprecated => "deprecated",
        }
    }
}

impl fmt::Display for NoteKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Display for Note {
    /// `LINE: KIND: MESSAGE`, and what to do behind it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            kind,
            message,
            ..
        } = self;
        write!(formatter, "{line}: {kind}: {message}")?;
        if let Some(help) = &self.help {
            write!(formatter, " ({help})")?;
        }
        Ok(())
    }
}
