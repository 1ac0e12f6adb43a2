//! Every test that looks at the engine from outside, as one binary.
//!
//! Snapshots in `tests/snapshots` are compared, and rewritten where `UPDATE_SNAPSHOTS=1` is set.

mod catalog;
mod common;
mod corpus;
mod evasion;
mod manifest;
mod owners;
mod properties;
mod rules;
mod tidy;
