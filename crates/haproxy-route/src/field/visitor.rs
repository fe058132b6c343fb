use crate::value::{Address, Integer};

/// Is shown data value by value, each as what it is: for those who write it as something else than JSON.
///
/// What is in a list or an object is shown behind its beginning and before its end; in an object, the
/// name of each field before its value.
pub trait Visitor {
    /// Nothing.
    fn null(&mut self);

    /// A truth value.
    fn boolean(&mut self, value: bool);

    /// A whole number.
    fn integer(&mut self, value: &Integer);

    /// A text.
    fn text(&mut self, value: &str);

    /// A word of an enumeration, such as `deny` of `RateLimitPolicy`.
    fn choice(&mut self, enumeration: &'static str, word: &'static str);

    /// An address.
    fn address(&mut self, value: &Address);

    /// A URL, normalised.
    fn url(&mut self, value: &str);

    /// The beginning of a list.
    fn list(&mut self);

    /// The end of a list.
    fn end_list(&mut self);

    /// The beginning of an object of this type, such as `RateLimit`.
    fn object(&mut self, name: &'static str);

    /// A field, whose value is next.
    fn field(&mut self, name: &'static str);

    /// The end of an object.
    fn end_object(&mut self);
}
