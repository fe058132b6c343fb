use crate::Schema;
use crate::error::ErrorKind;
use crate::field::{
    Declared, IntegerKind, Kind as _, OptionalKind, Reader, clean, enumeration, free, integer,
    objects, optional, positive, some,
};
use crate::value::{HealthCheckType, Integer};

objects! {
    /// How the servers of an HTTP service are checked.
    #[derive(Default, Eq)]
    pub struct Check(schema) {
        /// Seconds between two checks.
        interval: Option<Integer> = number(schema, 60);
        /// How many good checks in a row make a server that was down count as up.
        rise: Option<Integer> = number(schema, 2);
        /// How many failed checks in a row make a server count as down.
        fall: Option<Integer> = number(schema, 3);
        /// The path that is asked for.
        path: Option<String> = optional(clean()).or(None);
        /// The port that is asked, where it is another one than the server's own.
        port: Option<Integer> = optional(integer()).or(None);
    }
    finish check_completeness;

    /// How the servers of a TCP service are checked.
    #[derive(Eq)]
    pub struct TcpCheck(schema) {
        /// Seconds between two checks.
        interval: Integer = positive().required();
        /// How many good checks in a row make a server that was down count as up.
        rise: Integer = positive().required();
        /// How many failed checks in a row make a server count as down.
        fall: Integer = positive().required();
        /// What is spoken with the server.
        check_type: Option<HealthCheckType> = optional(enumeration()).or(None);
        /// What is sent, for the type `generic` only.
        send: Option<String> = optional(free()).or(None);
        /// What the answer must contain, for the type `generic` only.
        expect: Option<String> = optional(free()).or(None);
        /// The name of the database's user, for the types `mysql` and `postgres` only.
        db_user: Option<String> = optional(clean()).or(None);
    }
    finish check_texts;
}

impl Check {
    /// The check that every service has in version 0 where it sets none.
    pub fn version_0() -> Self {
        Self {
            interval: Some(60.into()),
            rise: Some(2.into()),
            fall: Some(3.into()),
            ..Self::default()
        }
    }
}

/// A number that has a default in version 0 and may be left out from then on.
fn number(schema: Schema, default: u16) -> Declared<OptionalKind<IntegerKind>> {
    if schema == Schema::RouteV0 {
        some(integer()).or(Some(default.into()))
    } else {
        optional(integer()).or(None)
    }
}

fn check_completeness(value: Check, reader: &mut Reader) -> Check {
    let numbers = [&value.interval, &value.rise, &value.fall];
    let is_set =
        |number: &&Option<Integer>| number.as_ref().is_some_and(|number| !number.is_zero());
    let count = numbers
        .iter()
        .copied()
        .filter(|number| is_set(number))
        .count();
    if !matches!(count, 0 | 3) && reader.schema() != Schema::RouteV0 {
        reader.note(ErrorKind::value_error(
            "interval, rise and fall must be given together or not at all",
        ));
    }
    value
}

fn check_texts(value: TcpCheck, reader: &mut Reader) -> TcpCheck {
    use HealthCheckType::{Generic, Mysql, Postgres};
    let has_text = value.send.is_some() || value.expect.is_some();
    if has_text && value.check_type != Some(Generic) {
        reader.note(ErrorKind::value_error(
            "send and expect may be given only with the type 'generic'",
        ));
    }
    if value.db_user.is_some() && !matches!(value.check_type, Some(Mysql | Postgres)) {
        reader.note(ErrorKind::value_error(
            "db_user may be given only with the types 'mysql' and 'postgres'",
        ));
    }
    value
}
