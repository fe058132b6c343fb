//! What a migration makes of configurations, before the eyes of HAProxy.

mod corpus;
mod old_rules;
mod statements;
mod traffic;
