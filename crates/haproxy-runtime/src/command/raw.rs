use super::{Command, Text};
use crate::protocol::{DecodeError, EncodeError, Ending, Payload, Reply, Request, Specification};

/// Any command, as a person writes it: the developers' commands, and those of later versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// The line, with HAProxy's own escapes.
    pub line: String,
    /// What stands below it.
    pub payload: Option<Payload>,
}

impl Raw {
    /// This line.
    pub fn new(line: impl Into<String>) -> Self {
        Self {
            line: line.into(),
            payload: None,
        }
    }

    /// The same with a payload.
    #[must_use]
    pub fn payload(mut self, payload: Payload) -> Self {
        self.payload = Some(payload);
        self
    }
}

impl Command for Raw {
    type Answer = Text;

    fn specification(&self) -> Specification {
        super::form_of(&self.line).map_or(
            Specification::new("", "A command as it is written."),
            |form| form.specification,
        )
    }

    fn request(&self) -> Result<Request, EncodeError> {
        let request = Request::raw(&self.line, self.payload.clone())?;
        let form = super::form_of(&self.line);
        let ending = form.map_or(Ending::Answer, |form| form.specification.ending);
        Ok(request.ending_with(ending))
    }

    fn decode(&self, reply: Reply) -> Result<Text, DecodeError> {
        <Text as super::Answer>::decode(reply)
    }
}
