//! Frontends.

use super::{Done, FrontendName, commands};

commands! {
    /// Stops a frontend: it releases its ports and can be started again.
    DisableFrontend("disable frontend" admin()) -> Done (
        /// The frontend.
        frontend: FrontendName,
    );

    /// Starts a frontend that was stopped.
    EnableFrontend("enable frontend" admin()) -> Done (
        /// The frontend.
        frontend: FrontendName,
    );

    /// Ends a frontend for good.
    ShutdownFrontend("shutdown frontend" admin()) -> Done (
        /// The frontend.
        frontend: FrontendName,
    );

    /// Sets the most connections that a frontend takes at once.
    SetFrontendMaxconn("set maxconn frontend" admin()) -> Done (
        /// The frontend.
        frontend: FrontendName,
        /// How many.
        maxconn: u32,
    );
}
