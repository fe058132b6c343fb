//! Relation data as objects of Python's own classes.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use haproxy_route::{Address, Integer, Visitor};
use num_bigint::BigInt;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString, PyType};

/// Makes objects of data that it is shown.
pub(crate) struct Builder<'py> {
    python: Python<'py>,
    /// The classes of objects and enumerations, by their names in Rust.
    classes: Bound<'py, PyDict>,
    /// The object that the data as a whole becomes, where it is there already.
    whole: Option<Bound<'py, PyAny>>,
    open: Vec<Open<'py>>,
    result: PyResult<Option<Bound<'py, PyAny>>>,
}

/// What is being shown.
enum Open<'py> {
    List(Bound<'py, PyList>),
    Object {
        object: Bound<'py, PyAny>,
        fields: Bound<'py, PyDict>,
        field: &'static str,
    },
}

impl<'py> Builder<'py> {
    pub(crate) fn new(
        python: Python<'py>,
        classes: Bound<'py, PyDict>,
        whole: Option<Bound<'py, PyAny>>,
    ) -> Self {
        Self {
            python,
            classes,
            whole,
            open: Vec::new(),
            result: Ok(None),
        }
    }

    /// The object that the data became.
    pub(crate) fn finish(self) -> PyResult<Bound<'py, PyAny>> {
        Ok(self
            .result?
            .unwrap_or_else(|| self.python.None().into_bound(self.python)))
    }

    fn put(&mut self, value: PyResult<Bound<'py, PyAny>>) {
        if self.result.is_err() {
            return;
        }
        let put = value.and_then(|value| match self.open.last() {
            Some(Open::List(list)) => list.append(value),
            Some(Open::Object { fields, field, .. }) => {
                fields.set_item(name(self.python, field), value)
            }
            None => {
                self.result = Ok(Some(value));
                Ok(())
            }
        });
        if let Err(error) = put {
            self.result = Err(error);
        }
    }

    fn class(&self, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
        self.classes
            .get_item(self::name(self.python, name))?
            .ok_or_else(|| pyo3::exceptions::PyKeyError::new_err(name.to_owned()))
    }

    fn open_object(&self, name: &'static str) -> PyResult<Open<'py>> {
        let object = match &self.whole {
            Some(whole) if self.open.is_empty() => whole.clone(),
            _ => blank(self.class(name)?.cast::<PyType>()?)?,
        };
        let fields = object.getattr(pyo3::intern!(self.python, "__dict__"))?;
        Ok(Open::Object {
            fields: fields.cast_into()?,
            object,
            field: "",
        })
    }
}

/// The name of a field, a class or a word. Each is made once: they are looked up by where they lie.
fn name<'py>(python: Python<'py>, name: &'static str) -> Bound<'py, PyString> {
    type Names = HashMap<(usize, usize), Py<PyString>, foldhash::fast::RandomState>;
    static NAMES: RwLock<Option<Names>> = RwLock::new(None);
    let key = (name.as_ptr().addr(), name.len());
    let found = NAMES.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = found.as_ref().and_then(|names| names.get(&key)) {
        return made.bind(python).clone();
    }
    drop(found);
    let made = PyString::intern(python, name);
    let mut names = NAMES.write().unwrap_or_else(PoisonError::into_inner);
    names
        .get_or_insert_default()
        .insert(key, made.clone().unbind());
    made
}

/// An object of a class whose fields are not set yet.
pub(crate) fn blank<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    static NEW: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let python = class.py();
    let new = NEW.get_or_try_init(python, || {
        let object = python.get_type::<PyAny>();
        object.getattr("__new__").map(Bound::unbind)
    })?;
    new.bind(python).call1((class,))
}

/// An address as `ipaddress` has it.
pub(crate) fn address_of<'py>(
    python: Python<'py>,
    address: &Address,
) -> PyResult<Bound<'py, PyAny>> {
    static IPV4: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static IPV6: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    match address.ip() {
        std::net::IpAddr::V4(address) => IPV4
            .import(python, "ipaddress", "IPv4Address")?
            .call1((u32::from(address),)),
        std::net::IpAddr::V6(_) => IPV6
            .import(python, "ipaddress", "IPv6Address")?
            .call1((address.to_string(),)),
    }
}

impl Visitor for Builder<'_> {
    fn null(&mut self) {
        self.put(Ok(self.python.None().into_bound(self.python)));
    }

    fn boolean(&mut self, value: bool) {
        let value = pyo3::types::PyBool::new(self.python, value).to_owned();
        self.put(Ok(value.into_any()));
    }

    fn integer(&mut self, value: &Integer) {
        let number = match value.to_u64() {
            Some(number) => number.into_pyobject(self.python).map(Bound::into_any),
            None => return self.put(big(self.python, value)),
        };
        self.put(number.map_err(Into::into));
    }

    fn text(&mut self, value: &str) {
        self.put(Ok(PyString::new(self.python, value).into_any()));
    }

    fn choice(&mut self, enumeration: &'static str, word: &'static str) {
        let member = self.class(enumeration).and_then(|class| {
            let members = class.getattr(pyo3::intern!(self.python, "_value2member_map_"))?;
            members.get_item(name(self.python, word))
        });
        self.put(member);
    }

    fn address(&mut self, value: &Address) {
        self.put(address_of(self.python, value));
    }

    fn url(&mut self, value: &str) {
        let url = self.class("Url").and_then(|class| class.call1((value,)));
        self.put(url);
    }

    fn list(&mut self) {
        self.open.push(Open::List(PyList::empty(self.python)));
    }

    fn end_list(&mut self) {
        if let Some(Open::List(list)) = self.open.pop() {
            self.put(Ok(list.into_any()));
        }
    }

    fn object(&mut self, name: &'static str) {
        match self.open_object(name) {
            Ok(object) => self.open.push(object),
            Err(error) => {
                self.open.push(Open::List(PyList::empty(self.python)));
                self.put(Err(error));
            }
        }
    }

    fn field(&mut self, name: &'static str) {
        if let Some(Open::Object { field, .. }) = self.open.last_mut() {
            *field = name;
        }
    }

    fn end_object(&mut self) {
        if let Some(Open::Object { object, .. }) = self.open.pop() {
            self.put(Ok(object));
        }
    }
}

fn big<'py>(python: Python<'py>, value: &Integer) -> PyResult<Bound<'py, PyAny>> {
    let number = BigInt::from(value.clone());
    Ok(number.into_pyobject(python)?.into_any())
}
