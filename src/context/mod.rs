//! What stands around a candidate: cue words, words that speak against it, and what the other side asked for.

mod cue;
mod dialogue;
mod negative;
mod score;

pub(crate) use cue::{CueIndex, Hit, Support};
pub(crate) use dialogue::Expectation;
pub(crate) use score::{Candidate, STRONG_CUE, Scored, Surroundings};
