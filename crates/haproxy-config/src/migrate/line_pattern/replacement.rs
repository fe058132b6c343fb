use crate::migrate::regex::Doubt;

/// What comes in place of a line: text, with `\1` for the first group of what was found.
#[derive(Debug, Clone)]
pub(in crate::migrate) struct Replacement(String);

impl Replacement {
    pub(in crate::migrate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What is left behind this start.
    pub(super) fn without_start(&self, start: &str) -> Option<Self> {
        self.0.strip_prefix(start).map(Self::new)
    }

    /// What is left behind this start, in whatever case it is written.
    pub(super) fn without_start_of_any_case(&self, start: &str) -> Option<Self> {
        let (own, rest) = self.0.split_at_checked(start.len())?;
        own.eq_ignore_ascii_case(start).then(|| Self::new(rest))
    }

    /// What is left before this end.
    pub(super) fn without_end(&self, end: &str) -> Option<Self> {
        self.0.strip_suffix(end).map(Self::new)
    }

    pub(super) fn without_blanks(&self) -> Self {
        Self::new(self.0.trim_start_matches([' ', '\t']))
    }

    /// Whether this group is in it, or the whole line, which is a group as well.
    pub(super) fn refers_to(&self, group: usize) -> bool {
        self.groups().any(|own| own == group || own == 0)
    }

    /// Whether all that was found is in it.
    pub(super) fn repeats_line(&self) -> bool {
        self.groups().any(|group| group == 0)
    }

    pub(super) fn has_groups(&self) -> bool {
        self.groups().next().is_some()
    }

    /// The same where the first group is gone.
    pub(super) fn with_groups_shifted(&self) -> Result<Self, Doubt> {
        if self.refers_to(1) {
            return Err("what it puts in place repeats the start of the line");
        }
        let mut text = String::new();
        let mut characters = self.0.chars();
        while let Some(character) = characters.next() {
            text.push(character);
            if character == '\\' {
                match characters.next() {
                    Some(digit @ '1'..='9') => {
                        text.extend(
                            digit
                                .to_digit(10)
                                .and_then(|digit| char::from_digit(digit.saturating_sub(1), 10)),
                        );
                    }
                    Some(other) => text.push(other),
                    None => {}
                }
            }
        }
        Ok(Self(text))
    }

    /// The text as a log format of the same meaning.
    pub(in crate::migrate) fn into_format(self) -> String {
        self.0.replace('%', "%%")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn groups(&self) -> impl Iterator<Item = usize> {
        let mut characters = self.0.chars();
        std::iter::from_fn(move || {
            while let Some(character) = characters.next() {
                if character == '\\'
                    && let Some(digit) = characters.next()?.to_digit(10)
                {
                    return usize::try_from(digit).ok();
                }
            }
            None
        })
    }
}
