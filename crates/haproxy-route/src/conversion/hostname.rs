//! Version 0 names services below the provider's external host name, the others by whole names.

use super::{ConversionOptions, Loss};
use crate::requirer::RequirerApplicationData;

/// Names the service by whole names.
pub(super) fn from_subdomains(data: &mut RequirerApplicationData, options: &ConversionOptions) {
    if data.subdomains.is_empty() {
        return;
    }
    let Some(external) = &options.external_hostname else {
        // The field stays, and is told as one that the other version does not have.
        return;
    };
    let subdomains = std::mem::take(&mut data.subdomains);
    let names = whole_names(&subdomains, external);
    let mut names = names.into_iter();
    data.hostname = names.next();
    data.additional_hostnames = names.collect();
}

/// The whole names of subdomains: an empty one is the external host name itself.
pub(crate) fn whole_names(subdomains: &[String], external: &str) -> Vec<String> {
    let mut names = Vec::new();
    for subdomain in subdomains {
        let name = match subdomain.trim_end_matches('.') {
            "" => external.to_owned(),
            subdomain => format!("{subdomain}.{external}"),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Names the service by what stands before the external host name.
pub(super) fn to_subdomains(
    data: &mut RequirerApplicationData,
    options: &ConversionOptions,
    losses: &mut Vec<Loss>,
) {
    let external = options.external_hostname.as_deref();
    let subdomain = |name: &str| match name.strip_suffix(external?)? {
        "" => Some(String::new()),
        "*." => None,
        rest => rest.strip_suffix('.').map(str::to_owned),
    };
    let Some(hostname) = data.hostname.take() else {
        // Without a host name, further ones do not count.
        return;
    };
    let reason = match external {
        Some(external) => format!("version 0 has names below {external} only"),
        None => {
            "version 0 has names below the external host name only, which is not given".to_owned()
        }
    };
    let mut keep = |field, name: &str| match subdomain(name) {
        Some(subdomain) => data.subdomains.push(subdomain),
        None => losses.push(Loss::new(field, format!("'{name}' is lost: {reason}"))),
    };
    keep("hostname", &hostname);
    for name in std::mem::take(&mut data.additional_hostnames) {
        keep("additional_hostnames", &name);
    }
}
