//! The sections of proxies: defaults, frontend, backend and listen, which share their statements.

mod balance;
mod balancing;
mod certificate;
mod compression;
mod cookie;
mod email_alert;
mod endpoint;
mod error;
mod filter;
mod general;
mod hash_type;
mod keyword;
mod legacy;
mod logging;
mod mode;
mod option;
mod persistence;
mod rule;
mod stats;
mod stick;
mod timeout;

pub use balance::{Balance, CheckPost, UriParameter};
pub use balancing::{BalancingKeyword, HashPreserveAffinity, HttpReuse, RetryOn};
pub use certificate::{FrontendCertificate, FrontendCertificateParameter};
pub use compression::{CompressionAlgorithm, CompressionDirection, CompressionKeyword};
pub use cookie::{Cookie, CookieParameter};
pub use email_alert::{AlertLevel, EmailAlertKeyword};
pub use endpoint::EndpointKeyword;
pub use error::{
    ErrorFile, ErrorFiles, ErrorKeyword, ErrorLocation, HttpError, HttpErrorParameter,
};
pub use filter::{
    BandwidthLimit, BandwidthLimitParameter, FilterKeyword, SpoeParameter, TraceParameter,
    TracingParameter,
};
pub use general::GeneralKeyword;
pub use hash_type::{HashFunction, HashMethod, HashModifier, HashType};
pub use keyword::ProxyKeyword;
pub use legacy::{LegacyKeyword, LegacyReplacement};
pub use logging::{Capture, CaptureSlot, LogStep, LoggingKeyword};
pub use mode::{LoadServerState, Mode, ServerStateFile};
pub use option::{
    CheckOption, DetailOption, ForwardedParameter, ForwardforParameter, HeaderNamePolicy,
    HttpOption, Httpchk, LogStyle, MysqlCheck, MysqlProtocol, OriginaltoParameter, PgsqlCheck,
    SmallBuffers, SmtpHello, Smtpchk, SwitchOption,
};
pub use persistence::{Appsession, AppsessionMode, AppsessionParameter, PersistenceKeyword};
pub use rule::RuleKeyword;
pub use stats::{Account, StatsAction, StatsHttpRequest, StatsKeyword, StatsScope};
pub use stick::StickRule;
pub use timeout::TimeoutKeyword;

use crate::section::Section;
use crate::statement::Statement;
use crate::value::{AddressList, Name};

/// Settings that the proxies after it start from.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("defaults")]
pub struct Defaults {
    /// What `from` calls it; one without a name holds for the proxies after it.
    pub name: Option<Name>,
    /// The defaults section that it starts from itself.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

/// Accepts connections.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("frontend")]
pub struct Frontend {
    /// Its name.
    pub name: Name,
    /// Where it listens; versions from 1.9 on want `bind` lines for that.
    pub addresses: Option<AddressList>,
    /// The defaults section that it starts from; the last one where none is given.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

/// Servers that connections are sent to.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("backend")]
pub struct Backend {
    /// Its name.
    pub name: Name,
    /// The defaults section that it starts from; the last one where none is given.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

/// A frontend and a backend in one.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("listen")]
pub struct Listen {
    /// Its name.
    pub name: Name,
    /// Where it listens; versions from 1.9 on want `bind` lines for that.
    pub addresses: Option<AddressList>,
    /// The defaults section that it starts from; the last one where none is given.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}
