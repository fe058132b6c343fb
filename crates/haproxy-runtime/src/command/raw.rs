use super::{Command, Form, Text};
use crate::protocol::{
    DecodeError, EncodeError, Ending, Mode, Payload, Reply, Request, Specification,
};

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

    /// These words: each stays one, whatever it holds.
    pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Self, EncodeError> {
        let mut words = words.into_iter();
        let mut request = Request::raw(words.next().unwrap_or_default(), None)?;
        for word in words {
            request.push(word)?;
        }
        Ok(Self::new(haproxy_model::text::from_bytes(request.line())))
    }

    /// Whether its answer goes on until the connection is closed: events that are watched.
    pub fn is_endless(&self) -> bool {
        let mut words = self.line.split_whitespace();
        (words.next(), words.next()) == (Some("show"), Some("events"))
            && words.any(|word| matches!(word, "-w" | "-wn" | "-nw"))
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
        let ending = match form {
            _ if self.is_endless() => Ending::Endless,
            Some(form) => form.specification.ending,
            None => Ending::Answer,
        };
        let name = form.map_or(1, |form| form.specification.name.split(' ').count());
        let mode = form.map_or(Mode::Ordinary, |form| form.specification.mode);
        Ok(request.ending_with(ending).named_by(name).in_mode(mode))
    }

    fn decode(&self, reply: Reply) -> Result<Text, DecodeError> {
        <Text as super::Answer>::decode(reply)
    }
}

/// Any command, answered as JSON: by its type where it is known, as text where it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawJson(pub Raw);

impl Command for RawJson {
    type Answer = serde_json::Value;

    fn specification(&self) -> Specification {
        self.0.specification()
    }

    fn request(&self) -> Result<Request, EncodeError> {
        self.0.request()
    }

    fn decode(&self, reply: Reply) -> Result<Self::Answer, DecodeError> {
        match Form::of(super::forms(), &self.0.line) {
            Some((form, rank)) if rank.is_whole => form.decode(reply),
            // Arguments that are not known may make the answer another one.
            Some((form, _)) => {
                let text = reply.text().to_owned();
                Ok(form.decode(reply).unwrap_or_else(|_| text.into()))
            }
            None => Ok(reply.into_text().into()),
        }
    }
}
