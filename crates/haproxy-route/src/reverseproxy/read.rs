//! Services from YAML.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::{Certificate, ErrorFile, ExtraBackend, Service, ServiceServer};

/// Services that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceError {
    /// The text is not YAML.
    #[error("not YAML: {reason}")]
    Yaml {
        /// What the reader of YAML says.
        reason: String,
    },
    /// A value is missing or of another form.
    #[error("{path}: expected {expected}")]
    Form {
        /// Where it is, such as `services.0.service_port`.
        path: String,
        /// What should be there.
        expected: &'static str,
    },
}

/// The YAML as JSON has it.
pub(super) fn yaml(text: &str) -> Result<Value, ServiceError> {
    serde_saphyr::from_str(text).map_err(|error| ServiceError::Yaml {
        reason: error
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    })
}

/// A list of services.
pub(super) fn services(value: &Value) -> Result<Vec<Service>, ServiceError> {
    let place = Place("services".to_owned());
    let items = list(Some(value), &place, "a list of services")?;
    let services = items.iter().enumerate();
    services
        .map(|(index, item)| service(item, &place.of(index)))
        .collect()
}

/// The path of a value.
struct Place(String);

impl Place {
    fn of(&self, step: impl std::fmt::Display) -> Self {
        Self(format!("{}.{step}", self.0))
    }

    fn error<T>(&self, expected: &'static str) -> Result<T, ServiceError> {
        let path = self.0.clone();
        Err(ServiceError::Form { path, expected })
    }
}

fn service(value: &Value, place: &Place) -> Result<Service, ServiceError> {
    let Some(fields) = value.as_object() else {
        return place.error("a service with its fields");
    };
    let Some(name) = fields.get("service_name").and_then(text) else {
        return place.of("service_name").error("the name of the service");
    };
    let port = match fields.get("service_port") {
        None | Some(Value::Null) => None,
        Some(value) => Some(port(value, &place.of("service_port"))?),
    };
    Ok(Service {
        name,
        host: fields.get("service_host").and_then(text),
        port,
        options: options(fields, "service_options", place)?,
        server_options: options(fields, "server_options", place)?,
        servers: servers(fields.get("servers"), &place.of("servers"))?,
        backends: backends(fields.get("backends"), &place.of("backends"))?,
        error_files: error_files(fields.get("errorfiles"), &place.of("errorfiles"))?,
        certificates: certificates(fields.get("crts"), &place.of("crts"))?,
    })
}

/// A list of texts, or one text with commas between them.
fn options(
    fields: &Map<String, Value>,
    name: &str,
    place: &Place,
) -> Result<Vec<String>, ServiceError> {
    match fields.get(name) {
        None => Ok(Vec::new()),
        Some(value) => texts(value, &place.of(name)),
    }
}

/// A list of texts, or one text with commas between them.
pub(super) fn option_texts(name: &str, value: &Value) -> Result<Vec<String>, ServiceError> {
    texts(value, &Place(name.to_owned()))
}

fn texts(value: &Value, place: &Place) -> Result<Vec<String>, ServiceError> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Array(items) => {
            let texts = items.iter().enumerate();
            texts
                .map(|(index, item)| match text(item) {
                    Some(text) => Ok(text),
                    None => place.of(index).error("a text"),
                })
                .collect()
        }
        value => match text(value) {
            Some(text) => {
                let texts = text.split(',').map(str::trim);
                Ok(texts
                    .filter(|text| !text.is_empty())
                    .map(str::to_owned)
                    .collect())
            }
            None => place.error("a list of texts, or texts with commas between them"),
        },
    }
}

fn servers(value: Option<&Value>, place: &Place) -> Result<Vec<ServiceServer>, ServiceError> {
    let items = list(value, place, "a list of servers")?;
    let servers = items.iter().enumerate();
    servers
        .map(|(index, item)| server(item, &place.of(index)))
        .collect()
}

/// Servers that stand under a name of their own.
pub(super) fn named_servers(name: &str, value: &Value) -> Result<Vec<ServiceServer>, ServiceError> {
    servers(Some(value), &Place(name.to_owned()))
}

fn server(value: &Value, place: &Place) -> Result<ServiceServer, ServiceError> {
    let parts = value.as_array().map_or(&[][..], Vec::as_slice);
    let [name, host, number, options] = parts else {
        return place.error("a server: its name, its host, its port, its options");
    };
    let (Some(name), Some(host)) = (text(name), text(host)) else {
        return place.error("a server with a name and a host");
    };
    Ok(ServiceServer {
        name,
        host,
        port: port(number, &place.of(2))?,
        options: texts(options, &place.of(3))?,
    })
}

fn backends(value: Option<&Value>, place: &Place) -> Result<Vec<ExtraBackend>, ServiceError> {
    let items = list(value, place, "a list of backends")?;
    let backends = items.iter().enumerate().map(|(index, item)| {
        let place = place.of(index);
        let Some(name) = item.get("backend_name").and_then(text) else {
            return place.of("backend_name").error("the name of the backend");
        };
        let servers = servers(item.get("servers"), &place.of("servers"))?;
        Ok(ExtraBackend { name, servers })
    });
    backends.collect()
}

fn error_files(value: Option<&Value>, place: &Place) -> Result<Vec<ErrorFile>, ServiceError> {
    let items = list(value, place, "a list of error pages")?;
    let files = items.iter().enumerate().map(|(index, item)| {
        let place = place.of(index);
        let status = item.get("http_status").and_then(number);
        let Some(status) = status.filter(|status| (200..600).contains(status)) else {
            return place.of("http_status").error("the status of the answer");
        };
        let content = item.get("content").and_then(text);
        let Some(content) = content.and_then(|content| decode(&content)) else {
            return place.of("content").error("the answer, in Base64");
        };
        Ok(ErrorFile { status, content })
    });
    files.collect()
}

fn certificates(value: Option<&Value>, place: &Place) -> Result<Vec<Certificate>, ServiceError> {
    let items = list(value, place, "a list of certificates")?;
    let certificates = items.iter().enumerate().map(|(index, item)| {
        let text = text(item).unwrap_or_default();
        match text.as_str() {
            "DEFAULT" => Ok(Certificate::Default),
            "EXTERNAL" => Ok(Certificate::External),
            path if path.starts_with('/')
                && path.len() < 256
                && !path.contains(['\n', '+', '=']) =>
            {
                Ok(Certificate::Path(text))
            }
            encoded => match decode(encoded) {
                Some(content) if !content.is_empty() => Ok(Certificate::Inline(content)),
                _ => place
                    .of(index)
                    .error("DEFAULT, EXTERNAL, a path, or a certificate in Base64"),
            },
        }
    });
    certificates.collect()
}

/// Base64 as files and mails have it: with line ends.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let encoded: String = text.split_whitespace().collect();
    STANDARD.decode(encoded).ok()
}

fn list<'v>(
    value: Option<&'v Value>,
    place: &Place,
    expected: &'static str,
) -> Result<&'v [Value], ServiceError> {
    match value {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => place.error(expected),
    }
}

fn port(value: &Value, place: &Place) -> Result<u16, ServiceError> {
    match number(value) {
        Some(port) => Ok(port),
        None => place.error("a port from 0 to 65535"),
    }
}

/// A number, or a text that is one.
pub(super) fn number(value: &Value) -> Option<u16> {
    match value {
        Value::Number(number) => u16::try_from(number.as_u64()?).ok(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A text, or a number as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
