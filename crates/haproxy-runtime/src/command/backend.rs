//! Backends.

use super::parameter::words;
use super::{BackendName, Done, Names, commands};

words! {
    /// What a backend that is added speaks.
    ProxyMode {
        /// TCP.
        Tcp = "tcp",
        /// HTTP.
        Http = "http",
    }
}

commands! {
    /// Lists the backends.
    ShowBackend("show backend") -> Names;

    /// Adds a backend without servers. It gets no requests until it is published.
    AddBackend("add backend" since(3, 4) admin() experimental()) -> Done (
        /// Its name.
        name: BackendName,
        /// The named defaults section that it takes its settings from.
        ["from"] defaults: String,
    ) [
        /// What it speaks, where its defaults do not say it.
        ["mode"] mode: Option<ProxyMode>,
        /// Its GUID.
        ["guid"] guid: Option<String>,
    ];

    /// Removes a backend that is unpublished and has neither servers nor streams.
    DelBackend("del backend" since(3, 4) admin() experimental()) -> Done (
        /// The backend.
        backend: BackendName,
    );

    /// Lets rules choose a backend.
    PublishBackend("publish backend" since(3, 4) operator()) -> Done (
        /// The backend.
        backend: BackendName,
    );

    /// Lets no rule choose a backend.
    UnpublishBackend("unpublish backend" since(3, 4) operator()) -> Done (
        /// The backend.
        backend: BackendName,
    );

    /// Stops making cookies for a backend's servers.
    DisableDynamicCookie("disable dynamic-cookie backend" admin()) -> Done (
        /// The backend.
        backend: BackendName,
    );

    /// Makes cookies for a backend's servers, from its key.
    EnableDynamicCookie("enable dynamic-cookie backend" admin()) -> Done (
        /// The backend.
        backend: BackendName,
    );

    /// Sets the key that a backend's cookies are made from.
    SetDynamicCookieKey("set dynamic-cookie-key backend" admin()) -> Done (
        /// The backend.
        backend: BackendName,
        /// The key.
        key: String,
    );
}
