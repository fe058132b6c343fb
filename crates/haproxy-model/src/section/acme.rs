use crate::certificate::KeyType;
use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{Choice, Duration, LeadingInteger, List, Text, Toggle};

/// A certificate authority that issues certificates by ACME.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("acme", since = "3.2", experimental)]
pub struct Acme {
    /// What certificates call it.
    pub name: Text,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<AcmeKeyword>>,
}

/// A line of an acme section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("acme"), accessors(Acme))]
#[non_exhaustive]
pub enum AcmeKeyword {
    /// The file of the account's key; the section's name with `.account.key` by default.
    #[keyword("account-key", json = "account_key")]
    AccountKey(Text),
    /// What the program that changes the DNS is told.
    #[keyword("acme-vars", json = "acme_vars: map", since = "3.4")]
    Variables(Text),
    /// The number of bits of RSA keys; 2048 by default.
    #[keyword("bits", json = "bits")]
    Bits(LeadingInteger),
    /// How it is proved whose a name is; `http-01` by default.
    #[keyword("challenge", json = "challenge")]
    Challenge(Challenge),
    /// What must have happened before the authority is told to look.
    #[keyword("challenge-ready", json = "challenge_ready: list", since = "3.4")]
    ChallengeReady(List<ChallengeCondition>),
    /// The mail address of the account.
    #[keyword("contact", json = "contact")]
    Contact(Text),
    /// The curve of ECDSA keys; P-384 by default.
    #[keyword("curves", json = "curves")]
    Curves(Text),
    /// The URL of the authority's directory.
    #[keyword("directory", json = "directory")]
    Directory(Text),
    /// The time to wait for the DNS; 30 seconds by default.
    #[keyword("dns-delay", json = "dns_delay: s", since = "3.4")]
    DnsDelay(Duration),
    /// The time after which the DNS is given up; 10 minutes by default.
    #[keyword("dns-timeout", json = "dns_timeout: s", since = "3.4")]
    DnsTimeout(Duration),
    /// The file of the identifier that binds the account to one outside of ACME.
    #[keyword("eab-key-id", since = "3.4")]
    ExternalAccountKeyId(Text),
    /// How the binding is signed; HS256 by default.
    #[keyword("eab-mac-alg", since = "3.4")]
    ExternalAccountAlgorithm(Choice<MacAlgorithm>),
    /// The file of the key that signs the binding.
    #[keyword("eab-mac-key", since = "3.4")]
    ExternalAccountKey(Text),
    /// The kind of key of certificates.
    #[keyword("keytype", json = "keytype")]
    KeyType(Choice<KeyType>),
    /// The map that answers to challenges are written to.
    #[keyword("map", json = "map")]
    Map(Text),
    /// The kind of certificate, as the authority calls it.
    #[keyword("profile", json = "profile", since = "3.4")]
    Profile(Text),
    /// The DNS provider, for the program that changes the DNS.
    #[keyword("provider-name", json = "acme_provider", since = "3.4")]
    ProviderName(Text),
    /// Keeps the key when a certificate is renewed; off by default.
    #[keyword("reuse-key", json = "reuse_key: toggle", since = "3.4")]
    ReuseKey(Toggle),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// How it is proved whose a name is.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum Challenge {
    /// By an HTTP response of HAProxy.
    #[keyword("http-01")]
    Http01,
    /// By a DNS record that changes each time.
    #[keyword("dns-01")]
    Dns01,
    /// By a DNS record that stays.
    #[keyword("dns-persist-01", since = "3.4")]
    DnsPersist01,
    /// One of them in other letters, or by the environment.
    #[keyword(value)]
    Other(Text),
}

/// What must have happened before the authority is told to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum ChallengeCondition {
    /// A runtime command said so.
    #[keyword("cli")]
    Cli,
    /// The DNS record is found.
    #[keyword("dns")]
    Dns,
    /// A time is over.
    #[keyword("delay")]
    Delay,
    /// Nothing.
    #[keyword("none")]
    None,
}

/// How the binding to an account outside of ACME is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum MacAlgorithm {
    /// HMAC with SHA-256.
    #[keyword("HS256")]
    Hs256,
    /// HMAC with SHA-384.
    #[keyword("HS384")]
    Hs384,
    /// HMAC with SHA-512.
    #[keyword("HS512")]
    Hs512,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let acme: Acme = section_prints_back(
            "acme LE1
                directory https://acme-staging-v02.api.letsencrypt.org/directory
                account-key /etc/haproxy/letsencrypt.account.key
                contact john.doe@example.com
                challenge http-01
                challenge HTTP-01
                challenge-ready cli,dns
                keytype ECDSA
                curves P-384
                bits 2048
                map virt@acme
                acme-vars a=b
                dns-delay 30s
                dns-timeout 10m
                eab-key-id id
                eab-mac-alg HS512
                eab-mac-key key
                profile shortlived
                provider-name exec
                reuse-key on",
        );
        assert_eq!(acme.map().unwrap(), "virt@acme");
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Acme>(&[
            (
                "keytype DSA",
                "keytype: unknown keyword 'DSA', expected 'RSA' or 'ECDSA'",
            ),
            (
                "challenge-ready cli,never",
                "challenge-ready: unknown keyword 'never', expected 'cli', 'dns', 'delay' or 'none'",
            ),
        ]);
    }
}
