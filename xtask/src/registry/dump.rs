use std::collections::BTreeMap;

/// What one version of HAProxy lists of its registered keywords.
#[derive(Debug)]
pub(super) struct Dump {
    /// Major and minor number.
    pub(super) version: (u8, u8),
    pub(super) fetches: BTreeMap<String, Fetch>,
    pub(super) converters: BTreeMap<String, Converter>,
    pub(super) acls: BTreeMap<String, Acl>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Fetch {
    pub(super) signature: Signature,
    pub(super) result: String,
    /// Bit 0 is the leftmost column.
    pub(super) contexts: u32,
}

#[derive(Debug, PartialEq)]
pub(super) struct Converter {
    pub(super) signature: Signature,
    pub(super) input: String,
    pub(super) output: String,
}

#[derive(Debug, PartialEq)]
pub(super) struct Acl {
    pub(super) fetch: String,
    pub(super) matching: String,
}

#[derive(Debug, Default, PartialEq)]
pub(super) struct Signature {
    pub(super) required: Vec<String>,
    pub(super) optional: Vec<String>,
}

impl Dump {
    pub(super) fn read(version: &str, text: &str) -> Result<Self, String> {
        let mut dump = Self {
            version: read_version(version).ok_or(format!("'{version}' is no version"))?,
            fetches: BTreeMap::new(),
            converters: BTreeMap::new(),
            acls: BTreeMap::new(),
        };
        let mut section = "";
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("# List of registered ") {
                section = title;
            } else if !line.starts_with('#') {
                dump.read_line(section, line)
                    .ok_or(format!("cannot read the line '{line}' of {version}"))?;
            }
        }
        Ok(dump)
    }

    fn read_line(&mut self, section: &str, line: &str) -> Option<()> {
        match section {
            "ACL keywords:" => {
                let (name, meaning) = line.split_once(" = ")?;
                let (fetch, matching) = meaning.split_once(" -m ")?;
                let acl = Acl {
                    fetch: fetch.to_owned(),
                    matching: matching.to_owned(),
                };
                self.acls.insert(name.to_owned(), acl);
            }
            "sample converter functions:" => {
                let (name, signature, types) = read_call(line)?;
                // The listing has the output in front of the arrow.
                let (output, input) = types.split_once(" => ")?;
                let converter = Converter {
                    signature,
                    input: input.to_owned(),
                    output: output.to_owned(),
                };
                self.converters.insert(name, converter);
            }
            "sample fetch functions:" => {
                let (contexts, call) = line.strip_prefix('[')?.split_once("] ")?;
                let (name, signature, result) = read_call(call)?;
                let fetch = Fetch {
                    signature,
                    result: result.to_owned(),
                    contexts: read_contexts(contexts),
                };
                self.fetches.insert(name, fetch);
            }
            _ => {}
        }
        Some(())
    }
}

fn read_version(text: &str) -> Option<(u8, u8)> {
    let (major, minor) = text.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

fn read_contexts(text: &str) -> u32 {
    text.split_whitespace()
        .enumerate()
        .filter(|(_, mark)| *mark == "Y")
        .fold(0, |mask, (column, _)| mask | 1 << column)
}

/// Divides `name(required[,optional]): type`.
fn read_call(text: &str) -> Option<(String, Signature, &str)> {
    let (call, result) = text.rsplit_once(": ")?;
    let Some((name, arguments)) = call.split_once('(') else {
        return Some((call.to_owned(), Signature::default(), result));
    };
    let arguments = arguments.strip_suffix(')')?;
    let (required, optional) = match arguments.split_once('[') {
        Some((required, optional)) => (required, optional.strip_suffix(']')?),
        None => (arguments, ""),
    };
    let signature = Signature {
        required: read_list(required),
        optional: read_list(optional),
    };
    Some((name.to_owned(), signature, result))
}

fn read_list(text: &str) -> Vec<String> {
    text.split(',')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_is_read() {
        let text = "\
# List of registered ACL keywords:
hdr_beg = req.hdr -m beg
# List of registered sample converter functions:
length: sint => str
field(integer,string[,integer]): str => str
# List of registered sample fetch functions:
# | | |
[ Y . Y ] req.hdr([string,integer]): str
# List of registered service names:
";
        let dump = Dump::read("3.2", text).unwrap();
        assert_eq!(dump.version, (3, 2));
        assert_eq!(dump.acls["hdr_beg"].fetch, "req.hdr");
        assert_eq!(dump.converters["length"].input, "str");
        assert_eq!(dump.converters["field"].signature.required.len(), 2);
        assert_eq!(dump.fetches["req.hdr"].contexts, 0b101);
        assert_eq!(dump.fetches["req.hdr"].signature.optional.len(), 2);
        assert!(Dump::read("3.2", "# List of registered ACL keywords:\nx\n").is_err());
    }
}
