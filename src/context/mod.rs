//! What stands around a candidate: cue words, words that speak against it, and what the other side asked for.

mod contacts;
mod cue;
mod dialogue;
mod negative;
mod owner;
mod score;
mod seen;

pub(crate) use cue::{CueIndex, Hit, Members, Support};
pub(crate) use dialogue::Expectation;
pub(crate) use owner::Owner;
pub(crate) use score::{Candidate, Place, STRONG_CUE, Scored, Surroundings};
pub use seen::Says;
