//! What the tests share: marked lines, snapshots, files, random numbers.

pub(crate) mod files;
pub(crate) mod marked;
pub(crate) mod random;
pub(crate) mod snapshot;
