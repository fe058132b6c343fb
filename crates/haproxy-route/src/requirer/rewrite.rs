use crate::Schema;
use crate::field::{Kind as _, clean, enumeration, expression, objects, optional};
use crate::value::RewriteMethod;

objects! {
    /// A change to each request before it is sent to a server.
    #[derive(Eq)]
    pub struct Rewrite(schema) {
        /// What is changed.
        method: RewriteMethod = enumeration().required();
        /// What it is changed to: a log format, behind which a condition may stand.
        expression: String = if schema == Schema::RouteV0 {
            clean().required()
        } else {
            expression().required()
        };
        /// The name of the header, for the method `set-header`.
        header: Option<String> = optional(clean()).or(None);
    }
}
