use super::{ConnectParameter, HexBytes, TcpExpectation};
use crate::language::Directive;
use crate::rule::{VariableCondition, VariableName};
use crate::value::{Expression, LogFormat, Scalar, Text};

/// A step of a health check over a bare connection.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("defaults", "listen", "backend", "healthcheck"), phase = Check, ordered = "check")]
#[non_exhaustive]
pub enum TcpCheckRule {
    /// What logs say where the next step fails.
    #[keyword(
        "tcp-check comment",
        json = "tcp_check_list[action=comment](check_comment) @healthcheck | tcp_check_rule_list[action=comment](check_comment)",
        repeated
    )]
    Comment(Text),
    /// Opens a connection.
    #[keyword(
        "tcp-check connect",
        json = "tcp_check_list[action=connect](_) @healthcheck | tcp_check_rule_list[action=connect](_)",
        repeated
    )]
    Connect(Vec<ConnectParameter>),
    /// Waits for an answer and compares it.
    #[keyword(
        "tcp-check expect",
        json = "tcp_check_list[action=expect](_, exclamation_mark, match) @healthcheck | tcp_check_rule_list[action=expect](_, exclamation_mark, match)",
        stage = "check",
        repeated
    )]
    Expect(Vec<TcpExpectation>),
    /// Sends a text.
    #[keyword(
        "tcp-check send",
        json = "tcp_check_list[action=send](data, check_comment) @healthcheck | tcp_check_rule_list[action=send](data, check_comment)",
        stage = "check",
        repeated
    )]
    Send {
        /// The text.
        data: Text,
        /// What logs say where the step fails.
        #[arg(keyword = "comment")]
        comment: Option<Text>,
    },
    /// Sends bytes.
    #[keyword(
        "tcp-check send-binary",
        json = "tcp_check_list[action=send-binary](hex_string, check_comment) @healthcheck | tcp_check_rule_list[action=send-binary](hex_string, check_comment)",
        repeated
    )]
    SendBinary {
        /// The bytes.
        data: Scalar<HexBytes>,
        /// What logs say where the step fails.
        #[arg(keyword = "comment")]
        comment: Option<Text>,
    },
    /// Sends bytes with computed parts.
    #[keyword(
        "tcp-check send-binary-lf",
        json = "tcp_check_list[action=send-binary-lf](hex_fmt, check_comment) @healthcheck | tcp_check_rule_list[action=send-binary-lf](hex_fmt, check_comment)",
        stage = "check",
        repeated
    )]
    SendBinaryLf {
        /// The bytes, hexadecimal.
        data: LogFormat,
        /// What logs say where the step fails.
        #[arg(keyword = "comment")]
        comment: Option<Text>,
    },
    /// Sends a text with computed parts.
    #[keyword(
        "tcp-check send-lf",
        json = "tcp_check_list[action=send-lf](fmt, check_comment) @healthcheck | tcp_check_rule_list[action=send-lf](fmt, check_comment)",
        stage = "check",
        repeated
    )]
    SendLf {
        /// The text.
        data: LogFormat,
        /// What logs say where the step fails.
        #[arg(keyword = "comment")]
        comment: Option<Text>,
    },
    /// Sets a variable to what an expression gives.
    #[keyword(
        "tcp-check set-var",
        json = "tcp_check_list[action=set-var](var_name: variable, var_conditions: words, var_expr: raw) @healthcheck | tcp_check_rule_list[action=set-var](var_name: variable, var_conditions: words, var_expr: raw)",
        stage = "check",
        repeated,
        call
    )]
    SetVar {
        /// The variable.
        #[arg(inside)]
        variable: VariableName,
        /// What must be true, all of it, for the variable to be set.
        #[arg(inside)]
        conditions: Vec<VariableCondition>,
        /// The new value.
        value: Expression,
    },
    /// Sets a variable to a text with computed parts.
    #[keyword(
        "tcp-check set-var-fmt",
        json = "tcp_check_list[action=set-var-fmt](var_name: variable, var_conditions: words, var_fmt) @healthcheck | tcp_check_rule_list[action=set-var-fmt](var_name: variable, var_conditions: words, var_fmt)",
        stage = "check",
        repeated,
        call,
        since = "2.5"
    )]
    SetVarFmt {
        /// The variable.
        #[arg(inside)]
        variable: VariableName,
        /// What must be true, all of it, for the variable to be set.
        #[arg(inside)]
        conditions: Vec<VariableCondition>,
        /// The new value.
        value: LogFormat,
    },
    /// Forgets a variable.
    #[keyword(
        "tcp-check unset-var",
        json = "tcp_check_list[action=unset-var](var_name: variable) @healthcheck | tcp_check_rule_list[action=unset-var](var_name: variable)",
        stage = "check",
        repeated,
        call
    )]
    UnsetVar(VariableName),
}
