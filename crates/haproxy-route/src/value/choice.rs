//! Values that are one of a few words.

/// A type whose values are words.
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// The name of the type.
    const NAME: &'static str;

    /// Every value.
    const ALL: &'static [Self];

    /// The word that stands for the value.
    fn word(self) -> &'static str;
}

macro_rules! choice {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    )+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            pub enum $name {
                $( $(#[$variant_meta])* #[doc = concat!("\n\nIn databags: `", $word, "`.")] $variant, )+
            }

            impl Choice for $name {
                const NAME: &'static str = stringify!($name);
                const ALL: &'static [Self] = &[$( Self::$variant ),+];

                fn word(self) -> &'static str {
                    match self {
                        $( Self::$variant => $word, )+
                    }
                }
            }

            impl $name {
                /// The word that stands for it in databags.
                pub fn as_str(self) -> &'static str {
                    self.word()
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str(self.word())
                }
            }
        )+
    };
}

choice! {
    /// What the servers of a service speak.
    #[derive(Default)]
    pub enum Protocol {
        /// HTTP without TLS.
        #[default]
        Http = "http",
        /// HTTP over TLS.
        Https = "https",
    }

    /// How a server is chosen.
    #[derive(Default)]
    pub enum LoadBalancingAlgorithm {
        /// The server with the fewest connections.
        #[default]
        Leastconn = "leastconn",
        /// By the address of the client, so that it stays with its server.
        Source = "source",
        /// One after the other.
        Roundrobin = "roundrobin",
        /// By the value of a cookie. TCP has none.
        Cookie = "cookie",
    }

    /// What happens to a client over its limit.
    pub enum RateLimitPolicy {
        /// Requests are answered with 403. TCP has no answers.
        Deny = "deny",
        /// The connection is closed.
        Reject = "reject",
        /// The connection is forgotten without a word to the client.
        SilentDrop = "silent-drop",
    }

    /// What a rewrite changes.
    pub enum RewriteMethod {
        /// The path of the request.
        SetPath = "set-path",
        /// The query string of the request.
        SetQuery = "set-query",
        /// A header of the request.
        SetHeader = "set-header",
    }

    /// How the servers of a TCP service are checked.
    pub enum HealthCheckType {
        /// By a connection, and where given by what is sent and expected.
        Generic = "generic",
        /// By the handshake of `MySQL`.
        Mysql = "mysql",
        /// By the handshake of `PostgreSQL`.
        Postgres = "postgres",
        /// By a Redis `PING`.
        Redis = "redis",
        /// By the greeting of SMTP.
        Smtp = "smtp",
    }
}
