//! JSON between Rust and Python.

use pyo3::exceptions::{PyRecursionError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};
use serde_json::{Map, Number, Value};

/// How deep data may be; configurations need less than ten levels.
const DEEPEST: usize = 100;

/// The data as Python has it.
pub(crate) fn to_python<'py>(python: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Null => python.None().into_bound(python),
        Value::Bool(value) => PyBool::new(python, *value).to_owned().into_any(),
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(number), _) => number.into_pyobject(python)?.into_any(),
            (None, Some(number)) => number.into_pyobject(python)?.into_any(),
            (None, None) => PyFloat::new(python, number.as_f64().unwrap_or(f64::NAN)).into_any(),
        },
        Value::String(text) => PyString::new(python, text).into_any(),
        Value::Array(items) => {
            let list = PyList::empty(python);
            for item in items {
                list.append(to_python(python, item)?)?;
            }
            list.into_any()
        }
        Value::Object(properties) => {
            let dict = PyDict::new(python);
            for (name, value) in properties {
                dict.set_item(PyString::intern(python, name), to_python(python, value)?)?;
            }
            dict.into_any()
        }
    })
}

/// The data of Python's own types, and of mappings, as JSON.
pub(crate) fn from_python(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    read(value, 0)
}

fn read(value: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    if depth > DEEPEST {
        return Err(PyRecursionError::new_err("the data is too deep"));
    }
    if value.is_none() {
        return Ok(Value::Null);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Value::String(text.to_str()?.to_owned()));
    }
    if let Ok(value) = value.cast::<PyBool>() {
        return Ok(Value::Bool(value.is_true()));
    }
    if value.is_instance_of::<PyInt>() {
        let number = value
            .extract::<i64>()
            .map(Number::from)
            .or_else(|_| value.extract::<u64>().map(Number::from))?;
        return Ok(Value::Number(number));
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        let number = Number::from_f64(number.value());
        let number = number.ok_or_else(|| PyValueError::new_err("a number must be finite"))?;
        return Ok(Value::Number(number));
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let items = value.try_iter()?;
        let items = items.map(|item| read(&item?, depth + 1));
        return items.collect::<PyResult<Vec<Value>>>().map(Value::Array);
    }
    if let Ok(properties) = value.cast::<PyDict>() {
        let mut object = Map::new();
        for (name, value) in properties {
            object.insert(name_of(&name)?, read(&value, depth + 1)?);
        }
        return Ok(Value::Object(object));
    }
    if let Ok(properties) = value.cast::<PyMapping>() {
        let mut object = Map::new();
        for property in properties.items()? {
            let (name, value) = property.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
            object.insert(name_of(&name)?, read(&value, depth + 1)?);
        }
        return Ok(Value::Object(object));
    }
    let name = value.get_type().name()?;
    Err(PyTypeError::new_err(format!("'{name}' is no JSON")))
}

fn name_of(name: &Bound<'_, PyAny>) -> PyResult<String> {
    match name.cast::<PyString>() {
        Ok(name) => Ok(name.to_str()?.to_owned()),
        Err(_) => Err(PyTypeError::new_err("the name of a property must be a str")),
    }
}
