use crate::language::Directive;
use crate::value::Text;

/// Actions written in Lua.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LuaAction {
    /// Calls an action that a Lua script has registered.
    #[keyword("lua.", json = "= lua (lua_action, lua_params: raw)", prefix)]
    Lua {
        /// The name it is registered by.
        name: Text,
        /// What it is given.
        arguments: Vec<Text>,
    },
}
