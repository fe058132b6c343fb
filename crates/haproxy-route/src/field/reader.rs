use super::{Declared, Kind, Presence};
use crate::error::{ErrorKind, FieldError, Path, Step, ValidationError};
use crate::json::{Json, OrderedMap};
use crate::schema::Schema;

/// Reads one piece of relation data: knows where it is and gathers what is wrong.
pub(crate) struct Reader {
    schema: Schema,
    path: Path,
    errors: Vec<FieldError>,
    foreign: Vec<Path>,
}

impl Reader {
    pub(crate) fn new(schema: Schema) -> Self {
        Self {
            schema,
            path: Path::default(),
            errors: Vec::new(),
            foreign: Vec::new(),
        }
    }

    pub(crate) const fn schema(&self) -> Schema {
        self.schema
    }

    /// The fields that stood in the data and that only other versions have.
    pub(crate) fn foreign(&self) -> &[Path] {
        &self.foreign
    }

    /// Notes what is wrong with the value that is being read.
    pub(crate) fn note(&mut self, kind: ErrorKind) {
        self.errors.push(FieldError {
            path: self.path.clone(),
            kind,
        });
    }

    /// The same for a value that cannot be read.
    pub(crate) fn fail<T>(&mut self, kind: ErrorKind) -> Option<T> {
        self.note(kind);
        None
    }

    /// Reads something below the value that is being read.
    pub(crate) fn within<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Reads a field of an object.
    pub(crate) fn field<K: Kind>(
        &mut self,
        object: &OrderedMap<Json>,
        name: &'static str,
        declared: Declared<K>,
    ) -> Option<K::Value> {
        self.within(Step::Field(name), |reader| {
            if reader.errors.iter().any(|error| error.path == reader.path) {
                // The text of the field was not even JSON.
                return None;
            }
            match (object.get(name), declared.presence) {
                (None, Presence::Required) => reader.fail(ErrorKind::Missing),
                (None, Presence::Default(value) | Presence::Unknown(value)) => Some(value),
                (Some(_), Presence::Unknown(value)) => {
                    reader.foreign.push(reader.path.clone());
                    Some(value)
                }
                (Some(json), _) => {
                    let value = declared.kind.read(json, reader)?;
                    if let Some(rule) = declared.rule {
                        rule(&value, reader);
                    }
                    Some(value)
                }
            }
        })
    }

    /// What was read, unless anything was wrong.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, ValidationError> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(ValidationError::new(self.schema, self.errors)),
        }
    }
}
