use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{
    BalancingKeyword, CheckOption, DetailOption, EmailAlertKeyword, EndpointKeyword,
    GeneralKeyword, LoggingKeyword, Mode, RetryOn, SwitchOption, TimeoutKeyword,
};
use haproxy_model::statement::{Prefix, Statement};
use haproxy_model::value::{Choice, Duration};

/// What a proxy has set by its own statements or those of its defaults, as far as rules ask for it.
///
/// It is put together once for each section, from what is known of the defaults before it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each true or not"
)]
pub(super) struct Settings {
    /// What it speaks.
    pub(super) mode: Setting<Mode>,
    /// It is switched off.
    pub(super) is_disabled: bool,
    /// Timeouts, whether they are more than zero.
    pub(super) timeout_client: bool,
    pub(super) timeout_connect: bool,
    pub(super) timeout_server: bool,
    pub(super) timeout_tunnel: bool,
    /// Kinds of health checks that some line turns on.
    pub(super) tcp_check: bool,
    pub(super) http_check: bool,
    pub(super) external_check: bool,
    pub(super) external_check_command: bool,
    /// Servers start from some `default-server`.
    pub(super) default_server: bool,
    /// It logs somewhere.
    pub(super) log: bool,
    /// The last line that says what its log looks like.
    pub(super) log_format: Option<StatementIndex>,
    /// The last `default_backend`.
    pub(super) default_backend: Option<StatementIndex>,
    pub(super) email_from: bool,
    pub(super) email_to: bool,
    pub(super) email_mailers: bool,
    /// Requests are tried again where a server's connection fails, its answer is empty or late.
    pub(super) retries_early_data: bool,
}

/// A statement of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatementIndex {
    /// The index of its section.
    pub(super) section: usize,
    /// Its index there.
    pub(super) statement: usize,
}

/// A value that some line may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Setting<T> {
    /// No line does.
    #[default]
    Unset,
    /// The environment decides.
    Unknown,
    Known(T),
}

impl Settings {
    /// Those of a section that starts from these.
    pub(super) fn with(mut self, section: usize, statements: &[Statement<ProxyKeyword>]) -> Self {
        for (statement, own) in statements.iter().enumerate() {
            self.add(StatementIndex { section, statement }, own);
        }
        self
    }

    fn add(&mut self, index: StatementIndex, statement: &Statement<ProxyKeyword>) {
        let is_set = statement.prefix != Some(Prefix::No);
        match &statement.directive {
            ProxyKeyword::General(keyword) => match keyword {
                GeneralKeyword::Mode(mode) => self.mode = Setting::of(mode),
                GeneralKeyword::Disabled => self.is_disabled = true,
                GeneralKeyword::Enabled => self.is_disabled = false,
                GeneralKeyword::DefaultBackend(_) => self.default_backend = Some(index),
                GeneralKeyword::ExternalCheckCommand(_) => self.external_check_command = is_set,
                _ => {}
            },
            ProxyKeyword::Endpoint(EndpointKeyword::DefaultServer(_)) => self.default_server = true,
            ProxyKeyword::Timeout(timeout) if is_set => self.add_timeout(timeout),
            ProxyKeyword::CheckOption(CheckOption::TcpCheck) => self.tcp_check = true,
            ProxyKeyword::CheckOption(CheckOption::Httpchk(_)) => self.http_check = true,
            ProxyKeyword::SwitchOption(SwitchOption::ExternalCheckOption) => {
                self.external_check = true;
            }
            ProxyKeyword::Logging(LoggingKeyword::Log(_)) => self.log = is_set,
            ProxyKeyword::Logging(LoggingKeyword::LogFormat(_))
            | ProxyKeyword::DetailOption(
                DetailOption::Httplog(_) | DetailOption::Tcplog(_) | DetailOption::Httpslog,
            ) if statement.prefix.is_none() => self.log_format = Some(index),
            ProxyKeyword::EmailAlert(keyword) => match keyword {
                EmailAlertKeyword::EmailAlertFrom(_) => self.email_from = true,
                EmailAlertKeyword::EmailAlertTo(_) => self.email_to = true,
                EmailAlertKeyword::EmailAlertMailers(_) => self.email_mailers = true,
                _ => {}
            },
            ProxyKeyword::Balancing(BalancingKeyword::RetryOn(events)) => {
                self.retries_early_data = retries_early_data(events);
            }
            _ => {}
        }
    }

    fn add_timeout(&mut self, timeout: &TimeoutKeyword) {
        match timeout {
            TimeoutKeyword::TimeoutClient(time) => self.timeout_client = is_more_than_zero(time),
            TimeoutKeyword::TimeoutConnect(time) => self.timeout_connect = is_more_than_zero(time),
            TimeoutKeyword::TimeoutServer(time) => self.timeout_server = is_more_than_zero(time),
            TimeoutKeyword::TimeoutTunnel(time) => self.timeout_tunnel = is_more_than_zero(time),
            _ => {}
        }
    }
}

impl<T: Copy> Setting<T> {
    /// The value, or this one where no line sets it; `None` where the environment decides.
    pub(super) const fn or(self, default: T) -> Option<T> {
        match self {
            Self::Unset => Some(default),
            Self::Unknown => None,
            Self::Known(value) => Some(value),
        }
    }

    fn of(choice: &Choice<T>) -> Self {
        choice
            .value()
            .map_or(Self::Unknown, |value| Self::Known(*value))
    }
}

/// A duration that comes from the environment is taken for one.
fn is_more_than_zero(duration: &Duration) -> bool {
    duration.value().is_none_or(|time| time.amount() > 0)
}

/// Whether a request whose first bytes went with the handshake is sent again where that fails.
fn retries_early_data(events: &[Choice<RetryOn>]) -> bool {
    let has = |event: RetryOn| {
        let mut events = events.iter();
        events.any(|own| own.value().is_none_or(|own| *own == event))
    };
    has(RetryOn::AllRetryableErrors)
        || has(RetryOn::ConnFailure) && has(RetryOn::EmptyResponse) && has(RetryOn::ResponseTimeout)
}
