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
mod sections;
mod stats;
mod stick;
mod timeout;

pub use balance::{Balance, CheckPost, UriParameter};
pub use balancing::{BalancingKeyword, HashPreserveAffinity, HttpReuse, RetryOn};
pub use certificate::{FrontendCertificate, FrontendCertificateParameter};
pub use compression::{CompressionAlgorithm, CompressionDirection, CompressionKeyword};
pub use cookie::{Cookie, CookieParameter};
pub use email_alert::EmailAlertKeyword;
pub use endpoint::EndpointKeyword;
pub use error::{ErrorFiles, ErrorKeyword, ErrorLocation, HttpError, HttpErrorParameter};
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
pub use sections::{Backend, Defaults, Frontend, Listen};
pub use stats::{Account, StatsKeyword, StatsScope};
pub use stick::StickRule;
pub use timeout::TimeoutKeyword;
