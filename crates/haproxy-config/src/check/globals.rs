use haproxy_model::config::Config;
use haproxy_model::section::global::{LuaKeyword, SslKeyword};
use haproxy_model::server::ServerVerify;

use super::servers::Verify;

/// What the global sections say, as far as rules of other sections ask for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Globals {
    /// Some program in Lua is loaded, which may define actions, fetches and more.
    pub(super) loads_lua: bool,
    /// Whether certificates of servers are verified where their lines do not say it.
    pub(super) server_verify: Verify,
}

impl Globals {
    pub(super) fn of(config: &Config) -> Self {
        let mut globals = Self {
            loads_lua: false,
            server_verify: Verify::Required,
        };
        for statement in config.globals().flat_map(|global| &global.statements) {
            if let Some(LuaKeyword::LuaLoad(_) | LuaKeyword::LuaLoadPerThread(_)) =
                statement.group()
            {
                globals.loads_lua = true;
            }
            if let Some(SslKeyword::SslServerVerify(verify)) = statement.group() {
                globals.server_verify = match verify.value() {
                    Some(ServerVerify::None) => Verify::None,
                    Some(ServerVerify::Required) => Verify::Required,
                    _ => Verify::Unknown,
                };
            }
        }
        globals
    }
}
