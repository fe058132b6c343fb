//! From one version of an interface to another.

mod hostname;

use crate::databag::Databag;
use crate::detection::detect_version;
use crate::error::{Path, Step, ValidationError};
use crate::field::{Object, Reader};
use crate::requirer::{Check, RequirerApplicationData, TcpRequirerApplicationData};
use crate::schema::Schema;

pub(crate) use hostname::whole_names;

/// The seconds between two tries that version 0 must be told, though HAProxy has no such setting.
const RETRY_SECONDS: u16 = 1;

/// What a conversion must know beside the data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConversionOptions {
    /// The provider's external host name, below which version 0 names its services.
    pub external_hostname: Option<String>,
}

/// Data in another version, which takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion<T> {
    /// The data.
    pub data: T,
    /// What it does not say any more, or says otherwise.
    pub losses: Vec<Loss>,
}

/// Something that a version cannot say.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct Loss {
    /// The field.
    pub path: Path,
    /// What is lost, and why.
    pub reason: String,
}

/// Data that cannot be converted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConversionError {
    /// The schemas are not both of the interface that the data is of.
    #[error("{from} cannot be converted to {to}: they are not versions of one interface")]
    Interface {
        /// The schema of the data.
        from: Schema,
        /// The schema that was asked for.
        to: Schema,
    },
    /// The data holds values that the other version refuses. To leave them out could let requests
    /// through that were to be denied.
    #[error("{} refuses: {source}", source.schema())]
    Refused {
        /// What is refused.
        #[from]
        source: ValidationError,
    },
}

impl<T> Conversion<T> {
    /// The same with what `change` makes of the data.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Conversion<U> {
        Conversion {
            data: change(self.data),
            losses: self.losses,
        }
    }
}

impl RequirerApplicationData {
    /// The same in another version. What version 0 does without a word, such as its check of 60
    /// seconds, the others are told.
    ///
    /// # Errors
    ///
    /// The schemas are not both of `haproxy-route`, or the other version refuses a value.
    pub fn convert(
        &self,
        from: Schema,
        to: Schema,
        options: &ConversionOptions,
    ) -> Result<Conversion<Self>, ConversionError> {
        let mut data = self.clone();
        let mut losses = Vec::new();
        match (from, to) {
            (Schema::RouteV0, Schema::RouteV1 | Schema::RouteV2) => {
                hostname::from_subdomains(&mut data, options);
                data.check.get_or_insert_with(Check::version_0);
            }
            (Schema::RouteV1 | Schema::RouteV2, Schema::RouteV0) => {
                hostname::to_subdomains(&mut data, options, &mut losses);
                complete_for_version_0(&mut data, &mut losses);
            }
            _ => {}
        }
        convert(&data, losses, from, to)
    }

    /// Reads a databag as a provider of version `schema` does that understands requirers of version 0
    /// as well: where only that explains the databag, it is converted.
    ///
    /// # Errors
    ///
    /// What the schema refuses, every fault at once.
    pub fn load_from_any(
        databag: &Databag,
        schema: Schema,
        options: &ConversionOptions,
    ) -> Result<Conversion<Self>, ConversionError> {
        let is_old = schema != Schema::RouteV0 && detect_version(databag) == Some(Schema::RouteV0);
        if is_old && let Ok(data) = Self::load(databag, Schema::RouteV0) {
            return data.convert(Schema::RouteV0, schema, options);
        }
        Ok(Conversion {
            data: Self::load(databag, schema)?,
            losses: Vec::new(),
        })
    }
}

impl TcpRequirerApplicationData {
    /// The same in another version.
    ///
    /// # Errors
    ///
    /// The schemas are not both of `haproxy-route-tcp`, or the other version refuses a value: version 0
    /// has no port mappings.
    pub fn convert(&self, from: Schema, to: Schema) -> Result<Conversion<Self>, ConversionError> {
        let mut data = self.clone();
        if to == Schema::TcpV0
            && let Some(mapping) = data.mapping()
            && !data.is_port_range()
        {
            data.port = Some(mapping.frontend().start());
            data.backend_port = Some(mapping.backend().start());
            data.port_mapping = None;
        }
        convert(&data, Vec::new(), from, to)
    }
}

/// Says in version 0 what it must be told, and has no way to leave out.
fn complete_for_version_0(data: &mut RequirerApplicationData, losses: &mut Vec<Loss>) {
    let default = Check::version_0();
    let check = data.check.get_or_insert_default();
    if check.interval.is_none() {
        losses.push(Loss::new(
            "check",
            "version 0 always checks servers, every 60 seconds where nothing is said",
        ));
    }
    check.interval = check.interval.take().or(default.interval);
    check.rise = check.rise.take().or(default.rise);
    check.fall = check.fall.take().or(default.fall);
    if let Some(retry) = &mut data.retry {
        retry.interval.get_or_insert_with(|| RETRY_SECONDS.into());
    }
}

fn convert<O: Object>(
    data: &O,
    mut losses: Vec<Loss>,
    from: Schema,
    to: Schema,
) -> Result<Conversion<O>, ConversionError> {
    if from.interface() != to.interface() {
        return Err(ConversionError::Interface { from, to });
    }
    let mut reader = Reader::new(to);
    O::read(&data.write(from), &mut reader);
    losses.extend(reader.foreign().iter().map(|path| Loss {
        path: path.clone(),
        reason: format!("{to} has no such field"),
    }));
    let mut reader = Reader::new(to);
    let data = O::read(&data.write(to), &mut reader);
    Ok(Conversion {
        data: reader.finish(data)?,
        losses,
    })
}

impl Loss {
    fn new(field: &'static str, reason: impl Into<String>) -> Self {
        Self {
            path: [Step::Field(field)].into(),
            reason: reason.into(),
        }
    }
}
