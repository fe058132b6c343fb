use serde::Serialize;

use super::super::answer::{number, unexpected};
use super::Answer;
use crate::protocol::{DecodeError, Reply};

/// Values with their nature, one after the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Metrics(pub Vec<Metric>);

/// A value of an object, with its nature.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metric {
    /// The kind of object.
    pub object: ObjectKind,
    /// The number of its proxy.
    pub proxy_id: u32,
    /// Its number in the proxy; of resolvers, its place among them.
    pub id: u32,
    /// The position of the column.
    pub position: u32,
    /// The name of the column.
    pub name: String,
    /// Origin, nature, scope and, where HAProxy says it, persistence: a letter each, or words in JSON.
    pub tags: String,
    /// The value.
    pub value: MetricValue,
    /// What it means, where that was asked for.
    pub description: Option<String>,
}

/// A kind of object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    /// A frontend.
    Frontend,
    /// A backend.
    Backend,
    /// A server.
    Server,
    /// A listener.
    Listener,
    /// Another, by its letter.
    Other(String),
}

impl ObjectKind {
    /// Whether its objects are told apart by their order only.
    fn is_counted(&self) -> bool {
        matches!(self, Self::Other(_))
    }
}

/// A value by its type.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum MetricValue {
    /// A number without a sign.
    Unsigned(u64),
    /// A number that may be negative.
    Signed(i64),
    /// A number with a fraction.
    Fraction(f64),
    /// Text.
    Text(String),
}

impl Answer for Metrics {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        if reply.text().starts_with('[') {
            return from_json(reply.text()).map(Self);
        }
        let lines = reply.text().lines().filter(|line| !line.is_empty());
        let mut metrics: Vec<Metric> = lines.map(metric).collect::<Result<_, _>>()?;
        // Where objects have no numbers, each begins with its first column.
        let mut count = 0;
        for metric in metrics
            .iter_mut()
            .filter(|metric| metric.object.is_counted())
        {
            count += u32::from(metric.position == 0);
            metric.id = count;
        }
        Ok(Self(metrics))
    }
}

/// `S.3.1.4.scur.1:MGP:u32:0:"description"`; of what is no part of a proxy, `N.2.sent:MGP:u64:0`.
fn metric(line: &str) -> Result<Metric, DecodeError> {
    let wrong = || unexpected("a typed value", line);
    let mut columns = line.splitn(4, ':');
    let mut next = || columns.next().ok_or_else(wrong);
    let (place, tags, kind, rest) = (next()?, next()?, next()?, next()?);
    let mut parts = place.splitn(5, '.');
    let mut next = || parts.next().ok_or_else(wrong);
    let (object, first, second) = (next()?, next()?, next()?);
    let (proxy, id, position, name) = if object_kind(object).is_counted() {
        ("0", "0", first, second)
    } else {
        let (position, name) = (next()?, next()?);
        let (name, _process) = name.rsplit_once('.').ok_or_else(wrong)?;
        (first, second, position, name)
    };
    let (text, description) = match rest
        .strip_suffix('"')
        .and_then(|rest| rest.rsplit_once(":\""))
    {
        Some((text, description)) => (text, Some(description.to_owned())),
        None => (rest, None),
    };
    Ok(Metric {
        object: object_kind(object),
        proxy_id: number(proxy, line)?,
        id: number(id, line)?,
        position: number(position, line)?,
        name: name.to_owned(),
        tags: tags.to_owned(),
        value: value(kind, text, line)?,
        description,
    })
}

fn object_kind(letter: &str) -> ObjectKind {
    match letter {
        "F" | "Frontend" => ObjectKind::Frontend,
        "B" | "Backend" => ObjectKind::Backend,
        "S" | "Server" => ObjectKind::Server,
        "L" | "Listener" => ObjectKind::Listener,
        other => ObjectKind::Other(other.to_owned()),
    }
}

fn value(kind: &str, text: &str, line: &str) -> Result<MetricValue, DecodeError> {
    Ok(match kind {
        "u32" | "u64" => MetricValue::Unsigned(number(text, line)?),
        "s32" | "s64" => MetricValue::Signed(number(text, line)?),
        "flt" => MetricValue::Fraction(number(text, line)?),
        _ => MetricValue::Text(text.to_owned()),
    })
}

fn from_json(text: &str) -> Result<Vec<Metric>, DecodeError> {
    let read = |text: &str| serde_json::from_str::<Vec<Vec<serde_json::Value>>>(text);
    // Between resolvers HAProxy forgets the comma.
    let objects = read(text).or_else(|_| read(&text.replace("}][{", "}],[{")));
    let objects = objects.map_err(|error| DecodeError::new(error.to_string(), text))?;
    let objects = (1..).zip(&objects);
    let fields =
        objects.flat_map(|(number, fields)| fields.iter().map(move |field| (number, field)));
    fields
        .map(|(number, field)| {
            let found = field.to_string();
            let at = |place: &str| field.pointer(place);
            let text = |place: &str| at(place).and_then(serde_json::Value::as_str);
            let whole = |place: &str| at(place).and_then(serde_json::Value::as_u64);
            let id = |place: &str| whole(place).and_then(|id| u32::try_from(id).ok());
            let wrong = || unexpected("a typed value", &found);
            let tags = ["/tags/origin", "/tags/nature", "/tags/scope"];
            let object = object_kind(text("/objType").unwrap_or("N"));
            Ok(Metric {
                proxy_id: id("/proxyId").unwrap_or(0),
                id: if object.is_counted() {
                    number
                } else {
                    id("/id").unwrap_or(0)
                },
                object,
                position: id("/field/pos").ok_or_else(wrong)?,
                name: text("/field/name").ok_or_else(wrong)?.to_owned(),
                tags: tags.map(|tag| text(tag).unwrap_or_default()).join(" "),
                value: match at("/value/value").ok_or_else(wrong)? {
                    serde_json::Value::String(text) => MetricValue::Text(text.clone()),
                    number => number
                        .as_u64()
                        .map(MetricValue::Unsigned)
                        .or_else(|| number.as_i64().map(MetricValue::Signed))
                        .or_else(|| number.as_f64().map(MetricValue::Fraction))
                        .ok_or_else(wrong)?,
                },
                description: None,
            })
        })
        .collect()
}
