use crate::language::Directive;

/// How severe a message is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Directive)]
pub enum Severity {
    /// Nothing works.
    #[keyword("emerg")]
    Emergency,
    /// Someone must act at once.
    #[keyword("alert")]
    Alert,
    /// A critical state.
    #[keyword("crit")]
    Critical,
    /// An error.
    #[keyword("err")]
    Error,
    /// A warning.
    #[keyword("warning")]
    Warning,
    /// Normal, and worth a note.
    #[keyword("notice")]
    Notice,
    /// Information.
    #[keyword("info")]
    Information,
    /// For finding faults.
    #[keyword("debug")]
    Debug,
}

/// What kind of program a message of syslog comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum Facility {
    /// The kernel.
    #[keyword("kern")]
    Kernel,
    /// Programs of users.
    #[keyword("user")]
    User,
    /// Mail.
    #[keyword("mail")]
    Mail,
    /// Services.
    #[keyword("daemon")]
    Daemon,
    /// Logins.
    #[keyword("auth")]
    Authentication,
    /// Syslog itself.
    #[keyword("syslog")]
    Syslog,
    /// Printers.
    #[keyword("lpr")]
    Printer,
    /// News.
    #[keyword("news")]
    News,
    /// Copies from Unix to Unix.
    #[keyword("uucp")]
    Uucp,
    /// Clocks.
    #[keyword("cron")]
    Cron,
    /// Logins, the second number.
    #[keyword("auth2")]
    Authentication2,
    /// File transfer.
    #[keyword("ftp")]
    Ftp,
    /// Time.
    #[keyword("ntp")]
    Ntp,
    /// Audits.
    #[keyword("audit")]
    Audit,
    /// Alerts.
    #[keyword("alert")]
    Alert,
    /// Clocks, the second number.
    #[keyword("cron2")]
    Cron2,
    /// For local use, 0.
    #[keyword("local0")]
    Local0,
    /// For local use, 1.
    #[keyword("local1")]
    Local1,
    /// For local use, 2.
    #[keyword("local2")]
    Local2,
    /// For local use, 3.
    #[keyword("local3")]
    Local3,
    /// For local use, 4.
    #[keyword("local4")]
    Local4,
    /// For local use, 5.
    #[keyword("local5")]
    Local5,
    /// For local use, 6.
    #[keyword("local6")]
    Local6,
    /// For local use, 7.
    #[keyword("local7")]
    Local7,
}
