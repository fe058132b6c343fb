/// How an ACL compares a sample with its patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatchMethod {
    /// `found`: there is a sample at all.
    Found,
    /// `bool`: the sample is true.
    Boolean,
    /// `int`: the number is the pattern or in its range.
    Integer,
    /// `ip`: the address is the pattern or in its network.
    Ip,
    /// `bin`: the bytes are those that the pattern's hexadecimal digits stand for.
    Binary,
    /// `len`: the length is the pattern or in its range.
    Length,
    /// `str`: the text is the pattern.
    Exact,
    /// `beg`: the text starts with the pattern.
    Beginning,
    /// `sub`: the pattern is in the text.
    Substring,
    /// `dir`: the pattern is in the text, between slashes.
    Directory,
    /// `dom`: the pattern is in the text, between dots.
    Domain,
    /// `end`: the text ends with the pattern.
    End,
    /// `reg`: the pattern, a regular expression, matches the text.
    Regex,
}

impl MatchMethod {
    /// Every method.
    pub const ALL: [Self; 13] = [
        Self::Found,
        Self::Boolean,
        Self::Integer,
        Self::Ip,
        Self::Binary,
        Self::Length,
        Self::Exact,
        Self::Beginning,
        Self::Substring,
        Self::Directory,
        Self::Domain,
        Self::End,
        Self::Regex,
    ];

    /// How `-m` names it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Boolean => "bool",
            Self::Integer => "int",
            Self::Ip => "ip",
            Self::Binary => "bin",
            Self::Length => "len",
            Self::Exact => "str",
            Self::Beginning => "beg",
            Self::Substring => "sub",
            Self::Directory => "dir",
            Self::Domain => "dom",
            Self::End => "end",
            Self::Regex => "reg",
        }
    }

    /// The method that `-m` names so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == name)
    }
}
