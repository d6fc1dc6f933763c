//! The ways a report comes in: bytes to text.

pub mod text;
