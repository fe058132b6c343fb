//! Models: read from databags and plain data, written, converted.

use haproxy_route::{
    BandwidthLimit, Check, Conversion, ConversionError, ConversionOptions, Databag, Json,
    LoadBalancing, ProviderApplicationData, RateLimit, RequirerApplicationData, RequirerUnitData,
    Retry, Rewrite, Schema, TcpCheck, TcpRequirerApplicationData, Timeout, ValidationError,
    Visitor,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString, PyType};

use super::builder::{Builder, blank};
use super::fault::validation_error;
use super::json::Reading;
use crate::error::{Fields, config_error};

/// Data of any type, held to its schema.
pub(crate) trait Data {
    fn show(&self, schema: Schema, visitor: &mut dyn Visitor);
    fn json(&self, schema: Schema) -> Json;
}

/// Data that a databag holds.
trait Carried: Data {
    fn databag(&self, schema: Schema) -> Databag;
}

macro_rules! data {
    ($($type:ident),+; $($carried:ident),+) => {
        $(
            impl Data for $type {
                fn show(&self, schema: Schema, visitor: &mut dyn Visitor) {
                    self.visit(schema, visitor);
                }

                fn json(&self, schema: Schema) -> Json {
                    self.to_json(schema)
                }
            }
        )+

        $(
            impl Carried for $carried {
                fn databag(&self, schema: Schema) -> Databag {
                    self.dump(schema)
                }
            }
        )+

        /// The object of this type that JSON describes.
        fn object(name: &str, json: &Json, schema: Schema) -> PyResult<Read<dyn Data>> {
            match name {
                $( stringify!($type) => Ok($type::from_json(json, schema).map(|data| Box::new(data) as _)), )+
                _ => Err(no_object(name)),
            }
        }

        /// The same for what databags hold.
        fn carried(name: &str, json: &Json, schema: Schema) -> PyResult<Read<dyn Carried>> {
            match name {
                $( stringify!($carried) => Ok($carried::from_json(json, schema).map(|data| Box::new(data) as _)), )+
                _ => Err(no_object(name)),
            }
        }

        /// The object of this type that a databag holds.
        fn loaded(name: &str, databag: &Databag, schema: Schema) -> PyResult<Read<dyn Data>> {
            match name {
                $( stringify!($carried) => Ok($carried::load(databag, schema).map(|data| Box::new(data) as _)), )+
                _ => Err(no_object(name)),
            }
        }
    };
}

data!(
    RequirerApplicationData,
    TcpRequirerApplicationData,
    RequirerUnitData,
    ProviderApplicationData,
    BandwidthLimit,
    Check,
    LoadBalancing,
    RateLimit,
    Retry,
    Rewrite,
    TcpCheck,
    Timeout;
    RequirerApplicationData,
    TcpRequirerApplicationData,
    RequirerUnitData,
    ProviderApplicationData
);

type Read<T> = Result<Box<T>, ValidationError>;

/// What a class of models stands for.
struct Class<'py> {
    schema: Schema,
    object: Bound<'py, PyString>,
    classes: Bound<'py, PyDict>,
}

impl<'py> Class<'py> {
    fn of(class: &Bound<'py, PyAny>) -> PyResult<Self> {
        let python = class.py();
        let schema = class.getattr(pyo3::intern!(python, "_schema"))?;
        let object = class.getattr(pyo3::intern!(python, "_object"))?;
        let classes = class.getattr(pyo3::intern!(python, "_classes"))?;
        Ok(Self {
            schema: schema_of(schema.cast::<PyString>()?.to_str()?)?,
            object: object.cast_into()?,
            classes: classes.cast_into()?,
        })
    }
}

/// The schema of this name.
pub(crate) fn schema_of(name: &str) -> PyResult<Schema> {
    name.parse()
        .map_err(|error: haproxy_route::SchemaError| PyValueError::new_err(error.to_string()))
}

/// The object of a class that a databag holds.
///
/// This and its kin keep the interpreter to themselves: they take less time than to let it go.
#[pyfunction]
pub(crate) fn route_load<'py>(
    class_: &Bound<'py, PyType>,
    databag: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let python = class_.py();
    let of = Class::of(class_)?;
    let name = of.object.to_str()?;
    let data = loaded(name, &databag_of(databag)?, of.schema)?
        .map_err(|error| validation_error(python, name, &error, &Reading::default()))?;
    let mut builder = Builder::new(python, of.classes, Some(blank(class_)?));
    data.show(of.schema, &mut builder);
    builder.finish()
}

/// Sets the fields of an object to these values.
#[pyfunction]
pub(crate) fn route_fill(object_: &Bound<'_, PyAny>, values: &Bound<'_, PyAny>) -> PyResult<()> {
    let python = object_.py();
    let of = Class::of(object_)?;
    let name = of.object.to_str()?;
    let mut reading = Reading::default();
    let json = reading.read(values)?;
    let data = object(name, &json, of.schema)?
        .map_err(|error| validation_error(python, name, &error, &reading))?;
    let mut builder = Builder::new(python, of.classes, Some(object_.clone()));
    data.show(of.schema, &mut builder);
    builder.finish().map(drop)
}

/// What an object is in a databag.
#[pyfunction]
pub(crate) fn route_dump<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let python = object.py();
    let of = Class::of(object)?;
    let name = of.object.to_str()?;
    let mut reading = Reading::default();
    let json = reading.read(object)?;
    let data = carried(name, &json, of.schema)?
        .map_err(|error| validation_error(python, name, &error, &reading))?;
    to_dict(python, &data.databag(of.schema))
}

/// An object as plain data, without what stands for its default.
#[pyfunction]
pub(crate) fn route_to_dict<'py>(object_: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let python = object_.py();
    let of = Class::of(object_)?;
    let name = of.object.to_str()?;
    let mut reading = Reading::default();
    let json = reading.read(object_)?;
    let data = object(name, &json, of.schema)?
        .map_err(|error| validation_error(python, name, &error, &reading))?;
    crate::json::to_python(python, &serde_json::Value::from(&data.json(of.schema)))
}

/// An object, and what it does not say any more.
type Converted<'py> = (Bound<'py, PyAny>, Vec<(String, String)>);

/// What a requirer's application says, in another version: an object of the class `to`, and what it does
/// not say any more, as pairs of a field and a reason.
#[pyfunction]
#[pyo3(signature = (object, to, external_hostname = None))]
pub(crate) fn route_convert<'py>(
    object: &Bound<'py, PyAny>,
    to: &Bound<'py, PyType>,
    external_hostname: Option<String>,
) -> PyResult<Converted<'py>> {
    let python = object.py();
    let (of, target) = (Class::of(object)?, Class::of(to)?);
    let mut reading = Reading::default();
    let json = reading.read(object)?;
    let name = of.object.to_str()?;
    let invalid = |error: ValidationError| validation_error(python, name, &error, &reading);
    let failed = |error: ConversionError| match error {
        ConversionError::Refused { source } => {
            validation_error(python, name, &source, &Reading::default())
        }
        other => {
            let fields = Fields {
                code: "interface".to_owned(),
                ..Fields::default()
            };
            config_error(python, "RouteError", &other.to_string(), fields)
        }
    };
    let options = ConversionOptions { external_hostname };
    let conversion: Conversion<Box<dyn Data>> = match name {
        "RequirerApplicationData" => RequirerApplicationData::from_json(&json, of.schema)
            .map_err(invalid)?
            .convert(of.schema, target.schema, &options)
            .map_err(failed)?
            .map(|data| Box::new(data) as _),
        "TcpRequirerApplicationData" => TcpRequirerApplicationData::from_json(&json, of.schema)
            .map_err(invalid)?
            .convert(of.schema, target.schema)
            .map_err(failed)?
            .map(|data| Box::new(data) as _),
        _ => return Err(no_object(name)),
    };
    let mut builder = Builder::new(python, target.classes, Some(blank(to)?));
    conversion.data.show(target.schema, &mut builder);
    let losses = conversion.losses.into_iter();
    let losses = losses.map(|loss| (loss.path.to_string(), loss.reason));
    Ok((builder.finish()?, losses.collect()))
}

/// The name of the schema that the databag of a requirer's application was written for.
#[pyfunction]
pub(crate) fn route_detect(databag: &Bound<'_, PyAny>) -> PyResult<Option<&'static str>> {
    Ok(haproxy_route::detect_version(&databag_of(databag)?).map(Schema::name))
}

/// The JSON Schema of what both sides say.
#[pyfunction]
pub(crate) fn route_schema<'py>(python: Python<'py>, schema: &str) -> PyResult<Bound<'py, PyAny>> {
    crate::json::to_python(python, &schema_of(schema)?.json_schema())
}

/// Whether a text names a domain, or with `*.` before it the domains below one.
#[pyfunction]
pub(crate) fn route_is_domain(name: &str) -> bool {
    haproxy_route::is_domain(name)
}

/// A databag as Rust has it. A value that is no text is none that a field takes.
pub(crate) fn databag_of(databag: &Bound<'_, PyAny>) -> PyResult<Databag> {
    let mut result = Databag::default();
    let mut insert = |key: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>| {
        let Ok(key) = key.cast::<PyString>() else {
            return;
        };
        let text = value
            .cast::<PyString>()
            .map(|text| text.to_string_lossy().into_owned());
        result.insert(key.to_string_lossy(), text.unwrap_or_default());
    };
    if let Ok(entries) = databag.cast::<PyDict>() {
        for (key, value) in entries {
            insert(&key, &value);
        }
    } else {
        for item in databag.cast::<PyMapping>()?.items()? {
            let (key, value) = item.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
            insert(&key, &value);
        }
    }
    Ok(result)
}

/// A databag as Python has it.
pub(crate) fn to_dict<'py>(python: Python<'py>, databag: &Databag) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(python);
    for (key, text) in databag.iter() {
        dict.set_item(PyString::intern(python, key), text)?;
    }
    Ok(dict)
}

fn no_object(name: &str) -> PyErr {
    PyValueError::new_err(format!("there is no '{name}' in relation data"))
}
