//! Text as the recognizers see it: folded, cut into tokens, with a way back to what was typed.

mod eight;
mod fold;
mod fold_char;
mod fold_table;
mod hash;
mod offsets;
mod order;
mod span;
mod token;

pub(crate) use fold::Folded;
#[cfg(test)]
pub(crate) use fold::lower_case;
pub(crate) use hash::{hash, opening_hash, word_hash};
pub use offsets::{Unit, offsets};
pub(crate) use order::order;
pub use span::Span;
pub(crate) use token::{Token, token_at, tokens};
