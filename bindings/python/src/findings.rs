//! What HAProxy would say: checks, rules and reports.

use std::collections::BTreeSet;

use haproxy_config::{
    Answer, CheckOptions, Code, Columns, Diagnostic, Report, ReportFormat, Rule, Span,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::document::Document;
use crate::several::files_of;
use crate::target::target_of;
use crate::text;

/// The line that a finding is about.
pub(crate) struct Place {
    path: Option<String>,
    text: Vec<u8>,
}

impl Place {
    /// The lines of these findings and of what is related to them, in their order.
    pub(crate) fn of_all(
        found: &[Diagnostic],
        documents: &[(Option<String>, &haproxy_config::Document)],
    ) -> Vec<Self> {
        let mut wanted: Vec<(usize, usize, usize)> = Vec::new();
        for diagnostic in found {
            wanted.push((diagnostic.file, diagnostic.span.line, wanted.len()));
            for related in &diagnostic.related {
                wanted.push((related.file, related.span.line, wanted.len()));
            }
        }
        let mut places: Vec<Self> = wanted
            .iter()
            .map(|(file, _, _)| Self {
                path: documents.get(*file).and_then(|(path, _)| path.clone()),
                text: Vec::new(),
            })
            .collect();
        wanted.sort_unstable();
        let mut wanted = wanted.into_iter().peekable();
        for (file, (_, document)) in documents.iter().enumerate() {
            for line in document.lines() {
                let here = (file, line.number());
                while let Some((file, number, index)) =
                    wanted.next_if(|(file, number, _)| (*file, *number) <= here)
                {
                    let place = places.get_mut(index).filter(|_| (file, number) == here);
                    if let Some(place) = place {
                        place.text = line.bytes().to_vec();
                    }
                }
            }
        }
        places
    }
}

/// The findings as records; `places` are those of [`Place::of_all`].
pub(crate) fn diagnostics_to_python<'py>(
    python: Python<'py>,
    found: &[Diagnostic],
    places: &[Place],
) -> PyResult<Bound<'py, PyAny>> {
    let mut places = places.iter();
    let mut records = Vec::with_capacity(found.len());
    for diagnostic in found {
        let place = place_to_python(python, places.next(), diagnostic.span)?;
        let mut related = Vec::new();
        for other in &diagnostic.related {
            let place = place_to_python(python, places.next(), other.span)?;
            related.push(text::record(python, "Related", (&other.message, place))?);
        }
        let fields = (
            diagnostic.code.to_string(),
            diagnostic.severity.to_string(),
            &diagnostic.message,
            place,
            &diagnostic.help,
            PyTuple::new(python, related)?,
        );
        records.push(text::record(python, "Diagnostic", fields)?);
    }
    Ok(records.into_pyobject(python)?.into_any())
}

fn place_to_python<'py>(
    python: Python<'py>,
    place: Option<&Place>,
    span: Span,
) -> PyResult<Bound<'py, PyAny>> {
    let (path, line) = place.map_or((None, &[][..]), |place| {
        (place.path.as_deref(), place.text.as_slice())
    });
    let columns = Columns::of(line, span);
    let fields = (
        path,
        span.line,
        columns.start,
        columns.end,
        (span.start, span.end),
        text::to_python(python, line)?,
    );
    text::record(python, "Place", fields)
}

/// What HAProxy would say of these documents as one configuration.
#[pyfunction]
pub(crate) fn check<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
    target: &Bound<'py, PyAny>,
    files: bool,
    security: bool,
    allow: Vec<String>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut allowed = BTreeSet::new();
    for name in allow {
        let rule = Rule::find(&name);
        let missing = || PyValueError::new_err(format!("no rule has the code or name '{name}'"));
        allowed.insert(rule.ok_or_else(missing)?.code);
    }
    let options = CheckOptions::new(target_of(target)?)
        .with_files(files)
        .with_security(security)
        .with_allowed(allowed);
    let config = files_of(python, &documents);
    let paths: Vec<_> = documents
        .iter()
        .map(|document| document.get().path_text())
        .collect();
    let (found, places) = python.detach(|| {
        let found = config.check(&options);
        let documents = config.files.iter().map(|file| &file.document);
        let documents: Vec<_> = paths.into_iter().zip(documents).collect();
        let places = Place::of_all(&found, &documents);
        (found, places)
    });
    diagnostics_to_python(python, &found, &places)
}

/// A finding's line, as a record has it.
struct Excerpt {
    path: String,
    line: usize,
    span: (usize, usize),
    text: Vec<u8>,
}

impl Excerpt {
    fn of(place: &Bound<'_, PyAny>) -> PyResult<Self> {
        let path: Option<String> = place.getattr("path")?.extract()?;
        Ok(Self {
            path: path.unwrap_or_else(|| "<document>".to_owned()),
            line: place.getattr("line")?.extract()?,
            span: place.getattr("span")?.extract()?,
            text: text::bytes_of(&place.getattr("text")?)?,
        })
    }
}

/// A line's number and its text.
type NumberedLine = (usize, Vec<u8>);

/// The files that findings are in, as far as the findings know them.
#[derive(Default)]
struct Excerpts {
    files: Vec<(String, Vec<NumberedLine>)>,
}

impl Excerpts {
    /// Notes a line; the index of its file and the place in it.
    fn add(&mut self, excerpt: Excerpt) -> (usize, Span) {
        let span = Span {
            line: excerpt.line,
            start: excerpt.span.0,
            end: excerpt.span.1,
        };
        let index = self
            .files
            .iter()
            .position(|(path, _)| *path == excerpt.path);
        let index = index.unwrap_or_else(|| {
            self.files.push((excerpt.path, Vec::new()));
            self.files.len() - 1
        });
        if let Some((_, lines)) = self.files.get_mut(index) {
            lines.push((excerpt.line, excerpt.text));
        }
        (index, span)
    }

    /// Each file with blank lines for those that no finding is about.
    fn documents(self) -> Vec<(String, haproxy_config::Document)> {
        let files = self.files.into_iter();
        let documents = files.map(|(path, mut lines)| {
            lines.sort_unstable();
            let mut bytes = Vec::new();
            let mut number = 1;
            for (line, text) in lines {
                if line < number {
                    continue;
                }
                bytes.resize(bytes.len() + (line - number), b'\n');
                bytes.extend(text);
                bytes.push(b'\n');
                number = line + 1;
            }
            (path, haproxy_config::Document::parse(bytes))
        });
        documents.collect()
    }
}

/// The findings in a format: text, short, json, sarif or github.
#[pyfunction]
pub(crate) fn report<'py>(
    python: Python<'py>,
    diagnostics: Vec<Bound<'py, PyAny>>,
    format: &str,
    colour: bool,
) -> PyResult<Bound<'py, PyString>> {
    let format = match format {
        "text" => ReportFormat::Text { colour },
        "short" => ReportFormat::Short,
        "json" => ReportFormat::Json,
        "sarif" => ReportFormat::Sarif,
        "github" => ReportFormat::Github,
        _ => {
            let message =
                format!("no format '{format}', there is: text, short, json, sarif, github");
            return Err(PyValueError::new_err(message));
        }
    };
    let mut excerpts = Excerpts::default();
    let mut found = Vec::with_capacity(diagnostics.len());
    for record in diagnostics {
        found.push(diagnostic_of(&record, &mut excerpts)?);
    }
    let text = python.detach(|| {
        let documents = excerpts.documents();
        let files = documents
            .iter()
            .map(|(path, document)| (path.as_str(), document));
        Report::new(files, &found).print(format)
    });
    text::to_python(python, text.as_bytes())
}

fn diagnostic_of(record: &Bound<'_, PyAny>, excerpts: &mut Excerpts) -> PyResult<Diagnostic> {
    let code: String = record.getattr("code")?.extract()?;
    let message: String = record.getattr("message")?.extract()?;
    let severity: String = record.getattr("severity")?.extract()?;
    let (file, span) = excerpts.add(Excerpt::of(&record.getattr("place")?)?);
    let missing = || PyValueError::new_err(format!("no code '{code}'"));
    let code = code.parse::<Code>().map_err(|_| missing())?;
    let mut diagnostic = match severity.as_str() {
        "error" => Diagnostic::error(code, span, message),
        "warning" => Diagnostic::warning(code, span, message),
        "info" => Diagnostic::info(code, span, message),
        _ => {
            let message = format!("no severity '{severity}', there is: error, warning, info");
            return Err(PyValueError::new_err(message));
        }
    };
    diagnostic.file = file;
    diagnostic.help = record.getattr("help")?.extract()?;
    for related in record.getattr("related")?.try_iter()? {
        let related = related?;
        let (file, span) = excerpts.add(Excerpt::of(&related.getattr("place")?)?);
        let message: String = related.getattr("message")?.extract()?;
        diagnostic = diagnostic.with_related(file, span, message);
    }
    Ok(diagnostic)
}

/// Every rule, in the order of the codes.
#[pyfunction]
pub(crate) fn rules(python: Python<'_>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    let rules = haproxy_config::rules().map(|rule| {
        let examples = rule.examples.iter().map(|example| {
            let answer = match example.answer {
                Answer::Refuses => "refuses",
                Answer::Warns => "warns",
                Answer::Accepts => "accepts",
            };
            let fields = (
                example.version.to_string(),
                example.bad,
                answer,
                example.good,
            );
            text::record(python, "Example", fields)
        });
        let fields = (
            rule.code.to_string(),
            rule.name,
            rule.family.to_string(),
            rule.severity.to_string(),
            rule.summary,
            rule.explanation,
            PyTuple::new(python, examples.collect::<PyResult<Vec<_>>>()?)?,
        );
        text::record(python, "Rule", fields)
    });
    rules.collect()
}

/// What there is to know of the rule of this code or name, as a page of Markdown.
#[pyfunction]
pub(crate) fn explain_rule(name: &str) -> PyResult<String> {
    let missing = || PyValueError::new_err(format!("no rule has the code or name '{name}'"));
    Rule::find(name).map(Rule::to_markdown).ok_or_else(missing)
}
