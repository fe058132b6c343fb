//! A running HAProxy: what `haproxy_kit.runtime` asks of it, blocking or step by step.

mod arguments;
mod call;
mod conversation;
mod failure;
mod plan;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use haproxy_runtime::client::{Caller, Error};
use haproxy_runtime::{Address, Process, Timeouts};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::json;

use call::{Call, raw};
pub(crate) use conversation::Conversation;
pub(crate) use plan::{Plan, runtime_plan};

/// A client that waits, while other Python threads run.
#[pyclass(frozen, module = "haproxy_kit._native")]
pub(crate) struct Client {
    client: Mutex<haproxy_runtime::Client>,
}

/// Where HAProxy is, and how long is waited for it.
struct Settings {
    address: Address,
    process: Option<Process>,
    timeouts: Timeouts,
    is_kept: bool,
}

impl Settings {
    fn new(
        address: &str,
        process: Option<&str>,
        (connect, read, call): (f64, f64, f64),
        is_kept: bool,
    ) -> PyResult<Self> {
        let wrong = |error: String| PyValueError::new_err(error);
        let timeouts = Timeouts {
            connect: seconds(connect)?,
            read: seconds(read)?,
            call: seconds(call)?,
        };
        let process = process.map(str::parse::<Process>).transpose();
        Ok(Self {
            address: address
                .parse()
                .map_err(|error: haproxy_runtime::client::AddressError| wrong(error.to_string()))?,
            process: process.map_err(|error| wrong(error.to_string()))?,
            timeouts,
            is_kept,
        })
    }

    fn client(self) -> haproxy_runtime::Client {
        let client = match self.process {
            Some(process) => haproxy_runtime::Client::master(self.address, process),
            None => haproxy_runtime::Client::new(self.address),
        };
        let client = client.timeouts(self.timeouts);
        if self.is_kept { client.kept() } else { client }
    }

    fn caller<T: haproxy_runtime::client::Transport>(self) -> Caller<T> {
        let mut caller = Caller::new(self.address);
        if let Some(process) = self.process {
            caller.set_process(process);
        }
        caller.set_timeouts(self.timeouts);
        caller.set_kept(self.is_kept);
        caller
    }
}

/// A time in seconds.
fn seconds(seconds: f64) -> PyResult<Duration> {
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| PyValueError::new_err(format!("{seconds} is not a number of seconds")))
}

#[pymethods]
impl Client {
    #[new]
    fn new(
        address: &str,
        process: Option<&str>,
        timeouts: (f64, f64, f64),
        is_kept: bool,
    ) -> PyResult<Self> {
        let settings = Settings::new(address, process, timeouts, is_kept)?;
        Ok(Self {
            client: Mutex::new(settings.client()),
        })
    }

    /// Does what is asked for, and tells its answer as data.
    fn perform<'py>(
        &self,
        python: Python<'py>,
        kind: &str,
        arguments: &Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = Call::new(kind, arguments)?;
        let outcome = python.detach(|| {
            let mut client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
            client.run(&call)
        });
        let answer = outcome.map_err(|error| failure::raised(python, &error))?;
        json::to_python(python, &answer)
    }

    /// Sends a command whose answer is read line by line, on a connection of its own.
    fn lines(
        &self,
        python: Python<'_>,
        words: Vec<String>,
        payload: Option<String>,
    ) -> PyResult<Lines> {
        let command = raw(python, &words, payload)?;
        let opened = python.detach(|| {
            let mut client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
            client.lines(&command)
        });
        let lines = opened.map_err(|error| failure::raised(python, &error))?;
        Ok(Lines {
            lines: Mutex::new(Box::new(lines)),
        })
    }
}

type AnyLines = Box<dyn Iterator<Item = Result<String, Error>> + Send>;

/// The lines of an answer, as they come.
#[pyclass(frozen, module = "haproxy_kit._native")]
pub(crate) struct Lines {
    lines: Mutex<AnyLines>,
}

#[pymethods]
impl Lines {
    fn __iter__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __next__(&self, python: Python<'_>) -> PyResult<Option<String>> {
        let line = python.detach(|| {
            let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
            lines.next().transpose()
        });
        line.map_err(|error| failure::raised(python, &error))
    }
}

/// What is known of every command: its type, name, documentation, first version, arguments and answer.
#[pyfunction]
pub(crate) fn runtime_forms(python: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let forms = PyList::empty(python);
    for form in haproxy_runtime::command::forms() {
        let specification = form.specification;
        let parameters = form.parameters.iter().map(|parameter| {
            serde_json::json!({
                "name": parameter.name,
                "documentation": parameter.documentation,
                "keyword": parameter.keyword,
                "kind": parameter.kind.replace(' ', ""),
                "required": parameter.is_required,
            })
        });
        let form = serde_json::json!({
            "command": form.command,
            "name": specification.name,
            "documentation": specification.documentation,
            "since": specification.since.to_string(),
            "parameters": parameters.collect::<Vec<_>>(),
            "answer": form.answer,
        });
        forms.append(json::to_python(python, &form)?)?;
    }
    Ok(forms)
}
