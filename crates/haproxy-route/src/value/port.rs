use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// Neighbouring ports, one or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortRange {
    start: u16,
    end: u16,
}

/// Ports of the proxy and, as many, those of each server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PortMapping {
    frontend: PortRange,
    backend: PortRange,
}

/// Ports that are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PortError {
    /// A text is neither a number nor two of them.
    #[error("a port or a range such as 8080-8090 is needed")]
    Syntax,
    /// A text has no colon, or more than one.
    #[error("the ports of the proxy and those of the servers must stand as PORTS:PORTS")]
    Colon,
    /// A number is no port.
    #[error("ports go from 1 to 65535")]
    Bounds,
    /// A range ends before it starts.
    #[error("a range must not end before it starts")]
    Order,
    /// The two ranges of a mapping differ in length.
    #[error("both ranges must be equally long")]
    Length,
}

impl PortRange {
    /// The ports from `start` to `end`, both included.
    ///
    /// # Errors
    ///
    /// One of them is 0, or the end stands before the start.
    pub const fn new(start: u16, end: u16) -> Result<Self, PortError> {
        match (start, end) {
            (0, _) | (_, 0) => Err(PortError::Bounds),
            _ if end < start => Err(PortError::Order),
            _ => Ok(Self { start, end }),
        }
    }

    const fn single(port: u16) -> Self {
        Self {
            start: port,
            end: port,
        }
    }

    /// The first port.
    pub const fn start(self) -> u16 {
        self.start
    }

    /// The last port.
    pub const fn end(self) -> u16 {
        self.end
    }

    /// How many ports there are.
    pub fn port_count(self) -> u32 {
        u32::from(self.end - self.start) + 1
    }

    /// Whether a port is one of them.
    pub const fn contains(self, port: u16) -> bool {
        self.start <= port && port <= self.end
    }

    /// Whether the two share a port.
    pub const fn overlaps_with(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

impl PortMapping {
    /// A mapping of two ranges.
    ///
    /// # Errors
    ///
    /// They are not equally long.
    pub fn new(frontend: PortRange, backend: PortRange) -> Result<Self, PortError> {
        if frontend.port_count() == backend.port_count() {
            Ok(Self { frontend, backend })
        } else {
            Err(PortError::Length)
        }
    }

    pub(crate) const fn single(frontend: u16, backend: u16) -> Self {
        Self {
            frontend: PortRange::single(frontend),
            backend: PortRange::single(backend),
        }
    }

    /// The ports of the proxy.
    pub const fn frontend(self) -> PortRange {
        self.frontend
    }

    /// The ports of each server.
    pub const fn backend(self) -> PortRange {
        self.backend
    }

    /// What is added to a port of the proxy to get that of a server.
    pub fn offset(self) -> i32 {
        i32::from(self.backend.start) - i32::from(self.frontend.start)
    }
}

/// `8080` or `8080-8090`.
impl Display for PortRange {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        if self.start == self.end {
            write!(formatter, "{}", self.start)
        } else {
            write!(formatter, "{}-{}", self.start, self.end)
        }
    }
}

/// `8080:80` or `8080-8090:80-90`.
impl Display for PortMapping {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.frontend, self.backend)
    }
}

/// Reads numbers as Python does: with blanks around them and a sign before them.
impl FromStr for PortRange {
    type Err = PortError;

    fn from_str(text: &str) -> Result<Self, PortError> {
        let (start, end) = text.split_once('-').unwrap_or((text, text));
        Self::new(parse_port(start)?, parse_port(end)?)
    }
}

impl FromStr for PortMapping {
    type Err = PortError;

    fn from_str(text: &str) -> Result<Self, PortError> {
        match text.split(':').collect::<Vec<_>>()[..] {
            [frontend, backend] => Self::new(frontend.parse()?, backend.parse()?),
            _ => Err(PortError::Colon),
        }
    }
}

fn parse_port(text: &str) -> Result<u16, PortError> {
    let text = text.trim();
    let digits = text.strip_prefix('+').unwrap_or(text);
    let is_group =
        |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if !digits.split('_').all(is_group) {
        return Err(PortError::Syntax);
    }
    match digits.replace('_', "").parse() {
        Ok(0) | Err(_) => Err(PortError::Bounds),
        Ok(port) => Ok(port),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let range: PortRange = " +80 - 9_0".parse().unwrap();
        assert_eq!(
            (range.start(), range.end(), range.port_count()),
            (80, 90, 11)
        );
        assert_eq!(range.to_string(), "80-90");
        assert_eq!("80".parse::<PortRange>().unwrap().to_string(), "80");
        assert_eq!("1-65535".parse::<PortRange>().unwrap().port_count(), 65535);
        assert!(range.overlaps_with(PortRange::new(90, 95).unwrap()));
        assert!(!range.overlaps_with(PortRange::new(91, 95).unwrap()));
        for (text, error) in [
            ("", PortError::Syntax),
            ("80-90-100", PortError::Syntax),
            ("-80", PortError::Syntax),
            ("a", PortError::Syntax),
            ("8__0", PortError::Syntax),
            ("0", PortError::Bounds),
            ("80-65536", PortError::Bounds),
            ("90-80", PortError::Order),
        ] {
            assert_eq!(text.parse::<PortRange>(), Err(error), "{text}");
        }
    }

    #[test]
    fn mappings() {
        let mapping: PortMapping = "5000-5009:80-89".parse().unwrap();
        assert_eq!(mapping.offset(), -4920);
        assert_eq!(mapping.to_string(), "5000-5009:80-89");
        for (text, error) in [
            ("80", PortError::Colon),
            ("1:2:3", PortError::Colon),
            ("80:", PortError::Syntax),
            ("80-81:80", PortError::Length),
        ] {
            assert_eq!(text.parse::<PortMapping>(), Err(error), "{text}");
        }
    }
}
