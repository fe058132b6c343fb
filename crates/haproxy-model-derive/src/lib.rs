//! Derives for `haproxy-model`: one field or one variant is one HAProxy keyword.
//!
//! The derives know shapes (words, arguments, parameters in any order), never a keyword of HAProxy.
