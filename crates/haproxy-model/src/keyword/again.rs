/// What `HAProxy` makes of a second statement with a keyword of the `global` section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Again {
    /// It takes the last one, or all of them.
    #[default]
    Counts,
    /// It complains, and stays with the first one.
    Ignored,
    /// It refuses the configuration.
    Refused,
}
