use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{Choice, Duration, Integer, List, Text, Toggle};

/// Lua programs, and what they may do.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum LuaKeyword {
    /// A program to run at start, shared by all threads.
    #[keyword("lua-load", json = "lua_options.loads[](file)", multiple = "lua_loads")]
    LuaLoad(LuaProgram),
    /// A program to run at start, once in each thread.
    #[keyword(
        "lua-load-per-thread",
        json = "lua_options.load_per_thread: raw",
        multiple = "lua_loads_per_thread"
    )]
    LuaLoadPerThread(LuaProgram),
    /// A place where Lua looks for libraries first.
    #[keyword(
        "lua-prepend-path",
        json = "lua_options.prepend_path[](path, type)",
        multiple = "lua_prepend_paths"
    )]
    LuaPrependPath(LuaPath),
    /// After how many instructions a script has to let others run.
    #[keyword(
        "tune.lua.forced-yield",
        takes_nothing,
        ignores_rest,
        json = "tune_lua_options.forced_yield"
    )]
    TuneLuaForcedYield(Integer),
    /// The most memory for Lua, in megabytes; 0 for any.
    #[keyword("tune.lua.maxmem", ignores_rest, json = "tune_lua_options.maxmem")]
    TuneLuaMaxmem(Integer),
    /// How long a script may take for a stream, waiting not counted; 4 seconds by default.
    #[keyword(
        "tune.lua.session-timeout",
        ignores_rest,
        json = "tune_lua_options.session_timeout: ms"
    )]
    TuneLuaSessionTimeout(Duration),
    /// How long a service may take, waiting not counted; 4 seconds by default.
    #[keyword(
        "tune.lua.service-timeout",
        ignores_rest,
        json = "tune_lua_options.service_timeout: ms"
    )]
    TuneLuaServiceTimeout(Duration),
    /// How long a task may take, waiting not counted; any time by default.
    #[keyword(
        "tune.lua.task-timeout",
        ignores_rest,
        json = "tune_lua_options.task_timeout: ms"
    )]
    TuneLuaTaskTimeout(Duration),
    /// How long a script may run without a break; a second by default.
    #[keyword(
        "tune.lua.burst-timeout",
        ignores_rest,
        json = "tune_lua_options.burst_timeout: ms",
        since = "2.8"
    )]
    TuneLuaBurstTimeout(Duration),
    /// Whether messages of Lua go to the log targets.
    #[keyword(
        "tune.lua.log.loggers",
        json = "tune_lua_options.log_loggers: toggle",
        since = "3.0"
    )]
    TuneLuaLogLoggers(Toggle),
    /// Whether messages of Lua go to the standard error.
    #[keyword(
        "tune.lua.log.stderr",
        json = "tune_lua_options.log_stderr: toggle",
        since = "3.0"
    )]
    TuneLuaLogStderr(Choice<LuaLog>),
    /// How boolean samples come to Lua.
    #[keyword(
        "tune.lua.bool-sample-conversion",
        json = "tune_lua_options.bool_sample_conversion",
        since = "3.2"
    )]
    TuneLuaBoolSampleConversion(Choice<LuaBooleans>),
    /// The standard libraries that scripts get.
    #[keyword(
        "tune.lua.openlibs",
        json = "tune_lua_options.openlibs: text",
        since = "3.4"
    )]
    TuneLuaOpenlibs(List<LuaLibrary>),
}

/// A Lua program.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct LuaProgram {
    /// The file.
    #[arg(file = "lua")]
    pub file: Text,
    /// The arguments it gets; since 2.8.
    pub arguments: Vec<Text>,
}

/// A place where Lua looks for libraries.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct LuaPath {
    /// The pattern of files, with `?` for the library's name.
    pub path: Text,
    /// The kind of library; those written in Lua where none is given.
    pub kind: Option<Choice<LuaPathKind>>,
}

/// A kind of library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum LuaPathKind {
    /// Written in Lua.
    #[keyword("path")]
    Lua,
    /// Written in C.
    #[keyword("cpath")]
    C,
}

/// Whether messages of Lua go to the standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum LuaLog {
    /// All do.
    #[keyword("on")]
    On,
    /// Those that no log target gets.
    #[keyword("auto")]
    Auto,
    /// None does.
    #[keyword("off")]
    Off,
}

/// How boolean samples come to Lua.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum LuaBooleans {
    /// As booleans.
    #[keyword("normal")]
    Normal,
    /// As numbers from fetches and as booleans from converters.
    #[keyword("pre-3.1-bug")]
    Pre31Bug,
}

/// A standard library of Lua.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum LuaLibrary {
    /// All of them.
    #[keyword("all")]
    All,
    /// None of them.
    #[keyword("none")]
    None,
    /// `table`
    #[keyword("table")]
    Table,
    /// `io`: files and programs.
    #[keyword("io")]
    Io,
    /// `os`: the system.
    #[keyword("os")]
    Os,
    /// `string`
    #[keyword("string")]
    String,
    /// `math`
    #[keyword("math")]
    Math,
    /// `utf8`
    #[keyword("utf8")]
    Utf8,
    /// `package`: loading of libraries.
    #[keyword("package")]
    Package,
    /// `debug`: a look into what runs.
    #[keyword("debug")]
    Debug,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                lua-load /etc/haproxy/a.lua
                lua-load a.lua first second
                lua-load-per-thread b.lua
                lua-prepend-path /usr/share/?.lua
                lua-prepend-path /usr/lib/?.so cpath
                tune.lua.forced-yield 10000
                tune.lua.maxmem 64
                tune.lua.session-timeout 4s
                tune.lua.service-timeout 4s
                tune.lua.task-timeout 0
                tune.lua.burst-timeout 1s
                tune.lua.log.loggers on
                tune.lua.log.stderr auto
                tune.lua.bool-sample-conversion normal
                tune.lua.openlibs string,math
                tune.lua.openlibs none",
        );
        statements_fail::<Global>(&[(
            "tune.lua.forced-yield 10k",
            "tune.lua.forced-yield <number>: expected a number, found '10k'",
        )]);
    }
}
