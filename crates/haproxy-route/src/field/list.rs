use serde_json::{Value, json};

use super::{Kind, Reader, Visitor};
use crate::error::{ErrorKind, Step};
use crate::json::Json;

/// Values of one kind in order.
pub(crate) struct ListKind<K>(K);

/// Takes an array of such values.
pub(crate) const fn list<K: Kind>(kind: K) -> ListKind<K> {
    ListKind(kind)
}

impl<K: Kind> Kind for ListKind<K> {
    type Value = Vec<K::Value>;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<Vec<K::Value>> {
        let Json::Array(items) = json else {
            return reader.fail(ErrorKind::ListType {
                found: json.type_name(),
            });
        };
        // Every item is read before any fault ends it: all faults are told.
        let values: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                reader.within(Step::Index(index), |reader| self.0.read(item, reader))
            })
            .collect();
        values.into_iter().collect()
    }

    fn write(&self, value: &Vec<K::Value>) -> Json {
        Json::Array(value.iter().map(|item| self.0.write(item)).collect())
    }

    fn visit(&self, value: &Vec<K::Value>, visitor: &mut dyn Visitor) {
        visitor.list();
        for item in value {
            self.0.visit(item, visitor);
        }
        visitor.end_list();
    }

    fn json_schema(&self) -> Value {
        json!({ "type": "array", "items": self.0.json_schema() })
    }
}
