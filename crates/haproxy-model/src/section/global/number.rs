use crate::value::{Leading, Scalar};

/// A number that is not negative.
pub type Count = Scalar<Leading<0, { i32::MAX as i64 }>>;

/// A number above 0.
pub type Positive = Scalar<Leading<1, { i32::MAX as i64 }>>;

/// A number of hundredths, without a sign for them.
pub type Share = Scalar<Leading<0, 100>>;
