//! What is spoken with a server to check it.

use std::fmt::Write as _;

use crate::rendering::lines::Lines;
use crate::requirer::TcpCheck;
use crate::value::HealthCheckType;

/// The user that every PostgreSQL has: HAProxy checks none without a user.
const POSTGRES_USER: &str = "postgres";

pub(super) fn push(lines: &mut Lines, check: &TcpCheck) -> Result<(), String> {
    let user = check.db_user.as_deref().filter(|user| !user.is_empty());
    match check.check_type {
        None => Ok(()),
        Some(HealthCheckType::Generic) => generic(lines, check),
        Some(HealthCheckType::Mysql) => match user {
            Some(user) => lines.line(&["option", "mysql-check", "user", user]),
            None => lines.line(&["option", "mysql-check"]),
        },
        Some(HealthCheckType::Postgres) => {
            let user = user.unwrap_or(POSTGRES_USER);
            lines.line(&["option", "pgsql-check", "user", user])
        }
        Some(HealthCheckType::Redis) => lines.line(&["option", "redis-check"]),
        Some(HealthCheckType::Smtp) => lines.line(&["option", "smtpchk"]),
    }
}

fn generic(lines: &mut Lines, check: &TcpCheck) -> Result<(), String> {
    lines.line(&["option", "tcp-check"])?;
    let rules = [
        (&check.send, ["send"].as_slice(), ["send-binary"].as_slice()),
        (&check.expect, &["expect", "string"], &["expect", "binary"]),
    ];
    for (text, plain, binary) in rules {
        let Some(text) = text.as_ref().filter(|text| !text.is_empty()) else {
            continue;
        };
        // A configuration holds any byte but this one.
        let (rule, argument) = if text.contains('\0') {
            (binary, hexadecimal(text))
        } else {
            (plain, text.clone())
        };
        let mut words = vec!["tcp-check"];
        words.extend(rule);
        words.push(&argument);
        lines.line(&words)?;
    }
    Ok(())
}

fn hexadecimal(text: &str) -> String {
    let mut digits = String::new();
    for byte in text.bytes() {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
