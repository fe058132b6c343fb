use crate::language::Directive;
use crate::value::{AclExpression, Name};
use crate::version::Version;

/// A condition with a name; several lines of one name are alternatives.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct AclDefinition {
    /// What conditions call it.
    #[arg(defines = "acl")]
    pub name: Name,
    /// What is looked at, and what is looked for.
    pub criterion: AclExpression,
}

/// The names of the ACLs that HAProxy of this version has by itself.
pub fn predefined_acls(version: Version) -> impl Iterator<Item = &'static str> {
    let known = PREDEFINED.iter();
    known
        .filter(move |(_, since)| since.is_none_or(|since| version >= since))
        .map(|(name, _)| *name)
}

/// The ACLs that HAProxy has by itself, and the first version with each, if 2.4 did not have it.
const PREDEFINED: [(&str, Option<Version>); 23] = [
    ("FALSE", None),
    ("HTTP", None),
    ("HTTP_1.0", None),
    ("HTTP_1.1", None),
    ("HTTP_2.0", None),
    ("HTTP_3.0", Some(Version::new(2, 8))),
    ("HTTP_CONTENT", None),
    ("HTTP_URL_ABS", None),
    ("HTTP_URL_SLASH", None),
    ("HTTP_URL_STAR", None),
    ("LOCALHOST", None),
    ("METH_CONNECT", None),
    ("METH_DELETE", None),
    ("METH_GET", None),
    ("METH_HEAD", None),
    ("METH_OPTIONS", None),
    ("METH_POST", None),
    ("METH_PUT", None),
    ("METH_TRACE", None),
    ("RDP_COOKIE", None),
    ("REQ_CONTENT", None),
    ("TRUE", None),
    ("WAIT_END", None),
];
