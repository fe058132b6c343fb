//! HAProxy configuration text, lossless.
