//! A call step by step: Python reads and writes, in its own event loop.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use haproxy_runtime::client::{Caller, Error, Transport};
use haproxy_runtime::command::Raw;
use haproxy_runtime::{Address, Operation as _};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyTuple};
use serde_json::Value;

use super::call::{Call, raw};
use super::{Settings, failure};
use crate::json;

thread_local! {
    /// What the call that is being worked on wants; transports are opened without an object of their own.
    static CURRENT: RefCell<Option<Arc<Desk>>> = const { RefCell::new(None) };
}

/// Where a call lays down what it wants, and Python what came of it.
#[derive(Debug, Default)]
struct Desk {
    want: Mutex<Option<Want>>,
    result: Mutex<Option<io::Result<Vec<u8>>>>,
    /// Whether the connection that is kept has neither ended nor said anything.
    is_quiet: AtomicBool,
    /// Whether a connection is in use or kept.
    is_open: AtomicBool,
}

/// What a call waits for. Times are what is left.
#[derive(Debug)]
enum Want {
    Open(Address, Option<Duration>),
    Write(Vec<u8>, Option<Duration>),
    Read(usize, Option<Duration>),
    Sleep(Duration),
    /// Nothing: here is a line of an answer.
    Take(String),
}

/// A connection that Python has.
#[derive(Debug)]
struct External(Arc<Desk>);

impl Drop for External {
    fn drop(&mut self) {
        self.0.is_open.store(false, Ordering::Release);
    }
}

impl Transport for External {
    async fn open(address: &Address, until: Option<Instant>) -> io::Result<Self> {
        let desk = desk()?;
        ask(&desk, Want::Open(address.clone(), left(until))).await?;
        desk.is_open.store(true, Ordering::Release);
        Ok(Self(desk))
    }

    async fn write(&mut self, bytes: &[u8], until: Option<Instant>) -> io::Result<()> {
        let want = Want::Write(bytes.to_vec(), left(until));
        ask(&self.0, want).await.map(drop)
    }

    async fn read(&mut self, buffer: &mut [u8], until: Option<Instant>) -> io::Result<usize> {
        let bytes = ask(&self.0, Want::Read(buffer.len(), left(until))).await?;
        let count = bytes.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), bytes.get(..count)) {
            to.copy_from_slice(from);
        }
        Ok(count)
    }

    fn is_quiet(&mut self) -> bool {
        self.0.is_quiet.load(Ordering::Acquire)
    }

    async fn sleep(duration: Duration) {
        if let Ok(desk) = desk() {
            // There is nobody to tell that it was cut short.
            let _ = ask(&desk, Want::Sleep(duration)).await;
        }
    }
}

fn desk() -> io::Result<Arc<Desk>> {
    CURRENT
        .with_borrow(Clone::clone)
        .ok_or_else(|| io::Error::other("no call is being worked on"))
}

fn left(until: Option<Instant>) -> Option<Duration> {
    until.map(|until| until.saturating_duration_since(Instant::now()))
}

/// Waits for what Python makes of this.
async fn ask(desk: &Desk, want: Want) -> io::Result<Vec<u8>> {
    let mut want = Some(want);
    poll_fn(|_| {
        if let Some(want) = want.take() {
            *lock(&desk.want) = Some(want);
            return Poll::Pending;
        }
        lock(&desk.result).take().map_or(Poll::Pending, Poll::Ready)
    })
    .await
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

type Work = Pin<Box<dyn Future<Output = (Caller<External>, Result<Value, Error>)> + Send>>;

/// One call after the other, without input and output.
#[pyclass(frozen, module = "haproxy_kit._native")]
pub(crate) struct Conversation {
    desk: Arc<Desk>,
    is_kept: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    caller: Option<Caller<External>>,
    work: Option<Work>,
}

#[pymethods]
impl Conversation {
    #[new]
    fn new(
        address: &str,
        process: Option<&str>,
        timeouts: (f64, f64, f64),
        is_kept: bool,
    ) -> PyResult<Self> {
        let settings = Settings::new(address, process, timeouts, is_kept)?;
        let state = State {
            caller: Some(settings.caller()),
            work: None,
        };
        Ok(Self {
            desk: Arc::default(),
            is_kept,
            state: Mutex::new(state),
        })
    }

    /// Begins a call; `is_quiet` tells whether the connection that is kept has neither ended nor said
    /// anything.
    fn begin(&self, kind: &str, arguments: &Bound<'_, PyDict>, is_quiet: bool) -> PyResult<()> {
        let call = Call::new(kind, arguments)?;
        self.work_on(is_quiet, |mut caller| {
            Box::pin(async move {
                let result = call.run(&mut caller).await;
                (caller, result)
            })
        })
    }

    /// Begins a command whose answer is told line by line.
    fn begin_lines(
        &self,
        python: Python<'_>,
        words: Vec<String>,
        payload: Option<String>,
        is_quiet: bool,
    ) -> PyResult<()> {
        let command = raw(python, &words, payload)?;
        let desk = Arc::clone(&self.desk);
        self.work_on(is_quiet, |mut caller| {
            Box::pin(async move {
                let result = lines(&mut caller, &command, &desk).await;
                (caller, result)
            })
        })
    }

    /// Goes on with what came of the last step: bytes, or the number of an error (0 where time ran out).
    /// Tells what is wanted next, or the answer, and whether the connection is kept.
    #[pyo3(signature = (bytes, error = None))]
    fn step<'py>(
        &self,
        python: Python<'py>,
        bytes: Option<Vec<u8>>,
        error: Option<i32>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let mut state = lock(&self.state);
        let Some(mut work) = state.work.take() else {
            return Err(PyRuntimeError::new_err("no call is under way"));
        };
        *lock(&self.desk.result) = match (bytes, error) {
            (_, Some(0)) => Some(Err(io::ErrorKind::TimedOut.into())),
            (_, Some(number)) => Some(Err(io::Error::from_raw_os_error(number))),
            (Some(bytes), None) => Some(Ok(bytes)),
            (None, None) => None,
        };
        CURRENT.set(Some(Arc::clone(&self.desk)));
        let polled = work.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        CURRENT.set(None);
        match polled {
            Poll::Pending => {
                state.work = Some(work);
                wanted(python, lock(&self.desk.want).take())
            }
            Poll::Ready((caller, result)) => {
                state.caller = Some(caller);
                drop(state);
                let answer = result.map_err(|error| failure::raised(python, &error))?;
                let answer = json::to_python(python, &answer)?;
                ("done", answer, self.is_open()).into_pyobject(python)
            }
        }
    }

    /// Whether connections are kept from one call to the next.
    #[getter]
    fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether a connection is in use or kept.
    #[getter]
    fn is_open(&self) -> bool {
        self.desk.is_open.load(Ordering::Acquire)
    }
}

impl Conversation {
    /// Begins work, which gives the caller back.
    fn work_on(&self, is_quiet: bool, work: impl FnOnce(Caller<External>) -> Work) -> PyResult<()> {
        let mut state = lock(&self.state);
        let Some(caller) = state.caller.take() else {
            return Err(PyRuntimeError::new_err("another call is under way"));
        };
        self.desk.is_quiet.store(is_quiet, Ordering::Release);
        lock(&self.desk.want).take();
        lock(&self.desk.result).take();
        state.work = Some(work(caller));
        Ok(())
    }
}

/// Hands the lines of an answer to Python.
async fn lines(caller: &mut Caller<External>, command: &Raw, desk: &Desk) -> Result<Value, Error> {
    let mut stream = caller.stream(command).await?;
    while let Some(line) = stream.line().await? {
        // Whoever takes a line has nothing to say to it.
        let _ = ask(desk, Want::Take(line)).await;
    }
    Ok(Value::Null)
}

fn wanted(python: Python<'_>, want: Option<Want>) -> PyResult<Bound<'_, PyTuple>> {
    let seconds = |time: Option<Duration>| time.map(|time| time.as_secs_f64());
    match want {
        Some(Want::Open(address, left)) => {
            let (kind, name) = match address {
                Address::Unix(path) => ("unix", path.to_string_lossy().into_owned()),
                Address::Abstract(name) => ("unix", format!("\0{name:\0<107}")),
                Address::AbstractUnpadded(name) => ("unix", format!("\0{name}")),
                Address::Tcp(address) => ("tcp", address),
            };
            ("open", (kind, name), seconds(left)).into_pyobject(python)
        }
        Some(Want::Write(bytes, left)) => {
            ("write", PyBytes::new(python, &bytes), seconds(left)).into_pyobject(python)
        }
        Some(Want::Read(length, left)) => ("read", length, seconds(left)).into_pyobject(python),
        Some(Want::Take(line)) => ("line", line, None::<f64>).into_pyobject(python),
        Some(Want::Sleep(time)) => ("sleep", time.as_secs_f64(), None::<f64>).into_pyobject(python),
        None => Err(PyRuntimeError::new_err("the call waits for nothing")),
    }
}
