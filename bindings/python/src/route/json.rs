//! What Python has, as the JSON that schemas read: plain data, models, members of enumerations,
//! addresses, and anything that can stand for a list.

use haproxy_route::{Integer, Json, OrderedMap};
use num_bigint::BigInt;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyBytes, PyDict, PyFloat, PyFrozenSet, PyInt, PyIterator, PyList, PyMapping, PySet,
    PyString, PyTuple, PyType,
};

/// How deep data may be; relation data needs less than ten levels.
const DEEPEST: usize = 50;

/// Reads values, and notes those that are no data at all.
#[derive(Default)]
pub(crate) struct Reading {
    path: Vec<Key>,
    /// Where a value is no data, with the name of its type.
    pub(crate) strange: Vec<(Vec<Key>, String)>,
}

/// A step to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    Name(String),
    Index(usize),
}

impl Reading {
    /// The value as JSON. What is no data becomes what every field refuses.
    pub(crate) fn read(&mut self, value: &Bound<'_, PyAny>) -> PyResult<Json> {
        let python = value.py();
        if value.is_none() {
            return Ok(Json::Null);
        }
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(match text.to_str() {
                Ok(text) => Json::String(text.to_owned()),
                Err(_) => self.strange("text that is not Unicode".to_owned()),
            });
        }
        if let Ok(value) = value.cast::<PyBool>() {
            return Ok(Json::Bool(value.is_true()));
        }
        if value.is_instance_of::<PyInt>() {
            return Ok(Json::Integer(integer(value)?));
        }
        if let Ok(number) = value.cast::<PyFloat>() {
            return Ok(Json::Float(number.value()));
        }
        if self.path.len() > DEEPEST {
            return Ok(self.strange("data that is too deep".to_owned()));
        }
        if let Ok(entries) = value.cast::<PyDict>() {
            return self.dict(entries);
        }
        if value.is_instance_of::<PyList>()
            || value.is_instance_of::<PyTuple>()
            || value.is_instance_of::<PySet>()
            || value.is_instance_of::<PyFrozenSet>()
        {
            return self.list(value);
        }
        if value.is_instance(model(python)?)? {
            let fields = value.getattr(pyo3::intern!(python, "__dict__"))?;
            return self.dict(fields.cast()?);
        }
        self.other(value)
    }

    fn dict(&mut self, entries: &Bound<'_, PyDict>) -> PyResult<Json> {
        let mut object = OrderedMap::default();
        for (name, value) in entries {
            // A key that is no text is no field either.
            if let Ok(name) = name.cast::<PyString>() {
                self.entry(&name.to_string_lossy(), &value, &mut object)?;
            }
        }
        Ok(Json::Object(object))
    }

    fn entry(
        &mut self,
        name: &str,
        value: &Bound<'_, PyAny>,
        object: &mut OrderedMap<Json>,
    ) -> PyResult<()> {
        self.path.push(Key::Name(name.to_owned()));
        let value = self.read(value)?;
        self.path.pop();
        object.insert(name.to_owned(), value);
        Ok(())
    }

    fn list(&mut self, values: &Bound<'_, PyAny>) -> PyResult<Json> {
        let mut items = Vec::new();
        for (index, item) in values.try_iter()?.enumerate() {
            self.path.push(Key::Index(index));
            items.push(self.read(&item?)?);
            self.path.pop();
        }
        Ok(Json::Array(items))
    }

    fn other(&mut self, value: &Bound<'_, PyAny>) -> PyResult<Json> {
        static ENUM: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        static DEQUE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let python = value.py();
        if value.is_instance(ENUM.import(python, "enum", "Enum")?)? {
            return self.read(&value.getattr("value")?);
        }
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(match std::str::from_utf8(bytes.as_bytes()) {
                Ok(text) => Json::String(text.to_owned()),
                Err(_) => self.strange("bytes that are not UTF-8".to_owned()),
            });
        }
        if has_text(value)? {
            return Ok(Json::String(value.str()?.to_string_lossy().into_owned()));
        }
        if let Ok(mapping) = value.cast::<PyMapping>() {
            let mut object = OrderedMap::default();
            for item in mapping.items()? {
                let (name, value) = item.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
                if let Ok(name) = name.cast::<PyString>() {
                    self.entry(&name.to_string_lossy(), &value, &mut object)?;
                }
            }
            return Ok(Json::Object(object));
        }
        let deque = DEQUE.import(python, "collections", "deque")?;
        if value.cast::<PyIterator>().is_ok() || value.is_instance(deque)? {
            return self.list(value);
        }
        let name = value.get_type().name()?;
        Ok(self.strange(format!("'{name}'")))
    }

    fn strange(&mut self, what: String) -> Json {
        self.strange.push((self.path.clone(), what));
        // Text, numbers, lists and objects alike: there is no field that takes it.
        Json::Float(f64::NAN)
    }
}

/// Whether the value is an address or a URL, whose text is what a databag holds.
fn has_text(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    static ADDRESS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let address = ADDRESS.import(value.py(), "ipaddress", "_BaseAddress")?;
    if value.is_instance(address)? {
        return Ok(true);
    }
    let class = value.get_type();
    let module = class.module()?;
    let (module, name) = (module.to_string_lossy(), class.name()?);
    Ok(module.starts_with("pydantic") && name.to_string_lossy().ends_with("Url"))
}

fn integer(value: &Bound<'_, PyAny>) -> PyResult<Integer> {
    match value.extract::<i64>() {
        Ok(number) => Ok(number.into()),
        Err(_) => value.extract::<BigInt>().map(Integer::from),
    }
}

fn model(python: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static MODEL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    MODEL.import(python, "haproxy_kit.route._model", "Model")
}
