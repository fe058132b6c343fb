use serde_json::{Value, json};
use url::Url;

use super::{Kind, Reader, Visitor};
use crate::error::ErrorKind;
use crate::json::Json;

/// Where a service is reached through the proxy.
pub(crate) enum EndpointKind {
    Http,
    Url,
    Text,
}

/// Takes an `http` or `https` URL.
pub(crate) const fn http_url() -> EndpointKind {
    EndpointKind::Http
}

/// Takes any absolute URL.
pub(crate) const fn url() -> EndpointKind {
    EndpointKind::Url
}

/// Takes any text.
pub(crate) const fn text_endpoint() -> EndpointKind {
    EndpointKind::Text
}

impl Kind for EndpointKind {
    type Value = String;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<String> {
        let found = json.type_name();
        match (self, json) {
            (Self::Text, Json::String(text)) => Some(text.clone()),
            (Self::Text, _) => reader.fail(ErrorKind::StringType { found }),
            (_, Json::String(text)) => match Url::parse(text) {
                Ok(url)
                    if matches!(self, Self::Url) || matches!(url.scheme(), "http" | "https") =>
                {
                    Some(url.into())
                }
                Ok(_) => reader.fail(ErrorKind::UrlScheme),
                Err(error) => reader.fail(ErrorKind::UrlParsing {
                    reason: error.to_string(),
                }),
            },
            _ => reader.fail(ErrorKind::UrlType { found }),
        }
    }

    fn write(&self, value: &String) -> Json {
        Json::String(value.clone())
    }

    fn visit(&self, value: &String, visitor: &mut dyn Visitor) {
        match self {
            Self::Http | Self::Url => visitor.url(value),
            Self::Text => visitor.text(value),
        }
    }

    fn json_schema(&self) -> Value {
        match self {
            Self::Http => json!({ "type": "string", "format": "uri", "pattern": "^https?://" }),
            Self::Url => json!({ "type": "string", "format": "uri" }),
            Self::Text => json!({ "type": "string" }),
        }
    }
}
