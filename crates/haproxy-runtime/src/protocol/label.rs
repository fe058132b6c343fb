/// How serious HAProxy says a message is, most serious first, as syslog orders them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// `emerg`, 0.
    Emergency,
    /// `alert`, 1.
    Alert,
    /// `crit`, 2.
    Critical,
    /// `err`, 3: what refused commands answer.
    Error,
    /// `warning`, 4.
    Warning,
    /// `notice`, 5.
    Notice,
    /// `info`, 6.
    Information,
    /// `debug`, 7.
    Debug,
}

impl Severity {
    /// Whether it means that the command was refused.
    pub fn is_error(self) -> bool {
        self <= Self::Error
    }

    /// Takes the label `[3]: ` off the front of an answer.
    pub(crate) fn split(answer: &[u8]) -> (Option<Self>, &[u8]) {
        match answer {
            [b'[', digit @ b'0'..=b'7', b']', b':', b' ', rest @ ..] => {
                (Self::of_digit(*digit), rest)
            }
            _ => (None, answer),
        }
    }

    fn of_digit(digit: u8) -> Option<Self> {
        Some(match digit {
            b'0' => Self::Emergency,
            b'1' => Self::Alert,
            b'2' => Self::Critical,
            b'3' => Self::Error,
            b'4' => Self::Warning,
            b'5' => Self::Notice,
            b'6' => Self::Information,
            b'7' => Self::Debug,
            _ => return None,
        })
    }
}
