//! Rules for requests and responses of HTTP.

mod after_response;
mod request;
mod response;

pub use after_response::{HttpAfterResponseAction, HttpAfterResponseRule};
pub use request::{HttpRequestAction, HttpRequestRule};
pub use response::{HttpResponseAction, HttpResponseRule};
