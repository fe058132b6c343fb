//! What `option` turns on, by topic.

mod check;
mod check_arguments;
mod detail;
mod forwarded;
mod http;
mod switch;

pub use check::CheckOption;
pub use check_arguments::{Httpchk, MysqlCheck, MysqlProtocol, PgsqlCheck, SmtpHello, Smtpchk};
pub use detail::DetailOption;
pub use forwarded::{
    ForwardedParameter, ForwardforParameter, LogStyle, OriginaltoParameter, SmallBuffers,
};
pub use http::{HeaderNamePolicy, HttpOption};
pub use switch::SwitchOption;
