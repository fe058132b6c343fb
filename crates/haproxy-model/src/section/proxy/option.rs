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

use crate::language::Directive;

/// What is turned on or off by `option`.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum OptionKeyword {
    /// On or off.
    #[keyword(group)]
    Switch(SwitchOption),
    /// How HTTP is handled.
    #[keyword(group)]
    Http(HttpOption),
    /// How servers are checked.
    #[keyword(group)]
    Check(CheckOption),
    /// With arguments.
    #[keyword(group)]
    Detail(DetailOption),
}
