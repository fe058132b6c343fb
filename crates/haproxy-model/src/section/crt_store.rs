use crate::certificate::CertificateParameter;
use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::Text;

/// Certificates and where they are.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("crt-store", since = "3.0")]
pub struct CrtStore {
    /// What stands between `@` and `/` where its certificates are used.
    pub name: Option<Text>,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<CrtStoreKeyword>>,
}

/// A line of a crt-store section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("crt-store"), accessors(CrtStore))]
#[non_exhaustive]
pub enum CrtStoreKeyword {
    /// The directory of certificates.
    #[keyword("crt-base", ignores_rest, json = "crt_base")]
    CertificateBase(Text),
    /// The directory of keys.
    #[keyword("key-base", ignores_rest, json = "key_base")]
    KeyBase(Text),
    /// A certificate.
    #[keyword(
        "load",
        needs = "crt",
        json = "crt_loads[certificate]",
        multiple = "loads"
    )]
    Load(Load),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A certificate, with its key and what else belongs to it.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Load {
    /// Its files and what is done with them, in any order.
    pub parameters: Vec<CertificateParameter>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<CrtStore>("crt-store");
        let store: CrtStore = section_prints_back(
            "crt-store web
                crt-base /etc/ssl/certs/
                key-base /etc/ssl/private/
                load crt site3.crt alias site3
                load crt a.crt key a.key ocsp a.ocsp issuer a.issuer sctl a.sctl ocsp-update on
                load crt b.pem acme LE domains a.example,b.example ips 192.0.2.1,2001:db8::1
                load crt c.pem jwt on generate-dummy on keytype ECDSA curves P-384 bits 2048",
        );
        assert_eq!(store.loads().count(), 4);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<CrtStore>(&[(
            "load crt a.pem ocsp-update maybe",
            "ocsp-update <on|off>: expected 'on' or 'off', found 'maybe'",
        )]);
    }
}
