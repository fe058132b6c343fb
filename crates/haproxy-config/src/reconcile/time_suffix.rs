use haproxy_model::value::TimeUnit;

/// The unit in which times are written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeSuffix {
    /// The largest unit that measures the time exactly.
    Nearest,
    /// No unit: a number of the keyword's own.
    None,
    /// This unit, where it measures the time exactly.
    Unit(TimeUnit),
}

/// The units that a number without one may be in.
const DEFAULTS: [TimeUnit; 3] = [
    TimeUnit::Millisecond,
    TimeUnit::Second,
    TimeUnit::Microsecond,
];

/// A text that does not name a preference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}' is no unit of time (nearest, none, us, ms, s, m, h or d)")]
pub struct TimeSuffixError {
    found: String,
}

impl std::str::FromStr for TimeSuffix {
    type Err = TimeSuffixError;

    fn from_str(text: &str) -> Result<Self, TimeSuffixError> {
        match text {
            "nearest" => return Ok(Self::Nearest),
            "none" => return Ok(Self::None),
            _ => {}
        }
        let unit = TimeUnit::ALL.into_iter().find(|unit| unit.as_str() == text);
        unit.map(Self::Unit).ok_or_else(|| TimeSuffixError {
            found: text.to_owned(),
        })
    }
}

/// Another spelling of a word, should the word be a time.
pub(super) struct Respelling {
    pub(super) text: String,
    /// A spelling of another time, to tell a time from a number with letters behind it.
    pub(super) counterexample: String,
}

impl TimeSuffix {
    /// How the word may be written, each should it be a time of one default unit.
    pub(super) fn respellings(self, word: &str) -> Vec<Respelling> {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let Some((amount, unit)) = word.split_at_checked(digits) else {
            return Vec::new();
        };
        let Ok(amount) = amount.parse::<u64>() else {
            return Vec::new();
        };
        let written = TimeUnit::ALL
            .into_iter()
            .find(|known| known.as_str() == unit);
        if amount == 0 || written.is_none() && !unit.is_empty() {
            return Vec::new();
        }
        let bases = DEFAULTS.into_iter().filter_map(|default| {
            let length = amount.checked_mul(written.unwrap_or(default).microseconds())?;
            let text = self.spell(length, default)?;
            let other = if text.ends_with('d') { "h" } else { "d" };
            let number = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
            let counterexample = format!("{number}{other}");
            Some(Respelling {
                text,
                counterexample,
            })
        });
        bases.filter(|respelling| respelling.text != word).collect()
    }

    fn spell(self, microseconds: u64, default: TimeUnit) -> Option<String> {
        let measures = |unit: &TimeUnit| microseconds.is_multiple_of(unit.microseconds());
        let (unit, suffix) = match self {
            Self::Nearest => {
                let unit = TimeUnit::ALL.into_iter().rfind(measures)?;
                (unit, unit.as_str())
            }
            Self::None => (default, ""),
            Self::Unit(unit) => (unit, unit.as_str()),
        };
        measures(&unit).then(|| format!("{}{suffix}", microseconds / unit.microseconds()))
    }
}
