//! Plans: what takes a running HAProxy from one configuration to another.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use haproxy_runtime::plan::{Capabilities, Configuration, Plan as RustPlan};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyMapping, PyTuple};
use serde_json::{Value, json};

use crate::json as data;
use crate::meaning::config_of;
use crate::target::version_of;

/// What takes a running HAProxy from one configuration to another, printed as a list for people.
#[pyclass(frozen, eq, module = "haproxy_kit.runtime")]
#[derive(Clone)]
pub(crate) struct Plan {
    pub(super) plan: RustPlan,
    made_of: Arc<MadeOf>,
}

/// What a plan follows from.
struct MadeOf {
    old: Configuration,
    new: Configuration,
    capabilities: Capabilities,
}

/// Plans are equal that do the same, whatever they follow from.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan
    }
}

#[pymethods]
impl Plan {
    /// What is to be done, in order; nothing where a reload is needed.
    #[getter]
    fn steps<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        data::to_python(python, &json!(self.plan.steps))
    }

    /// Why a reload is needed; nothing where none is.
    #[getter]
    fn reasons<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        data::to_python(python, &json!(self.plan.reasons))
    }

    /// What of certificates could not be compared with what the process holds, and counts as the same.
    #[getter]
    fn notes<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        data::to_python(python, &json!(self.plan.notes))
    }

    /// Whether only a reload makes the process behave as it is to.
    #[getter]
    fn needs_reload(&self) -> bool {
        self.plan.needs_reload()
    }

    /// Whether there is anything to do.
    fn __bool__(&self) -> bool {
        !self.plan.is_empty()
    }

    /// It does not change: a copy is itself.
    fn __copy__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __deepcopy__(this: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        this
    }

    /// A plan holds keys of certificates, and its JSON form does not: it is made again.
    fn __reduce__<'py>(
        &self,
        python: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let MadeOf {
            old,
            new,
            capabilities,
        } = &*self.made_of;
        let side = |side: &Configuration| -> PyResult<Bound<'py, PyAny>> {
            let model = data::to_python(python, &side.config.to_json())?;
            let files = PyDict::new(python);
            for (path, content) in &side.files {
                files.set_item(path, PyBytes::new(python, content))?;
            }
            Ok((model, files).into_pyobject(python)?.into_any())
        };
        let capabilities = data::to_python(python, &to_json(capabilities))?;
        let arguments = PyTuple::new(python, [side(old)?, side(new)?, capabilities])?;
        let native = python.import(pyo3::intern!(python, "haproxy_kit._native"))?;
        let make = native.getattr(pyo3::intern!(python, "runtime_plan"))?;
        Ok((make, arguments))
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.plan.to_string().hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self) -> String {
        self.plan.to_string()
    }

    fn __repr__(&self) -> String {
        let (steps, reasons) = (self.plan.steps.len(), self.plan.reasons.len());
        format!("<Plan of {steps} steps, {reasons} reasons to reload>")
    }
}

/// The plan for these models and the contents of their files.
#[pyfunction]
pub(crate) fn runtime_plan(
    python: Python<'_>,
    old: (Bound<'_, PyAny>, Bound<'_, PyMapping>),
    new: (Bound<'_, PyAny>, Bound<'_, PyMapping>),
    capabilities: &Bound<'_, PyDict>,
) -> PyResult<Plan> {
    let (old, new) = (
        configuration(&old.0, &old.1)?,
        configuration(&new.0, &new.1)?,
    );
    let capabilities = capabilities_of(python, capabilities)?;
    Ok(python.detach(|| Plan {
        plan: haproxy_runtime::plan::plan(&old, &new, &capabilities),
        made_of: Arc::new(MadeOf {
            old,
            new,
            capabilities,
        }),
    }))
}

fn configuration(
    model: &Bound<'_, PyAny>,
    files: &Bound<'_, PyMapping>,
) -> PyResult<Configuration> {
    let mut configuration = Configuration::new(config_of(model)?);
    for item in files.items()? {
        let (path, content) = item.extract::<(std::path::PathBuf, Vec<u8>)>()?;
        configuration = configuration.file(path, content);
    }
    Ok(configuration)
}

fn capabilities_of(python: Python<'_>, fields: &Bound<'_, PyDict>) -> PyResult<Capabilities> {
    let field = |name: &str| -> PyResult<Option<Bound<'_, PyAny>>> {
        Ok(fields.get_item(name)?.filter(|value| !value.is_none()))
    };
    let version: String = match field("version")? {
        Some(version) => version.extract()?,
        None => String::new(),
    };
    let mut result = Capabilities::new(version_of(python, &version)?);
    let names = |name: &str| -> PyResult<Option<BTreeSet<String>>> {
        let names = field(name)?.map(|names| {
            let names = names.try_iter()?;
            names.map(|name| name?.extract()).collect()
        });
        names.transpose()
    };
    result.server_parameters = names("server_parameters")?;
    result.commands = names("commands")?;
    result.hard_maxconn = field("hard_maxconn")?
        .map(|number| number.extract())
        .transpose()?;
    Ok(result)
}

/// What a process can do, as data.
pub(super) fn to_json(capabilities: &Capabilities) -> Value {
    json!({
        "version": capabilities.version.to_string(),
        "server_parameters": capabilities.server_parameters,
        "commands": capabilities.commands,
        "hard_maxconn": capabilities.hard_maxconn,
    })
}
