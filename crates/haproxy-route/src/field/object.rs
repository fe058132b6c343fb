use std::marker::PhantomData;

use serde_json::{Map, Value, json};

use super::{Declared, Kind, Presence, Property, Reader, Visitor, plain};
use crate::error::ErrorKind;
use crate::json::{Json, OrderedMap};
use crate::schema::Schema;

/// A type whose values are JSON objects.
pub(crate) trait Object: Clone + PartialEq {
    /// The name of the type.
    const NAME: &'static str;

    /// What the object is for.
    const DOCUMENTATION: &'static str;

    /// The names of all fields, of every version.
    const NAMES: &'static [&'static str];

    /// Reads the fields, all of them even where some are wrong.
    fn read(object: &OrderedMap<Json>, reader: &mut Reader) -> Option<Self>;

    /// Writes the fields that differ from their defaults.
    fn write(&self, schema: Schema) -> OrderedMap<Json>;

    /// Shows the fields that the schema has, whatever their values are.
    fn visit(&self, schema: Schema, visitor: &mut dyn Visitor);

    /// Describes the fields that the schema has.
    fn properties(schema: Schema) -> Vec<Property>;

    /// Describes the object.
    fn json_schema(schema: Schema) -> Value {
        let properties = Self::properties(schema);
        let required = properties.iter().filter(|property| property.is_required);
        let required: Vec<_> = required.map(|property| property.name).collect();
        let properties: Map<_, _> = properties
            .into_iter()
            .map(|property| (property.name.to_owned(), property.schema))
            .collect();
        json!({
            "title": Self::NAME,
            "description": plain(Self::DOCUMENTATION),
            "type": "object",
            "properties": properties,
            "required": required,
        })
    }
}

/// An object of the schema's form.
pub(crate) struct ObjectKind<O> {
    schema: Schema,
    object: PhantomData<O>,
}

/// Takes an object.
pub(crate) const fn object<O: Object>(schema: Schema) -> ObjectKind<O> {
    ObjectKind {
        schema,
        object: PhantomData,
    }
}

impl<O: Object> Kind for ObjectKind<O> {
    type Value = O;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<O> {
        match json {
            Json::Object(object) => O::read(object, reader),
            other => reader.fail(ErrorKind::ModelType {
                found: other.type_name(),
            }),
        }
    }

    fn write(&self, value: &O) -> Json {
        Json::Object(value.write(self.schema))
    }

    fn visit(&self, value: &O, visitor: &mut dyn Visitor) {
        value.visit(self.schema, visitor);
    }

    fn json_schema(&self) -> Value {
        O::json_schema(self.schema)
    }
}

impl<K: Kind> Declared<K> {
    /// Writes the field, unless it stands for its default or the schema lacks it.
    pub(crate) fn write(&self, name: &str, value: &K::Value, object: &mut OrderedMap<Json>) {
        let is_left_out = match &self.presence {
            Presence::Required => false,
            Presence::Default(default) => value == default,
            Presence::Unknown(_) => true,
        };
        if !is_left_out && self.kind.can_write(value) {
            object.insert(name.to_owned(), self.kind.write(value));
        }
    }

    /// Shows the field, unless the schema lacks it.
    pub(crate) fn visit(&self, name: &'static str, value: &K::Value, visitor: &mut dyn Visitor) {
        if !matches!(self.presence, Presence::Unknown(_)) {
            visitor.field(name);
            self.kind.visit(value, visitor);
        }
    }
}

/// Defines structs by their fields, and with them how they are read, written and described. Behind
/// each field stands its declaration, for which `schema` is the name that the first line gives; behind
/// the struct may stand a function that holds whole values to the rules between fields. A field whose name
/// in data is none in Rust has that one behind its own.
macro_rules! objects {
    ($(
        $(#[doc = $documentation:literal])+
        $(#[derive($($derive:ident),+)])?
        pub struct $name:ident($schema:ident) {
            $(
                $(#[doc = $field_documentation:literal])+
                $field:ident $($name_in_data:literal)?: $type:ty = $declared:expr;
            )+
        }
        $( finish $finish:expr; )?
    )+) => {
        $(
            $(#[doc = $documentation])+
            #[derive(Debug, Clone, PartialEq, $($($derive),+)?)]
            pub struct $name {
                $(
                    $(#[doc = $field_documentation])+
                    pub $field: $type,
                )+
            }

            /// What each field takes.
            impl $name {
                $(
                    fn $field(
                        $schema: $crate::Schema,
                    ) -> $crate::field::Declared<impl $crate::field::Kind<Value = $type>> {
                        let _ = $schema;
                        $declared
                    }
                )+
            }

            impl $crate::field::Object for $name {
                const NAME: &'static str = stringify!($name);
                const DOCUMENTATION: &'static str = concat!($($documentation, "\n"),+);
                const NAMES: &'static [&'static str] = &[$( $crate::field::name_of!($field $($name_in_data)?) ),+];

                fn read(
                    object: &$crate::json::OrderedMap<$crate::json::Json>,
                    reader: &mut $crate::field::Reader,
                ) -> Option<Self> {
                    let schema = reader.schema();
                    $( let $field = reader.field(
                        object,
                        $crate::field::name_of!($field $($name_in_data)?),
                        Self::$field(schema),
                    ); )+
                    let value = Self { $( $field: $field? ),+ };
                    $( let value = $finish(value, reader); )?
                    Some(value)
                }

                fn write(
                    &self,
                    schema: $crate::Schema,
                ) -> $crate::json::OrderedMap<$crate::json::Json> {
                    let mut object = $crate::json::OrderedMap::default();
                    $(
                        let name = $crate::field::name_of!($field $($name_in_data)?);
                        Self::$field(schema).write(name, &self.$field, &mut object);
                    )+
                    object
                }

                fn visit(
                    &self,
                    schema: $crate::Schema,
                    visitor: &mut dyn $crate::field::Visitor,
                ) {
                    visitor.object(Self::NAME);
                    $(
                        let name = $crate::field::name_of!($field $($name_in_data)?);
                        Self::$field(schema).visit(name, &self.$field, visitor);
                    )+
                    visitor.end_object();
                }

                fn properties(schema: $crate::Schema) -> Vec<$crate::field::Property> {
                    let mut properties = Vec::new();
                    $(
                        let documentation = concat!($($field_documentation, "\n"),+);
                        properties.extend(
                            Self::$field(schema)
                                .property($crate::field::name_of!($field $($name_in_data)?), documentation),
                        );
                    )+
                    properties
                }
            }
        )+
    };
}

/// The name of a field in data.
macro_rules! name_of {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name_in_data:literal) => {
        $name_in_data
    };
}

pub(crate) use {name_of, objects};
