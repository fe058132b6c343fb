use super::{AnySection, Config};
use crate::section::{
    Acme, Backend, Cache, FcgiApp, Frontend, Healthcheck, HttpErrors, Listen, LogForward,
    LogProfile, Mailers, Peers, Program, Resolvers, Ring, Userlist,
};
use crate::value::{Name, Text};

/// Defines the methods of [`Config`] that find a section by its name.
macro_rules! by_name {
    ($($type:ident: $one:ident, $one_mut:ident;)*) => {
        impl Config {
            $(
                #[doc = concat!("The first section of type [`", stringify!($type), "`] of this name.")]
                pub fn $one(&self, name: &str) -> Option<&$type> {
                    self.all::<$type>().find(|section| section.name.as_str() == name)
                }

                #[doc = concat!(
                    "The first section of type [`", stringify!($type), "`] of this name, to change."
                )]
                pub fn $one_mut(&mut self, name: &str) -> Option<&mut $type> {
                    self.all_mut::<$type>().find(|section| section.name.as_str() == name)
                }
            )*
        }

        impl AnySection {
            /// The section's name; `None` where it has none.
            pub fn name(&self) -> Option<&str> {
                match self {
                    $(Self::$type(section) => Some(section.name.as_str()),)*
                    Self::Defaults(section) => section.name.as_ref().map(Name::as_str),
                    Self::CrtStore(section) => section.name.as_ref().map(Text::as_str),
                    Self::Global(_)
                    | Self::Traces(_)
                    | Self::NamespaceList(_)
                    | Self::Unknown(_) => None,
                }
            }
        }
    };
}

by_name! {
    Userlist: userlist, userlist_mut;
    Program: program, program_mut;
    Ring: ring, ring_mut;
    LogProfile: log_profile, log_profile_mut;
    LogForward: log_forward, log_forward_mut;
    Mailers: mailers, mailers_mut;
    Resolvers: resolvers, resolvers_mut;
    Peers: peers, peers_mut;
    HttpErrors: http_errors, http_errors_mut;
    Cache: cache, cache_mut;
    FcgiApp: fcgi_app, fcgi_app_mut;
    Acme: acme, acme_mut;
    Healthcheck: healthcheck, healthcheck_mut;
    Frontend: frontend, frontend_mut;
    Backend: backend, backend_mut;
    Listen: listen, listen_mut;
}
